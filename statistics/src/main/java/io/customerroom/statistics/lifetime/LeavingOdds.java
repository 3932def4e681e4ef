package io.customerroom.statistics.lifetime;

/**
 * P(alive) of all states at once, for models in which a customer leaves unseen at some moment: the odds of having left between t_x and T are G(x, t_x) / S(x, T) − G(x, T) / S(x, T),
 * where G and S depend on x and <em>one</em> time each. So the integrals are taken once per such pair, and a state costs one exponential.
 *
 * <p>Where t_x is close to T the difference of two numbers that are nearly equal is small itself beside the 1 of P(alive) = 1 / (1 + odds): nothing is lost. Who wants the odds themselves
 * asks {@link PurchaseModel#logOddsAlive}.
 */
final class LeavingOdds {

    /** One model's integral over the moment of leaving. */
    interface Tail {

        /** G(x, t) / S(x, t), between 0 and 1: of those who bought x times and were there at t, how many would have left after it. */
        double later(int x, double t);

        /** ln S(x, t): of having bought x times and being there at t, but for what does not depend on t. */
        double logThere(int x, double t);
    }

    private LeavingOdds() {}

    /** In the order of the states. */
    static double[] alive(Counts counts, Tail tail) {
        Marginal byRecency = Marginal.ofRecency(counts);
        Marginal byAge = Marginal.ofAge(counts);
        double[] times = counts.times();
        double[] gone = new double[byRecency.size()];
        for (int i = 0; i < gone.length; i++) {
            double recency = times[byRecency.time(i)];
            gone[i] = Math.log(tail.later(byRecency.x(i), recency)) + tail.logThere(byRecency.x(i), recency);
        }
        double[] later = new double[byAge.size()];
        double[] there = new double[byAge.size()];
        for (int i = 0; i < later.length; i++) {
            double age = times[byAge.time(i)];
            later[i] = tail.later(byAge.x(i), age);
            there[i] = tail.logThere(byAge.x(i), age);
        }
        double[] alive = new double[counts.size()];
        for (int i = 0; i < alive.length; i++) {
            int age = byAge.of(i);
            double odds = counts.recencies()[i] == counts.ages()[i]
                    ? 0
                    : Math.exp(gone[byRecency.of(i)] - there[age]) - later[age];
            alive[i] = 1 / (1 + Math.max(0, odds));
        }
        return alive;
    }
}
