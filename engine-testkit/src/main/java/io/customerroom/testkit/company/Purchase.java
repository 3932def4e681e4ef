package io.customerroom.testkit.company;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order.
 *
 * @param on the company's day of {@code at}
 * @param recordedAt when the company knew
 * @param kind {@code sale}, {@code return}, {@code cancellation} or {@code adjustment}
 */
public record Purchase(
        String source,
        String order,
        String line,
        @Nullable String customer,
        Instant at,
        LocalDate on,
        Instant recordedAt,
        String kind,
        @Nullable String product,
        BigDecimal amount,
        @Nullable BigDecimal cost,
        @Nullable String site,
        @Nullable String channel)
        implements Fact {

    @Override
    public String key() {
        return order + "/" + line;
    }
}
