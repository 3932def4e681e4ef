package io.customerroom.demo.truth;

/**
 * Of some customers so many left, and of comparable ones so many.
 *
 * @param met customers whom it concerns
 * @param metLeft how many of them gave notice within the stated time
 * @param others comparable customers whom it does not concern
 */
public record Shares(int met, int metLeft, int others, int othersLeft) {

    /** Share of those whom it concerns; 0 where there are none. */
    public double share() {
        return met == 0 ? 0 : (double) metLeft / met;
    }

    public double otherShare() {
        return others == 0 ? 0 : (double) othersLeft / others;
    }

    /**
     * The difference of the two shares in standard deviations, as if there were none: the pooled two-sample test of shares. Zero where one
     * side is empty or nobody left.
     */
    public double deviations() {
        double common = (double) (metLeft + othersLeft) / Math.max(1, met + others);
        double variance = common * (1 - common) * (1.0 / met + 1.0 / others);
        return met == 0 || others == 0 || variance == 0 ? 0 : (share() - otherShare()) / Math.sqrt(variance);
    }
}
