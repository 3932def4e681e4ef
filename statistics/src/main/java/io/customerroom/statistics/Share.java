package io.customerroom.statistics;

/**
 * How many of how many, with the interval of plausible shares at 95 %.
 *
 * @param count those that have the trait
 * @param n all that were looked at
 */
public record Share(long count, long n) {

    public Share {
        if (count < 0 || count > n) {
            throw new IllegalArgumentException("count must lie between 0 and n = " + n + ", but was " + count);
        }
    }

    /** Undefined when nobody was looked at. */
    public Ratio ratio() {
        return Ratio.of(count, n);
    }

    public Interval interval() {
        return WilsonInterval.of(count, n);
    }
}
