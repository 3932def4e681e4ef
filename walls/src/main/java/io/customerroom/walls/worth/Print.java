package io.customerroom.walls.worth;

/**
 * Customers by what they bought, in whatever groups and order they are told: sums over all of them of two independent mixtures of what is known of each, and money in
 * millionths. Different customers with equal sums are as unlikely as two equal 128-bit hashes.
 */
record Print(long one, long other, long sold, long kept) {

    static final Print NONE = new Print(0, 0, 0, 0);

    private static final long APART = 0x5DEECE66DL;

    Print plus(Print more) {
        return new Print(one + more.one, other + more.other, sold + more.sold, kept + more.kept);
    }

    /** Of the same customers in a group that is told apart by its name. */
    Print of(String name) {
        long salt = mixed(name.hashCode() + APART);
        return new Print(mixed(one ^ salt), mixed(other + salt), sold, kept);
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    static final class Builder {

        private long one;
        private long other;
        private long sold;
        private long kept;

        void add(int firstOn, int lastOn, int x, long spend, long customers, long soldTo, long keptBy) {
            long paid = mixed(mixed(mixed(firstOn) + lastOn) + 31L * x) ^ spend;
            one += customers * mixed(paid);
            other += customers * mixed(paid + APART);
            sold += soldTo;
            kept += keptBy;
        }

        Print build() {
            return new Print(one, other, sold, kept);
        }
    }
}
