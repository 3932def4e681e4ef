package io.customerroom.statistics.comparison;

import io.customerroom.statistics.Interval;
import io.customerroom.statistics.Share;

/**
 * A trait's share among those with something, beside its share among those without.
 *
 * @param with of those who have it, how many show the trait
 * @param without of all others
 */
public record Pair(Share with, Share without) {

    public static Pair of(long withTrait, long with, long withoutTrait, long without) {
        return new Pair(new Share(withTrait, with), new Share(withoutTrait, without));
    }

    /** Whether both groups hold somebody: else there is no difference. */
    public boolean comparable() {
        return with.n() > 0 && without.n() > 0;
    }

    /** All that were looked at. */
    public long n() {
        return with.n() + without.n();
    }

    /** The first share less the second; not a number where one of the groups is empty. */
    public double difference() {
        return p(with) - p(without);
    }

    /**
     * The interval of the difference at 95 %, built from the score intervals of the two shares; from −1 to 1 where one of the groups is empty.
     *
     * <p>With shares p₁, p₂ and their Wilson bounds (l₁, u₁), (l₂, u₂) it runs from d − √((p₁ − l₁)² + (u₂ − p₂)²) to
     * d + √((u₁ − p₁)² + (p₂ − l₂)²). Source: R. G. Newcombe (1998), Stat. Med. 17, 873–890, method 10.
     */
    public Interval interval() {
        if (!comparable()) {
            return new Interval(-1, 1, with.interval().level());
        }
        Interval first = with.interval();
        Interval second = without.interval();
        double low = Math.hypot(p(with) - first.low(), second.high() - p(without));
        double high = Math.hypot(first.high() - p(with), p(without) - second.low());
        return new Interval(Math.max(-1, difference() - low), Math.min(1, difference() + high), first.level());
    }

    private static double p(Share share) {
        return share.n() == 0 ? Double.NaN : (double) share.count() / share.n();
    }
}
