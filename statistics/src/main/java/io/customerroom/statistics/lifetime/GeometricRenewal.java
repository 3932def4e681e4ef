package io.customerroom.statistics.lifetime;

import java.util.List;

/**
 * Renewal where everybody leaves with the same chance θ at every renewal: the simplest model, which the others must beat. Retention is 1 − θ at every age,
 * S(t) = (1 − θ)ᵗ. Where customers do differ it values those who have stayed long too low.
 *
 * @param theta θ, between 0 and 1
 */
public record GeometricRenewal(double theta) implements RenewalModel {

    public GeometricRenewal {
        Parameter.positive("theta", theta);
        Parameter.positive("1 - theta", 1 - theta);
    }

    /** By exact maximum likelihood: losses over chances to leave. Refused without a loss, or where nobody stayed. */
    public static Fit<GeometricRenewal> fit(Renewals renewals) {
        return RenewalLikelihood.fitGeometric(renewals);
    }

    @Override
    public double logSurvival(double t) {
        return t * Math.log1p(-theta);
    }

    @Override
    public double residualLifetime(int renewals, double discount) {
        Parameter.notNegative("discount", discount);
        double stays = 1 - theta;
        return stays * (1 + discount) / (discount + theta);
    }

    static List<String> names() {
        return List.of("theta");
    }
}
