package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What data do not bear out is refused, in words. */
class RefusalTest {

    @Test
    void aHandfulOfRepeatBuyersIsTooFew() {
        Counts counts = Counts.builder().add(0, 0, 50, 1_000).add(1, 20, 50, 19).build();

        assertThat(BgNbd.fit(counts)).isInstanceOfSatisfying(Fit.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Fit.Reason.TOO_FEW);
            assertThat(refused.reached()).isNull();
        });
        assertThat(Nbd.fit(counts).fitted()).isEmpty();
        assertThatThrownBy(() -> MbgNbd.fit(counts).orElseThrow())
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("Fewer than 20 customers with a repeat purchase: too few for a model.");
    }

    /** Nobody ever leaves: the richer model has nothing to add. */
    @Test
    void whereNobodyLeavesTheSimplerModelIsPreferred() {
        Random random = new Random(11);
        Nbd truth = new Nbd(0.8, 9);
        CountsBuilder builder = Counts.builder();
        for (int i = 0; i < 3_000; i++) {
            builder.add(truth.draw(random, 60), 1);
        }
        Counts counts = builder.build();

        for (Fit<?> fit : new Fit<?>[] {BgNbd.fit(counts), MbgNbd.fit(counts)}) {
            Fit.Refused<?> refused = (Fit.Refused<?>) fit;
            assertThat(refused.reason()).isIn(Fit.Reason.SIMPLER_MODEL, Fit.Reason.ON_THE_BORDER);
            assertThat(refused.simplerModel().getAsDouble()).isGreaterThan(0.05);
            assertThat(refused.why()).contains("Likelihood-ratio test against NBD (nobody leaves): p = ");
        }
        assertThat(Nbd.fit(counts).fitted()).isPresent();
    }

    /**
     * All leave with the same chance: a / (a + b) is known, a and b are not. Peers return a = 4582, b = 33831 for such data, without a
     * warning.
     */
    @Test
    void parametersThatDataDoNotTellApartAreNotGivenOut() {
        Fit.Refused<BgNbd> refused = (Fit.Refused<BgNbd>) BgNbd.fit(allLeaveAlike(4));

        assertThat(refused.reason()).isEqualTo(Fit.Reason.UNIDENTIFIED);
        assertThat(refused.why())
                .startsWith("These customers do not tell what b is: 450 and ")
                .endsWith("Likelihood-ratio test against NBD (nobody leaves): p < 1e-16.");
        assertThat(refused.reached().value("a") / refused.reached().value("b")).isBetween(0.2, 0.3);
    }

    @Test
    void norAreParametersThatHaveNoBound() {
        Fit.Refused<BgNbd> refused = (Fit.Refused<BgNbd>) BgNbd.fit(allLeaveAlike(3));

        assertThat(refused.reason()).isEqualTo(Fit.Reason.ON_THE_BORDER);
        assertThat(refused.why()).startsWith("The likelihood still grows at a = ");
    }

    /** A hill so flat that its width has fourteen digits; on a telephone they would stick out of the page. */
    @Test
    void aWidthWithoutBoundIsToldInWords() {
        double flat = 0.003;
        Fit<Double> fit = new MaximumLikelihood<>(List.of("s"), p -> p[0])
                .from(2)
                .fit((at, gradient, hessian) -> {
                    double log = Math.log(at[0]);
                    gradient[0] = -flat * log / at[0];
                    hessian[0][0] = flat * (log - 1) / (at[0] * at[0]);
                    return -flat * log * log / 2;
                });

        assertThat(((Fit.Refused<Double>) fit).why())
                .isEqualTo(
                        "These customers do not tell what s is: 1.00 and more than a million times more or less do nearly as well.");
    }

    private static Counts allLeaveAlike(long seed) {
        Random random = new Random(seed);
        BgNbd truth = new BgNbd(0.8, 6, 1e5, 4e5);
        CountsBuilder builder = Counts.builder();
        for (int i = 0; i < 2_000; i++) {
            builder.add(truth.draw(random, 60), 1);
        }
        return builder.build();
    }

    @Test
    void aRhythmCannotBeChosenWithoutIntervals() {
        Counts counts = Counts.builder().add(3, 30, 50, 100).build();

        assertThatThrownBy(() -> MbgCnbd.fit(counts)).hasMessageContaining("k cannot be chosen");
    }

    @Test
    void parametersMustBePositive() {
        assertThatThrownBy(() -> new BgNbd(1, 0, 1, 1)).hasMessageContaining("must be positive and finite");
        assertThatThrownBy(() -> new MbgCnbd(0, 1, 1, 1, 1)).hasMessageContaining("k must be at least 1");
        assertThatThrownBy(() -> new Nbd(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
