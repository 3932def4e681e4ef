package io.customerroom.statistics.lifetime;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a model says of every state: computed once per state, to be looked up by customer. Where the expectation of somebody alive depends
 * on x and T alone, it is computed once per pair of those.
 */
public final class Scores {

    private final double[] alive;
    private final double[] expected;

    private Scores(double[] alive, double[] expected) {
        this.alive = alive;
        this.expected = expected;
    }

    /** @param ahead how far expectations look, in the unit of the counts */
    public static Scores of(PurchaseModel model, Counts counts, double ahead) {
        return of(model, counts, new double[] {ahead}).getFirst();
    }

    /** For several times at once: who is alive does not depend on them, and is computed once. */
    public static List<Scores> of(PurchaseModel model, Counts counts, double[] ahead) {
        Marginal byAge = Marginal.ofAge(counts);
        double[] alive = model.probabilitiesAlive(counts);
        return Arrays.stream(ahead)
                .mapToObj(time -> new Scores(alive, expected(model, counts, byAge, alive, time)))
                .toList();
    }

    private static double[] expected(PurchaseModel model, Counts counts, Marginal byAge, double[] alive, double ahead) {
        double[] expected = new double[counts.size()];
        if (counts.size() == 0) {
            return expected;
        }
        if (model.expectedIfAlive(ahead, counts.state(0).x(), counts.state(0).age())
                .isEmpty()) {
            for (int i = 0; i < expected.length; i++) {
                expected[i] = model.expected(ahead, counts.state(i));
            }
            return expected;
        }
        double[] ifAlive = ifAlive(model, counts, byAge, ahead);
        for (int i = 0; i < expected.length; i++) {
            expected[i] = alive[i] * ifAlive[byAge.of(i)];
        }
        return expected;
    }

    /** Per pair of x and age. Of one x the ages lie densely, and what is expected is smooth in them. */
    private static double[] ifAlive(PurchaseModel model, Counts counts, Marginal byAge, double ahead) {
        double[] ifAlive = new double[byAge.size()];
        int[] entry = new int[counts.times().length];
        for (int begin = 0, end; begin < ifAlive.length; begin = end) {
            int x = byAge.x(begin);
            Arrays.fill(entry, -1);
            for (end = begin; end < ifAlive.length && byAge.x(end) == x; end++) {
                entry[byAge.time(end)] = end;
            }
            int[] present =
                    IntStream.range(0, entry.length).filter(i -> entry[i] >= 0).toArray();
            double[] ages =
                    Arrays.stream(present).mapToDouble(i -> counts.times()[i]).toArray();
            double[] values = SmoothFunction.at(
                    ages, age -> model.expectedIfAlive(ahead, x, age).orElse(Double.NaN));
            for (int i = 0; i < present.length; i++) {
                ifAlive[entry[present[i]]] = values[i];
            }
        }
        return ifAlive;
    }

    /** P(alive) of the state with this number in the counts. */
    public double alive(int state) {
        return alive[state];
    }

    /** Expected purchases of one customer in this state. */
    public double expected(int state) {
        return expected[state];
    }
}
