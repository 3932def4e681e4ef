package io.customerroom.walls.exhibit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The exact numbers behind a picture. Values are kept exactly and rounded only where they are shown.
 *
 * @param caption what one row stands for
 */
public record Table(String caption, List<Column> columns, List<Row> rows) {

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.values().size() != columns.size()) {
                throw new IllegalArgumentException(
                        "rows must have " + columns.size() + " values, but one has " + row.values());
            }
        }
    }

    /**
     * @param name stable, as in the downloaded file
     * @param label as a person reads it
     * @param digits after the point, for amounts
     * @param key whether its value names the row
     * @param unit of its numbers, where the label does not say it: {@code EUR}, {@code %}; may be empty
     */
    public record Column(String name, String label, Kind kind, int digits, boolean key, String unit) {

        /** A column whose label says its unit, or that has none. */
        public Column(String name, String label, Kind kind, int digits, boolean key) {
            this(name, label, kind, digits, key, "");
        }

        public static Column key(String name, String label) {
            return new Column(name, label, Kind.TEXT, 0, true);
        }

        public static Column text(String name, String label) {
            return new Column(name, label, Kind.TEXT, 0, false);
        }

        public static Column count(String name, String label) {
            return new Column(name, label, Kind.COUNT, 0, false);
        }

        public static Column amount(String name, String label, int digits) {
            return new Column(name, label, Kind.AMOUNT, digits, false);
        }

        public static Column day(String name, String label) {
            return new Column(name, label, Kind.DAY, 0, false);
        }

        /** The same column, whose numbers are of this unit. */
        public Column in(String unit) {
            return new Column(name, label, kind, digits, key, unit);
        }

        /** The label, with the unit where the label does not say it: {@code Value lost, EUR}. */
        public String heading() {
            return unit.isEmpty() || label.contains(unit) ? label : label + ", " + unit;
        }

        /** The exact value as this column writes it; nothing is an en dash, never a zero. */
        public String shown(@Nullable String value) {
            if (value == null) {
                return "–";
            }
            return switch (kind) {
                case TEXT, DAY -> value;
                case COUNT -> Numbers.plain(new BigDecimal(value), 2);
                case AMOUNT -> Numbers.fixed(new BigDecimal(value), digits);
            };
        }
    }

    /**
     * @param values exact, in the columns' order; null is "no value"
     * @param drill where the customers and events behind this row are listed
     * @param parts where those behind single values are listed, by the name of their column
     */
    public record Row(List<@Nullable String> values, Optional<Drill> drill, Map<String, Drill> parts) {

        public Row {
            values = Collections.unmodifiableList(new ArrayList<>(values));
            parts = Collections.unmodifiableMap(new TreeMap<>(parts));
        }

        public static Row of(@Nullable String... values) {
            return new Row(Arrays.asList(values), Optional.empty(), Map.of());
        }

        public Row to(Drill target) {
            return new Row(values, Optional.of(target), parts);
        }

        /** The same row, of which the value in one column leads to a place of its own. */
        public Row to(String column, Drill target) {
            Map<String, Drill> more = new TreeMap<>(parts);
            more.put(column, target);
            return new Row(values, drill, more);
        }
    }
}
