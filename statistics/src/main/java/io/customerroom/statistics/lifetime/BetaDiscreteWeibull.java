package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.numeric.HalfLine;
import io.customerroom.statistics.numeric.SpecialFunctions;

/**
 * The beta-discrete-Weibull model of renewal (BdW): as {@link ShiftedBetaGeometric}, but each customer's own chance of leaving may fall (c &lt; 1) or rise
 * (c &gt; 1) with the number of renewals. With c = 1 it is the sBG.
 *
 * <p>S(t) = B(α, β + tᶜ) / B(α, β).
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie, Y. Liu, J. Davin and T. Steenburgh (2018), “How to project customer retention” revisited: the role of duration
 * dependence, Journal of Interactive Marketing 43, 1–16.
 *
 * @param c duration dependence
 */
public record BetaDiscreteWeibull(double alpha, double beta, double c) implements RenewalModel {

    /** So many terms of a sum over periods are added one by one before the rest is an integral. */
    private static final int TERMS = 400;

    public BetaDiscreteWeibull {
        Parameter.positive("alpha", alpha);
        Parameter.positive("beta", beta);
        Parameter.positive("c", c);
    }

    /** By exact maximum likelihood. Stands against the sBG: refused as the richer model where c = 1 does as well. */
    public static Fit<BetaDiscreteWeibull> fit(Renewals renewals) {
        return RenewalLikelihood.fitBetaDiscreteWeibull(renewals);
    }

    /** As {@link ShiftedBetaGeometric#polarisation}. */
    public double polarisation() {
        return 1 / (1 + alpha + beta);
    }

    @Override
    public double logSurvival(double t) {
        double u = Math.pow(t, c);
        return SpecialFunctions.logBeta(alpha, beta + u) - SpecialFunctions.logBeta(alpha, beta);
    }

    /** The discount must be positive: the sum over periods has no closed form, and without discount it is infinite for c α ≤ 1. */
    @Override
    public double residualLifetime(int renewals, double discount) {
        Parameter.positive("discount", discount);
        double force = Math.log1p(discount);
        double before = logSurvival(renewals);
        double sum = 0;
        for (int i = 0; i < TERMS; i++) {
            sum += Math.exp(logSurvival(renewals + 1.0 + i) - before - force * i);
        }
        return sum + tail(renewals + 1.0 + TERMS, before, force);
    }

    /** The rest of the sum by the formula of Euler and Maclaurin: ∫ f + f/2 − f′/12, with f smooth so far out. */
    private double tail(double from, double before, double force) {
        double value = Math.exp(logSurvival(from) - before - force * TERMS);
        double u = Math.pow(from, c);
        double hazard =
                c * u / from * (SpecialFunctions.digamma(alpha + beta + u) - SpecialFunctions.digamma(beta + u));
        double slope = -(force + hazard);
        double area = HalfLine.exponential(1 / (force + hazard), 1 / force)
                .integral(y -> Math.exp(logSurvival(from + y) - before - force * (TERMS + y)));
        return area + value / 2 - value * slope / 12;
    }
}
