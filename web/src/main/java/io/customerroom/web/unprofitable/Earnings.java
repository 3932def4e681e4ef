package io.customerroom.web.unprofitable;

import io.customerroom.ledger.engine.Rows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one customer left us, month by month, in the reporting currency. A month without a row left nothing; a month in which the cost of sales is
 * not known makes every sum over it unknown.
 */
record Earnings(SortedMap<YearMonth, Optional<BigDecimal>> months) {

    /** @param states one row per month, with the columns {@code period} and {@code contribution} */
    static Earnings of(Rows states) {
        SortedMap<YearMonth, Optional<BigDecimal>> months = new TreeMap<>();
        int period = states.indexOf("period");
        int contribution = states.indexOf("contribution");
        for (List<@Nullable Object> row : states.rows()) {
            months.put(
                    YearMonth.parse(String.valueOf(row.get(period))),
                    row.get(contribution) instanceof BigDecimal amount ? Optional.of(amount) : Optional.empty());
        }
        return new Earnings(months);
    }

    /** @param count months, of which {@code last} is the last one */
    Optional<BigDecimal> upTo(YearMonth last, int count) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < count; i++) {
            Optional<BigDecimal> month = months.getOrDefault(last.minusMonths(i), Optional.of(BigDecimal.ZERO));
            if (month.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(month.get());
        }
        return Optional.of(sum);
    }

    /**
     * What became of it: contribution of the whole months after one day, up to another.
     *
     * @param count whole months; 0 while none is over
     * @param sum empty where a cost is not known
     */
    record Since(int count, Optional<BigDecimal> sum) {

        public Optional<BigDecimal> perMonth() {
            return count == 0 ? Optional.empty() : sum.map(it -> Earnings.perMonth(it, count));
        }
    }

    /** Whole months only: the month of the first day is left out, and the last one unless it is over. */
    Since between(LocalDate from, LocalDate through) {
        YearMonth last = through.equals(YearMonth.from(through).atEndOfMonth())
                ? YearMonth.from(through)
                : YearMonth.from(through).minusMonths(1);
        int count = (int) Math.max(0, YearMonth.from(from).until(last, ChronoUnit.MONTHS));
        return new Since(count, upTo(last, count));
    }

    static BigDecimal perMonth(BigDecimal sum, int months) {
        return sum.divide(BigDecimal.valueOf(months), 2, RoundingMode.HALF_UP);
    }
}
