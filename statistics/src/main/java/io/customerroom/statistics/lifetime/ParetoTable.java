package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.numeric.HalfLine;

/**
 * ln G(x, t) of {@link ParetoTail} with first and second derivatives by r, α, s, β, for all distinct pairs (x, t) of some customers.
 *
 * <p>Values and derivatives are moments of one positive weight over the same nodes: nothing cancels. All x of one t that change on nearly one scale share nodes and
 * logarithms; from one x to the next the weight of a node is multiplied by (α + t) / (α + y). So a pair costs some forty multiplications per moment and no logarithm of
 * its own.
 */
final class ParetoTable {

    /** Value, four first and ten second derivatives. */
    static final int WIDTH = 15;

    /** A set of nodes serves x whose first scales differ by less than this factor. */
    private static final double SPAN = 4;

    private static final int MOMENTS = 15;

    private final int[] x;
    private final double[] times;
    private final int[] time;
    /** Entries by time, and by x within one time. */
    private final int[] order;

    private final double[] derivatives;

    ParetoTable(Marginal marginal, double[] times) {
        int size = marginal.size();
        this.times = times;
        x = new int[size];
        time = new int[size];
        int[] begin = new int[times.length + 1];
        for (int i = 0; i < size; i++) {
            x[i] = marginal.x(i);
            time[i] = marginal.time(i);
            begin[time[i] + 1]++;
        }
        for (int t = 0; t < times.length; t++) {
            begin[t + 1] += begin[t];
        }
        order = new int[size];
        // Entries come sorted by x, and stay so within a time.
        for (int i = 0; i < size; i++) {
            order[begin[time[i]]++] = i;
        }
        derivatives = new double[size * WIDTH];
    }

    int size() {
        return x.length;
    }

    int x(int entry) {
        return x[entry];
    }

    double time(int entry) {
        return times[time[entry]];
    }

    /** Where the entry's figures begin in {@link #derivatives}. */
    static int at(int entry) {
        return entry * WIDTH;
    }

    /** Per entry ln G, its derivatives by r, α, s, β, then the second ones: rr, rα, rs, rβ, αα, αs, αβ, ss, sβ, ββ. */
    double[] derivatives() {
        return derivatives;
    }

    void fill(double r, double alpha, double s, double beta) {
        double[] moments = new double[MOMENTS];
        for (int from = 0, to; from < order.length; from = to) {
            double t = time(order[from]);
            double a = alpha + t;
            double b = beta + t;
            double first = 1 / ((r + x[order[from]]) / a + (s + 1) / b);
            double scale = first;
            for (to = from; to < order.length && time[order[to]] == time[order[from]]; to++) {
                double own = 1 / ((r + x[order[to]]) / a + (s + 1) / b);
                if (own * SPAN < first) {
                    break;
                }
                scale = own;
            }
            Nodes nodes = new Nodes(Math.sqrt(first * scale), a, b, s, r + x[order[from]]);
            for (int i = from; i < to; i++) {
                nodes.sum(r + x[order[i]], moments);
                derive(moments, r + x[order[i]], a, s, b, at(order[i]));
            }
        }
    }

    /** From moments of la, lb, ia, ib (see {@link Nodes}) to derivatives of ln G. */
    private void derive(double[] sums, double m, double a, double s, double b, int at) {
        double k = sums[0];
        double la = sums[1] / k;
        double lb = sums[2] / k;
        double ia = sums[3] / k;
        double ib = sums[4] / k;
        double n = s + 1;
        double[] d = derivatives;
        d[at] = Math.log(k) - m * Math.log(a) - s * Math.log(b);
        d[at + 1] = -Math.log(a) - la;
        d[at + 2] = -m * ia;
        d[at + 3] = 1 / s - Math.log(b) - lb;
        d[at + 4] = -n * ib;
        d[at + 5] = sums[5] / k - la * la;
        d[at + 6] = m * (sums[6] / k - la * ia) - ia;
        d[at + 7] = sums[7] / k - la * lb;
        d[at + 8] = n * (sums[8] / k - la * ib);
        d[at + 9] = m * m * (sums[9] / k - ia * ia) + m * sums[9] / k;
        d[at + 10] = m * (sums[10] / k - ia * lb);
        d[at + 11] = m * n * (sums[11] / k - ia * ib);
        d[at + 12] = sums[12] / k - lb * lb - 1 / (s * s);
        d[at + 13] = n * (sums[13] / k - lb * ib) - ib;
        d[at + 14] = n * n * (sums[14] / k - ib * ib) + n * sums[14] / k;
    }

    /** The nodes of one time: la = ln((α + y)/(α + t)), lb alike with β, ia = 1/(α + y), ib = 1/(β + y), and weights for the x at hand. */
    private static final class Nodes {

        private final int size;
        private final double[] la;
        private final double[] lb;
        private final double[] ia;
        private final double[] ib;
        private final double[] step;
        private final double[] weight;
        private double m;

        Nodes(double scale, double a, double b, double s, double least) {
            HalfLine line = HalfLine.of(scale, Math.max(a, b), least + s);
            size = line.size();
            la = new double[size];
            lb = new double[size];
            ia = new double[size];
            ib = new double[size];
            step = new double[size];
            weight = new double[size];
            m = least;
            for (int j = 0; j < size; j++) {
                double y = line.node(j);
                la[j] = Math.log1p(y / a);
                lb[j] = Math.log1p(y / b);
                ia[j] = 1 / (a + y);
                ib[j] = 1 / (b + y);
                step[j] = a * ia[j];
                weight[j] = line.weight(j) * s / b * Math.exp(-least * la[j] - (s + 1) * lb[j]);
            }
        }

        /** Moments of 1; la, lb, ia, ib; and their products in the order of the derivatives. */
        void sum(double at, double[] into) {
            advance(at);
            double k = 0, a = 0, b = 0, c = 0, d = 0;
            double aa = 0, ac = 0, ab = 0, ad = 0, cc = 0, cb = 0, cd = 0, bb = 0, bd = 0, dd = 0;
            for (int j = 0; j < size; j++) {
                double w = weight[j];
                double wa = w * la[j];
                double wb = w * lb[j];
                double wc = w * ia[j];
                double wd = w * ib[j];
                k += w;
                a += wa;
                b += wb;
                c += wc;
                d += wd;
                aa += wa * la[j];
                ac += wa * ia[j];
                ab += wa * lb[j];
                ad += wa * ib[j];
                cc += wc * ia[j];
                cb += wc * lb[j];
                cd += wc * ib[j];
                bb += wb * lb[j];
                bd += wb * ib[j];
                dd += wd * ib[j];
            }
            double[] all = {k, a, b, c, d, aa, ac, ab, ad, cc, cb, cd, bb, bd, dd};
            System.arraycopy(all, 0, into, 0, MOMENTS);
        }

        private void advance(double at) {
            double more = at - m;
            m = at;
            if (more == 0) {
                return;
            }
            boolean one = Math.abs(more - 1) < 1e-9;
            for (int j = 0; j < size; j++) {
                weight[j] *= one ? step[j] : Math.exp(-more * la[j]);
            }
        }
    }
}
