package io.customerroom.statistics.lifetime;

import java.util.Arrays;

/** Collects histories into {@link Counts}; equal ones meet. Not thread-safe. */
public final class CountsBuilder {

    private static final int TIME_BITS = 20;
    private static final int X_BITS = 63 - 2 * TIME_BITS;
    private static final int TIME_MASK = (1 << TIME_BITS) - 1;

    private final LongIndex times = new LongIndex();
    private final LongIndex states = new LongIndex();
    private double[] weights = new double[1 << 9];
    private double logIntervals = Double.NaN;

    CountsBuilder() {}

    public CountsBuilder add(History history, double weight) {
        return add(history.x(), history.recency(), history.age(), weight);
    }

    /** As {@link History}, with the same refusals, and with a weight that is not negative. */
    public CountsBuilder add(int x, double recency, double age, double weight) {
        if (!(x >= 0 && recency >= 0 && recency <= age && age < Double.POSITIVE_INFINITY) || x == 0 && recency != 0) {
            throw new IllegalArgumentException(
                    "no history has " + x + " repeat purchases, recency " + recency + " and age " + age);
        }
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weight must be finite and not negative, but was " + weight);
        }
        int from = times.of(Double.doubleToLongBits(recency + 0.0));
        int to = times.of(Double.doubleToLongBits(age + 0.0));
        if (times.size() > TIME_MASK || x >= 1 << X_BITS) {
            throw new IllegalArgumentException(
                    "there are at most %d distinct times and %d purchases".formatted(TIME_MASK, 1 << X_BITS));
        }
        int state = states.of(key(x, from, to));
        if (state >= weights.length) {
            weights = Arrays.copyOf(weights, 2 * weights.length);
        }
        weights[state] += weight;
        return this;
    }

    /** The time between two purchases of one customer, in the unit of the histories. Optional: see {@link Counts#logIntervals}. */
    public CountsBuilder interval(double time) {
        if (!(time > 0 && time < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("interval must be positive and finite, but was " + time);
        }
        logIntervals = (Double.isNaN(logIntervals) ? 0 : logIntervals) + Math.log(time);
        return this;
    }

    public Counts build() {
        double[] sorted = new double[times.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = Double.longBitsToDouble(times.key(i));
        }
        Arrays.sort(sorted);
        int[] rank = new int[sorted.length];
        for (int i = 0; i < rank.length; i++) {
            rank[i] = Arrays.binarySearch(sorted, Double.longBitsToDouble(times.key(i)));
        }
        return ordered(sorted, rank);
    }

    private Counts ordered(double[] sorted, int[] rank) {
        int n = states.size();
        LongIndex ranked = new LongIndex();
        long[] keys = new long[n];
        for (int i = 0; i < n; i++) {
            long key = states.key(i);
            keys[i] = key(x(key), rank[recency(key)], rank[age(key)]);
            ranked.of(keys[i]);
        }
        Arrays.sort(keys);
        int[] x = new int[n];
        int[] recency = new int[n];
        int[] age = new int[n];
        double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = x(keys[i]);
            recency[i] = recency(keys[i]);
            age[i] = age(keys[i]);
            weight[i] = weights[ranked.of(keys[i])];
        }
        return new Counts(x, recency, age, weight, sorted, logIntervals);
    }

    private static long key(int x, int recency, int age) {
        return (long) x << 2 * TIME_BITS | (long) recency << TIME_BITS | age;
    }

    private static int x(long key) {
        return (int) (key >>> 2 * TIME_BITS);
    }

    private static int recency(long key) {
        return (int) (key >>> TIME_BITS) & TIME_MASK;
    }

    private static int age(long key) {
        return (int) key & TIME_MASK;
    }
}
