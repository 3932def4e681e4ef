package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.statistics.Golden;
import io.customerroom.statistics.numeric.SpecialFunctions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every combination of r, s ∈ {0.05, 0.5, 5}, α, β ∈ {0.001, 0.1, 10, 10,000}, x ∈ {0, 1, 172, 500, 5,000, 50,000} and t_x ∈ {0, T/2, T} with T = 365, against
 * 60-digit arithmetic; pareto_grid.py beside the values made them. Without a repeat purchase t_x is 0.
 */
class ParetoGridTest {

    private static final double AGE = 365;
    private static final Discount DISCOUNT = new Discount(0.0027);

    @Test
    void likelihoodOddsExpectationAndDiscountedExpectationHoldEverywhere() {
        double[] worst = new double[4];
        List<String[]> rows = Golden.rows(ParetoGridTest.class, "pareto-grid.csv.gz");
        for (String[] row : rows) {
            ParetoNbd model = model(row);
            History history = history(row);
            double[] ours = {
                model.logLikelihood(history),
                model.logOddsAlive(history),
                model.expected(AGE, history),
                model.discountedExpected(DISCOUNT, history)
            };
            for (int i = 0; i < ours.length; i++) {
                // Of a likelihood near 1 the relative error is the absolute one of its logarithm.
                worst[i] = Math.max(worst[i], off(ours[i], number(row[6 + i]), i == 0 ? 1 : 0));
            }
        }
        assertThat(rows).hasSize(2_304);
        assertThat(Arrays.stream(worst).max().orElseThrow())
                .as("worst relative errors of %d rows: %s", rows.size(), Arrays.toString(worst))
                .isLessThanOrEqualTo(1e-9);
    }

    @Test
    void derivativesHoldEverywhere() {
        double worst = 0;
        for (String[] row : Golden.rows(ParetoGridTest.class, "pareto-derivatives.csv.gz")) {
            ParetoNbd model = model(row);
            double[] gradient = new double[4];
            double[][] hessian = new double[4][4];
            double[] parameters = {model.r(), model.alpha(), model.s(), model.beta()};
            new ParetoLikelihood(Counts.of(List.of(history(row)))).evaluate(parameters, gradient, hessian);
            // What belongs to others: ln Γ(r + x) − ln Γ(r).
            gradient[0] -= SpecialFunctions.digammaRise(model.r(), history(row).x());
            hessian[0][0] -=
                    SpecialFunctions.trigammaRise(model.r(), history(row).x());
            for (int i = 0, at = 10; i < 4; i++) {
                worst = Math.max(worst, off(gradient[i] * parameters[i], number(row[6 + i]) * parameters[i], 1));
                for (int j = i; j < 4; j++, at++) {
                    double unit = parameters[i] * parameters[j];
                    worst = Math.max(worst, off(hessian[i][j] * unit, number(row[at]) * unit, 1));
                }
            }
        }
        assertThat(worst).isLessThan(1e-9);
    }

    @Test
    void probabilitiesOfWindowsHold() {
        double worst = 0;
        for (String[] row : Golden.rows(ParetoGridTest.class, "pareto-windows.csv")) {
            ParetoNbd model = new ParetoNbd(number(row[0]), number(row[1]), number(row[2]), number(row[3]));
            double ours = model.probability((int) number(row[6]), number(row[4]), number(row[5]));
            worst = Math.max(worst, off(ours, number(row[7])));
        }
        assertThat(worst).isLessThan(1e-9);
    }

    private static double off(double ours, double theirs) {
        return off(ours, theirs, 0);
    }

    /** Relative to their value, or to a floor where that is larger. Not a number is as wrong as can be. */
    private static double off(double ours, double theirs, double floor) {
        double off = ours == theirs ? 0 : Math.abs(ours - theirs) / Math.max(Math.abs(theirs), floor);
        return Double.isNaN(off) ? Double.POSITIVE_INFINITY : off;
    }

    private static ParetoNbd model(String[] row) {
        return new ParetoNbd(number(row[0]), number(row[2]), number(row[1]), number(row[3]));
    }

    private static History history(String[] row) {
        return new History((int) number(row[4]), number(row[5]), AGE);
    }

    private static double number(String cell) {
        return cell.equals("+inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(cell);
    }
}
