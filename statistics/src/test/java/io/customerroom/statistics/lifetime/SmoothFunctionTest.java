package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmoothFunctionTest {

    /** Ages of two years, day by day; scores of counts beside the model customer by customer, also where α is a tiny part of a day. */
    @Test
    void whatIsExpectedOfManyAgesIsWhatTheModelSaysOfEach() {
        int n = 730;
        for (int x : new int[] {0, 1, 30, 400}) {
            Counts counts = Counts.ofDailyStates(
                    IntStream.range(0, n).map(i -> x).toArray(),
                    IntStream.range(0, n).map(i -> x == 0 ? 0 : 1).toArray(),
                    IntStream.rangeClosed(1, n).toArray(),
                    IntStream.range(0, n).mapToDouble(i -> 1).toArray());
            for (PurchaseModel model : List.<PurchaseModel>of(
                    new MbgNbd(0.243, 30.9, 0.793, 2.426),
                    new MbgNbd(0.05, 1e-3, 5, 0.5),
                    new ParetoNbd(0.55, 74, 0.61, 81),
                    new ParetoNbd(5, 0.02, 0.05, 1e4),
                    new ExponentialNbd(0.55, 74, 0.004),
                    new ExponentialNbd(5, 0.02, 1e-6))) {
                Scores scores = Scores.of(model, counts, 365.25);
                for (int i = 0; i < n; i += 13) {
                    double each = model.expected(365.25, counts.state(i));
                    assertThat(scores.expected(i))
                            .as("%s at %s", model, counts.state(i))
                            .isCloseTo(each, within(Math.max(1e-9 * each, 1e-300)));
                    double alive = model.probabilityAlive(counts.state(i));
                    assertThat(scores.alive(i))
                            .as("%s at %s", model, counts.state(i))
                            .isCloseTo(alive, within(Math.max(1e-10 * alive, 1e-300)));
                }
            }
        }
    }

    @Test
    void aFunctionWithAKinkIsFollowedPlaceByPlace() {
        double[] places = IntStream.range(0, 500).mapToDouble(i -> i).toArray();
        double[] values = SmoothFunction.at(places, place -> Math.abs(place - 77.5));
        for (int i = 0; i < 500; i++) {
            assertThat(values[i]).isCloseTo(Math.abs(i - 77.5), within(1e-7));
        }
    }
}
