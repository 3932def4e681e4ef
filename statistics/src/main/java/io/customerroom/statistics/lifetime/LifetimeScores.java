package io.customerroom.statistics.lifetime;

/**
 * What a Pareto/NBD says of every state: P(alive), purchases to come within a time, and discounted purchases to come for ever. Computed once per state, to be looked
 * up by customer; a lifetime value is then the last of them times what the customer spends and the margin.
 *
 * <p>The integrals are taken once per pair of x and one time, what depends on the age alone once per age. Agrees with the model's own answers to a relative 1e-9.
 */
public final class LifetimeScores {

    private final double[] alive;
    private final double[] expected;
    private final double[] discounted;

    private LifetimeScores(int size) {
        alive = new double[size];
        expected = new double[size];
        discounted = new double[size];
    }

    /**
     * @param ahead how far expectations look, in the unit of the counts
     * @param discount in the same unit
     */
    public static LifetimeScores of(ParetoNbd model, Counts counts, double ahead, Discount discount) {
        double[] times = counts.times();
        Ages ages = new Ages(model, counts, ahead, discount);
        double[] alive = model.probabilitiesAlive(counts);
        LifetimeScores scores = new LifetimeScores(counts.size());
        for (int i = 0; i < counts.size(); i++) {
            int time = counts.ages()[i];
            double rate = alive[i] * (model.r() + counts.xs()[i]) / (model.alpha() + times[time]);
            scores.alive[i] = alive[i];
            scores.expected[i] = rate * ages.life[time];
            scores.discounted[i] = rate * ages.worth[time];
        }
        return scores;
    }

    /** P(alive) of the state with this number in the counts. */
    public double alive(int state) {
        return alive[state];
    }

    /** Expected purchases of one customer in this state. */
    public double expected(int state) {
        return expected[state];
    }

    /** DERT of one customer in this state. */
    public double discounted(int state) {
        return discounted[state];
    }

    /** What depends on one time alone: of somebody who is alive at this age the expected time alive, plain and discounted. */
    private static final class Ages {

        private final double[] life;
        private final double[] worth;

        Ages(ParetoNbd model, Counts counts, double ahead, Discount discount) {
            double[] times = counts.times();
            life = new double[times.length];
            worth = new double[times.length];
            boolean[] asked = new boolean[times.length];
            for (int age : counts.ages()) {
                asked[age] = true;
            }
            for (int i = 0; i < times.length; i++) {
                if (asked[i]) {
                    // One purchase per unit of time while alive.
                    ParetoNbd steady = new ParetoNbd(1, 1, model.s(), model.beta() + times[i]);
                    life[i] = steady.expected(ahead);
                    worth[i] = steady.discountedExpected(discount);
                }
            }
        }
    }
}
