package io.customerroom.statistics.lifetime;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Customers counted by absolute state: day of the first purchase, day of the last, further days with a purchase; with what they spent on those days together. A state stays
 * the same on every day on which nothing is bought; recency and age are subtractions, made by {@link #at}.
 *
 * <p>States lie by x, recency and age, as {@link Counts} has them, so that a state's number here is its number there. Days count from 1970-01-01 and lie within half a million
 * of it; money is in millionths of its unit, so that sums are exact in any order. Immutable.
 */
public final class CountedStates {

    private static final int BITS = 20;
    private static final long MASK = (1L << BITS) - 1;
    private static final int FAR = 1 << BITS - 1;
    private static final int MOST = (1 << 23) - 1;

    private final long[] keys;
    private final long[] customers;
    private final long[] spend;

    private CountedStates(long[] keys, long[] customers, long[] spend) {
        this.keys = keys;
        this.customers = customers;
        this.spend = spend;
    }

    /** In this order states lie by x, recency and age on every day. */
    private static long key(int first, int last, int x) {
        int recency = last - first;
        if (first < -FAR || first >= FAR || recency < 0 || recency > MASK || x < 0 || x > MOST) {
            throw new IllegalArgumentException(
                    "no state has first day %d, last day %d and %d further days".formatted(first, last, x));
        }
        return (long) x << 2 * BITS | (long) recency << BITS | FAR - 1 - first;
    }

    /** Distinct states. */
    public int size() {
        return keys.length;
    }

    public int first(int state) {
        return FAR - 1 - (int) (keys[state] & MASK);
    }

    public int last(int state) {
        return first(state) + (int) (keys[state] >>> BITS & MASK);
    }

    public int x(int state) {
        return (int) (keys[state] >>> 2 * BITS);
    }

    public long customers(int state) {
        return customers[state];
    }

    /** On further days, of all customers of the state together, in units of money. */
    public double spend(int state) {
        return spend[state] / 1e6;
    }

    /** Every n-th state, from the first on: enough to say how a sum over all of them answers to a parameter. */
    public CountedStates everyNth(int n) {
        int size = (size() + n - 1) / n;
        long[][] some = new long[3][size];
        for (int i = 0; i < size; i++) {
            some[0][i] = keys[i * n];
            some[1][i] = customers[i * n];
            some[2][i] = spend[i * n];
        }
        return new CountedStates(some[0], some[1], some[2]);
    }

    /** The number of a state; −1 where nobody is in it. */
    public int of(int first, int last, int x) {
        return Math.max(-1, Arrays.binarySearch(keys, key(first, last, x)));
    }

    /** The number here of each state there; −1 for one that nobody is in. */
    public int[] placesOf(CountedStates there) {
        int[] places = new int[there.size()];
        int here = 0;
        for (int i = 0; i < places.length; i++) {
            while (here < keys.length && keys[here] < there.keys[i]) {
                here++;
            }
            places[i] = here < keys.length && keys[here] == there.keys[i] ? here : -1;
        }
        return places;
    }

    /** What the models see at the end of a day, in days. Refused for a day before somebody's last purchase. */
    public Counts at(int today) {
        int[] x = new int[size()];
        int[] recency = new int[size()];
        int[] age = new int[size()];
        double[] weights = new double[size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = x(i);
            recency[i] = (int) (keys[i] >>> BITS & MASK);
            age[i] = today - first(i);
            weights[i] = customers[i];
        }
        return Counts.ofDailyStates(x, recency, age, weights);
    }

    /**
     * The same customers by another clock, which keeps the order of days. Days of one customer that it puts together stay one apart.
     *
     * @param clock from day to day
     */
    public CountedStates by(IntUnaryOperator clock) {
        Builder builder = new Builder();
        for (int i = 0; i < size(); i++) {
            int last = clock.applyAsInt(last(i));
            int first = last(i) == first(i) ? last : Math.min(clock.applyAsInt(first(i)), last - 1);
            builder.add(first, last, x(i), customers[i], spend[i]);
        }
        return builder.build();
    }

    /** Of these and others together. */
    public static CountedStates together(Iterable<CountedStates> all) {
        CountedStates sum = new CountedStates(new long[0], new long[0], new long[0]);
        for (CountedStates one : all) {
            sum = sum.size() == 0 ? one : sum.and(one);
        }
        return sum;
    }

    /** Both are in order, and so is what they come to. */
    private CountedStates and(CountedStates other) {
        int most = size() + other.size();
        long[] both = new long[most];
        long[] many = new long[most];
        long[] paid = new long[most];
        int n = 0;
        for (int i = 0, j = 0; i < size() || j < other.size(); n++) {
            boolean here = j == other.size() || i < size() && keys[i] <= other.keys[j];
            boolean there = i == size() || j < other.size() && other.keys[j] <= keys[i];
            both[n] = here ? keys[i] : other.keys[j];
            if (here) {
                many[n] += customers[i];
                paid[n] += spend[i++];
            }
            if (there) {
                many[n] += other.customers[j];
                paid[n] += other.spend[j++];
            }
        }
        return new CountedStates(Arrays.copyOf(both, n), Arrays.copyOf(many, n), Arrays.copyOf(paid, n));
    }

    /** Counts customers in any order. */
    public static final class Builder {

        private final LongIndex index = new LongIndex();
        private long[] customers = new long[64];
        private long[] spend = new long[64];

        /**
         * So many customers alike; fewer than none where they leave the state.
         *
         * @param millionths what all of them spent on further days
         */
        public void add(int first, int last, int x, long many, long millionths) {
            add(key(first, last, x), many, millionths);
        }

        private void add(long key, long many, long millionths) {
            int at = index.of(key);
            if (at == customers.length) {
                customers = Arrays.copyOf(customers, 2 * at);
                spend = Arrays.copyOf(spend, 2 * at);
            }
            customers[at] += many;
            spend[at] += millionths;
        }

        /** Of the states that somebody is in now; more may be added after. */
        public CountedStates build() {
            int[] order = index.order();
            int n = 0;
            for (int at : order) {
                if (customers[at] != 0) {
                    order[n++] = at;
                }
            }
            long[] keys = new long[n];
            long[] many = new long[n];
            long[] paid = new long[n];
            for (int i = 0; i < n; i++) {
                keys[i] = index.key(order[i]);
                many[i] = customers[order[i]];
                paid[i] = spend[order[i]];
            }
            return new CountedStates(keys, many, paid);
        }
    }
}
