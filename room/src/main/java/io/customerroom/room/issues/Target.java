package io.customerroom.room.issues;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * One version of the level that people set on an issue's volume.
 *
 * @param most tickets opened in a month; empty where the target was lifted
 * @param calm months in a row within the level that stop the clock
 */
public record Target(String issue, OptionalLong most, int calm, String reason, Instant at, String by) {}
