package io.customerroom.testkit.company;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a customer cost us beside the goods; {@code kind} is {@code sale}, {@code serve} or {@code communicate}. */
public record Cost(
        String source,
        String key,
        @Nullable String customer,
        Instant at,
        LocalDate on,
        Instant recordedAt,
        String kind,
        @Nullable String activity,
        BigDecimal amount,
        @Nullable String site)
        implements Fact {}
