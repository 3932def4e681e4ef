package io.customerroom.web.files;

import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.walls.exhibit.Kind;
import io.customerroom.walls.exhibit.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table with values of their own kind, read row by row, however many there are.
 *
 * @param rows in the order of the columns; read once
 * @param total rows there are
 */
public record Grid(List<Column> columns, Stream<List<@Nullable Object>> rows, long total) {

    /** What the values of a column are. */
    public enum Type {
        TEXT,
        WHOLE,
        EXACT,
        DAY,
        MOMENT,
        YES_OR_NO
    }

    /**
     * @param name stable, as in CSV and Parquet
     * @param label as a person reads it
     * @param digits that are shown after the point; negative: as many as a value has, at most two
     */
    public record Column(String name, String label, Type type, int digits) {}

    private static final int AS_IT_IS = -1;

    /** Columns that hold a customer's key; it is written c1z…, and never a name. */
    private static final Set<String> CUSTOMERS = Set.of("customer", "referred", "other");

    /** The table of an exhibit. A column whose values are not all of its kind is one of texts. */
    public static Grid of(Table table) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            columns.add(column(table, i));
        }
        return new Grid(
                columns,
                table.rows().stream().map(row -> typed(columns, row.values())),
                table.rows().size());
    }

    private static Column column(Table table, int at) {
        Table.Column column = table.columns().get(at);
        Type type = column.kind().number() ? Type.EXACT : column.kind() == Kind.DAY ? Type.DAY : Type.TEXT;
        boolean fits = table.rows().stream().map(row -> row.values().get(at)).allMatch(value -> fits(type, value));
        int digits = column.kind() == Kind.AMOUNT ? column.digits() : AS_IT_IS;
        return new Column(column.name(), column.label(), fits ? type : Type.TEXT, digits);
    }

    private static boolean fits(Type type, @Nullable String value) {
        try {
            typed(type, value);
            return true;
        } catch (NumberFormatException | DateTimeParseException e) {
            return false;
        }
    }

    private static List<@Nullable Object> typed(List<Column> columns, List<@Nullable String> values) {
        List<@Nullable Object> typed = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            typed.add(typed(columns.get(i).type(), values.get(i)));
        }
        return typed;
    }

    private static @Nullable Object typed(Type type, @Nullable String value) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case WHOLE, EXACT -> new BigDecimal(value);
            case DAY -> LocalDate.parse(value);
            case TEXT, MOMENT, YES_OR_NO -> value;
        };
    }

    /** Rows of the ledger. */
    public static Grid of(Rows rows, long total) {
        List<Column> columns = rows.columns().stream().map(Grid::column).toList();
        return new Grid(columns, rows.rows().stream().map(row -> shown(rows.columns(), row)), total);
    }

    /** Headed by the names that scripts rely on, where no person reads the labels. */
    public Grid byName() {
        return new Grid(
                columns.stream()
                        .map(column -> new Column(column.name(), column.name(), column.type(), column.digits()))
                        .toList(),
                rows,
                total);
    }

    private static Column column(Rows.Column column) {
        String words = column.name().replace('_', ' ');
        String label = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        Type type = CUSTOMERS.contains(column.name()) ? Type.TEXT : type(column.type());
        return new Column(column.name(), label, type, AS_IT_IS);
    }

    private static Type type(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "Long", "Integer" -> Type.WHOLE;
            case "BigDecimal", "Double" -> Type.EXACT;
            case "LocalDate" -> Type.DAY;
            case "Instant" -> Type.MOMENT;
            case "Boolean" -> Type.YES_OR_NO;
            default -> Type.TEXT;
        };
    }

    private static List<@Nullable Object> shown(List<Rows.Column> columns, List<@Nullable Object> row) {
        List<@Nullable Object> shown = new ArrayList<>(row);
        for (int i = 0; i < shown.size(); i++) {
            if (CUSTOMERS.contains(columns.get(i).name()) && shown.get(i) instanceof Long key) {
                shown.set(i, key > 0 ? new CustomerId(key).toString() : String.valueOf(key));
            }
        }
        return shown;
    }
}
