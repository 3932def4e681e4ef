package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.numeric.Objective;
import io.customerroom.statistics.numeric.SpecialFunctions;

/**
 * The log-likelihood of counts under the Pareto/NBD, with first and second derivatives by r, α, s, β.
 *
 * <p>A customer's likelihood is a sum of two positive terms: gone since t_x, which is G(x, t_x), or not gone by then but by T, or there: what is left of (α + T)^−m
 * (β + T)^−s after taking G(x, T) away. The first depends on (x, t_x) alone, the second on (x, T) alone: each is computed once per distinct pair, and per state there
 * remain an exponential, a logarithm and a few products.
 */
final class ParetoLikelihood implements Objective {

    private static final int P = 4;

    private final Counts counts;
    private final Marginal byRecency;
    private final Marginal byAge;
    private final ParetoTable gone;
    private final ParetoTable there;
    /** Customers by x. */
    private final double[] xs;

    ParetoLikelihood(Counts counts) {
        this.counts = counts;
        byRecency = Marginal.ofRecency(counts);
        byAge = Marginal.ofAge(counts);
        gone = new ParetoTable(byRecency, counts.times());
        there = new ParetoTable(byAge, counts.times());
        xs = new double[counts.size() == 0 ? 0 : counts.xs()[counts.size() - 1] + 1];
        for (int i = 0; i < counts.size(); i++) {
            xs[counts.xs()[i]] += counts.weights()[i];
        }
    }

    @Override
    public double evaluate(double[] parameters, double[] gradient, double[][] hessian) {
        double r = parameters[0];
        double alpha = parameters[1];
        double s = parameters[2];
        double beta = parameters[3];
        gone.fill(r, alpha, s, beta);
        there.fill(r, alpha, s, beta);
        for (int entry = 0; entry < there.size(); entry++) {
            complement(r + there.x(entry), alpha + there.time(entry), s, beta + there.time(entry), entry);
        }
        double[] sum = new double[ParetoTable.WIDTH];
        addStates(sum);
        addPurchases(r, sum);
        double n = counts.customers();
        sum[0] += n * (r * Math.log(alpha) + s * Math.log(beta));
        sum[1] += n * Math.log(alpha);
        sum[2] += n * r / alpha;
        sum[3] += n * Math.log(beta);
        sum[4] += n * s / beta;
        sum[6] += n / alpha;
        sum[9] -= n * r / (alpha * alpha);
        sum[13] += n / beta;
        sum[14] -= n * s / (beta * beta);
        for (int i = 0, at = P + 1; i < P; i++) {
            gradient[i] = sum[1 + i];
            for (int j = i; j < P; j++, at++) {
                hessian[i][j] = sum[at];
                hessian[j][i] = sum[at];
            }
        }
        return sum[0];
    }

    /** Turns ln G(x, T) into the logarithm of (α + T)^−m (β + T)^−s − G(x, T), and its derivatives likewise. */
    private void complement(double m, double a, double s, double b, int entry) {
        double[] d = there.derivatives();
        int at = ParetoTable.at(entry);
        double whole = -m * Math.log(a) - s * Math.log(b);
        double taken = Math.exp(Math.min(d[at] - whole, 0));
        double rest = Math.max(1 - taken, 1e-16);
        double one = 1 / rest;
        double two = -taken / rest;
        double[] first = {-Math.log(a), -m / a, -Math.log(b), -s / b};
        double[] second = {0, -1 / a, 0, 0, m / (a * a), 0, 0, 0, -1 / b, s / (b * b)};
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
        double rr = 0, ra = 0, rs = 0, rb = 0, aa = 0, as = 0, ab = 0, ss = 0, sb = 0, bb = 0;
        for (int i = 0; i < weights.length; i++) {
            double w = weights[i];
            int one = byRecency.of(i);
            int two = byAge.of(i);
            int p = ParetoTable.at(one);
            int q = ParetoTable.at(two);
            double apart = g[p] - h[q];
            double small = Math.exp(-Math.abs(apart));
            double small1 = 1 / (1 + small);
            double share = apart > 0 ? small1 : small * small1;
            double other = apart > 0 ? small * small1 : small1;
            double next = w * (Math.max(g[p], h[q]) + Math.log1p(small)) - lost;
            double grown = value + next;
            lost = (grown - value) - next;
            value = grown;
            goneShare[one] += w * share;
            thereShare[two] += w * other;
            double both = w * share * other;
            double dr = g[p + 1] - h[q + 1];
            double da = g[p + 2] - h[q + 2];
            double ds = g[p + 3] - h[q + 3];
            double db = g[p + 4] - h[q + 4];
            rr += both * dr * dr;
            ra += both * dr * da;
            rs += both * dr * ds;
            rb += both * dr * db;
            aa += both * da * da;
            as += both * da * ds;
            ab += both * da * db;
            ss += both * ds * ds;
            sb += both * ds * db;
            bb += both * db * db;
        }
        sum[0] += value;
        double[] between = {rr, ra, rs, rb, aa, as, ab, ss, sb, bb};
        for (int k = 0; k < between.length; k++) {
            sum[P + 1 + k] += between[k];
        }
        addShares(g, goneShare, sum);
        addShares(h, thereShare, sum);
    }

    private static void addShares(double[] derivatives, double[] shares, double[] sum) {
        for (int entry = 0; entry < shares.length; entry++) {
            int at = ParetoTable.at(entry);
            for (int k = 1; k < ParetoTable.WIDTH; k++) {
                sum[k] += shares[entry] * derivatives[at + k];
            }
        }
    }

    /** ln Γ(r + x) − ln Γ(r). */
    private void addPurchases(double r, double[] sum) {
        for (int x = 1; x < xs.length; x++) {
            if (xs[x] > 0) {
                sum[0] += xs[x] * SpecialFunctions.logRising(r, x);
                sum[1] += xs[x] * SpecialFunctions.digammaRise(r, x);
                sum[5] += xs[x] * SpecialFunctions.trigammaRise(r, x);
            }
        }
    }
}
