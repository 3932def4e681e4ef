package io.customerroom.ledger.metrics;

import io.customerroom.ledger.engine.Rows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds gross churn, net churn and quick ratio to a recurring-value answer. */
final class RecurringRatesStep implements FinishingStep {

    @Override
    public Rows apply(Rows rows, Map<String, String> parameters) {
        List<Rows.Column> columns = new ArrayList<>(rows.columns());
        for (String rate : List.of("gross_churn", "net_churn", "quick_ratio")) {
            columns.add(new Rows.Column(rate, String.class));
        }
        List<List<@Nullable Object>> finished = new ArrayList<>();
        for (List<@Nullable Object> row : rows.rows()) {
            RecurringFlow flow = flow(rows, row);
            List<@Nullable Object> longer = new ArrayList<>(row);
            longer.add(flow.grossChurn().text());
            longer.add(flow.netChurn().text());
            longer.add(flow.quickRatio().text());
            finished.add(longer);
        }
        return new Rows(columns, finished);
    }

    private static RecurringFlow flow(Rows rows, List<@Nullable Object> row) {
        return new RecurringFlow(
                money(rows, row, "opening"),
                money(rows, row, "new"),
                money(rows, row, "expansion"),
                money(rows, row, "contraction"),
                money(rows, row, "churn"),
                money(rows, row, "reactivation"));
    }

    private static BigDecimal money(Rows rows, List<@Nullable Object> row, String column) {
        return new BigDecimal(Objects.requireNonNullElse(row.get(rows.indexOf(column)), BigDecimal.ZERO)
                .toString());
    }
}
