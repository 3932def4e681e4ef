package io.customerroom.statistics.lifetime;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

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
        double[] alive = new double[counts.size()];
        for (int i = 0; i < alive.length; i++) {
            alive[i] = model.probabilityAlive(counts.state(i));
        }
        return Arrays.stream(ahead)
                .mapToObj(time -> new Scores(alive, expected(model, counts, byAge, alive, time)))
                .toList();
    }

    private static double[] expected(PurchaseModel model, Counts counts, Marginal byAge, double[] alive, double ahead) {
        double[] ifAlive = new double[byAge.size()];
        Arrays.fill(ifAlive, Double.NaN);
        double[] expected = new double[counts.size()];
        for (int i = 0; i < expected.length; i++) {
            int pair = byAge.of(i);
            if (Double.isNaN(ifAlive[pair])) {
                History state = counts.state(i);
                OptionalDouble known = model.expectedIfAlive(ahead, state.x(), state.age());
                if (known.isEmpty()) {
                    expected[i] = model.expected(ahead, state);
                    continue;
                }
                ifAlive[pair] = known.getAsDouble();
            }
            expected[i] = alive[i] * ifAlive[pair];
        }
        return expected;
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
