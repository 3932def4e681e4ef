package io.customerroom.statistics.control;

import java.util.Arrays;

/**
 * What a process does by itself, in the unit of its values. These are no targets.
 *
 * @param mean of the values that set the limits
 * @param range their average or median moving range
 * @param sigma estimated from the range
 * @param lower natural process limit, three sigma below the mean
 * @param upper natural process limit, three sigma above it
 * @param rangeLimit the upper limit of single moving ranges
 * @param n how many values set them
 */
public record Limits(double mean, double range, double sigma, double lower, double upper, double rangeLimit, int n) {

    static Limits of(double[] values, double[] ranges, Spread spread) {
        double mean = Arrays.stream(values).sum() / values.length;
        double range = spread.of(ranges);
        double sigma = spread.sigma(range);
        return new Limits(
                mean, range, sigma, mean - 3 * sigma, mean + 3 * sigma, spread.rangeLimit(range), values.length);
    }

    /** How many sigma a value lies above the mean; of a process that never moved, infinitely many for whatever differs. */
    double sigmas(double value) {
        if (value == mean) {
            return 0;
        }
        return sigma == 0 ? Math.copySign(Double.POSITIVE_INFINITY, value - mean) : (value - mean) / sigma;
    }
}
