package io.customerroom.testkit.oracle;

import java.util.List;

/** How many customers came, came back and left; {@code ...Inside} are bookings a coarser period nets away. */
public record CustomerMath(
        String period,
        long opening,
        long gained,
        long regained,
        long lost,
        long closing,
        long gainedInside,
        long regainedInside,
        long lostInside) {

    static CustomerMath of(String period, List<int[]> counts) {
        long[] sums = new long[8];
        for (int[] one : counts) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += one[i];
            }
        }
        return new CustomerMath(period, sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6], sums[7]);
    }

    /** For tables a person reads: {@code 2011-03 1682+452+51-409=1776}. */
    @Override
    public String toString() {
        return "%s %d+%d+%d-%d=%d".formatted(period, opening, gained, regained, lost, closing);
    }
}
