package io.customerroom.bench;

import io.customerroom.statistics.lifetime.Counts;
import io.customerroom.statistics.lifetime.Discount;
import io.customerroom.statistics.lifetime.GammaGamma;
import io.customerroom.statistics.lifetime.LifetimeScores;
import io.customerroom.statistics.lifetime.ParetoNbd;
import java.util.Random;

/** Customers one by one, each with the number of his state and what he spent per repeat purchase. */
final class ValuedCustomers {

    private static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);
    private static final Discount YEARLY = Discount.yearly(0.15, 365.25);
    private static final double MARGIN = 0.3;
    private static final double A_YEAR = 365;

    private final Counts counts;
    private final int[] states;
    private final int[] purchases;
    private final double[] means;

    ValuedCustomers(Counts counts) {
        this.counts = counts;
        int size = (int) counts.customers();
        states = new int[size];
        purchases = new int[size];
        means = new double[size];
        Random random = new Random(11);
        for (int state = 0, customer = 0; state < counts.size(); state++) {
            int x = counts.state(state).x();
            for (int i = 0; i < counts.weight(state); i++, customer++) {
                states[customer] = state;
                purchases[customer] = x;
                means[customer] = x == 0 ? 0 : -35 * Math.log(1 - random.nextDouble());
            }
        }
    }

    /** The lifetime value of each; scores are taken per state and joined back. */
    double[] value(ParetoNbd model) {
        LifetimeScores scores = LifetimeScores.of(model, counts, A_YEAR, YEARLY);
        double[] values = new double[states.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = MARGIN * SPEND.expected(purchases[i], means[i]) * scores.discounted(states[i]);
        }
        return values;
    }
}
