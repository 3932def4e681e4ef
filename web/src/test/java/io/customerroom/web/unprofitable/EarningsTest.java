package io.customerroom.web.unprofitable;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.web.unprofitable.Earnings.Since;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** −10 in March, nothing in April, 4 in May, 5 in June, of July the cost is not known. */
class EarningsTest {

    private final Earnings earnings = new Earnings(new TreeMap<>(Map.of(
            YearMonth.of(2026, 3), Optional.of(new BigDecimal("-10")),
            YearMonth.of(2026, 5), Optional.of(new BigDecimal("4")),
            YearMonth.of(2026, 6), Optional.of(new BigDecimal("5")),
            YearMonth.of(2026, 7), Optional.empty())));

    @Test
    void aMonthWithoutARowLeftNothing() {
        assertThat(earnings.upTo(YearMonth.of(2026, 5), 3)).contains(new BigDecimal("-6"));
    }

    @Test
    void aMonthWithoutItsCostLeavesTheSumUnknown() {
        assertThat(earnings.upTo(YearMonth.of(2026, 7), 12)).isEmpty();
        assertThat(earnings.between(LocalDate.of(2026, 4, 30), LocalDate.of(2026, 7, 31)))
                .isEqualTo(new Since(3, Optional.empty()));
    }

    @Test
    void onlyWholeMonthsAfterTheOpeningAreMeasured() {
        Since since = earnings.between(LocalDate.of(2026, 4, 12), LocalDate.of(2026, 7, 20));

        assertThat(since).isEqualTo(new Since(2, Optional.of(new BigDecimal("9"))));
        assertThat(since.perMonth()).contains(new BigDecimal("4.50"));
    }

    @Test
    void beforeAMonthIsOverThereIsNoResult() {
        Since since = earnings.between(LocalDate.of(2026, 6, 30), LocalDate.of(2026, 7, 30));

        assertThat(since.count()).isZero();
        assertThat(since.perMonth()).isEmpty();
    }
}
