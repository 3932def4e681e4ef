package io.customerroom.walls.reading;

import io.customerroom.kernel.Period;

/** Asks the ledger for the numbers of a wall. */
@FunctionalInterface
public interface Readings {

    /**
     * One metric for the periods from {@code from} to {@code to}, both included and of one grain.
     * Periods without data have no row or a row of zeros, as the metric's card says.
     */
    Reading read(String metric, Period from, Period to, WallQuery query);
}
