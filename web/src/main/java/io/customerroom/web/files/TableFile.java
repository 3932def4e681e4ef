package io.customerroom.web.files;

import io.customerroom.kernel.Csv;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Session;
import io.customerroom.web.files.Grid.Column;
import io.customerroom.web.files.Grid.Type;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table as CSV and as Parquet. Values are exact in both. */
public final class TableFile {

    private TableFile() {}

    /** Row by row: a header of stable names, no value is an empty field, texts that a spreadsheet would run are led by an apostrophe. */
    public static void csv(Grid grid, Writer out) throws IOException {
        out.write(Csv.line(grid.columns().stream().map(Column::name).toList()));
        try (Stream<List<@Nullable Object>> all = grid.rows()) {
            Iterator<List<@Nullable Object>> rows = all.iterator();
            while (rows.hasNext()) {
                List<@Nullable String> texts = new ArrayList<>();
                for (Object value : rows.next()) {
                    texts.add(
                            value instanceof BigDecimal amount
                                    ? amount.toPlainString()
                                    : value == null ? null : String.valueOf(value));
                }
                out.write(Csv.line(texts));
            }
        }
    }

    /**
     * The table of an exhibit, with its papers in the file's own notes. Meant for tables that a page can hold: every value is bound on its
     * own. The file must not exist.
     */
    public static void parquet(Grid grid, Map<String, String> about, Engine engine, Path file) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        List<String> selects = new ArrayList<>();
        List<List<@Nullable Object>> rows = grid.rows().toList();
        for (int row = 0; row < rows.size(); row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < grid.columns().size(); column++) {
                String name = "v%d_%d".formatted(row, column);
                values.put(name, bound(rows.get(row).get(column)));
                cells.add(typed(":" + name, grid.columns().get(column)));
            }
            selects.add("SELECT " + row + " AS ordinal, " + String.join(", ", cells));
        }
        if (rows.isEmpty()) {
            selects.add("SELECT 0 AS ordinal, "
                    + String.join(
                            ", ",
                            grid.columns().stream()
                                    .map(column -> typed("NULL", column))
                                    .toList())
                    + " WHERE 1 = 0");
        }
        String sql = "SELECT %s FROM (%s) cells ORDER BY ordinal"
                .formatted(
                        String.join(
                                ", ",
                                grid.columns().stream().map(TableFile::quoted).toList()),
                        String.join("\nUNION ALL\n", selects));
        try (Session session = engine.open()) {
            session.write(sql, values, file, about);
        }
    }

    private static @Nullable Object bound(@Nullable Object value) {
        return value instanceof BigDecimal amount ? amount.toPlainString() : value;
    }

    private static String typed(String value, Column column) {
        return "CAST(%s AS %s) AS %s".formatted(value, sqlType(column.type()), quoted(column));
    }

    private static String sqlType(Type type) {
        return switch (type) {
            case TEXT -> "VARCHAR";
            case WHOLE -> "BIGINT";
            case EXACT -> "DECIMAL(38, 10)";
            case DAY -> "DATE";
            case MOMENT -> "TIMESTAMP";
            case YES_OR_NO -> "BOOLEAN";
        };
    }

    private static String quoted(Column column) {
        return '"' + column.name().replace("\"", "\"\"") + '"';
    }
}
