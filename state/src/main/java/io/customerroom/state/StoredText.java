package io.customerroom.state;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * How values are spelled in the store. The one place that turns instants, days and exact numbers into text and back.
 *
 * <p>Instants are ISO-8601 in UTC with always six decimals, so that the order of the texts is the order of time.
 */
public final class StoredText {

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private StoredText() {}

    /** {@code 2026-06-04T08:30:00.000000Z}; what is finer than a microsecond is cut off. */
    public static String of(Instant instant) {
        return INSTANT.format(instant);
    }

    /** {@code 2026-06-04}. */
    public static String of(LocalDate day) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(day);
    }

    /** Digits and a point, never an exponent: {@code 1234.50}. */
    public static String of(BigDecimal number) {
        return number.toPlainString();
    }

    public static Instant instant(String text) {
        return Instant.parse(text);
    }

    public static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    public static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    /** The instant as it will be read back. */
    public static Instant storable(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
