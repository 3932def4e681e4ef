package io.customerroom.testkit.company;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One customer's case; {@code on} is the day it was opened, {@code kind} is {@code complaint} or {@code request}. */
public record Ticket(
        String source,
        String key,
        @Nullable String customer,
        Instant at,
        LocalDate on,
        Instant recordedAt,
        String stage,
        @Nullable String contact,
        @Nullable String issue,
        String kind,
        @Nullable LocalDate closedOn,
        @Nullable String owner,
        @Nullable String site)
        implements Fact {}
