package io.customerroom.statistics.lifetime;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What came of fitting a model: the model with its estimate, or a refusal in words. A model that data do not bear out is never returned. */
public sealed interface Fit<M> {

    /** Why a model is not given out. */
    enum Reason {
        /** Not enough customers or purchases to say anything. */
        TOO_FEW,
        /** The search ended without a maximum. */
        NOT_CONVERGED,
        /** The likelihood still grows where a parameter vanishes or has no bound. */
        ON_THE_BORDER,
        /** Very different parameters do as well as the best. */
        UNIDENTIFIED,
        /** The likelihood-ratio test finds no reason for the richer model. */
        SIMPLER_MODEL,
        /** What the model is asked for has no finite mean at the parameters found. */
        WITHOUT_MEAN
    }

    /**
     * A maximum inside, well enough known.
     *
     * @param simplerModel p-value of the likelihood-ratio test against the simpler model; small: the richer is needed. Absent without a simpler
     */
    record Converged<M>(M model, Estimate estimate, OptionalDouble simplerModel) implements Fit<M> {}

    /**
     * No model.
     *
     * @param why a sentence for people, with the figures that decided
     * @param reached where the search ended; null if it never began
     * @param simplerModel as in {@link Converged}
     */
    record Refused<M>(Reason reason, String why, @Nullable Estimate reached, OptionalDouble simplerModel)
            implements Fit<M> {}

    /** The model if it was not refused. */
    default Optional<M> fitted() {
        return switch (this) {
            case Converged<M> converged -> Optional.of(converged.model());
            case Refused<M> _ -> Optional.empty();
        };
    }

    /** The converged fit. Refused where there is none, with the reason. */
    default Converged<M> orElseThrow() {
        return switch (this) {
            case Converged<M> converged -> converged;
            case Refused<M> refused -> throw new NoSuchElementException(refused.why());
        };
    }
}
