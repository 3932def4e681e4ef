package io.customerroom.walls.worth;

import java.util.Arrays;

/** Customers counted by how they stood on an earlier day and stand on a later one, in the order of both states. Days count from 1970-01-01. */
final class StatePairs {

    /** So many customers: first day, last and further days by the earlier day, the same by the later. */
    record Pair(int first, int earlyLast, int earlyX, int lateLast, int lateX, long customers)
            implements Comparable<Pair> {

        @Override
        public int compareTo(Pair other) {
            int order = Integer.compare(earlyX, other.earlyX);
            order = order != 0 ? order : Integer.compare(earlyLast - first, other.earlyLast - other.first);
            order = order != 0 ? order : Integer.compare(other.first, first);
            order = order != 0 ? order : Integer.compare(lateX, other.lateX);
            return order != 0 ? order : Integer.compare(lateLast, other.lateLast);
        }

        private Pair plus(Pair other) {
            return new Pair(first, earlyLast, earlyX, lateLast, lateX, customers + other.customers);
        }
    }

    private final Pair[] pairs;

    private StatePairs(Pair[] pairs) {
        this.pairs = pairs;
    }

    int size() {
        return pairs.length;
    }

    Pair pair(int i) {
        return pairs[i];
    }

    /** The first day of all; there must be a pair. */
    int since() {
        return Arrays.stream(pairs).mapToInt(Pair::first).min().orElseThrow();
    }

    /** Collects them in any order. Those of a state come one after the other, and meet at once. */
    static final class Builder {

        private Pair[] pairs = new Pair[64];
        private int size;

        void add(int first, int earlyLast, int earlyX, int lateLast, int lateX, long customers) {
            Pair pair = new Pair(first, earlyLast, earlyX, lateLast, lateX, customers);
            if (size > 0 && pairs[size - 1].compareTo(pair) == 0) {
                pairs[size - 1] = pairs[size - 1].plus(pair);
                return;
            }
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, 2 * size);
            }
            pairs[size++] = pair;
        }

        StatePairs build() {
            Arrays.sort(pairs, 0, size);
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (kept > 0 && pairs[kept - 1].compareTo(pairs[i]) == 0) {
                    pairs[kept - 1] = pairs[kept - 1].plus(pairs[i]);
                } else {
                    pairs[kept++] = pairs[i];
                }
            }
            return new StatePairs(Arrays.copyOf(pairs, kept));
        }
    }
}
