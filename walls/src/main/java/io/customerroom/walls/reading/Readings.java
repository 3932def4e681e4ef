package io.customerroom.walls.reading;

import io.customerroom.kernel.Period;
import io.customerroom.walls.reading.Reading.Line;
import java.util.Map;
import java.util.function.Consumer;

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

    /**
     * The same line by line, for answers too long to be held: the reading that is left has papers and no lines.
     *
     * @param parts as for {@link #part}; none for {@link #read}
     * @param take a line is good until the next one
     */
    default Reading each(
            String metric, Period from, Period to, WallQuery query, Map<String, String> parts, Consumer<Line> take) {
        Reading all = parts.isEmpty() ? read(metric, from, to, query) : part(metric, from, to, query, parts);
        all.lines().forEach(take);
        return all.where(line -> false);
    }

    /** Line by line where nobody shows the papers: they are not made, which for very many lines is much of the work. */
    default void lines(
            String metric, Period from, Period to, WallQuery query, Map<String, String> parts, Consumer<Line> take) {
        each(metric, from, to, query, parts, take);
    }
}
