package io.customerroom.ledger.metrics;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.statistics.Ratio;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds to each cohort and age the share still active, in percent of the customers gained. */
final class CohortShareStep implements FinishingStep {

    @Override
    public Rows apply(Rows rows, Map<String, String> parameters) {
        List<Rows.Column> columns = new ArrayList<>(rows.columns());
        columns.add(new Rows.Column("share", String.class));
        List<List<@Nullable Object>> finished = new ArrayList<>();
        for (List<@Nullable Object> row : rows.rows()) {
            List<@Nullable Object> longer = new ArrayList<>(row);
            longer.add(
                    switch (Ratio.of(number(rows, row, "active"), number(rows, row, "customers"))) {
                        case Ratio.Defined defined -> defined.percent(2).toPlainString();
                        case Ratio.Undefined undefined -> undefined.text();
                    });
            finished.add(longer);
        }
        return new Rows(columns, finished);
    }

    private static BigDecimal number(Rows rows, List<@Nullable Object> row, String column) {
        return new BigDecimal(
                Objects.requireNonNull(row.get(rows.indexOf(column))).toString());
    }
}
