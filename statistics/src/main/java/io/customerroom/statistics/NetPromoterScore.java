package io.customerroom.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Promoters (9 and 10 of 10) less detractors (0 to 6), in points from −100 to 100.
 *
 * <p>Source: F. F. Reichheld (2003), Harvard Business Review 81 (12), 46–54. The interval is that of the difference of two shares of one
 * multinomial sample: with p and d the shares, the variance of p − d is (p + d − (p − d)²) / n; normal approximation at 95 %, cut at
 * ±100. It is rough for fewer than about thirty answers.
 *
 * @param n answers, passives among them; at least one
 */
public record NetPromoterScore(long promoters, long detractors, long n) {

    /** The 97.5 % quantile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    private static final int DIGITS = 2;

    public NetPromoterScore {
        if (n < 1 || promoters < 0 || detractors < 0 || promoters + detractors > n) {
            throw new IllegalArgumentException("promoters and detractors must fit into n ≥ 1, but were %d and %d of %d"
                    .formatted(promoters, detractors, n));
        }
    }

    /** In points, rounded half up to two digits. */
    public BigDecimal points() {
        return points(BigDecimal.valueOf(promoters), BigDecimal.valueOf(detractors), BigDecimal.valueOf(n));
    }

    /** The same of summed weights: what the score would be had the sample the composition that the weights restore. */
    public static BigDecimal points(BigDecimal promoters, BigDecimal detractors, BigDecimal all) {
        return promoters.subtract(detractors).movePointRight(2).divide(all, DIGITS, RoundingMode.HALF_UP);
    }

    /** In points. */
    public Interval interval() {
        double p = (double) promoters / n;
        double d = (double) detractors / n;
        double middle = 100 * (p - d);
        double half = 100 * Z * Math.sqrt((p + d - (p - d) * (p - d)) / n);
        return new Interval(Math.max(-100, middle - half), Math.min(100, middle + half), 0.95);
    }
}
