package io.customerroom.testkit.company;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A customer as the customer list tells; {@code story} says why this one exists. */
public record Customer(
        String source,
        String customer,
        String name,
        @Nullable String segment,
        @Nullable String site,
        @Nullable String channel,
        Instant at,
        LocalDate on,
        Instant recordedAt,
        String story)
        implements Fact {

    @Override
    public String key() {
        return customer;
    }
}
