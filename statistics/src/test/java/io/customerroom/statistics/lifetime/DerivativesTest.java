package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customerroom.statistics.numeric.Objective;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of the likelihood on counts against customer by customer; its derivatives against sixth-order central differences. */
class DerivativesTest {

    private static final double[] PARAMETERS = {0.7, 5.5, 0.9, 2.2};

    private static final Counts COUNTS = Counts.of(List.of(
            new History(0, 0, 39),
            new History(0, 0, 12),
            new History(1, 0, 39),
            new History(1, 20, 39),
            new History(1, 39, 39),
            new History(7, 30, 38.5),
            new History(60, 11, 38.5),
            new History(60, 38, 38.5),
            new History(60, 38, 38.5)));

    @ParameterizedTest
    @CsvSource({"1, false", "1, true", "2, true", "5, true", "3, false"})
    void theSumIsTheSameAsCustomerByCustomer(int k, boolean fromStart) {
        GeometricDropout model =
                new GeometricDropout(k, fromStart, PARAMETERS[0], PARAMETERS[1], PARAMETERS[2], PARAMETERS[3]);

        assertThat(new DropoutLikelihood(COUNTS, k, fromStart).evaluate(PARAMETERS, new double[4], new double[4][4]))
                .isCloseTo(COUNTS.sum(model::logLikelihood), within(1e-10));
    }

    @ParameterizedTest
    @CsvSource({"1, false", "1, true", "2, true", "5, true", "3, false"})
    void gradientAndHessianAreTheDerivatives(int k, boolean fromStart) {
        isDerivative(new DropoutLikelihood(COUNTS, k, fromStart), PARAMETERS);
        isDerivative(new DropoutLikelihood(COUNTS, k, fromStart), 3.0, 0.2, 0.1, 40.0);
    }

    @Test
    void nbdToo() {
        isDerivative(Nbd.likelihood(COUNTS), 0.7, 5.5);
    }

    static void isDerivative(Objective objective, double... at) {
        int n = at.length;
        double[] gradient = new double[n];
        double[][] hessian = new double[n][n];
        objective.evaluate(at.clone(), gradient, hessian);
        for (int i = 0; i < n; i++) {
            int of = i;
            double step = 1e-2 * at[i];
            assertThat(difference(objective, at, i, step, (value, _) -> value))
                    .isCloseTo(gradient[i], within(1e-7 * (1 + Math.abs(gradient[i]))));
            for (int j = 0; j < n; j++) {
                int by = j;
                assertThat(difference(objective, at, of, step, (_, slopes) -> slopes[by]))
                        .isCloseTo(hessian[i][j], within(1e-7 * (1 + Math.abs(hessian[i][j]))));
            }
        }
    }

    private interface Seen {
        double of(double value, double[] gradient);
    }

    /** Seven points: exact for polynomials of the sixth degree. */
    private static double difference(Objective objective, double[] at, int by, double step, Seen seen) {
        double[] weights = {-1 / 60.0, 3 / 20.0, -3 / 4.0, 0, 3 / 4.0, -3 / 20.0, 1 / 60.0};
        double sum = 0;
        for (int k = -3; k <= 3; k++) {
            double[] moved = at.clone();
            moved[by] += k * step;
            double[] gradient = new double[at.length];
            double value = objective.evaluate(moved, gradient, new double[at.length][at.length]);
            sum += weights[k + 3] * seen.of(value, gradient);
        }
        return sum / step;
    }
}
