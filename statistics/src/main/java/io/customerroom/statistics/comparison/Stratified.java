package io.customerroom.statistics.comparison;

import io.customerroom.statistics.Interval;
import io.customerroom.statistics.Share;
import io.customerroom.statistics.numeric.SpecialFunctions;
import java.util.List;

/**
 * The difference of two shares when the groups are compared inside strata only: what a segment does of its own accord is not laid at the door of
 * those who happen to belong to it.
 *
 * <p>Estimate: the Mantel–Haenszel difference Σ wₖdₖ / Σ wₖ with wₖ = n₁ₖn₀ₖ / Nₖ, which weighs a stratum by how much it can tell. It assumes that the
 * difference is about the same in every stratum; where it is not, it is their weighted mean. Its variance holds for few large strata and for many
 * small ones: T. Sato (1989), Biometrics 45, 1323–1324; S. Greenland and J. M. Robins (1985), Biometrics 41, 55–68.
 *
 * <p>Test: the score test of N. Mantel and W. Haenszel (1959), J. Natl. Cancer Inst. 22, 719–748, without correction for continuity.
 *
 * @param strata without those in which one of the groups is empty: they compare nothing
 * @param difference of the first share from the second; not a number where no stratum compares
 * @param error its standard error
 * @param p the chance of a difference at least as large where there is none; 1 where nothing can be compared
 */
public record Stratified(List<Pair> strata, double difference, double error, double p) {

    private static final double LEVEL = 0.95;
    private static final double Z = SpecialFunctions.normalQuantile(1 - (1 - LEVEL) / 2);

    public Stratified {
        strata = List.copyOf(strata);
    }

    public static Stratified of(List<Pair> strata) {
        List<Pair> comparing = strata.stream().filter(Pair::comparable).toList();
        double weights = 0;
        double weighted = 0;
        double ps = 0;
        double qs = 0;
        double surplus = 0;
        double chance = 0;
        for (Pair stratum : comparing) {
            double n1 = stratum.with().n();
            double n0 = stratum.without().n();
            double x = stratum.with().count();
            double y = stratum.without().count();
            double n = n1 + n0;
            double weight = n1 * n0 / n;
            weights += weight;
            weighted += weight * stratum.difference();
            ps += (n1 * n1 * y - n0 * n0 * x + n1 * n0 * (n0 - n1) / 2) / (n * n);
            qs += (x * (n0 - y) + y * (n1 - x)) / (2 * n);
            surplus += x - n1 * (x + y) / n;
            chance += n > 1 ? n1 * n0 * (x + y) * (n - x - y) / (n * n * (n - 1)) : 0;
        }
        if (comparing.isEmpty()) {
            return new Stratified(comparing, Double.NaN, Double.NaN, 1);
        }
        double difference = weighted / weights;
        double error = Math.sqrt(Math.max(0, difference * ps + qs)) / weights;
        double p = chance > 0 ? SpecialFunctions.chiSquaredTail(surplus * surplus / chance, 1) : 1;
        return new Stratified(comparing, difference, error, p);
    }

    /** Those with it, of all strata that compare. */
    public Share with() {
        return sum(strata.stream().map(Pair::with).toList());
    }

    /** Those without it, of all strata that compare. */
    public Share without() {
        return sum(strata.stream().map(Pair::without).toList());
    }

    private static Share sum(List<Share> shares) {
        return new Share(
                shares.stream().mapToLong(Share::count).sum(),
                shares.stream().mapToLong(Share::n).sum());
    }

    /** The whole range where nothing can be compared. */
    public Interval interval() {
        return strata.isEmpty()
                ? new Interval(-1, 1, LEVEL)
                : new Interval(Math.max(-1, difference - Z * error), Math.min(1, difference + Z * error), LEVEL);
    }

    /**
     * Where this difference would have fallen, nineteen times in twenty, had nothing changed since an earlier one: both have their error.
     */
    public Interval band(Stratified earlier) {
        if (strata.isEmpty() || earlier.strata.isEmpty()) {
            return new Interval(-1, 1, LEVEL);
        }
        double width = Z * Math.hypot(error, earlier.error);
        return new Interval(earlier.difference - width, earlier.difference + width, LEVEL);
    }
}
