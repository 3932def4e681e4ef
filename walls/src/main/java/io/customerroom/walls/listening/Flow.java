package io.customerroom.walls.listening;

import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.Reading.Line;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tickets that passed through a period: opening + opened − closed = closing.
 *
 * @param opening open before the period's first day
 * @param closing open at its end, or at the last day known where it is not over
 */
record Flow(long opening, long opened, long closed, long closing) {

    Flow {
        if (opening + opened - closed != closing) {
            throw new IllegalArgumentException("closing must be opening + opened - closed, but %d + %d - %d is not %d"
                    .formatted(opening, opened, closed, closing));
        }
    }

    /** The sum over these lines of {@link Tickets#METRIC}. */
    static Flow of(List<Line> lines) {
        return new Flow(sum(lines, "opening"), sum(lines, "opened"), sum(lines, "closed"), sum(lines, "closing"));
    }

    private static long sum(List<Line> lines, String column) {
        return lines.stream().mapToLong(line -> line.count(column)).sum();
    }

    long change() {
        return opened - closed;
    }

    /** As it is printed under a picture. */
    String identity() {
        return "%s open before + %s opened − %s closed = %s open at the end"
                .formatted(
                        Numbers.whole(opening), Numbers.whole(opened), Numbers.whole(closed), Numbers.whole(closing));
    }

    /** The columns of a table of flows, behind the one that names a row. */
    static List<Column> columns() {
        return List.of(
                Column.count("opening", "Open before"),
                Column.count("opened", "Opened"),
                Column.count("closed", "Closed"),
                Column.count("change", "Change"),
                Column.count("closing", "Open at the end"));
    }

    /** A row of such a table, in which every count leads to its tickets. */
    Row row(String name, String period, Map<String, String> where) {
        Row row = Row.of(
                name,
                Long.toString(opening),
                Long.toString(opened),
                Long.toString(closed),
                Long.toString(change()),
                Long.toString(closing));
        for (String part : List.of("opening", "opened", "closed", "closing")) {
            row = row.to(part, drill(period, where, part));
        }
        return row;
    }

    /** A row for a period of which nothing is known. */
    static Row unknown(String name) {
        @Nullable String none = null;
        return Row.of(name, none, none, none, none, none);
    }

    private static Drill drill(String period, Map<String, String> where, String part) {
        Map<String, String> all = new TreeMap<>(where);
        all.put("part", part);
        return new Drill(Tickets.METRIC, period, all);
    }
}
