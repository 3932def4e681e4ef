package io.customerroom.testkit.company;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A refund, a discount, a pause or unpaid bills of a contract of the same source.
 *
 * @param on its first day
 * @param until the first day without it; null while it lasts
 * @param amount of a refund all of it, of a discount a month of it, of a percent-discount its percentage
 */
public record ContractEvent(
        String source,
        String key,
        @Nullable String customer,
        Instant at,
        LocalDate on,
        Instant recordedAt,
        String contract,
        String kind,
        @Nullable LocalDate until,
        @Nullable BigDecimal amount,
        @Nullable String site)
        implements Fact {

    /** A month's share of what it takes off: of a refund over the calendar months its days touch; of a percentage it rests with the price. */
    public @Nullable BigDecimal monthly() {
        if (amount == null || kind.equals("percent-discount")) {
            return null;
        }
        long months = kind.equals("refund") && until != null && until.isAfter(on)
                ? ChronoUnit.MONTHS.between(YearMonth.from(on), YearMonth.from(until.minusDays(1))) + 1
                : 1;
        return amount.divide(BigDecimal.valueOf(months), 10, RoundingMode.HALF_UP);
    }

    /** What a discount takes off the month of a contract with this price; nothing where it is none. */
    public BigDecimal discountOf(BigDecimal price) {
        BigDecimal off = monthly();
        if (kind.equals("percent-discount") && amount != null) {
            return price.multiply(amount).divide(BigDecimal.valueOf(100), 10, RoundingMode.HALF_UP);
        }
        return kind.equals("discount") && off != null ? off : BigDecimal.ZERO;
    }

    /** Whether it is a discount, in money or in percent. */
    public boolean discounts() {
        return kind.equals("discount") || kind.equals("percent-discount");
    }
}
