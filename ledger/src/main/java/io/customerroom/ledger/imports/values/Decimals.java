package io.customerroom.ledger.imports.values;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * Reads exact numbers as millionths. What has more than six decimals is rounded half up (away from zero).
 *
 * <p>Accepted: sign, digits, the decimal mark, an exponent; with {@code grouping} also marks between groups of three digits.
 */
public final class Decimals {

    /** The cell is not a number. */
    public static final long UNREADABLE = Long.MIN_VALUE;
    /** It is a number, but not below 10¹² in absolute value, as {@code DECIMAL(18,6)} asks. */
    public static final long TOO_LARGE = Long.MIN_VALUE + 1;

    public static final long ONE = 1_000_000;
    /** The first that is too large. */
    public static final long BOUND = 1_000_000_000_000L * ONE;

    private static final int DECIMALS = 6;
    /** Longer cells are no numbers anybody means; reading them exactly would take time that grows with the square. */
    private static final int LONGEST = 1_000;

    private final byte mark;
    private final boolean grouping;
    private long rounded;

    /**
     * @param mark {@code .} or {@code ,}
     * @param grouping whether the other mark, a blank or an apostrophe may separate groups of three digits
     */
    public Decimals(char mark, boolean grouping) {
        this.mark = (byte) mark;
        this.grouping = grouping;
    }

    /** How many numbers had more than six decimals that were not zero. */
    public long rounded() {
        return rounded;
    }

    /** Millionths, or {@link #UNREADABLE}, or {@link #TOO_LARGE}. */
    public long read(byte[] bytes, int from, int to) {
        int at = from;
        boolean negative = false;
        if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
            negative = bytes[at++] == '-';
        }
        long whole = 0;
        int digits = 0;
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                if (whole >= 1_000_000_000_000L) {
                    return slow(bytes, from, to);
                }
                whole = whole * 10 + digit;
                digits++;
            } else {
                break;
            }
        }
        if (at == to) {
            return digits == 0 ? UNREADABLE : bounded(whole, 0, negative);
        }
        if (bytes[at] != mark) {
            return slow(bytes, from, to);
        }
        at++;
        long millionths = 0;
        int decimals = 0;
        for (; at < to && decimals < DECIMALS; at++, decimals++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return slow(bytes, from, to);
            }
            millionths = millionths * 10 + digit;
        }
        if (at < to) {
            return slow(bytes, from, to);
        }
        if (digits + decimals == 0) {
            return UNREADABLE;
        }
        for (; decimals < DECIMALS; decimals++) {
            millionths *= 10;
        }
        return bounded(whole, millionths, negative);
    }

    private static long bounded(long whole, long millionths, boolean negative) {
        if (whole >= 1_000_000_000_000L) {
            return TOO_LARGE;
        }
        long value = whole * ONE + millionths;
        return negative ? -value : value;
    }

    /** Exponents, groups, and more than six decimals. */
    private long slow(byte[] bytes, int from, int to) {
        if (to - from > LONGEST) {
            return UNREADABLE;
        }
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (grouping) {
            char group = mark == '.' ? ',' : '.';
            text = ungrouped(text, group);
        }
        if (mark == ',') {
            if (text.indexOf('.') >= 0) {
                return UNREADABLE;
            }
            text = text.replace(',', '.');
        }
        if (!text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,2})?")) {
            return UNREADABLE;
        }
        BigDecimal exact = new BigDecimal(text);
        BigDecimal kept = exact.setScale(DECIMALS, RoundingMode.HALF_UP);
        if (kept.abs().compareTo(BigDecimal.valueOf(BOUND, DECIMALS)) >= 0) {
            return TOO_LARGE;
        }
        rounded += kept.compareTo(exact) == 0 ? 0 : 1;
        return kept.unscaledValue().longValueExact();
    }

    /** Without separators between groups of three; unchanged, and so unreadable, where a group has another length. */
    private String ungrouped(String text, char group) {
        String decimal = mark == '.' ? "\\." : ",";
        String separator = "[ \\u00a0\\u202f'\\u2019" + (group == '.' ? "\\." : ",") + "]";
        return text.matches("[+-]?\\d{1,3}(" + separator + "\\d{3})+(" + decimal + "\\d*)?")
                ? text.replaceAll(separator, "")
                : text;
    }

    /** quantity × price, both in millionths, rounded half up once; or {@link #TOO_LARGE}. */
    public static long product(long one, long other) {
        long high = Math.multiplyHigh(one, other);
        long low = one * other;
        if (high == low >> 63 && low != Long.MIN_VALUE) {
            long half = low < 0 ? -ONE / 2 : ONE / 2;
            long shifted = low / ONE + (low % ONE + half) / ONE;
            return Math.abs(shifted) >= BOUND ? TOO_LARGE : shifted;
        }
        BigDecimal exact = BigDecimal.valueOf(one, DECIMALS).multiply(BigDecimal.valueOf(other, DECIMALS));
        BigDecimal kept = exact.setScale(DECIMALS, RoundingMode.HALF_UP);
        return kept.abs().compareTo(BigDecimal.valueOf(BOUND, DECIMALS)) >= 0
                ? TOO_LARGE
                : kept.unscaledValue().longValueExact();
    }
}
