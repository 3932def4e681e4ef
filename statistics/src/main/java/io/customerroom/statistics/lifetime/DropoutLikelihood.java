package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.numeric.Objective;
import io.customerroom.statistics.numeric.SpecialFunctions;
import java.util.Arrays;

/**
 * The log-likelihood of {@link GeometricDropout} on counts, with gradient and Hessian by (r, alpha, a, b), in one pass.
 *
 * <p>A state's share is g(x) + h(x, T) + ln(1 + e^δ), δ being the log-odds of having left. g is taken once per x, h once per T; of δ = ln
 * a − ln(b + n − 1) + R ln((alpha + T) / (alpha + t_x)) the logarithms are looked up per time. One exponential and one logarithm per
 * state remain. The derivatives of δ by a and b depend on x alone, so that sums over the states of one x suffice for them.
 */
final class DropoutLikelihood implements Objective {

    private static final int R = 0;
    private static final int ALPHA = 1;
    private static final int A = 2;
    private static final int B = 3;

    private final Counts counts;
    private final int k;
    private final int start;
    private final double[] byAge;
    private final double[] stagesByAge;
    private final double[] logs;
    private final double[] inverses;

    DropoutLikelihood(Counts counts, int k, boolean fromStart) {
        this.counts = counts;
        this.k = k;
        this.start = fromStart ? 1 : 0;
        int distinct = counts.times().length;
        byAge = new double[distinct];
        stagesByAge = new double[distinct];
        for (int i = 0; i < counts.size(); i++) {
            byAge[counts.ages()[i]] += counts.weights()[i];
            stagesByAge[counts.ages()[i]] += counts.weights()[i] * k * counts.xs()[i];
        }
        logs = new double[distinct];
        inverses = new double[distinct];
    }

    @Override
    public double evaluate(double[] parameters, double[] gradient, double[][] hessian) {
        for (int i = 0; i < logs.length; i++) {
            double time = parameters[ALPHA] + counts.times()[i];
            logs[i] = Math.log(time);
            inverses[i] = 1 / time;
        }
        Arrays.fill(gradient, 0);
        for (double[] row : hessian) {
            Arrays.fill(row, 0);
        }
        double value = ages(parameters, gradient, hessian);
        int[] x = counts.xs();
        for (int begin = 0, end; begin < x.length; begin = end) {
            end = begin + 1;
            while (end < x.length && x[end] == x[begin]) {
                end++;
            }
            value += group(begin, end, parameters, gradient, hessian);
        }
        for (int i = 0; i < hessian.length; i++) {
            for (int j = 0; j < i; j++) {
                hessian[i][j] = hessian[j][i];
            }
        }
        return value;
    }

    /** r ln(alpha / (alpha + T)) − k x ln(alpha + T), summed by age. */
    private double ages(double[] parameters, double[] gradient, double[][] hessian) {
        double r = parameters[R];
        double alpha = parameters[ALPHA];
        double value = 0;
        for (int i = 0; i < logs.length; i++) {
            double inverse = inverses[i];
            double behind = Math.log(alpha) - logs[i];
            value += byAge[i] * r * behind - stagesByAge[i] * logs[i];
            gradient[R] += byAge[i] * behind;
            gradient[ALPHA] += byAge[i] * r * (1 / alpha - inverse) - stagesByAge[i] * inverse;
            hessian[R][ALPHA] += byAge[i] * (1 / alpha - inverse);
            hessian[ALPHA][ALPHA] +=
                    byAge[i] * r * (inverse * inverse - 1 / (alpha * alpha)) + stagesByAge[i] * inverse * inverse;
        }
        return value;
    }

    /** The states of one x. */
    private double group(int begin, int end, double[] parameters, double[] gradient, double[][] hessian) {
        double a = parameters[A];
        double b = parameters[B];
        int x = counts.xs()[begin];
        int n = x + start;
        double stages = (double) k * x;
        Silence sums = new Silence();
        double value = 0;
        if (n > 0 || k > 1) {
            double shape = parameters[R] + stages;
            double odds = n == 0 ? Double.NEGATIVE_INFINITY : Math.log(a) - Math.log(b + n - 1);
            value = k == 1
                    ? sums.add(counts, logs, inverses, begin, end, shape, odds)
                    : waiting(begin, end, shape, odds, parameters[ALPHA], sums);
        }
        double weight = 0;
        for (int i = begin; i < end; i++) {
            weight += counts.weights()[i];
        }
        value += weight
                * (SpecialFunctions.logRising(parameters[R], stages)
                        + SpecialFunctions.logRising(b, n)
                        - SpecialFunctions.logRising(a + b, n));
        double bySum = SpecialFunctions.digammaRise(a + b, n);
        double curvatureBySum = SpecialFunctions.trigammaRise(a + b, n);
        double later = n == 0 ? 0 : 1 / (b + n - 1);
        gradient[R] += weight * SpecialFunctions.digammaRise(parameters[R], stages) + sums.r;
        gradient[ALPHA] += sums.alpha;
        gradient[A] += sums.left / a - weight * bySum;
        gradient[B] += weight * (SpecialFunctions.digammaRise(b, n) - bySum) - sums.left * later;
        hessian[R][R] += weight * SpecialFunctions.trigammaRise(parameters[R], stages) + sums.rr;
        hessian[R][ALPHA] += sums.ralpha;
        hessian[ALPHA][ALPHA] += sums.alphaalpha;
        hessian[R][A] += sums.unsureR / a;
        hessian[R][B] -= sums.unsureR * later;
        hessian[ALPHA][A] += sums.unsureAlpha / a;
        hessian[ALPHA][B] -= sums.unsureAlpha * later;
        hessian[A][A] += (sums.unsure - sums.left) / (a * a) - weight * curvatureBySum;
        hessian[A][B] -= sums.unsure * later / a + weight * curvatureBySum;
        hessian[B][B] += (sums.unsure + sums.left) * later * later
                + weight * (SpecialFunctions.trigammaRise(b, n) - curvatureBySum);
        return value;
    }

    /** As {@link Silence#add} with k stages: the logarithm s of S comes in, and its derivatives. */
    private double waiting(int begin, int end, double shape, double odds, double alpha, Silence sums) {
        double value = 0;
        for (int i = begin; i < end; i++) {
            int to = counts.ages()[i];
            int from = counts.recencies()[i];
            double weight = counts.weights()[i];
            Stages s = Stages.of(k, shape, (counts.times()[to] - counts.times()[from]) * inverses[to], inverses[to]);
            double distance = logs[to] - logs[from];
            double slope = inverses[to] - inverses[from];
            double bend = inverses[from] * inverses[from] - inverses[to] * inverses[to];
            double delta = odds + shape * distance - s.value;
            double small = Math.exp(-Math.abs(delta));
            double left = (delta >= 0 ? 1 : small) / (1 + small);
            double alive = 1 - left;
            double unsure = left * alive;
            double byR = distance - s.r;
            double byAlpha = shape * slope - s.alpha;
            value += weight * (s.value + Math.max(delta, 0) + Math.log(1 + small));
            sums.left += weight * left;
            sums.unsure += weight * unsure;
            sums.unsureR += weight * unsure * byR;
            sums.unsureAlpha += weight * unsure * byAlpha;
            sums.r += weight * (left * distance + alive * s.r);
            sums.alpha += weight * (left * shape * slope + alive * s.alpha);
            sums.rr += weight * (unsure * byR * byR + alive * s.rr);
            sums.ralpha += weight * (unsure * byR * byAlpha + left * slope + alive * s.ralpha);
            sums.alphaalpha += weight * (unsure * byAlpha * byAlpha + left * shape * bend + alive * s.alphaalpha);
        }
        return value;
    }

    /**
     * s = ln Σ_{j&lt;k} (R)_j u^j / j! with its derivatives by R (that is by r) and by alpha, where u = (T − t_x) / (alpha + T).
     */
    private record Stages(double value, double r, double alpha, double rr, double ralpha, double alphaalpha) {

        static Stages of(int k, double shape, double u, double inverse) {
            double term = 1;
            double harmonic = 0;
            double squares = 0;
            double sum = 1;
            double byR = 0;
            double byRR = 0;
            double first = 0;
            double second = 0;
            double mixed = 0;
            for (int j = 1; j < k; j++) {
                term *= u * (shape + j - 1) / j;
                harmonic += 1 / (shape + j - 1);
                squares += 1 / ((shape + j - 1) * (shape + j - 1));
                sum += term;
                byR += term * harmonic;
                byRR += term * (harmonic * harmonic - squares);
                // ∂(u^j)/∂alpha = −j u^j / (alpha + T)
                first -= term * j * inverse;
                second += term * j * (j + 1) * inverse * inverse;
                mixed -= term * harmonic * j * inverse;
            }
            double r = byR / sum;
            double alpha = first / sum;
            return new Stages(
                    Math.log(sum), r, alpha, byRR / sum - r * r, mixed / sum - r * alpha, second / sum - alpha * alpha);
        }
    }
}
