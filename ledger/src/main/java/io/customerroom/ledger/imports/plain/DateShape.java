package io.customerroom.ledger.imports.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Dates and moments in digits, of the years 1900 to 2199, each part within its range. Whether the month has that day is left to whoever
 * makes a date of it.
 *
 * @param engineFormat as {@code strptime} spells it; empty where the engine's own casts read it
 * @param timed whether a time of day is part of it
 */
record DateShape(List<Part> parts, Optional<String> engineFormat, boolean timed) implements CellShape {

    /** Values a part may have had are part of the node, so that the machine sees a month 13. */
    private static final int VALUES = 100;

    /**
     * @param letter of the pattern; blank for what stands for itself
     * @param least fewest digits, or 0
     * @param literals what may stand there
     */
    record Part(char letter, int least, int most, String literals) {

        static Part literal(String literals) {
            return new Part(' ', 0, 0, literals);
        }

        /** Whether this many digits with this value are whole. */
        boolean fits(int digits, int value) {
            return digits >= least && value >= lowest() && value <= highest();
        }

        private int lowest() {
            return letter == 'd' || letter == 'M' ? 1 : 0;
        }

        private int highest() {
            return switch (letter) {
                case 'd' -> 31;
                case 'M' -> 12;
                case 'H' -> 23;
                case 'm', 's' -> 59;
                default -> VALUES - 1;
            };
        }
    }

    /** {@code 2026-06-04}. */
    static DateShape isoDay() {
        return new DateShape(isoParts(), Optional.empty(), false);
    }

    /** {@code 2026-06-04 08:30:00}, also with a T. */
    static DateShape isoMoment() {
        List<Part> parts = new ArrayList<>(isoParts());
        parts.add(Part.literal(" T"));
        parts.add(new Part('H', 2, 2, ""));
        parts.add(Part.literal(":"));
        parts.add(new Part('m', 2, 2, ""));
        parts.add(Part.literal(":"));
        parts.add(new Part('s', 2, 2, ""));
        return new DateShape(List.copyOf(parts), Optional.empty(), true);
    }

    private static List<Part> isoParts() {
        return List.of(
                new Part('y', 4, 4, ""),
                Part.literal("-"),
                new Part('M', 2, 2, ""),
                Part.literal("-"),
                new Part('d', 2, 2, ""));
    }

    /** A pattern of day, month, year and perhaps hour, minute and second in digits; empty where it has more. */
    static Optional<DateShape> of(String pattern) {
        List<Part> parts = new ArrayList<>();
        StringBuilder format = new StringBuilder();
        boolean timed = false;
        for (int at = 0; at < pattern.length(); ) {
            char letter = pattern.charAt(at);
            int end = at + 1;
            while (end < pattern.length() && pattern.charAt(end) == letter) {
                end++;
            }
            int length = end - at;
            if ("/.-: ".indexOf(letter) >= 0) {
                parts.add(Part.literal(String.valueOf(letter)));
                format.append(letter);
                at++;
                continue;
            }
            boolean read = letter == 'y' ? length == 4 : "MdHms".indexOf(letter) >= 0 && length <= 2;
            boolean bounded = length > 1 || end == pattern.length() || "/.-: ".indexOf(pattern.charAt(end)) >= 0;
            if (!read || !bounded) {
                return Optional.empty();
            }
            parts.add(new Part(letter, length, letter == 'y' ? 4 : 2, ""));
            format.append(engineLetter(letter));
            timed |= letter == 'H';
            at = end;
        }
        return Optional.of(new DateShape(List.copyOf(parts), Optional.of(format.toString()), timed));
    }

    private static String engineLetter(char letter) {
        return switch (letter) {
            case 'y' -> "%Y";
            case 'M' -> "%m";
            case 'd' -> "%d";
            case 'H' -> "%H";
            case 'm' -> "%M";
            default -> "%S";
        };
    }

    @Override
    public int next(int node, int octet) {
        int part = part(node);
        int digits = digits(node);
        int value = value(node);
        if (part == parts.size()) {
            return NONE;
        }
        Part here = parts.get(part);
        if (here.letter == ' ') {
            return here.literals.indexOf(octet) >= 0 ? node(part + 1, 0, 0) : NONE;
        }
        if (octet >= '0' && octet <= '9' && digits < here.most) {
            return digit(here, part, digits, value, octet - '0');
        }
        return here.fits(digits, value) && part + 1 < parts.size() ? next(node(part + 1, 0, 0), octet) : NONE;
    }

    /** Of a year only the century is remembered. */
    private int digit(Part here, int part, int digits, int value, int digit) {
        int more = here.letter == 'y' && digits >= 2 ? value : value * 10 + digit;
        boolean century = here.letter != 'y' || digits != 1 || more >= 19 && more <= 21;
        if (!century) {
            return NONE;
        }
        if (digits + 1 < here.most) {
            return node(part, digits + 1, more);
        }
        return here.fits(digits + 1, more) ? node(part + 1, 0, 0) : NONE;
    }

    @Override
    public boolean ends(int node) {
        int part = part(node);
        return part == parts.size()
                || part == parts.size() - 1
                        && parts.get(part).letter != ' '
                        && parts.get(part).fits(digits(node), value(node));
    }

    private static int node(int part, int digits, int value) {
        return (part * 5 + digits) * VALUES + value;
    }

    private static int part(int node) {
        return node / VALUES / 5;
    }

    private static int digits(int node) {
        return node / VALUES % 5;
    }

    private static int value(int node) {
        return node % VALUES;
    }
}
