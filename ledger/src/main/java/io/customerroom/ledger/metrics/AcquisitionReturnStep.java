package io.customerroom.ledger.metrics;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.statistics.Ratio;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adds what winning one customer cost, and the first year's return: (contribution of the first twelve months − investment) ÷ investment, in percent. Undefined
 * where nothing was invested, or nobody's contribution is known.
 */
final class AcquisitionReturnStep implements FinishingStep {

    @Override
    public void check(Map<String, String> parameters) {
        Splits.require(parameters, List.of("site", "channel"));
    }

    @Override
    public Rows apply(Rows rows, Map<String, String> parameters) {
        List<Rows.Column> columns = new ArrayList<>(rows.columns());
        columns.add(new Rows.Column("cost_per_customer", String.class));
        columns.add(new Rows.Column("first_year_return", String.class));
        List<List<@Nullable Object>> finished = new ArrayList<>();
        for (List<@Nullable Object> row : rows.rows()) {
            BigDecimal invested = number(rows, row, "invested").orElse(BigDecimal.ZERO);
            BigDecimal customers = number(rows, row, "customers").orElse(BigDecimal.ZERO);
            Ratio back = number(rows, row, "contribution")
                    .map(left -> Ratio.of(left.subtract(invested), invested))
                    .orElseGet(Ratio.Undefined::new);
            List<@Nullable Object> longer = new ArrayList<>(row);
            longer.add(
                    switch (Ratio.of(invested, customers)) {
                        case Ratio.Defined cost
                        when invested.signum() != 0 -> cost.value().toPlainString();
                        case Ratio.Defined _, Ratio.Undefined _ -> "undefined";
                    });
            longer.add(
                    switch (back) {
                        case Ratio.Defined defined -> defined.percent(2).toPlainString();
                        case Ratio.Undefined undefined -> undefined.text();
                    });
            finished.add(longer);
        }
        return new Rows(columns, finished);
    }

    private static Optional<BigDecimal> number(Rows rows, List<@Nullable Object> row, String column) {
        return Optional.ofNullable(row.get(rows.indexOf(column))).map(value -> new BigDecimal(value.toString()));
    }
}
