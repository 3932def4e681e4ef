package io.customerroom.room.minutes;

import java.time.Instant;

/**
 * Something added to a point after its meeting was closed. It stands beside the minutes and changes nothing in them.
 *
 * @param item of the agenda
 */
public record Addendum(String item, String words, Instant at, String by) {}
