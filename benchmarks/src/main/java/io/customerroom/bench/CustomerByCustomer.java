package io.customerroom.bench;

import io.customerroom.statistics.lifetime.Counts;
import io.customerroom.statistics.numeric.Objective;
import io.customerroom.statistics.numeric.Optimiser;
import io.customerroom.statistics.numeric.Optimum;
import io.customerroom.statistics.numeric.SpecialFunctions;

/**
 * The BG/NBD likelihood as one writes it down from the paper: customer by customer, with the gamma functions of each. Gradient and
 * Hessian are analytic and the optimiser is the product's, so that the comparison is about counting alone; with differences for gradients
 * it would take several times as long.
 */
final class CustomerByCustomer implements Objective {

    private final int[] x;
    private final double[] recency;
    private final double[] age;

    CustomerByCustomer(Counts counts) {
        int customers = (int) Math.round(counts.customers());
        x = new int[customers];
        recency = new double[customers];
        age = new double[customers];
        int at = 0;
        for (int i = 0; i < counts.size(); i++) {
            for (int j = 0; j < counts.weight(i); j++) {
                x[at] = counts.state(i).x();
                recency[at] = counts.state(i).recency();
                age[at++] = counts.state(i).age();
            }
        }
    }

    Optimum fit() {
        return Optimiser.maximise(this, 0.3, 30, 0.8, 2.5);
    }

    @Override
    public double evaluate(double[] p, double[] gradient, double[][] hessian) {
        double r = p[0];
        double alpha = p[1];
        double a = p[2];
        double b = p[3];
        double value = 0;
        double[] g = new double[4];
        double[][] h = new double[4][4];
        for (int i = 0; i < x.length; i++) {
            int n = x[i];
            double shape = r + n;
            double to = alpha + age[i];
            value += SpecialFunctions.logGamma(shape)
                    - SpecialFunctions.logGamma(r)
                    + r * Math.log(alpha)
                    + SpecialFunctions.logGamma(a + b)
                    + SpecialFunctions.logGamma(b + n)
                    - SpecialFunctions.logGamma(b)
                    - SpecialFunctions.logGamma(a + b + n);
            g[0] += SpecialFunctions.digamma(shape) - SpecialFunctions.digamma(r) + Math.log(alpha) - Math.log(to);
            g[1] += r / alpha - shape / to;
            g[2] += SpecialFunctions.digamma(a + b) - SpecialFunctions.digamma(a + b + n);
            g[3] += SpecialFunctions.digamma(a + b)
                    + SpecialFunctions.digamma(b + n)
                    - SpecialFunctions.digamma(b)
                    - SpecialFunctions.digamma(a + b + n);
            double both = SpecialFunctions.trigamma(a + b) - SpecialFunctions.trigamma(a + b + n);
            h[0][0] += SpecialFunctions.trigamma(shape) - SpecialFunctions.trigamma(r);
            h[0][1] += 1 / alpha - 1 / to;
            h[1][1] += shape / (to * to) - r / (alpha * alpha);
            h[2][2] += both;
            h[2][3] += both;
            h[3][3] += both + SpecialFunctions.trigamma(b + n) - SpecialFunctions.trigamma(b);
            double stayed = -shape * Math.log(to);
            if (n == 0) {
                value += stayed;
                continue;
            }
            double from = alpha + recency[i];
            double left = Math.log(a) - Math.log(b + n - 1) - shape * Math.log(from);
            double larger = Math.max(stayed, left);
            double sum = larger + Math.log(Math.exp(stayed - larger) + Math.exp(left - larger));
            double gone = Math.exp(left - sum);
            value += sum;
            double[] d = {Math.log(to) - Math.log(from), shape * (1 / to - 1 / from), 1 / a, -1 / (b + n - 1)};
            for (int j = 0; j < 4; j++) {
                g[j] += gone * d[j];
                for (int k = j; k < 4; k++) {
                    h[j][k] += gone * (1 - gone) * d[j] * d[k];
                }
            }
            h[0][1] += gone * (1 / to - 1 / from);
            h[1][1] += gone * shape * (1 / (from * from) - 1 / (to * to));
            h[2][2] -= gone / (a * a);
            h[3][3] += gone / ((b + n - 1) * (b + n - 1));
        }
        System.arraycopy(g, 0, gradient, 0, 4);
        for (int j = 0; j < 4; j++) {
            for (int k = 0; k < 4; k++) {
                hessian[j][k] = h[Math.min(j, k)][Math.max(j, k)];
            }
        }
        return value;
    }
}
