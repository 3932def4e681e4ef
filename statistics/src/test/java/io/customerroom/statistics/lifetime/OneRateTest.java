package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The models in which all leave alike, against 60-digit arithmetic ({@code onerate_grid.py}, mpmath 1.3.0), against the models whose limits they are, and where
 * those are refused.
 */
class OneRateTest {

    private static final double TOLERANCE = 1e-9;
    private static final double AGE = 365;
    private static final double AHEAD = 90;
    private static final Discount DISCOUNT = new Discount(0.0004);

    @Test
    void historiesAreExact() {
        List<String> off = new ArrayList<>();
        for (String[] row : Golden.rows("onerate-histories.csv.gz")) {
            PurchaseModel model = model(row);
            History history = new History(Integer.parseInt(row[4]), Double.parseDouble(row[5]), AGE);
            double discounted =
                    switch (model) {
                        case GeometricNbd one -> one.discountedExpected(DISCOUNT, history);
                        case ExponentialNbd one -> one.discountedExpected(DISCOUNT, history);
                        default -> throw new AssertionError(model);
                    };
            compare(off, row, 6, model.logLikelihood(history));
            compare(off, row, 7, model.logOddsAlive(history));
            compare(off, row, 8, model.expected(AHEAD, history));
            compare(off, row, 9, discounted);
        }
        assertThat(off).isEmpty();
    }

    @Test
    void probabilitiesOfAWindowAreExactAndAddUp() {
        for (String[] row : Golden.rows("onerate-windows.csv")) {
            double actual = model(row)
                    .probability(Integer.parseInt(row[4]), Double.parseDouble(row[5]), Double.parseDouble(row[6]));
            assertThat(actual / Double.parseDouble(row[7]))
                    .as(String.join(",", row))
                    .isCloseTo(1, within(1e-11));
        }
        for (PurchaseModel model : List.of(new GeometricNbd(0.7, 9, 3), new ExponentialNbd(0.7, 9, 0.01))) {
            double[] chances = IntStream.range(0, 300)
                    .mapToDouble(n -> model.probability(n, 6, 15))
                    .toArray();
            assertThat(IntStream.range(0, 300).mapToDouble(n -> chances[n]).sum())
                    .isCloseTo(1, within(1e-12));
            assertThat(IntStream.range(0, 300).mapToDouble(n -> n * chances[n]).sum())
                    .isCloseTo(model.expected(15) - model.expected(6), within(1e-11));
        }
    }

    @Test
    void aMillionfoldSharperRicherModelSaysTheSame() {
        History history = new History(4, 100, 300);

        assertThat(new GeometricNbd(0.8, 20, 4).expected(50, history))
                .isCloseTo(new MbgNbd(0.8, 20, 1e7, 4e7).expected(50, history), within(1e-6));
        assertThat(new ExponentialNbd(0.8, 20, 0.004).expected(50, history))
                .isCloseTo(new ParetoNbd(0.8, 20, 4e5, 1e8).expected(50, history), within(1e-6));
        assertThat(new GeometricNbd(0.8, 20, 4).leaving()).isEqualTo(0.2);
        assertThat(new ExponentialNbd(0.8, 20, 0.004).after(history)).isEqualTo(new ExponentialNbd(4.8, 320, 0.004));
    }

    @Test
    void theSumIsTheSameAsCustomerByCustomerAndItsDerivativesAreRight() {
        Counts counts = Counts.of(List.of(
                new History(0, 0, 39),
                new History(0, 0, 12),
                new History(1, 20, 39),
                new History(1, 39, 39),
                new History(7, 30, 38.5),
                new History(60, 11, 38.5),
                new History(60, 38, 38.5)));
        double[] at = {0.7, 5.5, 2.2};

        assertThat(new GeometricLikelihood(counts).evaluate(at, new double[3], new double[3][3]))
                .isCloseTo(counts.sum(new GeometricNbd(0.7, 5.5, 2.2)::logLikelihood), within(1e-10));
        DerivativesTest.isDerivative(new GeometricLikelihood(counts), at);
        DerivativesTest.isDerivative(new GeometricLikelihood(counts), 3.0, 0.2, 40.0);

        assertThat(new ExponentialLikelihood(counts)
                        .evaluate(new double[] {0.7, 5.5, 0.02}, new double[3], new double[3][3]))
                .isCloseTo(counts.sum(new ExponentialNbd(0.7, 5.5, 0.02)::logLikelihood), within(1e-9));
        Derivatives.check(new ExponentialLikelihood(counts), 0.7, 5.5, 0.02);
        Derivatives.check(new ExponentialLikelihood(counts), 3.0, 0.2, 1.5);
    }

    /** Where the richer model is on the border or not identified, its limit is found, and the sentence says that it does as well. */
    @Test
    void whereAllLeaveAlikeTheLimitIsFitted() {
        Counts tossed = drawn(new GeometricNbd(0.8, 6, 4)::draw, 3_000, 5);
        Counts ticking = drawn(new ExponentialNbd(0.8, 6, 0.03)::draw, 3_000, 7);

        assertThat(GeometricNbd.fit(tossed)
                        .orElseThrow()
                        .estimate()
                        .interval("stay", 0.99)
                        .contains(4))
                .isTrue();
        assertThat(ExponentialNbd.fit(ticking)
                        .orElseThrow()
                        .estimate()
                        .interval("mu", 0.99)
                        .contains(0.03))
                .isTrue();
        for (Fit<?> refused : List.of(MbgNbd.fit(tossed), ParetoNbd.fit(ticking))) {
            assertThat(refused)
                    .isInstanceOfSatisfying(
                            Fit.Refused.class,
                            fit -> assertThat(fit.why())
                                    .containsPattern(
                                            "against NBD \\(nobody leaves\\): p < 1e-16; against the model in which all leave"));
        }
    }

    /** Nobody left in 60 weeks: then a mean stay of less than some years is excluded, an endless one is not. */
    @Test
    void whereNobodyLeavesTheQuickestLeavingNotExcludedIsTold() {
        Counts counts = drawn(new Nbd(0.8, 9)::draw, 2_000, 11);

        assertThat(ExponentialNbd.fit(counts).fitted()).isEmpty();
        ExponentialNbd ninety = ExponentialNbd.quickest(counts, 0.90);
        ExponentialNbd fifty = ExponentialNbd.quickest(counts, 0.50);
        assertThat(ninety.mu()).isBetween(1e-5, 2e-3).isGreaterThan(fifty.mu());
    }

    @Test
    void parametersMustBePositive() {
        assertThatThrownBy(() -> new GeometricNbd(1, 1, 0)).hasMessageContaining("stay");
        assertThatThrownBy(() -> new ExponentialNbd(1, 1, Double.NaN)).hasMessageContaining("mu");
    }

    private interface Draw {
        History of(Random random, double age);
    }

    private static Counts drawn(Draw draw, int customers, long seed) {
        Random random = new Random(seed);
        CountsBuilder builder = Counts.builder();
        for (int i = 0; i < customers; i++) {
            History history = draw.of(random, 60);
            builder.add(history.x(), Math.rint(2 * history.recency()) / 2, 60, 1);
        }
        return builder.build();
    }

    private static PurchaseModel model(String[] row) {
        double[] p = IntStream.of(1, 2, 3)
                .mapToDouble(i -> Double.parseDouble(row[i]))
                .toArray();
        return row[0].equals("geometric") ? new GeometricNbd(p[0], p[1], p[2]) : new ExponentialNbd(p[0], p[1], p[2]);
    }

    private static void compare(List<String> off, String[] row, int column, double actual) {
        if (row[column].isEmpty()) {
            if (actual != Double.POSITIVE_INFINITY) {
                off.add(String.join(",", row) + ": infinity expected, but was " + actual);
            }
            return;
        }
        double expected = Double.parseDouble(row[column]);
        boolean same = Math.abs(expected) < 1e-290
                ? Math.abs(actual) < 1e-290
                : Math.abs(actual - expected) <= TOLERANCE * Math.abs(expected);
        if (!same) {
            off.add(String.join(",", row) + ": column " + column + " was " + actual);
        }
    }
}
