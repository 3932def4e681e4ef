package io.customerroom.statistics;

/**
 * The score interval of a share, at 95 %.
 *
 * <p>Assumes independent observations with one common probability. With p = r / n and z = 1.959964 (the normal quantile for 95 %), the
 * bounds are (2np + z² ± z √(z² + 4np(1 − p))) / (2(n + z²)). They stay inside 0 and 1, and make sense for r = 0, r = n and small n, where
 * the textbook interval p ± z·se does not. With n = 0 everything is plausible: 0 to 1.
 *
 * <p>Source: E. B. Wilson (1927), J. Am. Stat. Assoc. 22, 209–212; figures from R. G. Newcombe (1998), Stat. Med. 17, 857–872, table I,
 * method 3.
 */
final class WilsonInterval {

    /** The 97.5 % quantile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    private static final double LEVEL = 0.95;

    private WilsonInterval() {}

    static Interval of(long r, long n) {
        if (n == 0) {
            return new Interval(0, 1, LEVEL);
        }
        double p = (double) r / n;
        double z2 = Z * Z;
        double middle = 2 * n * p + z2;
        double spread = Z * Math.sqrt(z2 + 4 * n * p * (1 - p));
        double scale = 2 * (n + z2);
        double low = r == 0 ? 0 : (middle - spread) / scale;
        double high = r == n ? 1 : (middle + spread) / scale;
        return new Interval(low, high, LEVEL);
    }
}
