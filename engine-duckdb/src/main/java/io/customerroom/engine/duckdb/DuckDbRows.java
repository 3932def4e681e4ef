package io.customerroom.engine.duckdb;

import io.customerroom.ledger.engine.Rows;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads an answer into plain values, the same for every engine. */
final class DuckDbRows {

    private DuckDbRows() {}

    static Rows read(ResultSet results) throws SQLException {
        List<Rows.Column> columns = new ArrayList<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        each(results, all -> {
            columns.addAll(all);
            return row -> rows.add(Collections.unmodifiableList(row));
        });
        return new Rows(List.copyOf(columns), Collections.unmodifiableList(rows));
    }

    /** Row by row; each is a list of its own. */
    static void each(ResultSet results, Function<List<Rows.Column>, Consumer<List<@Nullable Object>>> taker)
            throws SQLException {
        try (results) {
            ResultSetMetaData meta = results.getMetaData();
            List<Rows.Column> columns = new ArrayList<>();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                columns.add(new Rows.Column(meta.getColumnLabel(i), type(meta.getColumnTypeName(i))));
            }
            Consumer<List<@Nullable Object>> taken = taker.apply(List.copyOf(columns));
            while (results.next()) {
                List<@Nullable Object> row = new ArrayList<>(columns.size());
                for (int i = 0; i < columns.size(); i++) {
                    row.add(value(results, i + 1, columns.get(i).type()));
                }
                taken.accept(row);
            }
        }
    }

    /** A sum of integers is a HUGEINT here and a BIGINT elsewhere: both are Long as long as they fit. */
    private static Class<?> type(String name) {
        return switch (name) {
            case "BOOLEAN" -> Boolean.class;
            case "TINYINT",
                    "SMALLINT",
                    "INTEGER",
                    "BIGINT",
                    "HUGEINT",
                    "UTINYINT",
                    "USMALLINT",
                    "UINTEGER",
                    "UBIGINT" -> Long.class;
            case "FLOAT", "DOUBLE" -> Double.class;
            case "DATE" -> LocalDate.class;
            case "TIMESTAMP", "TIMESTAMP WITH TIME ZONE", "TIMESTAMP_NS", "TIMESTAMP_MS", "TIMESTAMP_S" ->
                Instant.class;
            default -> name.startsWith("DECIMAL") ? BigDecimal.class : String.class;
        };
    }

    private static @Nullable Object value(ResultSet results, int index, Class<?> type) throws SQLException {
        if (type == LocalDate.class) {
            return results.getObject(index, LocalDate.class);
        }
        Object value = results.getObject(index);
        if (value == null || type == Boolean.class) {
            return value;
        }
        if (type == Instant.class) {
            return instant(results, index, value);
        }
        return switch (value) {
            case BigDecimal exact -> exact;
            case BigInteger whole when whole.bitLength() > 63 -> new BigDecimal(whole);
            case Double real -> real;
            case Float real -> real.doubleValue();
            case Number whole -> whole.longValue();
            default -> value.toString();
        };
    }

    private static Instant instant(ResultSet results, int index, Object value) throws SQLException {
        return switch (value) {
            case OffsetDateTime zoned -> zoned.toInstant();
            case LocalDateTime utc -> utc.toInstant(ZoneOffset.UTC);
            case Timestamp ignored ->
                results.getObject(index, LocalDateTime.class).toInstant(ZoneOffset.UTC);
            default -> throw new SQLException("unexpected time " + value.getClass());
        };
    }
}
