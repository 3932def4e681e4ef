package io.customerroom.room.evidence;

import io.customerroom.state.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a page draws of an exhibit, as data: enough to draw it again from storage alone.
 *
 * @param finding the title: what is seen, in about ten words
 * @param measure the second line: measure, unit, population and period
 * @param tiles the opening figures, where the exhibit has any
 * @param columns of the table behind the picture
 * @param rows exact texts in the order of the columns; null where nothing can be said
 * @param chart the chart's option as JSON text; empty when the table is the picture
 * @param warnings caveats that stand beside the figures
 * @param remarks what people had written beside it, numbered as on the picture
 * @param around what stood around it; meetings frozen before this was kept have {@link Surroundings#NONE}
 */
public record ExhibitView(
        String finding,
        String measure,
        List<Tile> tiles,
        List<Column> columns,
        List<List<@Nullable String>> rows,
        String chart,
        List<String> warnings,
        List<String> remarks,
        Surroundings around) {

    /** An exhibit nobody had remarked on, of which nothing is known but itself. */
    public ExhibitView(
            String finding,
            String measure,
            List<Tile> tiles,
            List<Column> columns,
            List<List<@Nullable String>> rows,
            String chart,
            List<String> warnings) {
        this(finding, measure, tiles, columns, rows, chart, warnings, List.of(), Surroundings.NONE);
    }

    /** The same with other rows and remarks. */
    public ExhibitView withRows(List<List<@Nullable String>> shown, List<String> said) {
        return new ExhibitView(finding, measure, tiles, columns, shown, chart, warnings, said, around);
    }

    /** What a column holds. */
    public enum Kind {
        /** Names the row: a period, a segment, a contact. */
        KEY,
        /** A number people act on; a change of it later is a restatement. */
        FIGURE,
        /** Anything else that is shown. */
        NOTE
    }

    /**
     * A column of the table.
     *
     * @param name as the metric calls it
     * @param title as people read it
     * @param unit of its numbers; empty where it has none, or the title says it
     * @param digits shown after the point; below zero where that was not kept
     */
    public record Column(String name, String title, Kind kind, String unit, int digits) {

        public Column(String name, String title, Kind kind, String unit) {
            this(name, title, kind, unit, -1);
        }
    }

    /**
     * An opening figure.
     *
     * @param value exact; null where nothing can be said
     * @param shown as it was written
     * @param parts how it came about; may be empty
     * @param beside what it was before and what was aimed at, one sentence each
     */
    public record Tile(
            String name, String title, @Nullable String value, String shown, String parts, List<String> beside) {

        public Tile {
            beside = List.copyOf(beside);
        }

        public Tile(String name, String title, @Nullable String value, String shown, String parts) {
            this(name, title, value, shown, parts, List.of());
        }
    }

    /**
     * What stood around an exhibit when it was frozen.
     *
     * @param sentence of its wall or chapter: what a president takes away in ten seconds
     * @param notices what had to be known before the numbers were believed
     * @param caption what the picture adds
     * @param row what one row of the table stands for
     * @param metric with its version: {@code customer-math@1}
     * @param layer the chapter on which it hung
     */
    public record Surroundings(
            String sentence, List<String> notices, String caption, String row, String metric, Layer layer) {

        /** Nothing was kept. */
        public static final Surroundings NONE = new Surroundings("", List.of(), "", "", "", Layer.WALL);

        public Surroundings {
            notices = List.copyOf(notices);
        }
    }

    /**
     * Where on a wall an exhibit hung.
     *
     * @param id of the chapter; empty for the wall itself
     * @param question the chapter answers
     */
    public record Layer(String id, String question) {

        /** The first layer, which everybody sees. */
        public static final Layer WALL = new Layer("", "");

        public boolean wall() {
            return id.isEmpty();
        }
    }

    public ExhibitView {
        tiles = List.copyOf(tiles);
        columns = List.copyOf(columns);
        warnings = List.copyOf(warnings);
        remarks = List.copyOf(remarks);
        for (List<@Nullable String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "rows must have %d values, but one has %d".formatted(columns.size(), row.size()));
            }
        }
        if (!chart.isEmpty()) {
            Json.read(chart);
        }
    }

    /** The number in a cell of a figure; empty where nothing can be said or what is said is no number. */
    public static Optional<BigDecimal> number(@Nullable String cell) {
        if (cell == null || cell.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(cell));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** In the canonical spelling: equal views have equal texts. What was not kept is not written, so that texts of older meetings stay as they were. */
    public String toJson() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("finding", finding);
        map.put("measure", measure);
        map.put("tiles", tiles.stream().map(ExhibitView::tile).toList());
        map.put("columns", columns.stream().map(ExhibitView::column).toList());
        map.put("rows", rows);
        map.put("chart", chart);
        map.put("warnings", warnings);
        if (!remarks.isEmpty()) {
            map.put("remarks", remarks); // what was frozen before there were any keeps its text
        }
        if (!around.equals(Surroundings.NONE)) {
            map.put("around", around(around));
        }
        return Json.write(map);
    }

    private static Map<String, Object> around(Surroundings around) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("sentence", around.sentence());
        map.put("notices", around.notices());
        map.put("caption", around.caption());
        map.put("row", around.row());
        map.put("metric", around.metric());
        if (!around.layer().wall()) {
            map.put("chapter", around.layer().id());
            map.put("question", around.layer().question());
        }
        return map;
    }

    private static Map<String, Object> column(Column column) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", column.name());
        map.put("title", column.title());
        map.put("kind", column.kind());
        map.put("unit", column.unit());
        if (column.digits() >= 0) {
            map.put("digits", column.digits());
        }
        return map;
    }

    private static Map<String, @Nullable Object> tile(Tile tile) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", tile.name());
        map.put("title", tile.title());
        map.put("value", tile.value());
        map.put("shown", tile.shown());
        map.put("parts", tile.parts());
        if (!tile.beside().isEmpty()) {
            map.put("beside", tile.beside());
        }
        return map;
    }

    public static ExhibitView fromJson(String json) {
        Map<String, @Nullable Object> map = Json.readObject(json);
        List<Tile> tiles = new ArrayList<>();
        for (Object tile : list(map, "tiles")) {
            Map<?, ?> entry = (Map<?, ?>) tile;
            tiles.add(new Tile(
                    text(entry, "name"),
                    text(entry, "title"),
                    (String) entry.get("value"),
                    text(entry, "shown"),
                    text(entry, "parts"),
                    entry.containsKey("beside") ? texts(entry, "beside") : List.of()));
        }
        List<Column> columns = new ArrayList<>();
        for (Object column : list(map, "columns")) {
            Map<?, ?> entry = (Map<?, ?>) column;
            columns.add(new Column(
                    text(entry, "name"),
                    text(entry, "title"),
                    Kind.valueOf(text(entry, "kind").toUpperCase(Locale.ROOT)),
                    text(entry, "unit"),
                    entry.get("digits") instanceof Number digits ? digits.intValue() : -1));
        }
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (Object row : list(map, "rows")) {
            List<@Nullable String> cells = new ArrayList<>();
            for (Object cell : (List<?>) row) {
                cells.add((String) cell);
            }
            rows.add(cells);
        }
        return new ExhibitView(
                text(map, "finding"),
                text(map, "measure"),
                tiles,
                columns,
                rows,
                text(map, "chart"),
                texts(map, "warnings"),
                map.containsKey("remarks") ? texts(map, "remarks") : List.of(),
                map.get("around") instanceof Map<?, ?> around ? surroundings(around) : Surroundings.NONE);
    }

    private static Surroundings surroundings(Map<?, ?> map) {
        return new Surroundings(
                text(map, "sentence"),
                texts(map, "notices"),
                text(map, "caption"),
                text(map, "row"),
                text(map, "metric"),
                map.containsKey("chapter") ? new Layer(text(map, "chapter"), text(map, "question")) : Layer.WALL);
    }

    private static String text(Map<?, ?> map, String key) {
        if (map.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("a text '" + key + "' was expected");
    }

    private static List<String> texts(Map<?, ?> map, String key) {
        return list(map, key).stream().map(String.class::cast).toList();
    }

    private static List<?> list(Map<?, ?> map, String key) {
        if (map.get(key) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("a list '" + key + "' was expected");
    }
}
