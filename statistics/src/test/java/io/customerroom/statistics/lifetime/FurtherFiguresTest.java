package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Published figures about CDNOW's sample beside those of lifetime-models.csv: at the digits printed, and against another optimiser's by further_figures.py. */
class FurtherFiguresTest {

    @TestFactory
    Stream<DynamicTest> figuresAreReproduced() {
        Counts counts = CdnowSample.read().counts();
        Map<String, Double> ours = new LinkedHashMap<>();
        add(ours, "NBD", Nbd.fit(counts).orElseThrow());
        add(ours, "Pareto/NBD", ParetoNbd.fit(counts).orElseThrow());
        add(ours, "MBG/NBD", MbgNbd.fit(counts).orElseThrow());
        add(ours, "MBG/CNBD-2", MbgCnbd.fit(counts, 2).orElseThrow());
        add(ours, "MBG/CNBD-3", MbgCnbd.fit(counts, 3).orElseThrow());
        return Golden.rows("further-figures.csv").stream()
                .map(row -> DynamicTest.dynamicTest(
                        row[0] + " " + row[5], () -> hold(ours.get(row[1] + " " + row[2]), row[3], row[4])));
    }

    private static void add(Map<String, Double> ours, String name, Fit.Converged<? extends PurchaseModel> fit) {
        Estimate estimate = fit.estimate();
        estimate.names().forEach(parameter -> ours.put(name + " " + parameter, estimate.value(parameter)));
        ours.put(name + " LL", estimate.logLikelihood());
        ours.put(name + " E52", fit.model().expected(52));
    }

    /** Half a unit of the last digit printed and a tenth of it for their optimiser; ours and SciPy's agree to the fifth digit. */
    private static void hold(double ours, String published, String recomputed) {
        double last = Math.pow(10, published.indexOf('.') + 1 - published.length());

        assertThat(ours).isCloseTo(Double.parseDouble(published), within(0.55 * last));
        assertThat(ours / Double.parseDouble(recomputed)).isCloseTo(1, within(2e-5));
    }
}
