package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.numeric.ConfluentU;
import io.customerroom.statistics.numeric.GammaDraw;
import io.customerroom.statistics.numeric.LogSpace;
import io.customerroom.statistics.numeric.Optimiser;
import io.customerroom.statistics.numeric.SpecialFunctions;
import io.customerroom.statistics.numeric.Stretch;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * Pareto/NBD with one rate of leaving: rates of buying differ by a gamma distribution, and everybody leaves unseen at a random moment with the same rate μ. It is the
 * {@link ParetoNbd} at the border where s and β grow without bound and s / β stays: what is left of that model where data do not tell that customers differ in leaving.
 * At μ = 0 it is the {@link Nbd}.
 *
 * <p>Given that a customer is alive at T, his future follows the same model with r + x and α + T; of a life without memory the age tells nothing.
 *
 * <p>Source: the limit of D. C. Schmittlein, D. G. Morrison and R. Colombo (1987), Counting your customers, Management Science 33, 1–24. The integral over the moment of
 * leaving is z U(1, 2 − m, z) with m = r + x, z = μ (α + t) (NIST Digital Library of Mathematical Functions, 13.4.4). Exact to a relative 1e-9 for r from 0.05 to 5, α from
 * 1e-3 to 1e4, μ from 1e-6 to 1 and x up to 50,000.
 *
 * @param r shape of the purchase rates: small means that customers differ much
 * @param alpha α, in the unit of time; r / α is the mean purchase rate of those alive
 * @param mu μ, per unit of time: customers stay 1 / μ on average
 */
public record ExponentialNbd(double r, double alpha, double mu) implements PurchaseModel {

    /** As {@link ParetoNbd}'s label in likelihood-ratio tests. */
    static final String NAME = "the model in which all leave at one rate";

    private static final List<String> NAMES = List.of("r", "alpha", "mu");

    /** From so many states on, the search begins on a part of them. */
    private static final int MANY = 20_000;

    private static final int THINNED = 4_000;

    /** Below this logarithm of a ratio the difference is better integrated than subtracted. */
    private static final double CLOSE = 0.3;

    public ExponentialNbd {
        Parameter.positive("r", r);
        Parameter.positive("alpha", alpha);
        Parameter.positive("mu", mu);
    }

    /** By exact maximum likelihood on the counts. Stands against the NBD, in which nobody leaves. */
    public static Fit<ExponentialNbd> fit(Counts counts) {
        if (Start.tooFew(counts)) {
            return new Fit.Refused<>(Fit.Reason.TOO_FEW, Start.TOO_FEW, null, OptionalDouble.empty());
        }
        double span = counts.sum(History::age) / counts.customers();
        double rate = Start.rate(counts);
        MaximumLikelihood<ExponentialNbd> search = new MaximumLikelihood<>(
                        NAMES, p -> new ExponentialNbd(p[0], p[1], p[2]))
                .from(0.7, 0.5 / rate, 1 / span)
                .from(1.5, 1 / rate, 0.1 / span)
                .against(Nbd.NAME, Nbd.maximum(counts), 1);
        ExponentialLikelihood whole = new ExponentialLikelihood(counts);
        return counts.size() < MANY
                ? search.fit(whole)
                : search.fit(new ExponentialLikelihood(counts.thinned(counts.size() / THINNED)), whole);
    }

    /** Maximised, for likelihood-ratio tests of the richer model; this one need not be identified for it. */
    static double maximum(Counts counts) {
        double span = counts.sum(History::age) / counts.customers();
        return Optimiser.maximise(new ExponentialLikelihood(counts), 0.7, 0.5 / Start.rate(counts), 1 / span)
                .value();
    }

    /**
     * The model with the quickest leaving that these customers do not exclude: where nobody is seen to leave, some may have left all the same. The end of the profile
     * likelihood's interval: with less than half a χ² quantile below the maximum over r and α of the NBD, to a hundredth of the rate.
     *
     * <p>Refused where the NBD itself cannot be fitted.
     */
    public static ExponentialNbd quickest(Counts counts, double level) {
        double z = SpecialFunctions.normalQuantile((1 + level) / 2);
        return new Profile(
                        new ExponentialLikelihood(counts),
                        Nbd.fit(counts).orElseThrow().model())
                .below(z * z / 2, counts.customers() / counts.sum(History::age));
    }

    @Override
    public double expected(double t) {
        Parameter.notNegative("t", t);
        return r / alpha * life(t);
    }

    /** The expected time alive within t. */
    private double life(double t) {
        return -Math.expm1(-mu * t) / mu;
    }

    @Override
    public double expected(double t, History history) {
        return probabilityAlive(history) * after(history).expected(t);
    }

    @Override
    public OptionalDouble expectedIfAlive(double t, int x, double age) {
        return OptionalDouble.of((r + x) / (alpha + age) * life(t));
    }

    /** The model of this customer's future if he is alive, as if he had just bought for the first time. */
    public ExponentialNbd after(History history) {
        return new ExponentialNbd(r + history.x(), alpha + history.age(), mu);
    }

    @Override
    public double logOddsAlive(History history) {
        double recency = history.recency();
        double silence = history.age() - recency;
        if (silence == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double m = r + history.x();
        double later = Math.log(kappa(m, history.age()));
        double apart = Math.log(kappa(m, recency)) + m * Math.log1p(silence / (alpha + recency)) + mu * silence - later;
        if (apart > CLOSE) {
            return -(later + (apart > 40 ? apart : Math.log(Math.expm1(apart))));
        }
        return -Math.log(mu
                * Stretch.integral(
                        silence,
                        y -> Math.exp(m * Math.log1p((silence - y) / (alpha + recency + y)) + mu * (silence - y))));
    }

    @Override
    public double[] probabilitiesAlive(Counts states) {
        return LeavingOdds.alive(states, new LeavingOdds.Tail() {
            @Override
            public double later(int x, double t) {
                return kappa(r + x, t);
            }

            @Override
            public double logThere(int x, double t) {
                return -(r + x) * Math.log(alpha + t) - mu * t;
            }
        });
    }

    /** μ ∫ e^(−μ y) ((α + t) / (α + t + y))^m dy over y from 0 to ∞, between 0 and 1. */
    private double kappa(double m, double t) {
        double z = mu * (alpha + t);
        return z * ConfluentU.ofOne(2 - m, z);
    }

    @Override
    public double probability(int n, double t) {
        return probability(n, 0, t);
    }

    /** All ways add up without a subtraction: gone before, there until the end, gone in between. */
    @Override
    public double probability(int n, double from, double to) {
        Parameter.notNegative("n", n);
        Parameter.notNegative("from", from);
        Parameter.notNegative("to - from", to - from);
        double ways = SpecialFunctions.logRising(r, n) - SpecialFunctions.logGamma(n + 1.0);
        double length = to - from;
        double there = Math.exp(ways + purchases(n, length) - mu * to);
        double between = mu * Stretch.integral(length, y -> Math.exp(ways + purchases(n, y) - mu * (from + y)));
        return there + between + (n == 0 ? -Math.expm1(-mu * from) : 0);
    }

    @Override
    public double probability(int n, double t, History history) {
        double odds = logOddsAlive(history);
        return LogSpace.logistic(odds) * after(history).probability(n, t) + (n == 0 ? LogSpace.logistic(-odds) : 0);
    }

    /** ln of (α / (α + y))^r (y / (α + y))^n. */
    private double purchases(int n, double y) {
        double share = n == 0 ? 0 : n * (y < alpha ? Math.log(y / (alpha + y)) : -Math.log1p(alpha / y));
        return share - r * Math.log1p(y / alpha);
    }

    @Override
    public double logLikelihood(History history) {
        return SpecialFunctions.logRising(r, history.x())
                - history.x() * Math.log(alpha)
                - (r + history.x()) * Math.log1p(history.age() / alpha)
                - mu * history.age()
                + LogSpace.logOnePlusExp(-logOddsAlive(history));
    }

    /** DERT: the purchases still to be expected of this customer, for ever, each worth its discounted value today. */
    public double discountedExpected(Discount discount, History history) {
        return probabilityAlive(history) * (r + history.x()) / (alpha + history.age()) / (mu + discount.force());
    }

    /** A customer as this model supposes them, observed for the given age: to plan, and to prove the estimator. */
    public History draw(RandomGenerator random, double age) {
        double rate = GammaDraw.gamma(random, r) / alpha;
        double end = Math.min(-Math.log1p(-random.nextDouble()) / mu, age);
        double last = 0;
        int x = 0;
        for (double now = -Math.log1p(-random.nextDouble()) / rate;
                now <= end;
                now -= Math.log1p(-random.nextDouble()) / rate) {
            last = now;
            x++;
        }
        return new History(x, last, age);
    }
}
