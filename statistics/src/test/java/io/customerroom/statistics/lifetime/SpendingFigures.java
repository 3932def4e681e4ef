package io.customerroom.statistics.lifetime;

import java.util.Map;
import java.util.function.Supplier;

/** Gamma-Gamma: the note 025 of Fader and Hardie. */
final class SpendingFigures {

    private static final GammaGamma NOTE = new GammaGamma(6.25, 3.74, 15.44);

    private SpendingFigures() {}

    static void addTo(Map<String, Supplier<double[]>> all) {
        all.put("GG-2-22.35", () -> of(NOTE.expected(2, 22.35)));
        all.put("GG-1-11.77", () -> of(NOTE.expected(1, 11.77)));
        all.put("GG-0-0", () -> of(NOTE.expected(0, 0)));
        all.put("GG-7-73.74", () -> of(NOTE.expected(7, 73.74)));
        all.put("GG-pop", () -> of(NOTE.mean()));
    }

    private static double[] of(double value) {
        return new double[] {value};
    }
}
