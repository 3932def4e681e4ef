package io.customerroom.ledger.imports.values;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads dates and moments written one way. {@code iso} is 2026-06-04, optionally followed by a time and an offset. Otherwise letters as in
 * {@code d/M/yyyy H:mm}: {@code d M yyyy yy MMM} (English names, whole or their first three letters or more) {@code H h a m s S X}; anything else stands for itself. One letter reads
 * one or two digits, two letters two. {@code excel} are days since 1899-12-30, {@code unix} seconds and {@code unix-ms} milliseconds since 1970.
 */
public final class DatePattern {

    public static final String ISO = "iso";

    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final String LETTERS = "dMyHhmsSaX";

    private final String text;
    private final List<Part> parts;
    private final Optional<CountedTime> counted;

    private record Part(char letter, int length, byte literal) {}

    private DatePattern(String text, List<Part> parts) {
        this.text = text;
        this.parts = parts;
        this.counted = CountedTime.of(text);
    }

    /** Empty where a letter has no meaning, or day, month or year is missing. */
    public static Optional<DatePattern> of(String text) {
        if (text.equalsIgnoreCase(ISO)) {
            return Optional.of(new DatePattern(ISO, List.of()));
        }
        Optional<CountedTime> counted = CountedTime.of(text.toLowerCase(Locale.ROOT));
        if (counted.isPresent()) {
            return Optional.of(new DatePattern(counted.get().word(), List.of()));
        }
        List<Part> parts = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            char letter = text.charAt(at);
            int end = at + 1;
            if (LETTERS.indexOf(letter) >= 0) {
                while (end < text.length() && text.charAt(end) == letter) {
                    end++;
                }
                parts.add(new Part(letter, end - at, (byte) 0));
            } else if (letter == '\'') {
                end = text.indexOf('\'', at + 1) + 1;
                if (end == 0) {
                    return Optional.empty();
                }
                for (byte literal : text.substring(at + 1, end - 1).getBytes(StandardCharsets.UTF_8)) {
                    parts.add(new Part(' ', 0, literal));
                }
            } else if (Character.isLetter(letter)) {
                return Optional.empty();
            } else {
                for (byte literal : text.substring(at, end).getBytes(StandardCharsets.UTF_8)) {
                    parts.add(new Part(' ', 0, literal));
                }
            }
            at = end;
        }
        boolean whole = "dMy"
                .chars()
                .allMatch(wanted ->
                        parts.stream().filter(part -> part.letter == wanted).count() == 1);
        return whole ? Optional.of(new DatePattern(text, List.copyOf(parts))) : Optional.empty();
    }

    public String text() {
        return text;
    }

    /** Fills the moment; false where the cell is not written this way. */
    public boolean read(byte[] bytes, int from, int to, Moment moment) {
        moment.clear();
        if (counted.isPresent()) {
            return counted.get().read(bytes, from, to, moment);
        }
        return parts.isEmpty() ? iso(bytes, from, to, moment) : byParts(bytes, from, to, moment);
    }

    public boolean matches(String cell, Moment moment) {
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        return read(bytes, 0, bytes.length, moment);
    }

    private static boolean iso(byte[] b, int from, int to, Moment moment) {
        int length = to - from;
        if (length < 10 || b[from + 4] != '-' || b[from + 7] != '-') {
            return false;
        }
        int year = number(b, from, 4);
        int month = number(b, from + 5, 2);
        int day = number(b, from + 8, 2);
        if (year < 0 || month < 0 || day < 0 || !moment.date(year, month, day)) {
            return false;
        }
        if (length == 10) {
            return true;
        }
        if (length < 16 || b[from + 10] != ' ' && b[from + 10] != 'T' || b[from + 13] != ':') {
            return false;
        }
        int hour = number(b, from + 11, 2);
        int minute = number(b, from + 14, 2);
        int at = from + 16;
        int second = 0;
        long micros = 0;
        if (at + 2 < to && b[at] == ':') {
            second = number(b, at + 1, 2);
            at += 3;
            if (at < to && (b[at] == '.' || b[at] == ',')) {
                int digits = 0;
                for (at++; at < to && b[at] >= '0' && b[at] <= '9'; at++, digits++) {
                    micros = digits < 6 ? micros * 10 + b[at] - '0' : micros;
                }
                if (digits == 0) {
                    return false;
                }
                for (; digits < 6; digits++) {
                    micros *= 10;
                }
            }
        }
        if (hour < 0 || minute < 0 || second < 0 || !moment.time(hour, minute, second, micros)) {
            return false;
        }
        while (at < to && b[at] == ' ') {
            at++;
        }
        return at == to || offset(b, at, to, moment) == to;
    }

    private boolean byParts(byte[] b, int from, int to, Moment moment) {
        int at = from;
        int year = -1;
        int month = -1;
        int day = -1;
        int hour = 0;
        int minute = 0;
        int second = 0;
        long micros = 0;
        boolean timed = false;
        int half = -1;
        for (Part part : parts) {
            if (part.length == 0) {
                if (at >= to || b[at] != part.literal) {
                    return false;
                }
                at++;
                continue;
            }
            if (part.letter == 'M' && part.length >= 3) {
                int end = at;
                while (end < to && Character.isLetter(b[end])) {
                    end++;
                }
                month = month(b, at, end);
                at = month < 0 ? -1 : end;
            } else if (part.letter == 'a') {
                half = at + 2 > to || (b[at + 1] | 32) != 'm'
                        ? -1
                        : (b[at] | 32) == 'a' ? 0 : (b[at] | 32) == 'p' ? 1 : -1;
                at = half < 0 ? -1 : at + 2;
            } else if (part.letter == 'X') {
                at = offset(b, at, to, moment);
            } else {
                int most = part.letter == 'y' ? (part.length == 2 ? 2 : 4) : part.letter == 'S' ? 9 : 2;
                int least = part.letter == 'y' ? most : part.letter == 'S' ? 1 : part.length >= 2 ? 2 : 1;
                int end = at;
                int value = 0;
                while (end < to && end - at < most && b[end] >= '0' && b[end] <= '9') {
                    value = part.letter == 'S' && end - at >= 6 ? value : value * 10 + b[end] - '0';
                    end++;
                }
                if (end - at < least) {
                    return false;
                }
                switch (part.letter) {
                    case 'y' -> year = part.length == 2 ? (value < 70 ? 2000 : 1900) + value : value;
                    case 'M' -> month = value;
                    case 'd' -> day = value;
                    case 'H', 'h' -> {
                        hour = value;
                        timed = true;
                    }
                    case 'm' -> minute = value;
                    case 's' -> second = value;
                    default -> {
                        micros = value;
                        for (int i = end - at; i < 6; i++) {
                            micros *= 10;
                        }
                    }
                }
                at = end;
            }
            if (at < 0) {
                return false;
            }
        }
        if (half >= 0) {
            if (hour < 1 || hour > 12) {
                return false;
            }
            hour = hour % 12 + 12 * half;
        }
        return at == to && moment.date(year, month, day) && (!timed || moment.time(hour, minute, second, micros));
    }

    private static int number(byte[] b, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = b[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** A month's name, or its first three letters or more; −1 where there is no such month. */
    private static int month(byte[] b, int from, int to) {
        if (to - from < 3) {
            return -1;
        }
        String written = new String(b, from, to - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).startsWith(written)) {
                return i + 1;
            }
        }
        return -1;
    }

    /** Reads Z, UTC, GMT, +02, +0200, +02:00 or GMT+2; the place behind it, or −1. */
    private static int offset(byte[] b, int from, int to, Moment moment) {
        if (from >= to) {
            return -1;
        }
        moment.zoned = true;
        if (b[from] == 'Z' || b[from] == 'z') {
            return from + 1;
        }
        int sign = from + (greenwich(b, from, to) ? 3 : 0);
        if (sign == to && sign > from) {
            return to;
        }
        if (b[sign] != '+' && b[sign] != '-' || sign + 2 > to) {
            return -1;
        }
        boolean brief = sign > from && (sign + 2 == to || b[sign + 2] == ':');
        if (!brief && sign + 3 > to) {
            return -1;
        }
        int hours = number(b, sign + 1, brief ? 1 : 2);
        int at = sign + (brief ? 2 : 3);
        int minutes = 0;
        boolean colon = at < to && b[at] == ':';
        at += colon ? 1 : 0;
        if (colon && at + 2 > to) {
            return -1;
        }
        if (at + 2 <= to) {
            minutes = number(b, at, 2);
            at += 2;
        }
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return -1;
        }
        int seconds = (hours * 60 + minutes) * 60;
        moment.offsetSeconds = b[sign] == '-' ? -seconds : seconds;
        return at;
    }

    private static boolean greenwich(byte[] b, int from, int to) {
        if (from + 3 > to) {
            return false;
        }
        String word = new String(b, from, 3, StandardCharsets.US_ASCII).toUpperCase(Locale.ROOT);
        return word.equals("UTC") || word.equals("GMT");
    }
}
