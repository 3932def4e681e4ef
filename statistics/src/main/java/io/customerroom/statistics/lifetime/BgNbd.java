package io.customerroom.statistics.lifetime;

import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * BG/NBD: customers buy at a constant rate of their own (rates ~ Gamma(r, alpha)) and leave after any <em>repeat</em> purchase with a
 * probability of their own (p ~ Beta(a, b)), independent of the rate.
 *
 * <p>Since nobody leaves before a repeat purchase, everybody who has bought once only is certainly alive: do not use it to say who is
 * lost; {@link MbgNbd} differs in that alone.
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie and K. L. Lee (2005), “Counting your customers” the easy way: an alternative to the Pareto/NBD
 * model, Marketing Science 24 (2), 275–284. At a = 1, where its E[X(t)] is 0/0, the limit is given (see {@link GeometricDropout}).
 * Relative error below 1e-9 for r, a, b from 0.05 to 5, alpha and b from 1e-3 to 1e4, x up to 50,000, by test.
 *
 * @param r shape of the rates
 * @param alpha rate parameter of the rates, in units of time
 * @param a first parameter of the leaving probabilities; their mean is a / (a + b)
 * @param b second parameter
 */
public record BgNbd(double r, double alpha, double a, double b) implements PurchaseModel {

    public BgNbd {
        new GeometricDropout(1, false, r, alpha, a, b);
    }

    /**
     * Maximum likelihood on counts. Refused: too few repeat purchases; data that NBD describes as well (p &gt; 0.05); parameters that the
     * data do not tell apart; no maximum.
     */
    public static Fit<BgNbd> fit(Counts counts) {
        return DropoutFit.of(counts, 1, false, p -> new BgNbd(p.r(), p.alpha(), p.a(), p.b()));
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

    /** Infinite without a repeat purchase. */
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
        return new GeometricDropout(1, false, r, alpha, a, b);
    }
}
