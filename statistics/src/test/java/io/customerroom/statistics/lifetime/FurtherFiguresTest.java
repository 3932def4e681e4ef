package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customerroom.statistics.Golden;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Published figures beside those of lifetime-models.csv: held at the digits printed, and against values computed once more by further_figures.py, formulas to 1e-9 and fits to what two
 * optimisers agree on.
 */
class FurtherFiguresTest {

    private static final List<FurtherRow> ROWS = Golden.table(FurtherFiguresTest.class, "further-figures.tsv").stream()
            .map(FurtherRow::of)
            .toList();

    @TestFactory
    Stream<DynamicTest> figuresAreReproduced() {
        FurtherFits fits = new FurtherFits(CdnowSample.read(), Donations.read());
        return ROWS.stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.id() + " " + row.source(),
                        () -> hold(row, row.fitted() ? fits.value(row) : FurtherFormulas.value(row))));
    }

    @Test
    void everyKindOfFigureIsThere() {
        assertThat(ROWS).hasSizeGreaterThan(160);
        assertThat(ROWS.stream().map(FurtherRow::model).distinct())
                .contains("NBD", "BG/NBD", "MBG/NBD", "MBG/CNBD-2", "Pareto/NBD", "BG/BB", "Gamma-Gamma", "sBG")
                .contains("Kaplan-Meier", "Aalen-Johansen");
    }

    private static void hold(FurtherRow row, double ours) {
        double published = Double.parseDouble(row.published());
        double last = row.lastDigit();
        switch (row.how()) {
            case "digits" -> assertThat(ours).isCloseTo(published, within(0.5001 * last));
            // There the likelihood was maximised not quite to its end.
            case "near" -> assertThat(ours).isCloseTo(published, within(2 * last));
            case "optimum" -> assertThat(ours).isBetween(-1e-9, 5e-4);
            // Both from differences of a likelihood; ours has its exact curvature.
            case "error" -> assertThat(ours / published).isCloseTo(1, within(2e-4));
            // Sums of steps that were rounded one by one.
            case "added up" -> assertThat(ours).isCloseTo(published, within(1.5 * last));
            case "told" -> assertThat(Math.abs(ours - published)).isGreaterThan(0.5 * last);
            default -> throw new AssertionError(row);
        }
        double recomputed = Double.parseDouble(row.recomputed());
        switch (row.how()) {
            case "optimum" -> assertThat(ours).isCloseTo(recomputed, within(1e-7));
            default ->
                assertThat(ours)
                        .isCloseTo(recomputed, within((row.fitted() ? 2e-5 : 1e-9) * Math.abs(recomputed) + 1e-15));
        }
    }
}
