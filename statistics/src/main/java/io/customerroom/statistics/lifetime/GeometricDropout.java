package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.numeric.BetaMean;
import io.customerroom.statistics.numeric.ConfluentU;
import io.customerroom.statistics.numeric.GammaDraw;
import io.customerroom.statistics.numeric.LogSpace;
import io.customerroom.statistics.numeric.NegativeBinomial;
import io.customerroom.statistics.numeric.SpecialFunctions;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What BG/NBD, MBG/NBD and MBG/CNBD-k have in common. Purchases come in <em>stages</em>: a Poisson process with rate lambda ~ Gamma(r,
 * alpha), of which every k-th event is a purchase. After each repeat purchase the customer leaves with probability p ~ Beta(a, b); in the
 * modified models already after the first purchase of all.
 *
 * <p>With R = r + kx stages' worth of rate, n = x (+ 1 if one may leave at the start) tosses survived, u = (T − t_x) / (alpha + T) and
 * S = Σ_{j&lt;k} (R)_j u^j / j!, which is 1 for k = 1:
 *
 * <pre>
 * odds of being alive = (b + n − 1) / a × ((alpha + t_x) / (alpha + T))^R × S
 * </pre>
 *
 * <p>Expectations are sums of positive terms. Of the future stages M, negative binomial with shape R, ⌊M / k⌋ are purchases if the tosses
 * go well: E = Σ_m P(M = m) Σ_{i&lt;⌊m/k⌋} E[q^i]. It has no singular point: at a = 1, where the papers' formulas are 0/0, it has its
 * limit. For k = 1 and many stages the same expectation is the mean of (1 − (1 + p t / A)^−R) / p over p ~ Beta(a, b + n).
 *
 * @param k stages per purchase
 * @param fromStart whether somebody may leave right after the first purchase
 */
record GeometricDropout(int k, boolean fromStart, double r, double alpha, double a, double b) {

    static final List<String> NAMES = List.of("r", "alpha", "a", "b");

    /** Up to so many stages the sum is quicker than the integral. */
    private static final double FEW = 300;

    /** U(1, b, z) is 1 / z to the last digit beyond its inverse (times b). */
    private static final double FADED = 1e-22;

    private static final double HUGE = 1e250;
    private static final double EPSILON = 1e-17;

    GeometricDropout {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, but was " + k);
        }
        for (double parameter : new double[] {r, alpha, a, b}) {
            if (!(parameter > 0 && parameter < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("r, alpha, a, b must be positive and finite, but were %s, %s, %s, %s"
                        .formatted(r, alpha, a, b));
            }
        }
    }

    /** A customer of this model, observed for the given age. */
    History draw(RandomGenerator random, double age) {
        double rate = GammaDraw.gamma(random, r) / alpha;
        double leave = GammaDraw.beta(random, a, b);
        double last = 0;
        double now = 0;
        int x = 0;
        boolean alive = !fromStart || random.nextDouble() >= leave;
        while (alive) {
            for (int stage = 0; stage < k; stage++) {
                now -= Math.log(1 - random.nextDouble()) / rate;
            }
            // A rate of 0 makes the wait infinite.
            if (!(now <= age)) {
                break;
            }
            last = now;
            x++;
            alive = random.nextDouble() >= leave;
        }
        return new History(x, last, age);
    }

    double logLikelihood(History history) {
        int n = tosses(history.x());
        if (history.x() == 0) {
            double other = survival(n) * new NegativeBinomial(r, history.age() / alpha).atLeast(k);
            if (other < 0.5) {
                // Close to certain: taken from the other side, so that the digits after 1 are kept.
                return Math.log1p(-other);
            }
        }
        double stages = (double) k * history.x();
        double survived = SpecialFunctions.logRising(b, n) - SpecialFunctions.logRising(a + b, n);
        double bought = SpecialFunctions.logRising(r, stages)
                - r * Math.log1p(history.age() / alpha)
                - (stages == 0 ? 0 : stages * Math.log(alpha + history.age()));
        return bought + survived + Math.log(waiting(history)) + LogSpace.logOnePlusExp(-logOddsAlive(history));
    }

    double logOddsAlive(History history) {
        int n = tosses(history.x());
        if (n == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double shape = r + (double) k * history.x();
        double silence = (history.age() - history.recency()) / (alpha + history.recency());
        return Math.log(b + n - 1) - Math.log(a) - shape * LogSpace.logOnePlus(silence) + Math.log(waiting(history));
    }

    double expected(double t) {
        int n = tosses(0);
        return survival(n) * purchases(0, r, alpha, b + n, t);
    }

    double expected(double t, History history) {
        double alive = LogSpace.logistic(logOddsAlive(history));
        if (k == 1) {
            return alive * expectedIfAlive(t, history.x(), history.age());
        }
        int n = tosses(history.x());
        double shape = r + (double) k * history.x();
        double rate = alpha + history.age();
        double u = (history.age() - history.recency()) / rate;
        double phase = 1;
        double sum = 0;
        for (int j = 0; j < k; j++) {
            sum += phase * purchases(j, shape + j, rate, b + n, t);
            phase *= u * (shape + j) / (j + 1);
        }
        return alive * sum / waiting(history);
    }

    /** With k = 1, where the recency matters to the question who is alive only. */
    double expectedIfAlive(double t, int x, double age) {
        return purchases(0, r + x, alpha + age, b + tosses(x), t);
    }

    /**
     * DERT of somebody alive, with k = 1 or without a discount. Given p and λ he buys at the rate λ e^(−λ p s), worth λ / (λ p + δ) today; over λ ~ Gamma(R, A)
     * that is R U(1, 1 − R, δ A / p) / p, and over p a mean under the beta distribution. Without a discount it is E[1 / p].
     *
     * @param force δ, continuous, per unit of time; 0 for a &gt; 1 only
     */
    double discountedIfAlive(double force, int x, double age) {
        if (force == 0) {
            if (a <= 1) {
                throw new IllegalArgumentException(
                        "without discount the purchases to come are without end for a <= 1, but a was " + a);
            }
            return (a + b + tosses(x) - 1) / (a - 1);
        }
        double shape = r + x;
        double scale = force * (alpha + age);
        return shape
                * BetaMean.of(
                        a,
                        b + tosses(x),
                        scale / Math.max(1, shape),
                        (p, _) -> p < FADED * scale ? 1 / scale : ConfluentU.ofOne(1 - shape, scale / p) / p);
    }

    /** DERT of a customer. */
    double discounted(double force, History history) {
        double alive = LogSpace.logistic(logOddsAlive(history));
        if (k == 1 || force == 0) {
            return alive * discountedIfAlive(force, history.x(), history.age());
        }
        return alive
                * new RhythmWorth(k, a, b + tosses(history.x()), force)
                        .ifAlive(
                                r + (double) k * history.x(),
                                alpha + history.age(),
                                history.age() - history.recency(),
                                waiting(history));
    }

    /** P(X(T, T + t) = n | history): a mixture over the stages passed since the last purchase; the next toss comes after the next purchase. Relative error below 1e-9 by test. */
    double probability(int n, double t, History history) {
        Parameter.notNegative("n", n);
        Parameter.notNegative("t", t);
        double rate = alpha + history.age();
        double shape = r + (double) k * history.x();
        double u = (history.age() - history.recency()) / rate;
        GeometricDropout next = new GeometricDropout(k, false, r, alpha, a, b + tosses(history.x()));
        double phase = 1;
        double sum = 0;
        for (int j = 0; j < k; j++) {
            sum += phase * next.chance(n, new NegativeBinomial(shape + j, t / rate), j);
            phase *= u * (shape + j) / (j + 1);
        }
        double odds = logOddsAlive(history);
        return LogSpace.logistic(odds) * sum / waiting(history) + (n == 0 ? LogSpace.logistic(-odds) : 0);
    }

    /** n purchases out of the stages to come, of which so many have passed already. */
    private double chance(int n, NegativeBinomial stages, int passed) {
        long first = (long) k * n - passed;
        double alive = survival(n) * between(stages, first, first + k);
        return n == 0 ? alive : alive + leaving(n) * stages.atLeast(first);
    }

    double probability(int n, double t) {
        int e = n + tosses(0);
        NegativeBinomial stages = new NegativeBinomial(r, t / alpha);
        double alive = survival(e) * between(stages, (long) k * n, (long) k * n + k);
        return e == 0 ? alive : alive + leaving(e) * stages.atLeast((long) k * n);
    }

    double probability(int n, double from, double to) {
        if (!(from >= 0 && from <= to)) {
            throw new IllegalArgumentException("from must lie between 0 and to, but they were " + from + ".." + to);
        }
        if (from == 0) {
            return probability(n, to);
        }
        return k == 1 ? integrated(n, from, to - from) : summed(n, from, to - from);
    }

    /** Tosses survived by somebody who is alive after so many repeat purchases. */
    private int tosses(int x) {
        return fromStart ? x + 1 : x;
    }

    /** S: the weight of having completed 0 … k − 1 stages since the last purchase. */
    private double waiting(History history) {
        double u = (history.age() - history.recency()) / (alpha + history.age());
        double shape = r + (double) k * history.x();
        double term = 1;
        double sum = 1;
        for (int j = 1; j < k; j++) {
            term *= u * (shape + j - 1) / j;
            sum += term;
        }
        return sum;
    }

    /** E[q^e]. */
    private double survival(int e) {
        return Math.exp(SpecialFunctions.logRising(b, e) - SpecialFunctions.logRising(a + b, e));
    }

    /** E[p q^(e − 1)]. */
    private double leaving(int e) {
        return survival(e) * a / (b + e - 1);
    }

    private static double between(NegativeBinomial stages, long from, long to) {
        double sum = 0;
        for (long m = Math.max(0, from); m < to; m++) {
            sum += stages.probability(m);
        }
        return sum;
    }

    /**
     * The purchases of somebody alive.
     *
     * @param phase stages already completed towards the next purchase
     * @param later b after the tosses survived
     */
    private double purchases(int phase, double shape, double rate, double later, double t) {
        if (t == 0) {
            return 0;
        }
        double odds = t / rate;
        double mean = shape * odds;
        if (k == 1 && mean + 40 * Math.sqrt(mean * (1 + odds)) + 40 * odds > FEW) {
            return BetaMean.of(
                    a,
                    later,
                    1 / Math.max(mean, odds),
                    (p, _) -> p == 0 ? mean : -LogSpace.expMinusOne(-shape * LogSpace.logOnePlus(p * odds)) / p);
        }
        return series(phase, shape, odds, later);
    }

    private double series(int phase, double shape, double odds, double later) {
        double z = odds / (1 + odds);
        double scale = -shape * Math.log1p(odds);
        double weight = 1;
        double survival = 1;
        double bought = 0;
        double sum = 0;
        int tossed = 0;
        int stage = phase;
        for (int m = 0; ; m++) {
            sum += weight * bought;
            double ratio = z * (shape + m) / (m + 1);
            if (ratio < 1 && m >= k && weight * (bought + 1 / (1 - ratio)) * ratio <= EPSILON * sum * (1 - ratio)) {
                return sum * Math.exp(scale);
            }
            weight *= ratio;
            if (weight > HUGE) {
                weight /= HUGE;
                sum /= HUGE;
                scale += Math.log(HUGE);
            }
            if (++stage == k) {
                stage = 0;
                bought += survival;
                survival *= (later + tossed) / (a + later + tossed);
                tossed++;
            }
        }
    }

    /** Somebody alive at the start of the window starts afresh there; of the rate it is known that it has not made him leave. */
    private double integrated(int n, double from, double length) {
        int start = tosses(0);
        double among = BetaMean.of(a, b + start, Math.min(1, alpha / (from * Math.max(1, r))), (p, logQ) -> {
            double rate = alpha + p * from;
            double alive = Math.exp(-r * Math.log1p(p * from / alpha));
            NegativeBinomial purchases = new NegativeBinomial(r, length / rate);
            if (n == 0) {
                return -Math.expm1(-r * Math.log1p(p * from / alpha)) + alive * purchases.probability(0);
            }
            double survived = Math.exp((n - 1) * logQ);
            return alive * survived * (Math.exp(logQ) * purchases.probability(n) + p * purchases.atLeast(n));
        });
        return survival(start) * among + (n == 0 && fromStart ? a / (a + b) : 0);
    }

    private double summed(int n, double from, double length) {
        int start = tosses(0);
        NegativeBinomial before = new NegativeBinomial(r, from / alpha);
        double sum = 0;
        double left = 1;
        for (int m = 0; left > EPSILON; m++) {
            double here = before.probability(m);
            left = before.atLeast(m + 1);
            int phase = m % k;
            int survived = m / k + start;
            NegativeBinomial stages = new NegativeBinomial(r + m, length / (alpha + from));
            double alive = survival(survived + n) * between(stages, (long) k * n - phase, (long) k * (n + 1) - phase);
            double gone = n == 0
                    ? -Math.expm1(SpecialFunctions.logRising(b, survived) - SpecialFunctions.logRising(a + b, survived))
                    : leaving(survived + n) * stages.atLeast((long) k * n - phase);
            sum += here * (alive + gone);
        }
        return sum;
    }
}
