package io.customerroom.kernel;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The two clocks under which a figure is read.
 *
 * @param through the last day whose events count: cuts by when it happened
 * @param known the last instant whose knowledge counts: cuts by when the company knew
 */
public record Clocks(LocalDate through, Instant known) {}
