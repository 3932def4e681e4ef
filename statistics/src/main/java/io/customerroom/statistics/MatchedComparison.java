package io.customerroom.statistics;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The mean of a group less that of others like it, with its interval at 95 %: the average difference for members, standardised to the strata in
 * which members are.
 *
 * <p>Assumes that inside a stratum members and others differ by nothing that moves the outcome but membership. Only a random draw makes that true;
 * otherwise the difference goes along with membership and need not come from it. With n_s members and m_s others in stratum s, N = Σ n_s over
 * strata that hold at least one of each, the difference is Σ (n_s / N) (mean of members − mean of others), its variance
 * S² / N + Σ (n_s / N)² T² / m_s with S² and T² the pooled variances inside strata of members and of others. The interval is the normal one.
 * Members of strata without others are left out, and counted.
 *
 * <p>Source: W. G. Cochran (1968), Biometrics 24, 295–313 (adjustment by subclassification).
 *
 * @param members all of them
 * @param matched of them those who have others like them
 * @param others in the strata of those
 * @param difference in the unit of the outcome
 */
public record MatchedComparison(long members, long matched, long others, double difference, Interval interval) {

    private static final double Z = 1.959963984540054;
    private static final double LEVEL = 0.95;

    /** Fewer degrees of freedom on a side tell nothing. */
    private static final long LEAST_FREEDOM = 10;

    /** Values of a group by their number, sum and sum of squares. */
    public record Sample(long n, double sum, double squares) {

        public static final Sample NONE = new Sample(0, 0, 0);

        public Sample {
            if (n < 0) {
                throw new IllegalArgumentException("n must not be negative, but was " + n);
            }
        }

        public Sample and(double value) {
            return new Sample(n + 1, sum + value, squares + value * value);
        }

        private double mean() {
            return sum / n;
        }

        /** Squared distances from the mean; rounding never makes them negative. */
        private double spread() {
            return n == 0 ? 0 : Math.max(0, squares - sum * sum / n);
        }
    }

    /** Customers alike in what was known beforehand. */
    public record Stratum(Sample members, Sample others) {}

    /** Whether the difference is told apart from nothing. */
    public boolean apart() {
        return !interval.contains(0);
    }

    /** Empty where too few members or others stand beside each other. */
    public static Optional<MatchedComparison> of(Collection<Stratum> strata) {
        long members =
                strata.stream().mapToLong(stratum -> stratum.members().n()).sum();
        List<Stratum> both = strata.stream()
                .filter(stratum -> stratum.members().n() > 0 && stratum.others().n() > 0)
                .toList();
        long matched = both.stream().mapToLong(stratum -> stratum.members().n()).sum();
        long others = both.stream().mapToLong(stratum -> stratum.others().n()).sum();
        if (matched - both.size() < LEAST_FREEDOM || others - both.size() < LEAST_FREEDOM) {
            return Optional.empty();
        }
        double s2 =
                both.stream().mapToDouble(stratum -> stratum.members().spread()).sum() / (matched - both.size());
        double t2 =
                both.stream().mapToDouble(stratum -> stratum.others().spread()).sum() / (others - both.size());
        double difference = 0;
        double variance = s2 / matched;
        for (Stratum stratum : both) {
            double weight = (double) stratum.members().n() / matched;
            difference += weight * (stratum.members().mean() - stratum.others().mean());
            variance += weight * weight * t2 / stratum.others().n();
        }
        double half = Z * Math.sqrt(variance);
        return Optional.of(new MatchedComparison(
                members, matched, others, difference, new Interval(difference - half, difference + half, LEVEL)));
    }
}
