package io.customerroom.testkit.company;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A running contract.
 *
 * @param on the first day of the contract
 * @param endedOn the first day without it
 * @param noticedOn when the customer said so, which is not when it ends
 * @param amount for {@code billingMonths} months
 */
public record Contract(
        String source,
        String key,
        @Nullable String customer,
        Instant at,
        LocalDate on,
        Instant recordedAt,
        @Nullable String product,
        @Nullable LocalDate endedOn,
        @Nullable LocalDate noticedOn,
        BigDecimal amount,
        int billingMonths,
        @Nullable String site,
        @Nullable String channel)
        implements Fact {

    /** The amount per month with ten digits after the point: 2,000 a year are 166.6666666667. */
    public BigDecimal monthly() {
        return amount.divide(BigDecimal.valueOf(billingMonths), 10, RoundingMode.HALF_UP);
    }

    /** In force on a day from its first day up to, not including, its end. */
    public boolean inForce(LocalDate day) {
        return !day.isBefore(on) && (endedOn == null || day.isBefore(endedOn));
    }
}
