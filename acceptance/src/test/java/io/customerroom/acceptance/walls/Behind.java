package io.customerroom.acceptance.walls;

import io.customerroom.ledger.engine.Rows;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows behind a figure, added up by the names of their columns. */
record Behind(Rows rows) {

    int size() {
        return rows.size();
    }

    long sum(String column) {
        return total(column).longValueExact();
    }

    BigDecimal total(String column) {
        return rows.rows().stream().map(row -> number(row, column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Only rows whose second column is one. */
    BigDecimal totalWhere(String column, String one) {
        return rows.rows().stream()
                .filter(row -> number(row, one).signum() > 0)
                .map(row -> number(row, column))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    long different(String column) {
        int at = rows.indexOf(column);
        return rows.rows().stream()
                .map(row -> row.get(at))
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    private BigDecimal number(List<@Nullable Object> row, String column) {
        Object value = row.get(rows.indexOf(column));
        return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
    }
}
