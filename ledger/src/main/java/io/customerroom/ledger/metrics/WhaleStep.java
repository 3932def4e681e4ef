package io.customerroom.ledger.metrics;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.statistics.Ratio;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Adds to each point of a whale curve what it is ({@code peak}, {@code end}, {@code peak and end} or {@code step}), its share of the customers and its share of
 * the whole contribution, both in percent. Of a contribution that is zero or a loss there are no shares: they are undefined.
 */
final class WhaleStep implements FinishingStep {

    @Override
    public Rows apply(Rows rows, Map<String, String> parameters) {
        List<Rows.Column> columns = new ArrayList<>(rows.columns());
        for (String added : List.of("point", "share_of_customers", "share_of_contribution")) {
            columns.add(new Rows.Column(added, String.class));
        }
        List<List<@Nullable Object>> finished = new ArrayList<>();
        for (List<@Nullable Object> row : rows.rows()) {
            BigDecimal place = number(rows, row, "place");
            BigDecimal customers = number(rows, row, "customers");
            BigDecimal total = number(rows, row, "total");
            List<@Nullable Object> longer = new ArrayList<>(row);
            longer.add(point(place, number(rows, row, "earning"), customers));
            longer.add(percent(Ratio.of(place, customers)));
            longer.add(
                    percent(Ratio.of(number(rows, row, "cumulative"), total.signum() < 0 ? BigDecimal.ZERO : total)));
            finished.add(longer);
        }
        return new Rows(columns, finished);
    }

    private static String point(BigDecimal place, BigDecimal earning, BigDecimal customers) {
        boolean peak = place.compareTo(earning) == 0;
        boolean end = place.compareTo(customers) == 0;
        return peak && end ? "peak and end" : peak ? "peak" : end ? "end" : "step";
    }

    private static String percent(Ratio ratio) {
        return switch (ratio) {
            case Ratio.Defined defined -> defined.percent(2).toPlainString();
            case Ratio.Undefined undefined -> undefined.text();
        };
    }

    private static BigDecimal number(Rows rows, List<@Nullable Object> row, String column) {
        return new BigDecimal(
                Objects.requireNonNull(row.get(rows.indexOf(column))).toString());
    }
}
