package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.numeric.Hypergeometric;
import io.customerroom.statistics.numeric.SpecialFunctions;

/**
 * The shifted beta-geometric model of renewal (sBG): each customer leaves with a probability θ of his own at every renewal, and θ differs between customers
 * by a beta distribution. Retention rises with age because those who leave easily are gone, though nobody becomes more loyal.
 *
 * <p>S(t) = B(α, β + t) / B(α, β); retention (β + t − 1) / (α + β + t − 1).
 *
 * <p>Sources: P. S. Fader and B. G. S. Hardie (2007), How to project customer retention, Journal of Interactive Marketing 21(1), 76–90; the same (2010),
 * Customer-base valuation in a contractual setting: the perils of ignoring heterogeneity, Marketing Science 29(1), 85–93, for the residual lifetime.
 *
 * @param alpha α &gt; 0, γ in the later papers: large means that many leave
 * @param beta β &gt; 0, δ in the later papers: large means that many stay
 */
public record ShiftedBetaGeometric(double alpha, double beta) implements RenewalModel {

    public ShiftedBetaGeometric {
        Parameter.positive("alpha", alpha);
        Parameter.positive("beta", beta);
    }

    /** By exact maximum likelihood. Stands against the geometric model, in which everybody is equally likely to leave. */
    public static Fit<ShiftedBetaGeometric> fit(Renewals renewals) {
        return RenewalLikelihood.fitShiftedBetaGeometric(renewals);
    }

    /** 1 / (1 + α + β), the polarisation: near 0 customers are alike, near 1 some always and others never renew. */
    public double polarisation() {
        return 1 / (1 + alpha + beta);
    }

    @Override
    public double logSurvival(double t) {
        return SpecialFunctions.logRising(beta, t) - SpecialFunctions.logRising(alpha + beta, t);
    }

    @Override
    public double retention(int t) {
        return (beta + t - 1) / (alpha + beta + t - 1);
    }

    /** Without discount finite for α &gt; 1 only; otherwise refused. */
    @Override
    public double residualLifetime(int renewals, double discount) {
        int n = renewals + 1;
        if (discount == 0) {
            Parameter.positive("alpha - 1, without discount,", alpha - 1);
            return (beta + n - 1) / (alpha - 1);
        }
        Parameter.positive("discount", discount);
        return retention(n) * Hypergeometric.ofOne(beta + n, alpha + beta + n, 1 / (1 + discount));
    }
}
