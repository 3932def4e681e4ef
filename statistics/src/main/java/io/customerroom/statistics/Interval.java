package io.customerroom.statistics;

/**
 * A range of plausible values.
 *
 * @param level the share of such intervals that hold the true value, for example 0.95
 */
public record Interval(double low, double high, double level) {

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("low must not exceed high, but was " + low + ".." + high);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must lie between 0 and 1, but was " + level);
        }
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
