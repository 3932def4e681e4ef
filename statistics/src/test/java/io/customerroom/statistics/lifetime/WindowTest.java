package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P(X(from, to) = n) against {@code dropout_window.py}, and against what must hold of any distribution. */
class WindowTest {

    private static final double R = 0.243;
    private static final double ALPHA = 4.414;
    private static final double A = 0.793;
    private static final double B = 2.426;

    private static final List<PurchaseModel> MODELS = List.of(
            new Nbd(R, ALPHA), new BgNbd(R, ALPHA, A, B), new MbgNbd(R, ALPHA, A, B), new MbgCnbd(3, R, ALPHA, A, B));

    /** The first line is the one that a well-known package gets wrong: it gives 0.5738, a simulation 0.7540 ± 0.0002. */
    @ParameterizedTest
    @CsvSource({
        "1, 0, 39, 78, 0.75400114612088",
        "1, 1, 39, 78, 0.12195235460459",
        "1, 7, 10, 20, 0.00098595318017335",
        "1, 40, 5, 60, 4.4755697586896e-5",
        "2, 0, 39, 78, 0.79652599256316",
        "2, 1, 39, 78, 0.093989794015829",
        "2, 7, 10, 20, 0.00092249140012622",
        "2, 40, 5, 60, 4.3839484918888e-5",
        "3, 0, 39, 78, 0.82728256935942",
        "3, 1, 39, 78, 0.10593555883359",
        "3, 7, 10, 20, 7.8157947769716e-6",
        "3, 40, 5, 60, 1.0914071683246e-7"
    })
    void isTheSumOverThePurchasesBefore(int model, int n, double from, double to, double expected) {
        assertThat(MODELS.get(model).probability(n, from, to) / expected).isCloseTo(1, within(1e-11));
    }

    @Test
    void addsUpToOneAndToTheExpectation() {
        for (PurchaseModel model : MODELS) {
            double[] chances = IntStream.range(0, 400)
                    .mapToDouble(n -> model.probability(n, 6, 15))
                    .toArray();

            assertThat(IntStream.range(0, 400).mapToDouble(n -> chances[n]).sum())
                    .as("%s", model)
                    .isCloseTo(1, within(1e-12));
            assertThat(IntStream.range(0, 400).mapToDouble(n -> n * chances[n]).sum())
                    .as("%s", model)
                    .isCloseTo(model.expected(15) - model.expected(6), within(1e-11));
        }
    }

    @Test
    void aWindowFromTheBeginningIsThatAge() {
        for (PurchaseModel model : MODELS) {
            assertThat(model.probability(2, 0, 30)).isEqualTo(model.probability(2, 30));
            assertThat(model.probability(2, 1e-9, 30) / model.probability(2, 30))
                    .isCloseTo(1, within(1e-8));
        }
        assertThatThrownBy(() -> MODELS.get(1).probability(0, 5, 4)).hasMessageContaining("between 0 and to");
    }
}
