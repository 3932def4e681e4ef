package io.customerroom.walls.reading;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.kernel.Period;
import io.customerroom.walls.exhibit.Chapter;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Remark;
import io.customerroom.walls.exhibit.Remarks;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.exhibit.Wall;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts what people wrote beside the exhibits of a wall: numbered marks on the picture, the words beneath it, and in a table of periods a
 * column of its own. A view with a filter shows the remarks on itself and those on the whole company; a view of the past those known then.
 */
public record Annotated(Remarks remarks, CompanyCalendar calendar) {

    private static final String PERIOD = "period";

    /** The wall with remarks; the very same where nobody wrote any. */
    public Wall on(Wall wall, WallQuery query) {
        return new Wall(
                wall.number(),
                wall.name(),
                wall.sentence(),
                wall.notices(),
                wall.opening().stream().map(exhibit -> on(exhibit, query)).toList(),
                wall.exhibits().stream().map(exhibit -> on(exhibit, query)).toList());
    }

    /** Chapters with remarks. */
    public Chapters on(Chapters chapters) {
        return new Chapters() {
            @Override
            public List<Chapter> all() {
                return chapters.all();
            }

            @Override
            public Wall compose(Chapter chapter, WallQuery query) {
                return on(chapters.compose(chapter, query), query);
            }

            private Wall on(Wall wall, WallQuery query) {
                return Annotated.this.on(wall, query);
            }
        };
    }

    /** The exhibit with the remarks of the time it shows. */
    public Exhibit on(Exhibit exhibit, WallQuery query) {
        if (exhibit.chart().filter(Chart.Process.class::isInstance).isPresent()) {
            return exhibit; // the series of a contact has placed its own
        }
        List<Period> periods = periods(exhibit.table(), query);
        Instant known = query.written();
        Stream<String> series = query.where().isEmpty()
                ? Stream.of(Remarks.exhibit(exhibit.id(), Map.of()))
                : Stream.of(Remarks.exhibit(exhibit.id(), Map.of()), Remarks.exhibit(exhibit.id(), query.where()));
        List<Remark> written = series.flatMap(name -> remarks.on(name, known).stream())
                .filter(remark -> periods.stream().anyMatch(period -> holds(period, remark.day())))
                .sorted(Comparator.comparing(Remark::day).thenComparingLong(Remark::number))
                .toList();
        return written.isEmpty()
                ? exhibit
                : new Exhibit(
                        exhibit.id(),
                        exhibit.title(),
                        exhibit.second(),
                        exhibit.figures(),
                        exhibit.chart().map(chart -> marked(chart, written)),
                        exhibit.caption(),
                        table(exhibit.table(), written),
                        exhibit.warnings(),
                        exhibit.source(),
                        written);
    }

    /** The periods of its table, where it is one of periods; else that of the view. */
    private List<Period> periods(Table table, WallQuery query) {
        return byPeriod(table)
                ? table.rows().stream()
                        .map(row -> period(row.values().getFirst()))
                        .flatMap(Optional::stream)
                        .toList()
                : List.of(query.period());
    }

    private static boolean byPeriod(Table table) {
        return !table.columns().isEmpty() && table.columns().getFirst().name().equals(PERIOD);
    }

    private Optional<Period> period(@Nullable String name) {
        try {
            return Optional.ofNullable(name).map(calendar::parse);
        } catch (Failure notOne) {
            return Optional.empty();
        }
    }

    private static boolean holds(Period period, LocalDate day) {
        return !day.isBefore(period.startsOn()) && day.isBefore(period.endsOn());
    }

    private Chart marked(Chart chart, List<Remark> written) {
        List<String> names =
                switch (chart) {
                    case Chart.Line line -> line.names();
                    case Chart.Bars bars -> bars.lying() ? List.of() : bars.names();
                    default -> List.of(); // no axis of time
                };
        List<Integer> places = new ArrayList<>();
        for (Remark remark : written) {
            int place = -1;
            for (int i = 0; i < names.size(); i++) {
                if (period(names.get(i))
                        .filter(period -> holds(period, remark.day()))
                        .isPresent()) {
                    place = i;
                }
            }
            places.add(place);
        }
        return new Chart.Noted(chart, places);
    }

    private Table table(Table table, List<Remark> written) {
        if (!byPeriod(table)) {
            return table;
        }
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(Column.text("remark", "Remark"));
        List<Row> rows = new ArrayList<>();
        for (Row row : table.rows()) {
            List<@Nullable String> values = new ArrayList<>(row.values());
            values.add(words(period(row.values().getFirst()), written));
            rows.add(new Row(values, row.drill(), row.parts()));
        }
        return new Table(table.caption(), columns, rows);
    }

    private static @Nullable String words(Optional<Period> period, List<Remark> written) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Remark remark = Objects.requireNonNull(written.get(i));
            if (period.filter(it -> holds(it, remark.day())).isPresent()) {
                words.add("%d: %s".formatted(i + 1, remark.inWords()));
            }
        }
        return words.isEmpty() ? null : String.join("; ", words);
    }
}
