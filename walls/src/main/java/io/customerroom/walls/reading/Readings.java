package io.customerroom.walls.reading;

import io.customerroom.kernel.Period;
import java.util.Map;

/** Asks the ledger for the numbers of a wall. */
@FunctionalInterface
public interface Readings {

    /**
     * One metric for the periods from {@code from} to {@code to}, both included and of one grain.
     * Periods without data have no row or a row of zeros, as the metric's card says.
     */
    Reading read(String metric, Period from, Period to, WallQuery query);

    /**
     * Only the rows whose columns hold these values.
     *
     * @param parts values by parameters of the metric that are columns of its answer as well
     */
    default Reading part(String metric, Period from, Period to, WallQuery query, Map<String, String> parts) {
        Reading all = read(metric, from, to, query);
        return all.where(line -> parts.entrySet().stream()
                .allMatch(part -> line.named(part.getKey(), "").equals(part.getValue())));
    }
}
