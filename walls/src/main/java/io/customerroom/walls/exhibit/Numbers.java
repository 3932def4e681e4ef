package io.customerroom.walls.exhibit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Writes numbers for people: 1,234 and 1,234.50, the same in every locale. Rounds half up, once, here. */
public final class Numbers {

    private Numbers() {}

    /** What was computed, with so many digits after the point: as tables hold it. */
    public static BigDecimal rounded(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
    }

    /** Whole things: 1,234. */
    public static String whole(BigDecimal value) {
        return fixed(value, 0);
    }

    public static String whole(long value) {
        return whole(BigDecimal.valueOf(value));
    }

    /** With its thing: 1 ticket, 1,234 tickets. */
    public static String counted(long number, String thing) {
        return whole(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /** With exactly this many digits after the point. */
    public static String fixed(BigDecimal value, int digits) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        BigDecimal rounded = value.setScale(digits, RoundingMode.HALF_UP);
        return rounded.signum() < 0 ? "−" + format.format(rounded.negate()) : format.format(rounded);
    }

    /** With at most this many digits after the point, none of them a trailing zero. */
    public static String plain(BigDecimal value, int mostDigits) {
        BigDecimal rounded = value.setScale(mostDigits, RoundingMode.HALF_UP).stripTrailingZeros();
        return fixed(rounded, Math.max(0, rounded.scale()));
    }

    /** With its sign, as a change is written: +24, −24, 0. */
    public static String signed(BigDecimal value, int digits) {
        String written = fixed(value, digits);
        return value.setScale(digits, RoundingMode.HALF_UP).signum() > 0 ? "+" + written : written;
    }
}
