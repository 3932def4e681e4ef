package io.customerroom.walls.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.goals.Aimed;
import io.customerroom.ledger.goals.Goal;
import io.customerroom.walls.exhibit.Mark;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalReadingTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest
    @CsvSource(textBlock = """
            in,      200,   200,   30, 30, REACHED
            in,      200,   199,   30, 30, MISSED
            out,     120,   120,   30, 30, REACHED
            out,     120,   121,   30, 30, MISSED
            revenue, 18760, 18760, 30, 30, REACHED
            in,      300,   150,   15, 30, ON_PACE
            in,      300,   149,   15, 30, BEHIND
            out,     120,   61,    15, 30, BEHIND
            closing, 4000,  3999,  15, 30, BEHIND
            net,     -10,   -11,   15, 30, BEHIND
            """)
    void v8AnEqualValueHasReachedItsGoalAndARunningPeriodIsHeldAgainstASteadyPace(
            String figure, String level, String value, long gone, long days, GoalReading.State state) {
        assertThat(reading(figure, level, value, gone, days).state()).isEqualTo(state);
    }

    @Test
    void aGoalIsSaidInOneLine() {
        assertThat(reading("in", "200", "174", 31, 31).aim().words())
                .isEqualTo("Goal 200 for October 2026: missed by 26");
        assertThat(reading("in", "200", "174", 31, 31).aim().mark()).isEqualTo(Mark.CONCERNING);
        assertThat(reading("out", "150", "129", 31, 31).aim().words()).isEqualTo("Goal 150 for October 2026: reached");
        assertThat(reading("revenue", "90000", "82110.50", 304, 365).aim().words())
                .isEqualTo(
                        "Goal EUR 90 thousand for October 2026: on pace, EUR 82 thousand of it with 83 % of the time gone");
    }

    private static GoalReading reading(String figure, String level, String value, long gone, long days) {
        Goal goal = new Goal(
                Aimed.of(figure),
                "2026-10",
                Optional.empty(),
                Optional.of(new BigDecimal(level)),
                "",
                "ada",
                Instant.EPOCH);
        return new GoalReading(goal, new BigDecimal(level), new BigDecimal(value), gone, days, "October 2026", EUR);
    }
}
