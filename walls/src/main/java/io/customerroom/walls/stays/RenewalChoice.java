package io.customerroom.walls.stays;

import io.customerroom.statistics.lifetime.BetaDiscreteWeibull;
import io.customerroom.statistics.lifetime.Estimate;
import io.customerroom.statistics.lifetime.Fit;
import io.customerroom.statistics.lifetime.GeometricRenewal;
import io.customerroom.statistics.lifetime.RenewalModel;
import io.customerroom.statistics.lifetime.Renewals;
import io.customerroom.statistics.lifetime.ShiftedBetaGeometric;
import java.util.Optional;
import java.util.function.Function;

/**
 * The richest model of renewal that the data bear out: BdW, else sBG, else one chance for all.
 *
 * @param label as people call it
 * @param of the model at other parameters, for intervals
 */
public record RenewalChoice(String label, RenewalModel model, Estimate estimate, Function<double[], RenewalModel> of) {

    /** Empty where nobody has left, or nobody has renewed. */
    public static Optional<RenewalChoice> of(Renewals renewals) {
        return choice("BdW", BetaDiscreteWeibull.fit(renewals), p -> new BetaDiscreteWeibull(p[0], p[1], p[2]))
                .or(() -> choice("sBG", ShiftedBetaGeometric.fit(renewals), p -> new ShiftedBetaGeometric(p[0], p[1])))
                .or(() ->
                        choice("one chance for all", GeometricRenewal.fit(renewals), p -> new GeometricRenewal(p[0])));
    }

    private static Optional<RenewalChoice> choice(
            String label, Fit<? extends RenewalModel> fit, Function<double[], RenewalModel> of) {
        return switch (fit) {
            case Fit.Converged<? extends RenewalModel> it ->
                Optional.of(new RenewalChoice(label, it.model(), it.estimate(), of));
            case Fit.Refused<? extends RenewalModel> _ -> Optional.empty();
        };
    }
}
