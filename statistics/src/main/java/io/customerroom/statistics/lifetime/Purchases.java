package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.numeric.RadixSort;

/**
 * From single purchases to the counts of states: customers and days only, several purchases of one customer on one day being one.
 * Customers are numbered 0, 1, 2, …; days count from any day.
 */
public final class Purchases {

    private Purchases() {}

    /** Purchases in any order. Of none later than today; refused otherwise. */
    public static Counts unsorted(int[] customers, int[] days, int today) {
        if (days.length == 0) {
            return new DailyCounts(0).build();
        }
        int earliest = days[0];
        int most = customers[0];
        for (int i = 0; i < days.length; i++) {
            earliest = Math.min(earliest, days[i]);
            most = Math.max(most, customers[i]);
        }
        int dayBits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.subtractExact(today, earliest));
        long[] keys = new long[days.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) customers[i] << dayBits | days[i] - earliest;
        }
        long mask = (1L << dayBits) - 1;
        keys = RadixSort.sort(keys, (long) most << dayBits | mask);
        DailyCounts counts = new DailyCounts(distinct(keys, dayBits));
        int now = today - earliest;
        for (int begin = 0, end; begin < keys.length; begin = end) {
            long customer = keys[begin] >>> dayBits;
            int x = 0;
            for (end = begin + 1; end < keys.length && keys[end] >>> dayBits == customer; end++) {
                x += keys[end] == keys[end - 1] ? 0 : 1;
            }
            int first = (int) (keys[begin] & mask);
            counts.add(x, (int) (keys[end - 1] & mask) - first, now - first);
        }
        return counts.build();
    }

    /** Purchases that lie customer by customer, each customer's in order of time, as batches of facts do: one pass over them. */
    public static Counts clustered(int[] customers, int[] days, int today) {
        int distinct = 0;
        for (int i = 0; i < customers.length; i++) {
            distinct += i == 0 || customers[i] != customers[i - 1] ? 1 : 0;
        }
        DailyCounts counts = new DailyCounts(distinct);
        for (int begin = 0, end; begin < customers.length; begin = end) {
            int x = 0;
            for (end = begin + 1; end < customers.length && customers[end] == customers[begin]; end++) {
                x += days[end] == days[end - 1] ? 0 : 1;
            }
            counts.add(x, days[end - 1] - days[begin], today - days[begin]);
        }
        return counts.build();
    }

    private static int distinct(long[] keys, int dayBits) {
        int distinct = 0;
        for (int i = 0; i < keys.length; i++) {
            distinct += i == 0 || keys[i] >>> dayBits != keys[i - 1] >>> dayBits ? 1 : 0;
        }
        return distinct;
    }
}
