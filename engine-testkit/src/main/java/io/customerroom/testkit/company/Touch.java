package io.customerroom.testkit.company;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody of ours turned to a customer: a call, a visit, a letter, a mass mail. */
public record Touch(
        String source,
        String key,
        @Nullable String customer,
        Instant at,
        LocalDate on,
        Instant recordedAt,
        String kind,
        boolean personal,
        boolean anticipated,
        boolean relevant,
        @Nullable String by,
        @Nullable String site)
        implements Fact {}
