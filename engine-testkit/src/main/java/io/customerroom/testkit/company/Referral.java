package io.customerroom.testkit.company;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One customer recommends us to somebody; {@code outcome} is {@code joined}, {@code open}, {@code declined} or {@code unwilling}. */
public record Referral(
        String source,
        @Nullable String customer,
        Instant at,
        LocalDate on,
        Instant recordedAt,
        @Nullable String referred,
        String outcome,
        @Nullable String site,
        @Nullable String reason,
        @Nullable String channel)
        implements Fact {

    @Override
    public String key() {
        return customer + "/" + (referred == null ? "" : referred) + "/" + on;
    }
}
