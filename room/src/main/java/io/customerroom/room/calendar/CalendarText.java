package io.customerroom.room.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Lines of a calendar file after RFC 5545: texts escaped (3.3.11), lines of at most 75 octets folded between characters (3.1), ends of
 * lines CRLF. Moments are written in UTC, so that no reader has to know our zones.
 */
final class CalendarText {

    private static final int OCTETS = 75;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StringBuilder lines = new StringBuilder();

    /** A line whose value is written as it is. */
    CalendarText line(String name, String value) {
        fold(name + ":" + value);
        return this;
    }

    /** A line whose value is a text of people. */
    CalendarText text(String name, String text) {
        return text.isEmpty() ? this : line(name, escaped(text));
    }

    CalendarText moment(String name, Instant moment) {
        return line(name, MOMENT.format(moment));
    }

    /** A whole day, by its date alone: the same day in every zone. */
    CalendarText day(String name, LocalDate day) {
        return line(name + ";VALUE=DATE", DateTimeFormatter.BASIC_ISO_DATE.format(day));
    }

    private static String escaped(String text) {
        return text.replace("\r\n", "\n")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n")
                .replaceAll("\\p{Cntrl}", " ");
    }

    /** A folded line goes on after a blank, which counts among its octets. */
    private void fold(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            String written = Character.toString(character);
            int size = written.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > OCTETS) {
                lines.append("\r\n ");
                octets = 1;
            }
            lines.append(written);
            octets += size;
            i += Character.charCount(character);
        }
        lines.append("\r\n");
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
