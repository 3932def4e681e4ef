package io.customerroom.statistics.lifetime;

import java.util.Arrays;

/**
 * Customers counted by x and one of the two times: the other time is summed over. Parts of a likelihood that depend on those two alone
 * are computed once per entry; {@link #of} leads from a state to its entry.
 */
final class Marginal {

    private final int[] x;
    private final int[] time;
    private final double[] weight;
    private final int[] of;

    private Marginal(int[] x, int[] time, double[] weight, int[] of) {
        this.x = x;
        this.time = time;
        this.weight = weight;
        this.of = of;
    }

    static Marginal ofRecency(Counts counts) {
        return of(counts, counts.recencies());
    }

    static Marginal ofAge(Counts counts) {
        return of(counts, counts.ages());
    }

    private static Marginal of(Counts counts, int[] times) {
        int n = counts.size();
        int distinct = counts.times().length;
        int[] x = new int[n];
        int[] time = new int[n];
        double[] weight = new double[n];
        int[] of = new int[n];
        int[] entry = new int[distinct];
        int size = 0;
        // States are sorted by x: within one x a table by time is enough.
        for (int begin = 0, end; begin < n; begin = end) {
            Arrays.fill(entry, -1);
            for (end = begin; end < n && counts.xs()[end] == counts.xs()[begin]; end++) {
                int at = times[end];
                if (entry[at] < 0) {
                    entry[at] = size;
                    x[size] = counts.xs()[end];
                    time[size] = at;
                    size++;
                }
                of[end] = entry[at];
                weight[entry[at]] += counts.weights()[end];
            }
        }
        return new Marginal(Arrays.copyOf(x, size), Arrays.copyOf(time, size), Arrays.copyOf(weight, size), of);
    }

    int size() {
        return x.length;
    }

    int x(int entry) {
        return x[entry];
    }

    /** The number of the time in {@link Counts#times}. */
    int time(int entry) {
        return time[entry];
    }

    double weight(int entry) {
        return weight[entry];
    }

    /** The entry of a state. */
    int of(int state) {
        return of[state];
    }
}
