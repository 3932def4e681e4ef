package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.numeric.SpecialFunctions;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * MBG/CNBD-k: as {@link MbgNbd}, with a rhythm. The times between a customer's purchases have an Erlang distribution with k stages: the
 * larger k, the more regular; silence beyond the own rhythm then tells more. With k = 1 it is MBG/NBD.
 *
 * <p>Source: M. Platzer and T. Reutterer (2016), Ticking away the moments: timing regularity helps to better predict customer activity,
 * Marketing Science 35 (5), 779–799. Their conditional expectation is an approximation; here it is exact, as a mixture over the stages
 * completed since the last purchase.
 *
 * @param k stages per purchase
 * @param r shape of the rates of stages
 * @param alpha rate parameter of the rates of stages, in units of time: purchases come at the mean rate r / (k alpha)
 * @param a first parameter of the leaving probabilities; their mean is a / (a + b)
 * @param b second parameter
 */
public record MbgCnbd(int k, double r, double alpha, double a, double b) implements PurchaseModel {

    /** More regular than this nobody shops. */
    private static final int MOST = 12;

    public MbgCnbd {
        new GeometricDropout(k, true, r, alpha, a, b);
    }

    /** With a rhythm that is known. Refused as in {@link BgNbd#fit}; against NBD it is tested with k = 1 alone. */
    public static Fit<MbgCnbd> fit(Counts counts, int k) {
        return DropoutFit.of(counts, k, true, p -> new MbgCnbd(k, p.r(), p.alpha(), p.a(), p.b()));
    }

    /**
     * With the rhythm that makes the times between purchases likeliest: k grows while the likelihood does.
     *
     * @param counts must know its {@link Counts#logIntervals}; else it is refused by an exception
     */
    public static Fit<MbgCnbd> fit(Counts counts) {
        OptionalDouble intervals = counts.logIntervals();
        if (intervals.isEmpty()) {
            throw new IllegalArgumentException("without the times between purchases k cannot be chosen; state it");
        }
        @Nullable Fit<MbgCnbd> best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 1; k <= MOST; k++) {
            Fit<MbgCnbd> fit = fit(counts, k);
            if (!(fit instanceof Fit.Converged<MbgCnbd> converged)) {
                if (best == null) {
                    best = fit;
                }
                continue;
            }
            double rhythm = (k - 1) * intervals.getAsDouble() - counts.purchases() * SpecialFunctions.logGamma(k);
            double value = converged.estimate().logLikelihood() + rhythm;
            if (value <= most) {
                break;
            }
            most = value;
            best = fit;
        }
        return Objects.requireNonNull(best);
    }

    @Override
    public double expected(double t) {
        return base().expected(t);
    }

    @Override
    public double expected(double t, History history) {
        return base().expected(t, history);
    }

    @Override
    public double logOddsAlive(History history) {
        return base().logOddsAlive(history);
    }

    @Override
    public double probability(int n, double t) {
        return base().probability(n, t);
    }

    @Override
    public double probability(int n, double from, double to) {
        return base().probability(n, from, to);
    }

    @Override
    public double probability(int n, double t, History history) {
        return base().probability(n, t, history);
    }

    /** Without the term (k − 1) Σ ln(interval) − x ln Γ(k), which changes with k alone. */
    @Override
    public double logLikelihood(History history) {
        return base().logLikelihood(history);
    }

    /**
     * DERT: the purchases still to be expected of this customer, for ever, each worth its discounted value today. Exact, as a mixture over the stages completed since the last
     * purchase; it costs a fraction of a millisecond. Our own sum, as the paper has none: see {@code RhythmWorth}.
     *
     * @param discount without any, finite for a &gt; 1 only and refused otherwise
     */
    public double discountedExpected(Discount discount, History history) {
        return base().discounted(discount.force(), history);
    }

    /** A customer as this model supposes them, observed for the given age: to plan, and to prove the estimator. */
    public History draw(RandomGenerator random, double age) {
        return base().draw(random, age);
    }

    private GeometricDropout base() {
        return new GeometricDropout(k, true, r, alpha, a, b);
    }
}
