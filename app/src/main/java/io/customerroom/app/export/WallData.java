package io.customerroom.app.export;

import io.customerroom.kernel.Csv;
import io.customerroom.state.json.Json;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Figure;
import io.customerroom.walls.exhibit.Remark;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Wall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walls as data. Values are exact and written as texts; nothing is null in JSON and an empty field in CSV. */
public final class WallData {

    private WallData() {}

    /** One table after the other: a line with wall, exhibit and finding, the table with its header, an empty line. */
    public static String csv(WallPages pages) {
        StringBuilder csv = new StringBuilder();
        for (Wall wall : pages.walls()) {
            for (Exhibit exhibit : wall.all()) {
                csv.append(Csv.of(List.of("wall-" + wall.number(), exhibit.id(), exhibit.title()), List.of()))
                        .append(Csv.of(names(exhibit.table()), rows(exhibit.table())))
                        .append("\r\n");
            }
        }
        return csv.toString();
    }

    /** One object on one line. */
    public static String json(WallPages pages) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("company", pages.company());
        all.put("period", pages.period());
        all.put("through", pages.clocks().through());
        all.put("known", pages.clocks().known());
        all.put("walls", pages.walls().stream().map(WallData::wall).toList());
        return Json.write(all) + "\n";
    }

    private static Map<String, @Nullable Object> wall(Wall wall) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("number", wall.number());
        all.put("name", wall.name());
        all.put("sentence", wall.sentence());
        all.put("notices", wall.notices());
        all.put("exhibits", wall.all().stream().map(WallData::exhibit).toList());
        return all;
    }

    private static Map<String, @Nullable Object> exhibit(Exhibit exhibit) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("id", exhibit.id());
        all.put("title", exhibit.title());
        all.put("second", exhibit.second());
        all.put("figures", exhibit.figures().stream().map(WallData::figure).toList());
        all.put("columns", names(exhibit.table()));
        all.put("rows", rows(exhibit.table()));
        all.put("warnings", exhibit.warnings());
        all.put("remarks", exhibit.remarks().stream().map(Remark::inWords).toList());
        all.put("metric", exhibit.source().metric());
        all.put("definitions", exhibit.source().definitions());
        all.put("fingerprint", exhibit.source().fingerprint());
        return all;
    }

    private static Map<String, @Nullable Object> figure(Figure figure) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("id", figure.id());
        all.put("label", figure.label());
        all.put("value", figure.value().map(value -> value.toPlainString()));
        all.put("prior", figure.prior().map(Figure.Comparison::shown));
        all.put("last_year", figure.lastYear().map(Figure.Comparison::shown));
        return all;
    }

    private static List<String> names(Table table) {
        return table.columns().stream().map(Table.Column::name).toList();
    }

    private static List<List<@Nullable String>> rows(Table table) {
        return table.rows().stream().map(Table.Row::values).toList();
    }
}
