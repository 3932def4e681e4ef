package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.numeric.Objective;
import io.customerroom.statistics.numeric.Optimiser;
import io.customerroom.statistics.numeric.SpecialFunctions;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The log-likelihood of counts under the BG/BB, with its derivatives by α, β, γ, δ. All gamma functions meet at whole distances from six numbers:
 * they are tabulated once per evaluation.
 */
final class BgBbLikelihood implements Objective {

    private static final List<String> NAMES = List.of("alpha", "beta", "gamma", "delta");

    private final Counts counts;
    private final int most;

    private BgBbLikelihood(Counts counts) {
        this.counts = counts;
        double[] times = counts.times();
        most = (int) times[times.length - 1];
    }

    static Fit<BgBb> fit(Counts counts) {
        if (Start.tooFew(counts)) {
            return new Fit.Refused<>(Fit.Reason.TOO_FEW, Start.TOO_FEW, null, OptionalDouble.empty());
        }
        checkWhole(counts);
        return new MaximumLikelihood<>(NAMES, p -> new BgBb(p[0], p[1], p[2], p[3]))
                .from(1, 1, 0.5, 2)
                .from(0.5, 2, 1, 10)
                .against("The beta-binomial (nobody leaves)", withoutLeaving(counts), 2)
                .fit(of(counts));
    }

    static Objective of(Counts counts) {
        return new BgBbLikelihood(counts);
    }

    private static void checkWhole(Counts counts) {
        for (int i = 0; i < counts.size(); i++) {
            History state = counts.state(i);
            if (state.recency() != Math.rint(state.recency())
                    || state.age() != Math.rint(state.age())
                    || state.x() > state.recency()) {
                throw new IllegalArgumentException(
                        "opportunities are whole numbers, each taken once at most, but there is " + state);
            }
        }
    }

    /** The maximum of the beta-binomial. */
    private static double withoutLeaving(Counts counts) {
        Objective simple = (p, gradient, hessian) -> {
            Arrays.fill(gradient, 0);
            Arrays.fill(hessian[0], 0);
            Arrays.fill(hessian[1], 0);
            double value = 0;
            for (int i = 0; i < counts.size(); i++) {
                int x = counts.xs()[i];
                double n = counts.times()[counts.ages()[i]];
                double w = counts.weights()[i];
                double all = p[0] + p[1];
                value += w
                        * (SpecialFunctions.logRising(p[0], x)
                                + SpecialFunctions.logRising(p[1], n - x)
                                - SpecialFunctions.logRising(all, n));
                double psi = SpecialFunctions.digammaRise(all, n);
                double tri = SpecialFunctions.trigammaRise(all, n);
                gradient[0] += w * (SpecialFunctions.digammaRise(p[0], x) - psi);
                gradient[1] += w * (SpecialFunctions.digammaRise(p[1], n - x) - psi);
                hessian[0][0] += w * (SpecialFunctions.trigammaRise(p[0], x) - tri);
                hessian[1][1] += w * (SpecialFunctions.trigammaRise(p[1], n - x) - tri);
                hessian[0][1] -= w * tri;
                hessian[1][0] -= w * tri;
            }
            return value;
        };
        return Optimiser.maximise(simple, 0.5, 0.5).value();
    }

    @Override
    public double evaluate(double[] p, double[] gradient, double[][] hessian) {
        Arrays.fill(gradient, 0);
        for (double[] row : hessian) {
            Arrays.fill(row, 0);
        }
        Rises rises = new Rises(p, most);
        double value = 0;
        for (int i = 0; i < counts.size(); i++) {
            int last = (int) counts.times()[counts.recencies()[i]];
            int n = (int) counts.times()[counts.ages()[i]];
            value += counts.weights()[i] * rises.add(counts.xs()[i], last, n, counts.weights()[i], gradient, hessian);
        }
        return value;
    }

    /** Logarithms of rising factorials from six numbers, with two derivatives. */
    private static final class Rises {

        private static final int BUYING = 4;

        private final double[][] value = new double[6][];
        private final double[][] first = new double[6][];
        private final double[][] second = new double[6][];
        private final double gamma;

        Rises(double[] p, int most) {
            double[] from = {p[0], p[1], p[2], p[3], p[0] + p[1], p[2] + p[3]};
            gamma = p[2];
            for (int i = 0; i < from.length; i++) {
                value[i] = new double[most + 2];
                first[i] = new double[most + 2];
                second[i] = new double[most + 2];
                for (int k = 0; k <= most; k++) {
                    double at = from[i] + k;
                    value[i][k + 1] = value[i][k] + Math.log(at);
                    first[i][k + 1] = first[i][k] + 1 / at;
                    second[i][k + 1] = second[i][k] - 1 / (at * at);
                }
            }
        }

        /** One state: ln of its likelihood; the derivatives are added with the weight. */
        double add(int x, int last, int n, double weight, double[] gradient, double[][] hessian) {
            int terms = n - last + 1;
            double[] log = new double[terms];
            double high = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < terms; i++) {
                log[i] = term(x, last + i, i == terms - 1);
                high = Math.max(high, log[i]);
            }
            double sum = 0;
            for (int i = 0; i < terms; i++) {
                log[i] = Math.exp(log[i] - high);
                sum += log[i];
            }
            double[] mean = new double[4];
            double[] slope = new double[4];
            for (int i = 0; i < terms; i++) {
                double share = weight * log[i] / sum;
                int left = last + i;
                boolean stays = i == terms - 1;
                slopes(x, left, stays, slope);
                for (int j = 0; j < 4; j++) {
                    mean[j] += share * slope[j];
                    for (int k = 0; k < 4; k++) {
                        hessian[j][k] += share * slope[j] * slope[k];
                    }
                }
                curve(x, left, stays, share, hessian);
            }
            for (int j = 0; j < 4; j++) {
                gradient[j] += mean[j];
                for (int k = 0; k < 4; k++) {
                    hessian[j][k] -= mean[j] * mean[k] / weight;
                }
            }
            return high + Math.log(sum);
        }

        private double term(int x, int left, boolean stays) {
            return value[0][x]
                    + value[1][left - x]
                    - value[BUYING][left]
                    + value[3][left]
                    - value[5][stays ? left : left + 1]
                    + (stays ? 0 : Math.log(gamma));
        }

        private void slopes(int x, int left, boolean stays, double[] slope) {
            double all = first[5][stays ? left : left + 1];
            slope[0] = first[0][x] - first[BUYING][left];
            slope[1] = first[1][left - x] - first[BUYING][left];
            slope[2] = (stays ? 0 : 1 / gamma) - all;
            slope[3] = first[3][left] - all;
        }

        private void curve(int x, int left, boolean stays, double share, double[][] hessian) {
            double buying = second[BUYING][left];
            double all = second[5][stays ? left : left + 1];
            hessian[0][0] += share * (second[0][x] - buying);
            hessian[1][1] += share * (second[1][left - x] - buying);
            hessian[0][1] -= share * buying;
            hessian[1][0] -= share * buying;
            hessian[2][2] += share * ((stays ? 0 : -1 / (gamma * gamma)) - all);
            hessian[3][3] += share * (second[3][left] - all);
            hessian[2][3] -= share * all;
            hessian[3][2] -= share * all;
        }
    }
}
