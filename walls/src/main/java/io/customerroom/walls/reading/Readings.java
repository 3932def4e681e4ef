package io.customerroom.walls.reading;

import io.customerroom.kernel.Period;
import java.util.List;

/** Asks the ledger for the numbers of a wall. */
@FunctionalInterface
public interface Readings {

    /**
     * One metric for the periods from {@code from} to {@code to}, both included and of one grain, split by the dimensions named.
     * Periods without data have no row or a row of zeros, as the metric's card says.
     */
    Reading read(String metric, Period from, Period to, List<String> by, WallQuery query);
}
