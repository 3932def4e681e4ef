package io.customerroom.walls.worth;

import io.customerroom.statistics.lifetime.Counts;
import io.customerroom.statistics.lifetime.Estimate;
import io.customerroom.statistics.lifetime.PurchaseModel;
import io.customerroom.statistics.lifetime.Scores;
import java.util.Arrays;

/** What one model foretold of customers by their traits: sums over all states at the cut, each of which stands under three of them. */
final class TraitForecast {

    /** States that are looked at to say how sums answer to the parameters. */
    private static final int MOST = 4_000;

    private final Misses.Teller teller;
    private final Traits traits;
    private final double ahead;
    private int[] places = new int[64];
    private int[] marks = new int[3 * 64];
    private double[] customers = new double[64];
    private int size;

    TraitForecast(Misses.Teller teller, Traits traits, double ahead) {
        this.teller = teller;
        this.traits = traits;
        this.ahead = ahead;
    }

    void add(String segment, StatePairs pairs) {
        int of = traits.of(segment);
        for (int i = 0; i < pairs.size(); i++) {
            StatePairs.Pair pair = pairs.pair(i);
            if (i > 0 && sameState(pair, pairs.pair(i - 1))) {
                customers[size - 1] += pair.customers();
            } else {
                add(of, pair);
            }
        }
    }

    private static boolean sameState(StatePairs.Pair one, StatePairs.Pair other) {
        return one.earlyX() == other.earlyX() && one.first() == other.first() && one.earlyLast() == other.earlyLast();
    }

    private void add(int segment, StatePairs.Pair pair) {
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
            customers = Arrays.copyOf(customers, 2 * size);
            marks = Arrays.copyOf(marks, 6 * size);
        }
        int last = teller.clock().applyAsInt(pair.earlyLast());
        int first = pair.first() == pair.earlyLast()
                ? last
                : Math.min(teller.clock().applyAsInt(pair.first()), last - 1);
        places[size] = teller.states().of(first, last, pair.earlyX());
        customers[size] = pair.customers();
        marks[3 * size] = segment;
        marks[3 * size + 1] = traits.cohort(pair.first());
        marks[3 * size + 2] = traits.often(pair.earlyX());
        size++;
    }

    /**
     * By trait.
     *
     * @param chance variance of what they do, the parameters given
     * @param errors standard errors from the parameters; of several models they are added up
     */
    void addTo(double[] expected, double[] chance, double[] errors) {
        if (size == 0) {
            return;
        }
        Counts counts = teller.part().counts();
        Estimate estimate = teller.part().fit().estimate();
        Scores scores = Scores.of(teller.part().fit().model(), counts, ahead);
        double[] spread = new double[counts.size()];
        for (int i = 0; i < spread.length; i++) {
            spread[i] = Forecast.chance(estimate, counts.state(i).x(), scores.expected(i), scores.alive(i));
        }
        for (int i = 0; i < size; i++) {
            for (int mark = 3 * i; mark < 3 * i + 3; mark++) {
                expected[marks[mark]] += customers[i] * scores.expected(places[i]);
                chance[marks[mark]] += customers[i] * spread[places[i]];
            }
        }
        int nth = 1 + (counts.size() - 1) / MOST;
        Counts some = counts.thinned(nth);
        double[] seen = sums(teller.part().fit().model(), some, nth);
        double[] all = sums(scores, 1);
        double[] own =
                estimate.standardErrors(p -> sums(teller.part().candidate().model(p), some, nth));
        for (int i = 0; i < errors.length; i++) {
            errors[i] += seen[i] > 0 ? own[i] * all[i] / seen[i] : 0;
        }
    }

    private double[] sums(PurchaseModel model, Counts some, int nth) {
        return sums(Scores.of(model, some, ahead), nth);
    }

    /** @param nth state of those that are looked at */
    private double[] sums(Scores scores, int nth) {
        double[] sums = new double[traits.size()];
        for (int i = 0; i < size; i++) {
            if (places[i] % nth == 0) {
                double all = customers[i] * scores.expected(places[i] / nth);
                for (int mark = 3 * i; mark < 3 * i + 3; mark++) {
                    sums[marks[mark]] += all;
                }
            }
        }
        return sums;
    }
}
