package io.customerroom.walls.asset;

import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.WallQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How customers moved from the opening to the closing, with the identity printed; the table has the thirteen periods up to now. */
final class FlowExhibit {

    private static final String METRIC = "customer-math";

    private static final List<Column> COLUMNS = List.of(
            Column.key("period", "Period"),
            Column.count("opening", "Opening"),
            Column.count("gained", "Gained"),
            Column.count("regained", "Regained"),
            Column.count("lost", "Lost"),
            Column.count("closing", "Closing"));

    private FlowExhibit() {}

    static Exhibit of(Flow flow, Reading math, WallQuery query) {
        Chart.Waterfall waterfall =
                new Chart.Waterfall(flow.opening(), flow.gained(), flow.regained(), flow.lost(), flow.closing());
        return new Exhibit(
                "flow",
                title(flow),
                "Customers, opening to closing; %s; %s".formatted(PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                Optional.of(waterfall),
                waterfall.identity(),
                new Table("One row per period, oldest first", COLUMNS, rows(math)),
                math.warnings(),
                math.source());
    }

    private static String title(Flow flow) {
        String came = Numbers.whole(flow.incoming());
        String left = Numbers.whole(flow.lost());
        if (flow.net() == 0) {
            return "%s customers came and as many left".formatted(came);
        }
        String capital = flow.netInWords();
        return "%s: %s came, %s left".formatted(capital, came, left);
    }

    private static List<Row> rows(Reading math) {
        return math.lines().stream().map(FlowExhibit::row).toList();
    }

    /** Each number leads to its own customers; the period to everybody who was there. */
    private static Row row(Reading.Line line) {
        String period = line.named("period", "");
        Row row = Row.of(COLUMNS.stream()
                        .map(column -> line.exact(column.name()))
                        .toArray(String[]::new))
                .to(new Drill(METRIC, period, Map.of()));
        for (Column column : COLUMNS) {
            if (!column.key()) {
                row = row.to(column.name(), new Drill(METRIC, period, Map.of("part", column.name())));
            }
        }
        return row;
    }
}
