package io.customerroom.statistics.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptimiserTest {

    /** −(1 − x)² − 100 (y − x²)², a curved ridge with its top at (1, 1). */
    private static double rosenbrock(double[] p, double[] gradient, double[][] hessian) {
        double x = p[0];
        double y = p[1];
        double off = y - x * x;
        gradient[0] = 2 * (1 - x) + 400 * x * off;
        gradient[1] = -200 * off;
        hessian[0][0] = -2 + 400 * (off - 2 * x * x);
        hessian[0][1] = 400 * x;
        hessian[1][0] = 400 * x;
        hessian[1][1] = -200;
        return -(1 - x) * (1 - x) - 100 * off * off;
    }

    /** ln of a gamma density without its constant: one top at (a − 1) / b, here 2. */
    private static double gamma(double[] p, double[] gradient, double[][] hessian) {
        gradient[0] = 4 / p[0] - 2;
        hessian[0][0] = -4 / (p[0] * p[0]);
        return 4 * Math.log(p[0]) - 2 * p[0];
    }

    @Test
    void aCurvedRidgeIsClimbedToItsTop() {
        Optimum top = Optimiser.maximise(OptimiserTest::rosenbrock, 0.05, 8);

        assertThat(top.converged()).isTrue();
        assertThat(top.parameters()).containsExactly(new double[] {1, 1}, within(1e-6));
        assertThat(top.evaluations()).isLessThan(80);
    }

    @Test
    void scaleDoesNotMatter() {
        assertThat(Optimiser.maximise(OptimiserTest::gamma, 1e-4).parameters()[0])
                .isCloseTo(2, within(1e-6));
        assertThat(Optimiser.maximise(OptimiserTest::gamma, 1e4).parameters()[0])
                .isCloseTo(2, within(1e-6));
    }

    @Test
    void withoutATopItSaysThatItDidNotConverge() {
        Objective endless = (p, gradient, hessian) -> {
            gradient[0] = 1 / p[0];
            hessian[0][0] = -1 / (p[0] * p[0]);
            return Math.log(p[0]);
        };

        assertThat(Optimiser.maximise(endless, 1).converged()).isFalse();
    }

    @Test
    void theBestOfSeveralStartsWins() {
        // Two hills in ln p, a lower one at −2 and a higher one at 2.
        Objective hills = (p, gradient, hessian) -> {
            double u = Math.log(p[0]);
            double low = Math.exp(-(u + 2) * (u + 2));
            double high = 2 * Math.exp(-(u - 2) * (u - 2));
            double slope = -2 * (u + 2) * low - 2 * (u - 2) * high;
            double curvature = (4 * (u + 2) * (u + 2) - 2) * low + (4 * (u - 2) * (u - 2) - 2) * high;
            gradient[0] = slope / p[0];
            hessian[0][0] = (curvature - slope) / (p[0] * p[0]);
            return low + high;
        };

        Optimum best = Optimiser.maximise(hills, List.of(new double[] {0.1}, new double[] {5}));

        assertThat(best.value()).isCloseTo(2, within(1e-6));
        assertThat(Optimiser.maximise(hills, 0.1).value()).isCloseTo(1, within(1e-6));
    }

    @Test
    void aStartWithoutAValueIsRefused() {
        assertThatThrownBy(() -> Optimiser.maximise((_, _, _) -> Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no value at the start [1.0]");
    }
}
