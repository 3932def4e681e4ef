package io.customerroom.ledger.imports.values;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** Days and moments written as a number counted from a first day. */
enum CountedTime {
    /** Days since the thirtieth of December 1899, as spreadsheets keep dates; a fraction is the time of day, in no zone. */
    EXCEL("excel", LocalDate.of(1899, 12, 30), 86_400_000_000L, false),
    /** Seconds since 1970 in Greenwich. */
    UNIX("unix", LocalDate.EPOCH, 1_000_000L, true),
    /** Milliseconds since 1970 in Greenwich. */
    UNIX_MS("unix-ms", LocalDate.EPOCH, 1_000L, true);

    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private final String word;
    private final long epochDay;
    private final long microsEach;
    private final boolean universal;

    CountedTime(String word, LocalDate first, long microsEach, boolean universal) {
        this.word = word;
        this.epochDay = first.toEpochDay();
        this.microsEach = microsEach;
        this.universal = universal;
    }

    static Optional<CountedTime> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    String word() {
        return word;
    }

    boolean read(byte[] bytes, int from, int to, Moment moment) {
        String cell = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
        if (!cell.matches("\\d{1,15}(\\.\\d{1,12})?")) {
            return false;
        }
        long micros = new BigDecimal(cell)
                .multiply(BigDecimal.valueOf(microsEach))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        long day = epochDay + Math.floorDiv(micros, MICROS_PER_DAY);
        LocalDate date = LocalDate.ofEpochDay(day);
        if (!moment.date(date.getYear(), date.getMonthValue(), date.getDayOfMonth())) {
            return false;
        }
        moment.micros = Math.floorMod(micros, MICROS_PER_DAY);
        moment.timed = universal || moment.micros != 0;
        moment.zoned = universal;
        return true;
    }
}
