package io.customerroom.ledger.bridge;

import java.util.List;

/**
 * One figure of one period under two definitions, in customers, and what stands between them: {@code one = both + oneOnly} and
 * {@code other = both + otherOnly}.
 *
 * @param figure opening, gained, regained, lost or closing
 * @param both counted by both in this period
 * @param oneOnly counted in this period by the first definition alone
 * @param oneOnlyElsewhere of these, booked by the other definition in another period; always 0 for opening and closing, which are
 *     states and not bookings
 * @param otherOnlyElsewhere the same the other way round
 */
public record BridgeLine(
        String figure,
        long one,
        long other,
        long both,
        long oneOnly,
        long oneOnlyElsewhere,
        long otherOnly,
        long otherOnlyElsewhere) {

    /** The figures there is a bridge for, in their order. */
    public static final List<String> FIGURES = List.of("opening", "gained", "regained", "lost", "closing");

    public BridgeLine {
        if (one != both + oneOnly || other != both + otherOnly) {
            throw new IllegalArgumentException("the bridge of " + figure + " does not add up");
        }
    }

    /** How many customers more the other definition counts; negative: fewer. */
    public long gap() {
        return other - one;
    }
}
