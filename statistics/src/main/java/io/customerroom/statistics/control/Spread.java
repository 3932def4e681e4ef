package io.customerroom.statistics.control;

import java.util.Arrays;

/**
 * How sigma is estimated from moving ranges, the distances between neighbours. For two normal values the expected range is 1.128 sigma
 * and the median range 0.954 sigma; 97.5 % and more of the ranges lie below 3.267 times their average and 3.865 times their median.
 *
 * <p>Source of the constants: D. J. Wheeler and D. S. Chambers (1992), Understanding Statistical Process Control, table A.5 (average:
 * 2.660 and 3.268 as multiples; median: 3.145 and 3.865).
 */
public enum Spread {
    /** The average moving range: the usual choice. Natural limits lie 2.66 of it from the mean. */
    AVERAGE_RANGE(1.128, 3.267),
    /** The median moving range: not moved by a few wild values. Natural limits lie 3.145 of it from the mean. */
    MEDIAN_RANGE(0.954, 3.865);

    private final double perSigma;
    private final double limit;

    Spread(double perSigma, double limit) {
        this.perSigma = perSigma;
        this.limit = limit;
    }

    double sigma(double range) {
        return range / perSigma;
    }

    /** The upper limit of single moving ranges. */
    double rangeLimit(double range) {
        return range * limit;
    }

    double of(double[] ranges) {
        return switch (this) {
            case AVERAGE_RANGE -> Arrays.stream(ranges).sum() / ranges.length;
            case MEDIAN_RANGE -> median(ranges);
        };
    }

    private static double median(double[] ranges) {
        double[] sorted = ranges.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
