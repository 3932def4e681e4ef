package io.customerroom.ledger.metrics;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.definitions.ContractSwitch;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.statistics.Ratio;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Adds gross churn, net churn, quick ratio and the share of customers lost to a recurring-value answer; each {@code undefined} where it would
 * be over nothing. Refuses switches that the text would not understand.
 */
final class RecurringRatesStep implements FinishingStep {

    @Override
    public void check(Map<String, String> parameters) {
        ContractVariants.parse(parameters.getOrDefault(ContractVariants.PARAMETER, ""));
        new TreeMap<>(parameters)
                .forEach((name, given) -> ContractSwitch.ofParameter(name)
                        .filter(it -> !it.allows(given))
                        .ifPresent(it -> {
                            throw Failure.yours(
                                    "SWITCH_UNKNOWN",
                                    "%s cannot be '%s'.".formatted(name, given),
                                    "It is %s.".formatted(it.accepted()));
                        }));
    }

    @Override
    public Rows apply(Rows rows, Map<String, String> parameters) {
        List<Rows.Column> columns = new ArrayList<>(rows.columns());
        for (String rate : List.of("gross_churn", "net_churn", "quick_ratio", "customer_churn")) {
            columns.add(new Rows.Column(rate, String.class));
        }
        List<List<@Nullable Object>> finished = new ArrayList<>();
        for (List<@Nullable Object> row : rows.rows()) {
            RecurringFlow flow = flow(rows, row);
            List<@Nullable Object> longer = new ArrayList<>(row);
            longer.add(flow.grossChurn().text());
            longer.add(flow.netChurn().text());
            longer.add(flow.quickRatio().text());
            longer.add(Ratio.of(money(rows, row, "customers_churn"), money(rows, row, "customers_opening"))
                    .text());
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
                money(rows, row, "reactivation"),
                money(rows, row, "resumption"),
                money(rows, row, "pause"));
    }

    private static BigDecimal money(Rows rows, List<@Nullable Object> row, String column) {
        return new BigDecimal(Objects.requireNonNullElse(row.get(rows.indexOf(column)), BigDecimal.ZERO)
                .toString());
    }
}
