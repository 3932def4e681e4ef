package io.customerroom.statistics;

/**
 * The interval of a mean at 95 %, so that each of its ends is passed by chance in one of forty cases.
 *
 * <p>Assumes independent observations with one mean and a finite variance; by the central limit theorem the mean of n of them is then about normal. With
 * s² = (Σx² − n·m²) / (n − 1), the bounds are m ± 1.959964 · s / √n. Skewed observations, as money is, need some dozens; callers state their least n.
 */
public final class MeanInterval {

    /** The 97.5 % quantile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    private static final double LEVEL = 0.95;

    private MeanInterval() {}

    /**
     * @param n at least 2
     * @param sum of the observations
     * @param squares sum of their squares
     */
    public static Interval of(long n, double sum, double squares) {
        if (n < 2) {
            throw new IllegalArgumentException("n must be at least 2, but was " + n);
        }
        double mean = sum / n;
        double variance = Math.max(0, (squares - n * mean * mean) / (n - 1));
        double reach = Z * Math.sqrt(variance / n);
        return new Interval(mean - reach, mean + reach, LEVEL);
    }
}
