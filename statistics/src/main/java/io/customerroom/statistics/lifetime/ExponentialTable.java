package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.numeric.HalfLine;

/**
 * ln G(x, t) with first and second derivatives by r, α, μ for all distinct pairs (x, t) of some customers, where G(x, t) = μ ∫ e^(−μ y) (α + y)^−m dy over y from t to
 * ∞, m = r + x: having left after t. Moments of one positive weight over the same nodes, as in {@link ParetoTable}; all x of one t that change on nearly one scale share
 * the nodes and their logarithms.
 */
final class ExponentialTable {

    /** Value, three first and six second derivatives. */
    static final int WIDTH = 10;

    /** A set of nodes serves x whose first scales differ by less than this factor. */
    private static final double SPAN = 4;

    private final int[] x;
    private final double[] times;
    private final int[] time;
    /** Entries by time, and by x within one time. */
    private final int[] order;

    private final double[] derivatives;

    ExponentialTable(Marginal marginal, double[] times) {
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

    /** Per entry ln G, its derivatives by r, α, μ, then the second ones: rr, rα, rμ, αα, αμ, μμ. */
    double[] derivatives() {
        return derivatives;
    }

    void fill(double r, double alpha, double mu) {
        for (int from = 0, to; from < order.length; from = to) {
            double t = time(order[from]);
            double a = alpha + t;
            double first = 1 / ((r + x[order[from]]) / a + mu);
            double scale = first;
            for (to = from; to < order.length && time[order[to]] == time[order[from]]; to++) {
                double own = 1 / ((r + x[order[to]]) / a + mu);
                if (own * SPAN < first) {
                    break;
                }
                scale = own;
            }
            Nodes nodes = new Nodes(Math.sqrt(first * scale), a, mu, r + x[order[from]]);
            for (int i = from; i < to; i++) {
                derive(nodes.sums(r + x[order[i]]), r + x[order[i]], a, t, mu, at(order[i]));
            }
        }
    }

    /** From moments of la, ia, y (see {@link Nodes}) to derivatives of ln G. */
    private void derive(double[] sums, double m, double a, double t, double mu, int at) {
        double k = sums[0];
        double la = sums[1] / k;
        double ia = sums[2] / k;
        double y = sums[3] / k;
        double[] d = derivatives;
        d[at] = Math.log(k) - m * Math.log(a) - mu * t;
        d[at + 1] = -Math.log(a) - la;
        d[at + 2] = -m * ia;
        d[at + 3] = 1 / mu - t - y;
        d[at + 4] = sums[4] / k - la * la;
        d[at + 5] = m * (sums[5] / k - la * ia) - ia;
        d[at + 6] = sums[6] / k - la * y;
        d[at + 7] = m * m * (sums[7] / k - ia * ia) + m * sums[7] / k;
        d[at + 8] = m * (sums[8] / k - ia * y);
        d[at + 9] = sums[9] / k - y * y - 1 / (mu * mu);
    }

    /** The nodes of one time: la = ln((α + t + y)/(α + t)), ia = 1/(α + t + y), y, and weights for the x at hand. */
    private static final class Nodes {

        private final HalfLine line;
        private final double[] la;
        private final double[] ia;
        private final double[] step;
        private final double[] weight;
        private double m;

        Nodes(double scale, double a, double mu, double least) {
            line = HalfLine.exponential(scale, 1 / mu);
            int size = line.size();
            la = new double[size];
            ia = new double[size];
            step = new double[size];
            weight = new double[size];
            m = least;
            for (int j = 0; j < size; j++) {
                double y = line.node(j);
                la[j] = Math.log1p(y / a);
                ia[j] = 1 / (a + y);
                step[j] = a * ia[j];
                weight[j] = line.weight(j) * mu * Math.exp(-least * la[j] - mu * y);
            }
        }

        /** Moments of 1; la, ia, y; and their products in the order of the derivatives. */
        double[] sums(double at) {
            advance(at);
            double k = 0, l = 0, i = 0, y = 0, ll = 0, li = 0, ly = 0, ii = 0, iy = 0, yy = 0;
            for (int j = 0; j < la.length; j++) {
                double w = weight[j];
                double node = line.node(j);
                double wl = w * la[j];
                double wi = w * ia[j];
                double wy = w * node;
                k += w;
                l += wl;
                i += wi;
                y += wy;
                ll += wl * la[j];
                li += wl * ia[j];
                ly += wl * node;
                ii += wi * ia[j];
                iy += wi * node;
                yy += wy * node;
            }
            return new double[] {k, l, i, y, ll, li, ly, ii, iy, yy};
        }

        private void advance(double at) {
            double more = at - m;
            m = at;
            if (more == 0) {
                return;
            }
            boolean one = Math.abs(more - 1) < 1e-9;
            for (int j = 0; j < la.length; j++) {
                weight[j] *= one ? step[j] : Math.exp(-more * la[j]);
            }
        }
    }
}
