package io.customerroom.statistics.lifetime;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Customers counted by further purchases and what they spent on them. They come and go in any order: what is counted is the same as if only those who are there had
 * been added. Money is in millionths of its unit.
 */
public final class CountedSpending {

    private static final int BITS = 50;
    private static final long LEAST_FAR = 1L << BITS;
    private static final int MOST = 1 << 63 - BITS;

    /** Of those too large for a key of 63 bits. */
    private record Far(int purchases, long millionths) implements Comparable<Far> {

        @Override
        public int compareTo(Far other) {
            return purchases != other.purchases
                    ? Integer.compare(purchases, other.purchases)
                    : Long.compare(millionths, other.millionths);
        }
    }

    private final LongIndex index = new LongIndex();
    private final Map<Far, Long> far = new TreeMap<>();
    private long[] customers = new long[64];
    private long aside;

    /**
     * So many customers alike; fewer than none where they go.
     *
     * @param millionths what each of them spent; not negative
     */
    public void add(int purchases, long millionths, long many) {
        if (purchases < 0 || millionths < 0) {
            throw new IllegalArgumentException(
                    "nobody spent %d millionths on %d purchases".formatted(millionths, purchases));
        }
        if (purchases == 0 || millionths == 0) {
            aside += many;
        } else if (purchases >= MOST || millionths >= LEAST_FAR) {
            far.merge(new Far(purchases, millionths), many, Long::sum);
        } else {
            int at = index.of((long) purchases << BITS | millionths);
            if (at == customers.length) {
                customers = Arrays.copyOf(customers, 2 * at);
            }
            customers[at] += many;
        }
    }

    /** Of those who are there now, by purchases and spend, whatever order they came in. */
    public Spending spending() {
        Spending.Builder spending = Spending.builder();
        for (int at : index.order()) {
            if (customers[at] != 0) {
                long key = index.key(at);
                add(spending, (int) (key >>> BITS), key & LEAST_FAR - 1, customers[at]);
            }
        }
        far.forEach((one, many) -> {
            if (many != 0) {
                add(spending, one.purchases(), one.millionths(), many);
            }
        });
        return aside == 0 ? spending.build() : spending.add(0, 0, aside).build();
    }

    private static void add(Spending.Builder spending, int purchases, long millionths, long many) {
        spending.add(purchases, millionths / 1e6 / purchases, many);
    }
}
