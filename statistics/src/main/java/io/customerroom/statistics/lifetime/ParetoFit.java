package io.customerroom.statistics.lifetime;

import java.util.List;
import java.util.OptionalDouble;

/** Finds the parameters of the Pareto/NBD. */
final class ParetoFit {

    private static final List<String> NAMES = List.of("r", "alpha", "s", "beta");

    /** From so many states on, the search begins on a part of them. */
    private static final int MANY = 20_000;

    private static final int THINNED = 4_000;

    /** Rates of leaving that differ by less than a hundredth of their mean are one rate. */
    private static final double MOST_ALIKE = 1e4;

    private ParetoFit() {}

    static Fit<ParetoNbd> of(Counts counts) {
        if (Start.tooFew(counts)) {
            return new Fit.Refused<>(Fit.Reason.TOO_FEW, Start.TOO_FEW, null, OptionalDouble.empty());
        }
        double span = counts.sum(History::age) / counts.customers();
        double rate = Start.rate(counts);
        MaximumLikelihood<ParetoNbd> search = new MaximumLikelihood<>(NAMES, p -> new ParetoNbd(p[0], p[1], p[2], p[3]))
                .from(0.7, 0.5 / rate, 0.7, span / 2)
                .from(1, 0.5 / rate, 3, 5 * span)
                .against(Nbd.NAME, Nbd.maximum(counts), 2)
                .atMost("s", MOST_ALIKE)
                .limit(ExponentialNbd.NAME, () -> ExponentialNbd.maximum(counts));
        ParetoLikelihood whole = new ParetoLikelihood(counts);
        if (counts.size() < MANY) {
            return search.fit(whole);
        }
        return search.fit(new ParetoLikelihood(counts.thinned(counts.size() / THINNED)), whole);
    }
}
