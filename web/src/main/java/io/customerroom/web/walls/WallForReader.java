package io.customerroom.web.walls;

import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.web.customers.RowsForReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A wall as one reader sees it: figures and pictures whole, and of the tables that name customers the rows within the reader's scope. A row that names none, as
 * the sum beneath a list, stays.
 */
@Component
final class WallForReader {

    private static final String CUSTOMER = "customer";

    private final RowsForReader readers;

    WallForReader(RowsForReader readers) {
        this.readers = readers;
    }

    Wall of(Wall wall) {
        return RowsForReader.scope().restricted()
                ? new Wall(
                        wall.number(),
                        wall.name(),
                        wall.sentence(),
                        wall.notices(),
                        of(wall.opening()),
                        of(wall.exhibits()))
                : wall;
    }

    /** Without the lists of customers, where the reader may not see all of them: they cannot be held against what was frozen whole. */
    static Wall figures(Wall wall) {
        return RowsForReader.scope().restricted()
                ? new Wall(
                        wall.number(),
                        wall.name(),
                        wall.sentence(),
                        wall.notices(),
                        figures(wall.opening()),
                        figures(wall.exhibits()))
                : wall;
    }

    private static List<Exhibit> figures(List<Exhibit> exhibits) {
        return exhibits.stream().filter(exhibit -> column(exhibit) < 0).toList();
    }

    private static int column(Exhibit exhibit) {
        return exhibit.table().columns().stream()
                .map(Table.Column::name)
                .toList()
                .indexOf(CUSTOMER);
    }

    private List<Exhibit> of(List<Exhibit> exhibits) {
        return exhibits.stream().map(this::of).toList();
    }

    Exhibit of(Exhibit exhibit) {
        int at = column(exhibit);
        if (at < 0 || !RowsForReader.scope().restricted()) {
            return exhibit;
        }
        Set<CustomerId> named = new HashSet<>();
        exhibit.table().rows().forEach(row -> customer(row, at).ifPresent(named::add));
        Set<CustomerId> seen = readers.seen(named);
        List<Row> shown = new ArrayList<>();
        exhibit.table().rows().stream()
                .filter(row -> customer(row, at).map(seen::contains).orElse(true))
                .forEach(shown::add);
        int outside = exhibit.table().rows().size() - shown.size();
        return exhibit.with(
                new Table(exhibit.table().caption(), exhibit.table().columns(), shown),
                Pieces.sentences(exhibit.caption(), RowsForReader.sentence(outside)));
    }

    private static Optional<CustomerId> customer(Row row, int at) {
        return row.values().get(at) instanceof String key ? customer(key) : Optional.empty();
    }

    /** The customer of a key; empty for other words, as “together”. */
    static Optional<CustomerId> customer(String key) {
        try {
            return Optional.of(CustomerId.parse(key));
        } catch (Failure other) {
            return Optional.empty();
        }
    }
}
