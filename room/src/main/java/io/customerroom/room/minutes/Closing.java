package io.customerroom.room.minutes;

import java.time.Instant;

/**
 * The end of a meeting: from here on its agenda, minutes and decisions stand.
 *
 * @param minutesHash SHA-256 over agenda and notes in their order
 */
public record Closing(String meeting, Instant at, String by, String minutesHash) {}
