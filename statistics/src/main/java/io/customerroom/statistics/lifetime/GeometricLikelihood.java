package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.numeric.Objective;
import io.customerroom.statistics.numeric.SpecialFunctions;
import java.util.Arrays;

/**
 * The log-likelihood of {@link GeometricNbd} on counts, with gradient and Hessian by (r, alpha, stay). The same sum over states as for the MBG/NBD ({@link Silence}), with
 * odds of having left, ln(1 / stay), that are the same for every x.
 */
final class GeometricLikelihood implements Objective {

    private final Counts counts;
    private final double[] byAge;
    private final double[] purchasesByAge;
    private final double[] logs;
    private final double[] inverses;

    GeometricLikelihood(Counts counts) {
        this.counts = counts;
        int distinct = counts.times().length;
        byAge = new double[distinct];
        purchasesByAge = new double[distinct];
        for (int i = 0; i < counts.size(); i++) {
            byAge[counts.ages()[i]] += counts.weights()[i];
            purchasesByAge[counts.ages()[i]] += counts.weights()[i] * counts.xs()[i];
        }
        logs = new double[distinct];
        inverses = new double[distinct];
    }

    @Override
    public double evaluate(double[] parameters, double[] gradient, double[][] hessian) {
        double r = parameters[0];
        double alpha = parameters[1];
        double stay = parameters[2];
        Arrays.fill(gradient, 0);
        for (double[] row : hessian) {
            Arrays.fill(row, 0);
        }
        double value = ages(r, alpha, gradient, hessian);
        double tosses = 0;
        Silence sums = new Silence();
        int[] x = counts.xs();
        for (int begin = 0, end; begin < x.length; begin = end) {
            double weight = 0;
            for (end = begin; end < x.length && x[end] == x[begin]; end++) {
                weight += counts.weights()[end];
            }
            value += sums.add(counts, logs, inverses, begin, end, r + x[begin], -Math.log(stay));
            value += weight * SpecialFunctions.logRising(r, x[begin]);
            gradient[0] += weight * SpecialFunctions.digammaRise(r, x[begin]);
            hessian[0][0] += weight * SpecialFunctions.trigammaRise(r, x[begin]);
            tosses += weight * (x[begin] + 1.0);
        }
        double stayed = 1 / (stay * (1 + stay));
        gradient[0] += sums.r;
        gradient[1] += sums.alpha;
        gradient[2] += tosses * stayed - sums.left / stay;
        hessian[0][0] += sums.rr;
        hessian[0][1] += sums.ralpha;
        hessian[1][1] += sums.alphaalpha;
        hessian[0][2] -= sums.unsureR / stay;
        hessian[1][2] -= sums.unsureAlpha / stay;
        hessian[2][2] += (sums.unsure + sums.left) / (stay * stay) - tosses * (1 + 2 * stay) * stayed * stayed;
        for (int i = 0; i < hessian.length; i++) {
            for (int j = 0; j < i; j++) {
                hessian[i][j] = hessian[j][i];
            }
        }
        return value - tosses * Math.log1p(1 / stay);
    }

    /** r ln(alpha / (alpha + T)) − x ln(alpha + T), summed by age. */
    private double ages(double r, double alpha, double[] gradient, double[][] hessian) {
        double value = 0;
        for (int i = 0; i < logs.length; i++) {
            double time = alpha + counts.times()[i];
            logs[i] = Math.log(time);
            inverses[i] = 1 / time;
            double inverse = inverses[i];
            double behind = Math.log(alpha) - logs[i];
            value += byAge[i] * r * behind - purchasesByAge[i] * logs[i];
            gradient[0] += byAge[i] * behind;
            gradient[1] += byAge[i] * r * (1 / alpha - inverse) - purchasesByAge[i] * inverse;
            hessian[0][1] += byAge[i] * (1 / alpha - inverse);
            hessian[1][1] +=
                    byAge[i] * r * (inverse * inverse - 1 / (alpha * alpha)) + purchasesByAge[i] * inverse * inverse;
        }
        return value;
    }
}
