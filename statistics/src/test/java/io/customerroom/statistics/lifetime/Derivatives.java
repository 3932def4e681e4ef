package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customerroom.statistics.numeric.Objective;

/** Holds first derivatives against differences of the value, and second ones against differences of the first. */
final class Derivatives {

    private static final double STEP = 1e-3;

    private Derivatives() {}

    static void check(Objective objective, double... parameters) {
        int n = parameters.length;
        double[] gradient = new double[n];
        double[][] hessian = new double[n][n];
        objective.evaluate(parameters, gradient, hessian);
        double[][] slopes = new double[n][n];
        for (int i = 0; i < n; i++) {
            // Richardson's step from two central differences: exact to the fourth power of the step.
            double[] wide = difference(objective, parameters, i, STEP);
            double[] close = difference(objective, parameters, i, STEP / 2);
            assertThat(gradient[i])
                    .as("derivative by parameter " + i)
                    .isCloseTo((4 * close[n] - wide[n]) / 3, within(1e-7 * (1 + Math.abs(gradient[i]))));
            for (int j = 0; j < n; j++) {
                slopes[i][j] = (4 * close[j] - wide[j]) / 3;
            }
        }
        double scale = 0;
        for (int i = 0; i < n; i++) {
            scale = Math.max(scale, Math.abs(hessian[i][i] * parameters[i] * parameters[i]));
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double unit = parameters[i] * parameters[j];
                assertThat(hessian[i][j] * unit)
                        .as("second derivative by " + i + ", " + j)
                        .isCloseTo(slopes[i][j] * unit, within(1e-8 * (1 + scale)));
            }
        }
    }

    /** Of the derivatives, and in the last place of the value. */
    private static double[] difference(Objective objective, double[] at, int i, double step) {
        int n = at.length;
        double[] result = new double[n + 1];
        for (int side : new int[] {1, -1}) {
            double[] moved = at.clone();
            moved[i] *= 1 + side * step;
            double[] gradient = new double[n];
            double value = objective.evaluate(moved, gradient, new double[n][n]);
            for (int j = 0; j < n; j++) {
                result[j] += side * gradient[j] / (2 * step * at[i]);
            }
            result[n] += side * value / (2 * step * at[i]);
        }
        return result;
    }
}
