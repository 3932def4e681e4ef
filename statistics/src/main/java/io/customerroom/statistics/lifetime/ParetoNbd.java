package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.numeric.ConfluentU;
import io.customerroom.statistics.numeric.GammaDraw;
import io.customerroom.statistics.numeric.LogSpace;
import io.customerroom.statistics.numeric.SpecialFunctions;
import io.customerroom.statistics.numeric.Stretch;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * The Pareto/NBD: while alive a customer buys at random with a rate λ of his own, and leaves unseen at a random moment with a rate μ of his own. λ is
 * gamma-distributed over customers with shape r and scale α, μ with shape s and scale β, independently. Purchases cluster by chance only; whoever buys regularly is
 * better described by other models.
 *
 * <p>Given that a customer is alive at T, his future follows the same model with r + x, α + T, s, β + T ({@link #after}): all that looks ahead here is that model
 * times P(alive).
 *
 * <p>Everything stays finite for r, s from 0.05 to 5, α and β from 1e-3 to 1e4 and x up to 50,000, with a relative error below 1e-9; s = 1 is an ordinary point.
 *
 * <p>Sources: D. C. Schmittlein, D. G. Morrison and R. Colombo (1987), Counting your customers: who are they and what will they do next?, Management
 * Science 33, 1–24; P. S. Fader and B. G. S. Hardie (2005), A note on deriving the Pareto/NBD model and related expressions; P. S. Fader, B. G. S. Hardie and
 * K. L. Lee (2005), RFM and CLV: using iso-value curves for customer base analysis, Journal of Marketing Research 42, 415–430, for the discounted expectation.
 *
 * @param r shape of the purchase rates: small means that customers differ much
 * @param alpha α, in the unit of time; r / α is the mean purchase rate of those alive
 * @param s shape of the rates of leaving
 * @param beta β, in the unit of time; s / β is their mean
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements PurchaseModel {

    public ParetoNbd {
        Parameter.positive("r", r);
        Parameter.positive("alpha", alpha);
        Parameter.positive("s", s);
        Parameter.positive("beta", beta);
    }

    /** By exact maximum likelihood on the counts. Stands against the NBD, in which nobody leaves. */
    public static Fit<ParetoNbd> fit(Counts counts) {
        return ParetoFit.of(counts);
    }

    @Override
    public double expected(double t) {
        Parameter.notNegative("t", t);
        return r / alpha * life(t);
    }

    /** The expected time alive within t: β ((1 + t/β)^(1 − s) − 1) / (1 − s), with its limit at s = 1. */
    private double life(double t) {
        double span = Math.log1p(t / beta);
        double power = (1 - s) * span;
        return beta * span * (power == 0 ? 1 : Math.expm1(power) / power);
    }

    @Override
    public double expected(double t, History history) {
        return probabilityAlive(history) * after(history).expected(t);
    }

    @Override
    public OptionalDouble expectedIfAlive(double t, int x, double age) {
        return OptionalDouble.of(new ParetoNbd(r + x, alpha + age, s, beta + age).expected(t));
    }

    /** The model of this customer's future if he is alive, as if he had just bought for the first time. */
    public ParetoNbd after(History history) {
        return new ParetoNbd(r + history.x(), alpha + history.age(), s, beta + history.age());
    }

    @Override
    public double logOddsAlive(History history) {
        return -tail().logOddsGone(history.x(), history.recency(), history.age());
    }

    @Override
    public double probability(int n, double t) {
        return probability(n, 0, t);
    }

    @Override
    public double[] probabilitiesAlive(Counts states) {
        ParetoTail tail = tail();
        return LeavingOdds.alive(states, new LeavingOdds.Tail() {
            @Override
            public double later(int x, double t) {
                return tail.kappa(x, t);
            }

            @Override
            public double logThere(int x, double t) {
                return -(r + x) * Math.log(alpha + t) - s * Math.log(beta + t);
            }
        });
    }

    /** All ways add up without a subtraction: gone before, there until the end, gone in between. */
    @Override
    public double probability(int n, double from, double to) {
        Parameter.notNegative("n", n);
        Parameter.notNegative("from", from);
        Parameter.notNegative("to - from", to - from);
        double ways = SpecialFunctions.logRising(r, n) - SpecialFunctions.logGamma(n + 1.0);
        double length = to - from;
        double there = Math.exp(ways + purchases(n, length) - s * Math.log1p(to / beta));
        double between = Stretch.integral(
                length,
                y -> Math.exp(ways + purchases(n, y) - s * Math.log1p((from + y) / beta)) * s / (beta + from + y));
        return there + between + (n == 0 ? -Math.expm1(-s * Math.log1p(from / beta)) : 0);
    }

    @Override
    public double probability(int n, double t, History history) {
        double alive = probabilityAlive(history);
        double gone = LogSpace.logistic(-logOddsAlive(history));
        return alive * after(history).probability(n, t) + (n == 0 ? gone : 0);
    }

    /** ln of (α / (α + y))^r (y / (α + y))^n. */
    private double purchases(int n, double y) {
        double share = n == 0 ? 0 : n * (y < alpha ? Math.log(y / (alpha + y)) : -Math.log1p(alpha / y));
        return share - r * Math.log1p(y / alpha);
    }

    @Override
    public double logLikelihood(History history) {
        double m = r + history.x();
        double gone = -logOddsAlive(history);
        return SpecialFunctions.logRising(r, history.x())
                - history.x() * Math.log(alpha)
                - m * Math.log1p(history.age() / alpha)
                - s * Math.log1p(history.age() / beta)
                + LogSpace.logOnePlusExp(gone);
    }

    /**
     * DERT: the purchases still to be expected of this customer, each worth its discounted value today. Counted from now, for ever.
     *
     * @param discount without any, finite for s &gt; 1 only and refused otherwise
     */
    public double discountedExpected(Discount discount, History history) {
        return probabilityAlive(history) * after(history).discountedExpected(discount);
    }

    /** The same of somebody who has just bought for the first time. */
    public double discountedExpected(Discount discount) {
        if (discount.force() == 0 && s <= 1) {
            throw new IllegalArgumentException(
                    "without discount the purchases to come are without end for s <= 1, but s was " + s);
        }
        return r / alpha * beta * ConfluentU.ofOne(2 - s, discount.force() * beta);
    }

    /** A customer as this model supposes them, observed for the given age: to plan, and to prove the estimator. */
    public History draw(RandomGenerator random, double age) {
        double rate = GammaDraw.gamma(random, r) / alpha;
        double leaves = -Math.log1p(-random.nextDouble()) / (GammaDraw.gamma(random, s) / beta);
        double end = Math.min(leaves, age);
        double last = 0;
        int x = 0;
        // A rate of 0 makes the wait infinite.
        for (double now = -Math.log1p(-random.nextDouble()) / rate;
                now <= end;
                now -= Math.log1p(-random.nextDouble()) / rate) {
            last = now;
            x++;
        }
        return new History(x, last, age);
    }

    ParetoTail tail() {
        return new ParetoTail(r, alpha, s, beta);
    }
}
