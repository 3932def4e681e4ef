package io.customerroom.walls.asset;

import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Tone;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.exhibit.Titles;
import io.customerroom.walls.worth.Equities.Changed;
import io.customerroom.walls.worth.EquityChange;
import io.customerroom.walls.worth.EquityChange.Sum;
import io.customerroom.walls.worth.Move;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Why customer equity changed, segment by segment; each segment, and each part of its change, opens to its customers. */
record EquitySegments(EquityExhibits frame, EquityChange change, Changed changed) {

    /** The segment that carries most of the change; none where there is but one, or where it moved the other way. */
    static Optional<Map.Entry<String, Sum>> foremost(EquityChange change) {
        SortedMap<String, Sum> segments = sums(change);
        int way = change.all().change().signum();
        Comparator<Map.Entry<String, Sum>> least =
                Comparator.comparing(entry -> entry.getValue().change());
        return segments.size() < 2 || way == 0
                ? Optional.empty()
                : segments.entrySet().stream()
                        .min(way < 0 ? least : least.reversed())
                        .filter(entry -> entry.getValue().change().signum() == way);
    }

    private static SortedMap<String, Sum> sums(EquityChange change) {
        SortedMap<String, Sum> sums = new TreeMap<>();
        change.segments()
                .forEach((segment, moves) -> sums.put(
                        segment, moves.values().stream().reduce(Sum::plus).orElseThrow()));
        return sums;
    }

    Exhibit exhibit() {
        SortedMap<String, Sum> sums = sums(change);
        List<Row> rows = new ArrayList<>();
        sums.forEach((segment, all) -> rows.add(row(segment, all)));
        rows.add(Row.of(values("together", change.all(), change::of)));
        List<@Nullable BigDecimal> bars = new ArrayList<>();
        sums.values().forEach(all -> bars.add(all.change()));
        return frame.exhibit(
                "equity-segments",
                List.of(),
                title(sums),
                changed,
                Optional.of(new Chart.Bars(
                        frame.currency().getCurrencyCode(),
                        true,
                        sums.keySet().stream().map(EquityExhibits::named).toList(),
                        List.of(new Series("change of customer equity", Tone.ORDINARY, bars, 0)))),
                "Customers stand under the segment they have now",
                new Table("Across and down, the figures add up to the last column and the last row", columns(), rows));
    }

    /** Who carries most of the change; where nobody does, from the lowest to the highest. */
    private String title(SortedMap<String, Sum> sums) {
        Comparator<Map.Entry<String, Sum>> byChange =
                Comparator.comparing(entry -> entry.getValue().change());
        return foremost(change)
                .map(most -> "%s %s most: %s of %s"
                        .formatted(
                                EquityExhibits.named(most.getKey()),
                                change.all().change().signum() < 0 ? "fell" : "rose",
                                frame.signed(most.getValue().change()),
                                frame.signed(change.all().change())))
                .orElseGet(() -> "From %s to %s"
                        .formatted(
                                words(sums.entrySet().stream().min(byChange).orElseThrow()),
                                words(sums.entrySet().stream().max(byChange).orElseThrow())));
    }

    private String words(Map.Entry<String, Sum> segment) {
        return "%s in %s".formatted(frame.signed(segment.getValue().change()), EquityExhibits.named(segment.getKey()));
    }

    private Row row(String segment, Sum all) {
        Map<Move, Sum> moves = Objects.requireNonNull(change.segments().get(segment));
        Row row = Row.of(values(EquityExhibits.named(segment), all, move -> Objects.requireNonNull(moves.get(move))))
                .to(frame.drill(changed, Map.of("segment", segment)));
        for (Map.Entry<Move, Sum> part : moves.entrySet()) {
            if (part.getValue().customers() > 0) {
                String move = part.getKey().id();
                row = row.to(move, frame.drill(changed, Map.of("segment", segment, "move", move)));
            }
        }
        return row;
    }

    private static @Nullable String[] values(String name, Sum all, Function<Move, Sum> moves) {
        List<@Nullable String> values = new ArrayList<>(List.of(name, Long.toString(all.customers())));
        values.add(EquityExhibits.exact(all.before()));
        for (Move move : Move.values()) {
            values.add(EquityExhibits.exact(moves.apply(move).moved()));
        }
        values.add(EquityExhibits.exact(all.model()));
        values.add(EquityExhibits.exact(all.now()));
        return values.toArray(new @Nullable String[0]);
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.key("segment", "Segment"),
                Column.count("customers", "Customers"),
                MoneyWords.column("before", "Worth before", frame.currency())));
        for (Move move : Move.values()) {
            columns.add(MoneyWords.column(move.id(), Titles.capital(move.words()), frame.currency()));
        }
        columns.add(MoneyWords.column("model", "By the models", frame.currency()));
        columns.add(MoneyWords.column("now", "Worth now", frame.currency()));
        return columns;
    }
}
