package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.numeric.GammaDraw;
import io.customerroom.statistics.numeric.NegativeBinomial;
import io.customerroom.statistics.numeric.Objective;
import io.customerroom.statistics.numeric.Optimiser;
import io.customerroom.statistics.numeric.SpecialFunctions;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * NBD: everybody buys for ever, at a constant rate of his own; rates differ by a gamma distribution. The baseline: a model with leaving
 * must beat it.
 *
 * <p>Source: A. S. C. Ehrenberg (1959), The pattern of consumer purchases, Applied Statistics 8, 26–41; D. G. Morrison and D. C.
 * Schmittlein (1988), Generalizing the NBD model for customer purchases, Journal of Business and Economic Statistics 6, 145–159.
 *
 * @param r shape of the rates: small, when customers differ much
 * @param alpha rate parameter of the gamma distribution, in units of time: the mean rate is r / alpha
 */
public record Nbd(double r, double alpha) implements PurchaseModel {

    /** As richer models call it. */
    static final String NAME = "NBD (nobody leaves)";

    private static final List<String> NAMES = List.of("r", "alpha");

    public Nbd {
        if (!(r > 0 && r < Double.POSITIVE_INFINITY && alpha > 0 && alpha < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("r and alpha must be positive and finite, but were " + r + ", " + alpha);
        }
    }

    /** Maximum likelihood on counts. Refused with too few repeat purchases, and where all customers buy alike (r without bound). */
    public static Fit<Nbd> fit(Counts counts) {
        if (Start.tooFew(counts)) {
            return new Fit.Refused<>(Fit.Reason.TOO_FEW, Start.TOO_FEW, null, OptionalDouble.empty());
        }
        return new MaximumLikelihood<>(NAMES, p -> new Nbd(p[0], p[1]))
                .from(0.5, 0.5 / Start.rate(counts))
                .fit(likelihood(counts));
    }

    /** Maximised, for likelihood-ratio tests of richer models; this one need not be identified for it. */
    static double maximum(Counts counts) {
        return Optimiser.maximise(likelihood(counts), 0.5, 0.5 / Start.rate(counts))
                .value();
    }

    @Override
    public double expected(double t) {
        return r / alpha * t;
    }

    @Override
    public double expected(double t, History history) {
        return (r + history.x()) / (alpha + history.age()) * t;
    }

    /** Infinite: nobody leaves. */
    @Override
    public double logOddsAlive(History history) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double probability(int n, double t) {
        return new NegativeBinomial(r, t / alpha).probability(n);
    }

    /** The process has no memory of when it began: only the length counts. */
    @Override
    public double probability(int n, double from, double to) {
        return probability(n, to - from);
    }

    @Override
    public double probability(int n, double t, History history) {
        Parameter.notNegative("n", n);
        Parameter.notNegative("t", t);
        return new NegativeBinomial(r + history.x(), t / (alpha + history.age())).probability(n);
    }

    /**
     * DERT: the purchases still to be expected of this customer, for ever, each worth its discounted value today: (r + x) / (alpha + T) / δ, since nobody leaves.
     *
     * @param discount without any, the purchases to come are without end: refused
     */
    public double discountedExpected(Discount discount, History history) {
        Parameter.positive("force of the discount, as nobody leaves,", discount.force());
        return (r + history.x()) / (alpha + history.age()) / discount.force();
    }

    @Override
    public double logLikelihood(History history) {
        double x = history.x();
        return SpecialFunctions.logRising(r, x)
                - r * Math.log1p(history.age() / alpha)
                - (x == 0 ? 0 : x * Math.log(alpha + history.age()));
    }

    /** A customer as this model supposes them, observed for the given age. */
    public History draw(RandomGenerator random, double age) {
        double rate = GammaDraw.gamma(random, r) / alpha;
        int x = 0;
        double last = 0;
        for (double now = -Math.log(1 - random.nextDouble()) / rate;
                now <= age;
                now -= Math.log(1 - random.nextDouble()) / rate) {
            x++;
            last = now;
        }
        return new History(x, last, age);
    }

    static Objective likelihood(Counts counts) {
        Marginal states = Marginal.ofAge(counts);
        return (p, gradient, hessian) -> {
            double r = p[0];
            double alpha = p[1];
            Arrays.fill(gradient, 0);
            double value = 0;
            double rr = 0;
            double ralpha = 0;
            double alphaalpha = 0;
            for (int i = 0; i < states.size(); i++) {
                double w = states.weight(i);
                double x = states.x(i);
                double time = alpha + counts.times()[states.time(i)];
                double behind = Math.log(alpha / time);
                value += w * (SpecialFunctions.logRising(r, x) + r * behind - x * Math.log(time));
                gradient[0] += w * (SpecialFunctions.digammaRise(r, x) + behind);
                gradient[1] += w * (r / alpha - (r + x) / time);
                rr += w * SpecialFunctions.trigammaRise(r, x);
                ralpha += w * (1 / alpha - 1 / time);
                alphaalpha += w * ((r + x) / (time * time) - r / (alpha * alpha));
            }
            hessian[0][0] = rr;
            hessian[0][1] = ralpha;
            hessian[1][0] = ralpha;
            hessian[1][1] = alphaalpha;
            return value;
        };
    }
}
