package io.customerroom.ledger.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.ledger.metrics.MinimumStandard.Direction;
import io.customerroom.ledger.metrics.MinimumStandard.Judgement;
import io.customerroom.ledger.metrics.MinimumStandard.Reading;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinimumStandardTest {

    private static MinimumStandard standard(String value, Direction direction, boolean strict, long minN, int run) {
        return new MinimumStandard(new BigDecimal(value), direction, strict, minN, run);
    }

    /** Readings as {@code value/n}, the newest first. */
    private static List<Reading> readings(String text) {
        return Arrays.stream(text.split(" "))
                .map(reading -> reading.split("/"))
                .map(parts -> new Reading(new BigDecimal(parts[0]), Long.parseLong(parts[1])))
                .toList();
    }

    @Test
    void V8_theGoalReachedExactlyIsNotBelowIt() {
        assertThat(standard("18760", Direction.AT_LEAST, false, 0, 1).judge(readings("18760/1")))
                .isEqualTo(Judgement.HOLDS);
    }

    @Test
    void V9_fiftyFivePercentOnFourAttemptsIsTooFewAndNoAlert() {
        assertThat(standard("60", Direction.AT_LEAST, false, 10, 1).judge(readings("55/4")))
                .isEqualTo(Judgement.TOO_FEW);
    }

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, false, 59.9, BREACH", "AT_LEAST, false, 60, HOLDS", "AT_LEAST, false, 60.1, HOLDS",
        "AT_LEAST, true, 59.9, BREACH", "AT_LEAST, true, 60, BREACH", "AT_LEAST, true, 60.1, HOLDS",
        "AT_MOST, false, 59.9, HOLDS", "AT_MOST, false, 60, HOLDS", "AT_MOST, false, 60.1, BREACH",
        "AT_MOST, true, 59.9, HOLDS", "AT_MOST, true, 60, BREACH", "AT_MOST, true, 60.1, BREACH"
    })
    void sideAndStrictnessDecide(Direction direction, boolean strict, String value, Judgement expected) {
        assertThat(standard("60", direction, strict, 10, 1).judge(readings(value + "/10")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 50/10, BREACH",
        "2, 50/10, HOLDS",
        "2, 50/10 50/10, BREACH",
        "2, 50/10 70/10 50/10, HOLDS",
        "2, 50/10 50/9 50/10, HOLDS",
        "2, 50/10 50/10 70/10, BREACH",
        "2, 70/10 50/10 50/10, HOLDS",
        "2, 50/9 50/10 50/10, TOO_FEW",
        "3, 50/10 50/10, HOLDS",
        "3, 50/10 50/10 50/10, BREACH"
    })
    void aBreachIsARunOfWrongReadingsOnEnoughObservations(int run, String readings, Judgement expected) {
        assertThat(standard("60", Direction.AT_LEAST, false, 10, run).judge(readings(readings)))
                .isEqualTo(expected);
    }

    @Test
    void withoutReadingsThereIsNothingToJudge() {
        assertThat(standard("60", Direction.AT_LEAST, false, 0, 1).judge(List.of()))
                .isEqualTo(Judgement.NO_READING);
    }

    @Test
    void impossibleRulesAreRefused() {
        assertThatThrownBy(() -> standard("60", Direction.AT_LEAST, false, -1, 1))
                .hasMessage("minN must not be negative, but was -1");
        assertThatThrownBy(() -> standard("60", Direction.AT_LEAST, false, 0, 0))
                .hasMessage("runLength must be at least 1, but was 0");
    }
}
