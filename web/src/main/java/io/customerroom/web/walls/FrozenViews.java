package io.customerroom.web.walls;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.room.evidence.ExhibitView;
import io.customerroom.room.evidence.Reading;
import io.customerroom.room.evidence.Restatements;
import io.customerroom.state.json.Json;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Kind;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.reading.Former;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.LedgerStatus.Shown;
import io.customerroom.web.charts.Charts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turns a live exhibit into what a meeting keeps: exact values, the picture as it was drawn, and the papers. Every row carries its
 * period as a key and whether that period was over, so that a later reading is compared with its own past only.
 */
@Component
class FrozenViews {

    private static final String PERIOD = "period";

    private final CompanyCalendar calendar;
    private final Charts charts;

    FrozenViews(CompanyFace company, Charts charts) {
        this.calendar = company.calendar();
        this.charts = charts;
    }

    Reading reading(Wall wall, ExhibitView.Layer layer, Exhibit exhibit, WallQuery query, Shown shown) {
        return new Reading(
                exhibit.id(),
                name(exhibit.id()),
                wall.number(),
                exhibit.source().metricName(),
                query.period().name(),
                view(wall, layer, exhibit, query),
                Optional.empty(),
                query.clocks(),
                shown.definitions(),
                shown.receipts(),
                exhibit.source().fingerprint());
    }

    /** {@code value-by-segment} is called "Value by segment". */
    static String name(String id) {
        return Character.toUpperCase(id.charAt(0)) + id.substring(1).replace('-', ' ');
    }

    private ExhibitView view(Wall wall, ExhibitView.Layer layer, Exhibit exhibit, WallQuery query) {
        return new ExhibitView(
                exhibit.title(),
                exhibit.second(),
                exhibit.figures().stream()
                        .map(figure -> new ExhibitView.Tile(
                                figure.id(),
                                figure.label(),
                                figure.value().map(BigDecimal::toPlainString).orElse(null),
                                figure.shown(),
                                figure.parts(),
                                Pieces.beside(figure)))
                        .toList(),
                columns(exhibit.table()),
                exhibit.table().rows().stream()
                        .map(row -> cells(exhibit.table(), row, query))
                        .toList(),
                exhibit.chart().map(chart -> pictures(chart, exhibit)).orElse(""),
                exhibit.warnings(),
                remarks(exhibit),
                new ExhibitView.Surroundings(
                        wall.sentence(),
                        wall.notices(),
                        Pieces.caption(exhibit),
                        exhibit.table().caption(),
                        exhibit.source().metric(),
                        layer));
    }

    /** As they are numbered on the picture. */
    static List<String> remarks(Exhibit exhibit) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < exhibit.remarks().size(); i++) {
            words.add("%d: %s".formatted(i + 1, exhibit.remarks().get(i).inWords()));
        }
        return words;
    }

    /** As they were drawn: one for a page, one for a telephone. */
    private String pictures(Chart chart, Exhibit exhibit) {
        Map<String, Object> pictures = new LinkedHashMap<>();
        String prefix = "frozen-" + exhibit.id();
        pictures.put("svg", charts.onPage(chart, prefix, exhibit.title()));
        charts.onTelephone(chart, prefix, exhibit.title()).ifPresent(narrow -> pictures.put("narrow", narrow));
        return Json.write(pictures);
    }

    private static List<ExhibitView.Column> columns(Table table) {
        List<ExhibitView.Column> columns = new ArrayList<>();
        table.columns()
                .forEach(column -> columns.add(new ExhibitView.Column(
                        column.name(),
                        column.label(),
                        kind(column),
                        column.unit(),
                        column.kind() == Kind.AMOUNT ? column.digits() : -1)));
        if (!byPeriod(table)) {
            columns.add(new ExhibitView.Column(PERIOD, "Period", ExhibitView.Kind.KEY, ""));
        }
        columns.add(new ExhibitView.Column(Restatements.COMPLETE, "Period over", ExhibitView.Kind.NOTE, ""));
        return columns;
    }

    private static ExhibitView.Kind kind(Table.Column column) {
        if (column.key()) {
            return ExhibitView.Kind.KEY;
        }
        boolean past = column.name().equals(Former.PRIOR) || column.name().equals(Former.LAST_YEAR);
        return column.kind().number() && !past ? ExhibitView.Kind.FIGURE : ExhibitView.Kind.NOTE;
    }

    private List<@Nullable String> cells(Table table, Table.Row row, WallQuery query) {
        List<@Nullable String> cells = new ArrayList<>(row.values());
        String period = query.period().name();
        if (byPeriod(table)) {
            @Nullable String own = row.values().getFirst();
            period = own == null ? period : own;
        } else {
            cells.add(period);
        }
        cells.add(String.valueOf(!calendar.parse(period).partial(query.clocks().through())));
        return cells;
    }

    private static boolean byPeriod(Table table) {
        return table.columns().getFirst().name().equals(PERIOD);
    }
}
