package io.customerroom.walls.listening;

import io.customerroom.kernel.Period;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Reading.Line;
import java.util.List;
import java.util.Optional;

/**
 * Tickets of one period over all stages.
 *
 * @param open at the end of the period, however old
 */
record Volume(long opened, long closed, long open) {

    static Optional<Volume> of(Reading tickets, Period period) {
        List<Line> lines = tickets.lines(period.name());
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Volume(sum(lines, "opened"), sum(lines, "closed"), sum(lines, "open")));
    }

    private static long sum(List<Line> lines, String column) {
        return lines.stream().mapToLong(line -> line.count(column)).sum();
    }
}
