package io.customerroom.ledger.metrics;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.statistics.Interval;
import io.customerroom.statistics.NetPromoterScore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds the score with its interval, and the weighted score where answers have weights, to counts of answers. */
final class NetPromoterStep implements FinishingStep {

    @Override
    public Rows apply(Rows rows, Map<String, String> parameters) {
        List<Rows.Column> columns = new ArrayList<>(rows.columns());
        for (String added : List.of("nps", "nps_low", "nps_high", "weighted_nps")) {
            columns.add(new Rows.Column(added, BigDecimal.class));
        }
        List<List<@Nullable Object>> finished = new ArrayList<>();
        for (List<@Nullable Object> row : rows.rows()) {
            NetPromoterScore score = new NetPromoterScore(
                    whole(rows, row, "promoters"), whole(rows, row, "detractors"), whole(rows, row, "n"));
            Interval interval = score.interval();
            List<@Nullable Object> longer = new ArrayList<>(row);
            longer.add(score.points());
            longer.add(points(interval.low()));
            longer.add(points(interval.high()));
            longer.add(weighted(rows, row));
            finished.add(longer);
        }
        return new Rows(columns, finished);
    }

    /** Nothing where there are no weights, or where they sum to nothing. */
    private static @Nullable BigDecimal weighted(Rows rows, List<@Nullable Object> row) {
        BigDecimal all = money(rows, row, "weight");
        return all.signum() <= 0
                ? null
                : NetPromoterScore.points(
                        money(rows, row, "promoters_weight"), money(rows, row, "detractors_weight"), all);
    }

    private static BigDecimal points(double bound) {
        return BigDecimal.valueOf(bound).setScale(2, RoundingMode.HALF_UP);
    }

    private static long whole(Rows rows, List<@Nullable Object> row, String column) {
        return (Long) Objects.requireNonNull(row.get(rows.indexOf(column)));
    }

    private static BigDecimal money(Rows rows, List<@Nullable Object> row, String column) {
        return row.get(rows.indexOf(column)) instanceof BigDecimal sum ? sum : BigDecimal.ZERO;
    }
}
