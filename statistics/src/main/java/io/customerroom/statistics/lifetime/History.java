package io.customerroom.statistics.lifetime;

/**
 * What a model of buying needs to know of one customer, in one unit of time that all histories of a model share.
 *
 * @param x repeat purchases: the first purchase is not counted
 * @param recency t_x, the time from the first purchase to the last; 0 without a repeat purchase. <em>Large</em> means bought lately
 * @param age T, the time from the first purchase to now
 */
public record History(int x, double recency, double age) {

    public History {
        if (x < 0) {
            throw new IllegalArgumentException("x must not be negative, but was " + x);
        }
        if (!(age >= 0 && Double.isFinite(age))) {
            throw new IllegalArgumentException("age must be finite and not negative, but was " + age);
        }
        if (!(recency >= 0 && recency <= age)) {
            throw new IllegalArgumentException(
                    "recency must lie between 0 and the age " + age + ", but was " + recency);
        }
        if (x == 0 && recency != 0) {
            throw new IllegalArgumentException("recency must be 0 without a repeat purchase, but was " + recency);
        }
    }

    /** Somebody who has just bought for the first time. */
    public static History fresh() {
        return new History(0, 0, 0);
    }
}
