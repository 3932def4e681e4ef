package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.numeric.RadixSort;
import java.util.Arrays;

/** Counts on a grid of days, where a time is its own number: one sort of packed states, no table of times to look up. */
final class DailyCounts {

    private static final int DAY_BITS = 20;
    private static final int DAY_MASK = (1 << DAY_BITS) - 1;

    private final long[] keys;
    private int size;
    private long largest;

    DailyCounts(int customers) {
        keys = new long[customers];
    }

    /** As {@link History}, in days. */
    void add(int x, int recency, int age) {
        if (x < 0 || recency < 0 || recency > age || age > DAY_MASK || x == 0 && recency != 0) {
            throw new IllegalArgumentException(
                    "no history has " + x + " repeat purchases, recency " + recency + " and age " + age);
        }
        long key = (long) x << 2 * DAY_BITS | (long) recency << DAY_BITS | age;
        largest = Math.max(largest, key);
        keys[size++] = key;
    }

    Counts build() {
        long[] sorted = RadixSort.sort(size == keys.length ? keys : Arrays.copyOf(keys, size), largest);
        int states = 0;
        for (int i = 0; i < size; i++) {
            states += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        int[] x = new int[states];
        int[] recency = new int[states];
        int[] age = new int[states];
        double[] weights = new double[states];
        int at = -1;
        int oldest = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                at++;
                x[at] = (int) (sorted[i] >>> 2 * DAY_BITS);
                recency[at] = (int) (sorted[i] >>> DAY_BITS) & DAY_MASK;
                age[at] = (int) sorted[i] & DAY_MASK;
                oldest = Math.max(oldest, age[at]);
            }
            weights[at]++;
        }
        return new Counts(x, recency, age, weights, days(oldest), Double.NaN);
    }

    static double[] days(int oldest) {
        double[] days = new double[oldest + 1];
        Arrays.setAll(days, day -> day);
        return days;
    }
}
