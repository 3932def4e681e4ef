package io.customerroom.ledger.imports.values;

/** A date or a moment as it was written; filled again for each cell. */
public final class Moment {

    /** Days since 1970-01-01. */
    public long day;
    /** Microseconds since midnight. */
    public long micros;
    /** Whether a time of day was written. */
    public boolean timed;
    /** Whether an offset from UTC was written, and which, in seconds. */
    public boolean zoned;

    public int offsetSeconds;

    void clear() {
        day = 0;
        micros = 0;
        timed = false;
        zoned = false;
        offsetSeconds = 0;
    }

    /** False where there is no such day, or it lies outside 1900 to 2200, where spreadsheets put what was no date. */
    boolean date(int year, int month, int dayOfMonth) {
        if (year < 1900
                || year > 2200
                || month < 1
                || month > 12
                || dayOfMonth < 1
                || dayOfMonth > length(year, month)) {
            return false;
        }
        // days from civil: March-based years of 365.2425 days
        int y = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(y, 400);
        int ofEra = y - era * 400;
        int ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + dayOfMonth - 1;
        day = era * 146_097L + ofEra * 365L + ofEra / 4 - ofEra / 100 + ofYear - 719_468;
        return true;
    }

    boolean time(int hour, int minute, int second, long microsOfSecond) {
        if (hour > 23 || minute > 59 || second > 59) {
            return false;
        }
        timed = true;
        micros = ((hour * 60L + minute) * 60 + second) * 1_000_000 + microsOfSecond;
        return true;
    }

    private static int length(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }
}
