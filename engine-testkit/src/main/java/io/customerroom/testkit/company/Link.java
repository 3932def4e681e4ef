package io.customerroom.testkit.company;

import java.time.Instant;
import java.time.LocalDate;

/** Two ids that are one customer, or, with {@code linked = false}, no longer are. */
public record Link(
        String source, String customer, String other, Instant at, LocalDate on, Instant recordedAt, boolean linked)
        implements Fact {

    @Override
    public String key() {
        return customer + "/" + other;
    }
}
