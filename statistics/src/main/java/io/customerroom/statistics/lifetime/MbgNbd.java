package io.customerroom.statistics.lifetime;

import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * MBG/NBD: as {@link BgNbd}, but one may leave already after the first purchase. So one-time buyers need not be alive, and the model can
 * tell who is lost.
 *
 * <p>Source: E. P. Batislam, M. Denizel and A. Filiztekin (2007), Empirical validation and comparison of models for customer base
 * analysis, International Journal of Research in Marketing 24 (3), 201–209.
 *
 * @param r shape of the rates
 * @param alpha rate parameter of the rates, in units of time
 * @param a first parameter of the leaving probabilities; their mean is a / (a + b)
 * @param b second parameter
 */
public record MbgNbd(double r, double alpha, double a, double b) implements PurchaseModel {

    public MbgNbd {
        new GeometricDropout(1, true, r, alpha, a, b);
    }

    /** As {@link BgNbd#fit}. */
    public static Fit<MbgNbd> fit(Counts counts) {
        return DropoutFit.of(counts, 1, true, p -> new MbgNbd(p.r(), p.alpha(), p.a(), p.b()));
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
    public OptionalDouble expectedIfAlive(double t, int x, double age) {
        return OptionalDouble.of(base().expectedIfAlive(t, x, age));
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

    @Override
    public double logLikelihood(History history) {
        return base().logLikelihood(history);
    }

    /**
     * DERT: the purchases still to be expected of this customer, for ever, each worth its discounted value today.
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
        return new GeometricDropout(1, true, r, alpha, a, b);
    }
}
