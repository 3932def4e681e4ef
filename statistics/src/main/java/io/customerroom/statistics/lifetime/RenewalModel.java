package io.customerroom.statistics.lifetime;

/**
 * How long customers with a renewable contract stay. Time is counted in contract periods; everybody is there in period 0 and may leave at the end of
 * period 1 for the first time.
 */
public interface RenewalModel {

    /** ln S(t). */
    double logSurvival(double t);

    /**
     * The present value of one per period from a customer who has stayed through {@code renewals} renewals and is about to decide on the next one: the next period
     * counts in full if it comes, the one after it discounted once, and so on: Σ S(t | T &gt; n − 1) / (1 + d)^(t − n) from t = n = renewals + 1. DERL of Fader and
     * Hardie (2010).
     *
     * @param discount d, per contract period, not negative. Without discount the sum may be infinite
     */
    double residualLifetime(int renewals, double discount);

    /**
     * The same of the next {@code most} renewals alone: what comes later counts nothing.
     *
     * @param discount d, per contract period, not negative
     * @param most renewals that are counted, not negative
     */
    default double residualLifetime(int renewals, double discount, int most) {
        double stayed = logSurvival(renewals);
        double sum = 0;
        for (int later = most; later >= 1; later--) {
            sum += Math.exp(logSurvival(renewals + later) - stayed - (later - 1) * Math.log1p(discount));
        }
        return sum;
    }

    /** S(t): the share that has renewed at least t times. */
    default double survival(int t) {
        return Math.exp(logSurvival(t));
    }

    /** P(T = t): leaves at the end of period t, the first being 1. */
    default double probabilityOfLeaving(int t) {
        double before = logSurvival(t - 1);
        return -Math.exp(before) * Math.expm1(logSurvival(t) - before);
    }

    /** r_t = S(t) / S(t − 1): the share of those there in period t who renew at its end. */
    default double retention(int t) {
        return Math.exp(logSurvival(t) - logSurvival(t - 1));
    }

    /** The share of those who have renewed so often who will renew at least {@code more} times again. */
    default double survival(int renewals, int more) {
        return Math.exp(logSurvival(renewals + more) - logSurvival(renewals));
    }

    /** Present value of a customer who begins today and pays in advance: one now, and what follows. */
    default double lifetime(double discount) {
        return 1 + residualLifetime(0, discount) / (1 + discount);
    }
}
