package io.customerroom.statistics.lifetime;

import java.util.Arrays;
import java.util.Comparator;
import java.util.TreeMap;

/**
 * Counts of states that are kept while purchases arrive. Per customer the first day, the last day and the further days with a purchase are kept, and customers are counted by
 * these three. All are absolute: a purchase moves one customer from one cell to another, and the calendar moves nothing. Recency and age are subtractions, made when
 * {@link #at} is asked, so that a new day costs no look at a purchase.
 *
 * <p>Customers are numbered 0, 1, 2, …; days count from any day. Not thread-safe.
 */
public final class MovingCounts {

    private static final int NEVER = Integer.MIN_VALUE;

    /** Customers alike. In this order states lie by x, recency and age on every day. */
    private record Cell(int x, int recency, int first) implements Comparable<Cell> {

        private static final Comparator<Cell> ORDER = Comparator.comparingInt(Cell::x)
                .thenComparingInt(Cell::recency)
                .thenComparing(Cell::first, Comparator.reverseOrder());

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }

    private final TreeMap<Cell, Integer> cells = new TreeMap<>();
    private int[] first = new int[0];
    private int[] last = new int[0];
    private int[] x = new int[0];
    private int latest = NEVER;

    /**
     * A customer bought on a day; several purchases of a day are one. Refused for a day before the customer's last one: which days are new is not known then, and the customer
     * must be counted again from the purchases.
     */
    public void bought(int customer, int day) {
        reserve(customer);
        if (first[customer] == NEVER) {
            first[customer] = day;
        } else if (day < last[customer]) {
            throw new IllegalArgumentException(
                    "purchases of a customer must arrive in order of time, but day %d came after day %d"
                            .formatted(day, last[customer]));
        } else if (day == last[customer]) {
            return;
        } else {
            add(cell(customer), -1);
            x[customer]++;
        }
        last[customer] = day;
        latest = Math.max(latest, day);
        add(cell(customer), 1);
    }

    private Cell cell(int customer) {
        return new Cell(x[customer], last[customer] - first[customer], first[customer]);
    }

    private void add(Cell cell, int customers) {
        cells.merge(cell, customers, (one, other) -> one + other == 0 ? null : one + other);
    }

    private void reserve(int customer) {
        if (customer >= first.length) {
            int known = first.length;
            int size = Math.max(customer + 1, 2 * known);
            first = Arrays.copyOf(first, size);
            last = Arrays.copyOf(last, size);
            x = Arrays.copyOf(x, size);
            Arrays.fill(first, known, size, NEVER);
        }
    }

    /** What the models see at the end of a day. Refused for a day before the latest purchase. */
    public Counts at(int today) {
        if (today < latest) {
            throw new IllegalArgumentException(
                    "purchases are known up to day %d, so that day %d is over".formatted(latest, today));
        }
        int n = cells.size();
        int[] purchases = new int[n];
        int[] recency = new int[n];
        int[] age = new int[n];
        double[] customers = new double[n];
        int i = 0;
        for (var entry : cells.entrySet()) {
            purchases[i] = entry.getKey().x();
            recency[i] = entry.getKey().recency();
            age[i] = today - entry.getKey().first();
            customers[i++] = entry.getValue();
        }
        return Counts.ofDailyStates(purchases, recency, age, customers);
    }
}
