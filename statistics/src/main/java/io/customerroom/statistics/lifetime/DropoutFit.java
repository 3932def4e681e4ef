package io.customerroom.statistics.lifetime;

import java.util.OptionalDouble;
import java.util.function.Function;

/** Fits {@link GeometricDropout} and hands it out as the model asked for. */
final class DropoutFit {

    /** From so many states on, a sixteenth of them leads near the maximum at a sixteenth of the price. */
    private static final int MANY = 20_000;

    private DropoutFit() {}

    static <M> Fit<M> of(Counts counts, int k, boolean fromStart, Function<GeometricDropout, M> make) {
        if (Start.tooFew(counts)) {
            return new Fit.Refused<>(Fit.Reason.TOO_FEW, Start.TOO_FEW, null, OptionalDouble.empty());
        }
        double scale = k / Start.rate(counts);
        MaximumLikelihood<M> fit = new MaximumLikelihood<>(
                        GeometricDropout.NAMES,
                        p -> make.apply(new GeometricDropout(k, fromStart, p[0], p[1], p[2], p[3])))
                .from(0.3, 0.3 * scale, 0.8, 2.5)
                .from(1.5, 1.0 * scale, 0.5, 5);
        if (k == 1) {
            fit.against(Nbd.NAME, Nbd.maximum(counts), 2);
        }
        if (k == 1 && fromStart) {
            fit.limit(GeometricNbd.NAME, () -> GeometricNbd.maximum(counts));
        }
        DropoutLikelihood whole = new DropoutLikelihood(counts, k, fromStart);
        return counts.size() < MANY
                ? fit.fit(whole)
                : fit.fit(new DropoutLikelihood(counts.thinned(16), k, fromStart), whole);
    }
}
