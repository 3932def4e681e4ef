package io.customerroom.web.customers;

import io.customerroom.ledger.engine.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds to listed facts who typed them, where any of them was typed. */
final class TypedRows {

    private TypedRows() {}

    /** @param typists who typed a batch and when, by its name */
    static Rows signed(Rows rows, Map<String, String> typists) {
        int batch = rows.columns().stream().map(Rows.Column::name).toList().indexOf("batch");
        if (batch < 0 || rows.rows().stream().noneMatch(row -> typists.containsKey(String.valueOf(row.get(batch))))) {
            return rows;
        }
        List<Rows.Column> columns = new ArrayList<>(rows.columns());
        columns.add(new Rows.Column("typed_by", String.class));
        List<List<@Nullable Object>> signed = new ArrayList<>();
        for (List<@Nullable Object> row : rows.rows()) {
            List<@Nullable Object> more = new ArrayList<>(row);
            more.add(typists.get(String.valueOf(row.get(batch))));
            signed.add(more);
        }
        return new Rows(columns, signed);
    }
}
