package io.customerroom.walls.worth;

import io.customerroom.statistics.lifetime.Counts;
import io.customerroom.statistics.lifetime.Estimate;
import io.customerroom.statistics.lifetime.ExponentialNbd;
import io.customerroom.statistics.lifetime.Fit;
import io.customerroom.statistics.lifetime.PurchaseModel;
import java.util.Optional;

/**
 * A model of how customers buy and leave, fitted to all of history.
 *
 * @param quickest where nobody is seen to leave, the model with the quickest leaving that is not excluded
 */
public record Buying(Candidate candidate, PurchaseModel model, Estimate estimate, Optional<PurchaseModel> quickest) {

    /** @param counts of the customers it was fitted to */
    static Buying of(Candidate candidate, Fit.Converged<? extends PurchaseModel> fit, Counts counts, double level) {
        return new Buying(
                candidate,
                fit.model(),
                fit.estimate(),
                candidate.leaving() ? Optional.empty() : Optional.of(ExponentialNbd.quickest(counts, level)));
    }

    /** The same with parameters a little off, in the order of the estimate. */
    PurchaseModel with(double[] parameters) {
        return candidate.model(parameters);
    }
}
