package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.Interval;
import io.customerroom.statistics.numeric.SpecialFunctions;

/**
 * Residual lifetime value: what a customer is expected to contribute from now on, in today's money. Discounted expected purchases to come × expected spend per purchase ×
 * margin. What was earned so far is not in it, nor is the cost of winning him; the horizon is endless, and what is far away counts little by the discount.
 *
 * <p>Assumes that spend does not go with frequency ({@link Spending#correlation}) and that the margin is the same for all spend.
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie and K. L. Lee (2005), RFM and CLV: using iso-value curves for customer base analysis, Journal of Marketing
 * Research 42, 415–430.
 *
 * @param discount continuous; its unit of time is that of the purchase model
 * @param margin contribution per unit of spend, not negative
 */
public record LifetimeValue(ParetoNbd purchases, GammaGamma spend, Discount discount, double margin) {

    public LifetimeValue {
        Parameter.notNegative("margin", margin);
    }

    /**
     * Of one customer.
     *
     * @param count purchases that the mean was taken over: the repeat purchases, as in the papers, or all
     * @param mean spend per purchase; of none, 0
     */
    public double of(History history, int count, double mean) {
        return margin * spend.expected(count, mean) * purchases.discountedExpected(discount, history);
    }

    /** Of somebody who has just bought for the first time, without that purchase. */
    public double ofNewcomer() {
        return margin * spend.mean() * purchases.discountedExpected(discount);
    }

    /**
     * How well the expectation of {@link #of} is known, by the delta method on its logarithm: both models are estimated from likelihoods of their own, so that their
     * variances add up. What a single customer will be worth varies by much more.
     *
     * @param buying where {@link #purchases} comes from
     * @param spending where {@link #spend} comes from
     */
    public Interval interval(
            Estimate buying, Estimate spending, History history, int count, double mean, double level) {
        double own = buying.standardError(
                p -> Math.log(new ParetoNbd(p[0], p[1], p[2], p[3]).discountedExpected(discount, history)));
        double money = spending.standardError(p -> Math.log(new GammaGamma(p[0], p[1], p[2]).expected(count, mean)));
        double half = SpecialFunctions.normalQuantile((1 + level) / 2) * Math.hypot(own, money);
        double value = of(history, count, mean);
        return new Interval(value * Math.exp(-half), value * Math.exp(half), level);
    }
}
