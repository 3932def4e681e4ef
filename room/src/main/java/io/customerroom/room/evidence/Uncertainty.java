package io.customerroom.room.evidence;

import java.math.BigDecimal;

/**
 * How sure a reading is.
 *
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param level share of such intervals that hold the truth, between 0 and 1
 * @param n how many observations it rests on
 */
public record Uncertainty(BigDecimal low, BigDecimal high, BigDecimal level, long n) {

    public Uncertainty {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("low must not exceed high, but was " + low + ".." + high);
        }
        if (level.signum() <= 0 || level.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("level must lie between 0 and 1, but was " + level);
        }
        if (n < 0) {
            throw new IllegalArgumentException("n must not be negative, but was " + n);
        }
    }
}
