package io.customerroom.ledger.metrics;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.statistics.Interval;
import io.customerroom.statistics.Ratio;
import io.customerroom.statistics.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds the share of the gained customers who are desired, in percent, with its interval of plausible shares at 95 %. Refuses splits the text does not know. */
final class FitShareStep implements FinishingStep {

    @Override
    public void check(Map<String, String> parameters) {
        Splits.require(parameters, List.of("segment", "site", "channel"));
    }

    @Override
    public Rows apply(Rows rows, Map<String, String> parameters) {
        List<Rows.Column> columns = new ArrayList<>(rows.columns());
        for (String name : List.of("share", "low", "high")) {
            columns.add(new Rows.Column(name, String.class));
        }
        List<List<@Nullable Object>> finished = new ArrayList<>();
        for (List<@Nullable Object> row : rows.rows()) {
            Share share = new Share(count(rows, row, "desired"), count(rows, row, "customers"));
            Interval interval = share.interval();
            List<@Nullable Object> longer = new ArrayList<>(row);
            longer.add(
                    switch (share.ratio()) {
                        case Ratio.Defined defined -> defined.percent(2).toPlainString();
                        case Ratio.Undefined undefined -> undefined.text();
                    });
            longer.add(percent(interval.low()));
            longer.add(percent(interval.high()));
            finished.add(longer);
        }
        return new Rows(columns, finished);
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share * 100).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static long count(Rows rows, List<@Nullable Object> row, String column) {
        return Long.parseLong(
                Objects.requireNonNull(row.get(rows.indexOf(column))).toString());
    }
}
