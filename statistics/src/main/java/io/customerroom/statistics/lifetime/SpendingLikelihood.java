package io.customerroom.statistics.lifetime;

import static io.customerroom.statistics.numeric.SpecialFunctions.digamma;
import static io.customerroom.statistics.numeric.SpecialFunctions.logGamma;
import static io.customerroom.statistics.numeric.SpecialFunctions.trigamma;

import io.customerroom.statistics.numeric.Objective;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The log-likelihood of mean spends under the Gamma-Gamma model, with its derivatives by p, q, γ. Gamma functions are taken once per number of purchases. */
final class SpendingLikelihood implements Objective {

    private static final double LEAST = 20;

    private final Map<Integer, Double> byPurchases = new TreeMap<>();
    private final double[] x;
    private final double[] total;
    private final double[] weight;
    private final double constant;

    private SpendingLikelihood(Spending spending) {
        int size = spending.size();
        x = new double[size];
        total = new double[size];
        weight = new double[size];
        double logs = 0;
        for (int i = 0; i < size; i++) {
            x[i] = spending.purchases(i);
            total[i] = x[i] * spending.mean(i);
            weight[i] = spending.weight(i);
            logs -= weight[i] * Math.log(spending.mean(i));
            byPurchases.merge(spending.purchases(i), weight[i], Double::sum);
        }
        constant = logs;
    }

    static Objective of(Spending spending) {
        return new SpendingLikelihood(spending);
    }

    static Fit<GammaGamma> fit(Spending spending) {
        if (spending.customers() < LEAST) {
            return refused(
                    Fit.Reason.TOO_FEW, "Fewer than 20 customers with a known spend: too few for a model.", null);
        }
        double mean = spending.mean();
        Fit<double[]> fit = new MaximumLikelihood<>(List.of("p", "q", "gamma"), double[]::clone)
                .from(3, 3, mean * 2 / 3)
                .from(1, 10, mean * 9)
                .fit(of(spending));
        return switch (fit) {
            case Fit.Refused<double[]> refused -> refused(refused.reason(), refused.why(), refused.reached());
            case Fit.Converged<double[]> converged -> {
                double[] p = converged.model();
                yield p[1] > 1
                        ? new Fit.Converged<>(
                                new GammaGamma(p[0], p[1], p[2]), converged.estimate(), converged.simplerModel())
                        : refused(
                                Fit.Reason.WITHOUT_MEAN,
                                String.format(
                                        Locale.ROOT,
                                        "Spend differs so much between these customers (q = %.3g) that it has no mean:"
                                                + " a few of them decide everything. Look at the largest ones first.",
                                        p[1]),
                                converged.estimate());
            }
        };
    }

    private static Fit<GammaGamma> refused(Fit.Reason reason, String why, @Nullable Estimate reached) {
        return new Fit.Refused<>(reason, why, reached, OptionalDouble.empty());
    }

    @Override
    public double evaluate(double[] parameters, double[] gradient, double[][] hessian) {
        double p = parameters[0];
        double q = parameters[1];
        double g = parameters[2];
        Arrays.fill(gradient, 0);
        for (double[] row : hessian) {
            Arrays.fill(row, 0);
        }
        double value = constant;
        double logG = Math.log(g);
        for (Map.Entry<Integer, Double> entry : byPurchases.entrySet()) {
            double n = entry.getKey();
            double w = entry.getValue();
            double all = p * n + q;
            double tri = trigamma(all);
            double psi = digamma(all);
            value += w * (logGamma(all) - logGamma(p * n) - logGamma(q) + q * logG);
            gradient[0] += w * n * (psi - digamma(p * n));
            gradient[1] += w * (psi - digamma(q) + logG);
            gradient[2] += w * q / g;
            hessian[0][0] += w * n * n * (tri - trigamma(p * n));
            hessian[0][1] += w * n * tri;
            hessian[1][1] += w * (tri - trigamma(q));
            hessian[1][2] += w / g;
            hessian[2][2] -= w * q / (g * g);
        }
        for (int i = 0; i < x.length; i++) {
            double sum = g + total[i];
            double logSum = Math.log(sum);
            double logTotal = Math.log(total[i]);
            double all = p * x[i] + q;
            double w = weight[i];
            value += w * (p * x[i] * logTotal - all * logSum);
            gradient[0] += w * x[i] * (logTotal - logSum);
            gradient[1] -= w * logSum;
            gradient[2] -= w * all / sum;
            hessian[0][2] -= w * x[i] / sum;
            hessian[1][2] -= w / sum;
            hessian[2][2] += w * all / (sum * sum);
        }
        hessian[1][0] = hessian[0][1];
        hessian[2][0] = hessian[0][2];
        hessian[2][1] = hessian[1][2];
        return value;
    }
}
