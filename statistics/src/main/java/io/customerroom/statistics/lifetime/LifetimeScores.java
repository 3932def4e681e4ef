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
        Marginal byRecency = Marginal.ofRecency(counts);
        Marginal byAge = Marginal.ofAge(counts);
        double[] times = counts.times();
        Ages ages = new Ages(model, counts, ahead, discount);
        double[] gone = new double[byRecency.size()];
        double[] later = new double[byAge.size()];
        double[] there = new double[byAge.size()];
        ParetoTail tail = model.tail();
        for (int i = 0; i < gone.length; i++) {
            double m = model.r() + byRecency.x(i);
            int time = byRecency.time(i);
            gone[i] = Math.log(tail.kappa(byRecency.x(i), times[time]))
                    - m * ages.logAlpha[time]
                    - model.s() * ages.logBeta[time];
        }
        for (int i = 0; i < later.length; i++) {
            int time = byAge.time(i);
            later[i] = tail.kappa(byAge.x(i), times[time]);
            there[i] = -(model.r() + byAge.x(i)) * ages.logAlpha[time] - model.s() * ages.logBeta[time];
        }
        LifetimeScores scores = new LifetimeScores(counts.size());
        for (int i = 0; i < counts.size(); i++) {
            int age = byAge.of(i);
            int time = counts.ages()[i];
            double odds = counts.recencies()[i] == time ? 0 : Math.exp(gone[byRecency.of(i)] - there[age]) - later[age];
            double share = 1 / (1 + Math.max(0, odds));
            double rate = share * (model.r() + counts.xs()[i]) / (model.alpha() + times[time]);
            scores.alive[i] = share;
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

    /** What depends on one time alone: logarithms, and of somebody who is alive at this age the expected time alive, plain and discounted. */
    private static final class Ages {

        private final double[] logAlpha;
        private final double[] logBeta;
        private final double[] life;
        private final double[] worth;

        Ages(ParetoNbd model, Counts counts, double ahead, Discount discount) {
            double[] times = counts.times();
            logAlpha = new double[times.length];
            logBeta = new double[times.length];
            life = new double[times.length];
            worth = new double[times.length];
            boolean[] asked = new boolean[times.length];
            for (int age : counts.ages()) {
                asked[age] = true;
            }
            for (int i = 0; i < times.length; i++) {
                logAlpha[i] = Math.log(model.alpha() + times[i]);
                logBeta[i] = Math.log(model.beta() + times[i]);
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
