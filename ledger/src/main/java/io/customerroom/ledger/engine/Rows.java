package io.customerroom.ledger.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small answer, held in memory. Values are String, Long, BigDecimal, Double, Boolean, LocalDate, Instant or null. */
public record Rows(List<Column> columns, List<List<@Nullable Object>> rows) {

    /** A column's name and its kind of value. */
    public record Column(String name, Class<?> type) {}

    public int size() {
        return rows.size();
    }

    public int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column " + column + " in " + columns);
    }
}
