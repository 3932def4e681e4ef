package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.numeric.Objective;
import io.customerroom.statistics.numeric.SpecialFunctions;

/**
 * The log-likelihood of counts under the {@link ExponentialNbd}, with first and second derivatives by r, α, μ. Built as {@link ParetoLikelihood}: gone since t_x depends on
 * (x, t_x) alone, not gone by then but by T, or there, on (x, T) alone.
 */
final class ExponentialLikelihood implements Objective {

    private static final int P = 3;

    private final Counts counts;
    private final Marginal byRecency;
    private final Marginal byAge;
    private final ExponentialTable gone;
    private final ExponentialTable there;
    /** Customers by x. */
    private final double[] xs;

    ExponentialLikelihood(Counts counts) {
        this.counts = counts;
        byRecency = Marginal.ofRecency(counts);
        byAge = Marginal.ofAge(counts);
        gone = new ExponentialTable(byRecency, counts.times());
        there = new ExponentialTable(byAge, counts.times());
        xs = new double[counts.size() == 0 ? 0 : counts.xs()[counts.size() - 1] + 1];
        for (int i = 0; i < counts.size(); i++) {
            xs[counts.xs()[i]] += counts.weights()[i];
        }
    }

    @Override
    public double evaluate(double[] parameters, double[] gradient, double[][] hessian) {
        double r = parameters[0];
        double alpha = parameters[1];
        double mu = parameters[2];
        gone.fill(r, alpha, mu);
        there.fill(r, alpha, mu);
        for (int entry = 0; entry < there.size(); entry++) {
            complement(r + there.x(entry), alpha, there.time(entry), mu, entry);
        }
        double[] sum = new double[ExponentialTable.WIDTH];
        addStates(sum);
        for (int x = 1; x < xs.length; x++) {
            if (xs[x] > 0) {
                sum[0] += xs[x] * SpecialFunctions.logRising(r, x);
                sum[1] += xs[x] * SpecialFunctions.digammaRise(r, x);
                sum[4] += xs[x] * SpecialFunctions.trigammaRise(r, x);
            }
        }
        double n = counts.customers();
        sum[0] += n * r * Math.log(alpha);
        sum[1] += n * Math.log(alpha);
        sum[2] += n * r / alpha;
        sum[5] += n / alpha;
        sum[7] -= n * r / (alpha * alpha);
        for (int i = 0, at = P + 1; i < P; i++) {
            gradient[i] = sum[1 + i];
            for (int j = i; j < P; j++, at++) {
                hessian[i][j] = sum[at];
                hessian[j][i] = sum[at];
            }
        }
        return sum[0];
    }

    /** Turns ln G(x, T) into the logarithm of (α + T)^−m e^(−μ T) − G(x, T), and its derivatives likewise. */
    private void complement(double m, double alpha, double time, double mu, int entry) {
        double[] d = there.derivatives();
        int at = ExponentialTable.at(entry);
        double a = alpha + time;
        double whole = -m * Math.log(a) - mu * time;
        double taken = Math.exp(Math.min(d[at] - whole, 0));
        double rest = Math.max(1 - taken, 1e-16);
        double one = 1 / rest;
        double two = -taken / rest;
        double[] first = {-Math.log(a), -m / a, -time};
        double[] second = {0, -1 / a, 0, m / (a * a), 0, 0};
        double[] apart = new double[P];
        for (int i = 0; i < P; i++) {
            apart[i] = first[i] - d[at + 1 + i];
        }
        for (int i = 0, k = P + 1; i < P; i++) {
            for (int j = i; j < P; j++, k++) {
                d[at + k] = one * second[k - P - 1] + two * d[at + k] + one * two * apart[i] * apart[j];
            }
        }
        for (int i = 0; i < P; i++) {
            d[at + 1 + i] = one * first[i] + two * d[at + 1 + i];
        }
        d[at] = whole + Math.log(rest);
    }

    private void addStates(double[] sum) {
        double[] g = gone.derivatives();
        double[] h = there.derivatives();
        double[] goneShare = new double[gone.size()];
        double[] thereShare = new double[there.size()];
        double[] weights = counts.weights();
        double value = 0;
        double lost = 0;
        // Second derivatives between the two terms; in locals, because this loop runs per state.
        double rr = 0, ra = 0, rm = 0, aa = 0, am = 0, mm = 0;
        for (int i = 0; i < weights.length; i++) {
            double w = weights[i];
            int one = byRecency.of(i);
            int two = byAge.of(i);
            int p = ExponentialTable.at(one);
            int q = ExponentialTable.at(two);
            double apart = g[p] - h[q];
            double small = Math.exp(-Math.abs(apart));
            double part = 1 / (1 + small);
            double share = apart > 0 ? part : small * part;
            double other = apart > 0 ? small * part : part;
            double next = w * (Math.max(g[p], h[q]) + Math.log1p(small)) - lost;
            double grown = value + next;
            lost = (grown - value) - next;
            value = grown;
            goneShare[one] += w * share;
            thereShare[two] += w * other;
            double both = w * share * other;
            double dr = g[p + 1] - h[q + 1];
            double da = g[p + 2] - h[q + 2];
            double dm = g[p + 3] - h[q + 3];
            rr += both * dr * dr;
            ra += both * dr * da;
            rm += both * dr * dm;
            aa += both * da * da;
            am += both * da * dm;
            mm += both * dm * dm;
        }
        sum[0] += value;
        double[] between = {rr, ra, rm, aa, am, mm};
        for (int k = 0; k < between.length; k++) {
            sum[P + 1 + k] += between[k];
        }
        addShares(g, goneShare, sum);
        addShares(h, thereShare, sum);
    }

    private static void addShares(double[] derivatives, double[] shares, double[] sum) {
        for (int entry = 0; entry < shares.length; entry++) {
            int at = ExponentialTable.at(entry);
            for (int k = 1; k < ExponentialTable.WIDTH; k++) {
                sum[k] += shares[entry] * derivatives[at + k];
            }
        }
    }
}
