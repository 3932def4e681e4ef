package io.customerroom.walls.asset;

import io.customerroom.walls.exhibit.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares and differences of shares in hundredths: percent, and percentage points. */
final class Points {

    private static final int DIGITS = 6;

    private Points() {}

    static BigDecimal of(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).setScale(DIGITS, RoundingMode.HALF_UP);
    }

    /** As a table keeps it. */
    static String exact(double share) {
        return Contribution.exact(of(share));
    }

    /** A chance, between 0 and 1. */
    static String chance(double chance) {
        return Contribution.exact(BigDecimal.valueOf(chance).setScale(DIGITS, RoundingMode.HALF_UP));
    }

    /** {@code +9.1 points}. */
    static String words(double share) {
        return Numbers.signed(of(share), 1) + " points";
    }
}
