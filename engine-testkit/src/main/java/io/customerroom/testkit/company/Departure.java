package io.customerroom.testkit.company;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A customer's leaving, with its reason where somebody asked. */
public record Departure(
        String source,
        @Nullable String customer,
        Instant at,
        LocalDate on,
        Instant recordedAt,
        @Nullable LocalDate noticedOn,
        @Nullable String reason,
        @Nullable String site)
        implements Fact {

    @Override
    public String key() {
        return customer + "/" + on;
    }
}
