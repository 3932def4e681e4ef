package io.customerroom.testkit.company;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What was spent to win customers, wherever and whoever they turned out to be. */
public record Investment(
        String source,
        String key,
        Instant at,
        LocalDate on,
        Instant recordedAt,
        @Nullable String activity,
        BigDecimal amount,
        @Nullable String site,
        @Nullable String channel)
        implements Fact {

    @Override
    public @Nullable String customer() {
        return null;
    }
}
