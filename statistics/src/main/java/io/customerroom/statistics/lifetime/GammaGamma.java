package io.customerroom.statistics.lifetime;

/**
 * The Gamma-Gamma model of spend: a customer's purchases vary around a mean of his own, which differs between customers. From few purchases it is
 * estimated between what he spent and what all spend, nearer to his own the more there are. Assumes that spend has nothing to do with how often somebody buys:
 * {@link Spending#correlation} tells whether that holds.
 *
 * <p>E(M | x, m) = p (γ + x m) / (p x + q − 1).
 *
 * <p>Sources: P. S. Fader, B. G. S. Hardie and K. L. Lee (2005), RFM and CLV: using iso-value curves for customer base analysis, Journal of Marketing
 * Research 42, 415–430; P. S. Fader and B. G. S. Hardie (2013), The Gamma-Gamma model of monetary value, brucehardie.com/notes/025.
 *
 * @param p shape of a customer's own purchases: large means that they are much alike
 * @param q shape of how customers differ: small means much. With q ≤ 1 customers have no finite mean, and the model is refused
 * @param gamma γ, in units of money
 */
public record GammaGamma(double p, double q, double gamma) {

    public GammaGamma {
        Parameter.positive("p", p);
        Parameter.positive("q - 1, without which there is no mean,", q - 1);
        Parameter.positive("gamma", gamma);
    }

    /** By exact maximum likelihood. */
    public static Fit<GammaGamma> fit(Spending spending) {
        return SpendingLikelihood.fit(spending);
    }

    /** The mean spend per purchase over all customers: p γ / (q − 1). */
    public double mean() {
        return p * gamma / (q - 1);
    }

    /**
     * The mean spend per purchase to be expected of one customer.
     *
     * @param purchases how many the mean was taken over; with 0 it is the mean of all
     * @param mean spent per purchase so far; negative refused
     */
    public double expected(int purchases, double mean) {
        Parameter.notNegative("purchases", purchases);
        Parameter.notNegative("mean", mean);
        return p * (gamma + purchases * mean) / (p * purchases + q - 1);
    }
}
