package io.customerroom.ledger.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.metrics.MinimumStandard.Direction;
import io.customerroom.ledger.metrics.Standards.Edited;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContactSeriesTest {

    /** Monday to Friday wrong by the rule set in July, right by the facts' own. */
    private static final String[] DAYS = {"2026-07-06", "2026-07-05", "2026-07-03", "2026-06-30"};

    @Test
    void whatTheFactsSayHoldsUntilSomebodySetsAStandard() {
        ContactSeries series = series(Standards.NONE);

        assertThat(series.standing()).isEqualTo("holds");
        assertThat(says(series)).containsExactly("right", "right", "right", "right");
    }

    @Test
    void aStandardSetTakesPrecedenceFromItsFirstDayOn() {
        ContactSeries series = series(since("2026-07-01", false));

        assertThat(says(series)).containsExactly("wrong", "wrong", "wrong", "right");
        assertThat(series.run()).isEqualTo(3);
        assertThat(series.standing()).isEqualTo("breach");
    }

    @Test
    void onWorkingDaysOnlyASundayNeitherBreaksARunNorAddsToIt() {
        ContactSeries series = series(since("2026-07-01", true));

        assertThat(says(series)).containsExactly("wrong", "not-judged", "wrong", "right");
        assertThat(series.run()).isEqualTo(2);
        assertThat(series.standing()).isEqualTo("holds");
    }

    private static Standards since(String day, boolean workingDays) {
        Edited edited = new Edited(
                new MinimumStandard(new BigDecimal("95"), Direction.AT_LEAST, false, 10, 3),
                workingDays,
                LocalDate.parse(day));
        return (contact, measure, on) -> on.isBefore(edited.validFrom()) ? Optional.empty() : Optional.of(edited);
    }

    private static List<String> says(ContactSeries series) {
        return IntStream.range(0, DAYS.length).mapToObj(series::says).toList();
    }

    private static ContactSeries series(Standards standards) {
        List<Rows.Column> columns = Arrays.stream(
                        "contact measure site read_on value n hits standard direction strict min_n run_length"
                                .split(" "))
                .map(name -> new Rows.Column(name, Object.class))
                .toList();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (String day : DAYS) {
            rows.add(new ArrayList<>(Arrays.asList(
                    "delivery",
                    "on time",
                    null,
                    LocalDate.parse(day),
                    new BigDecimal("90"),
                    20L,
                    0L,
                    new BigDecimal("85"),
                    "at-least",
                    false,
                    10L,
                    1L)));
        }
        return ContactSeries.of(new Rows(columns, rows), standards).iterator().next();
    }
}
