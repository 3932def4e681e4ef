package io.customerroom.room.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A figure that was shown in a meeting and is known differently today. What was shown stays; this line stands beside today's.
 *
 * @param row names the row: {@code 2026-05}
 * @param figure the column's title: {@code Lost}
 * @param shown as it was frozen; empty if nothing was said then
 * @param shownOn the day of the meeting
 * @param known today's; empty if nothing can be said now
 */
public record Restatement(
        String row, String figure, Optional<BigDecimal> shown, LocalDate shownOn, Optional<BigDecimal> known) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** {@code 2026-05: lost 41 as shown on 4 June 2026, 43 as known today}. */
    public String sentence() {
        return "%s: %s %s as shown on %s, %s as known today"
                .formatted(row, figure.toLowerCase(Locale.ROOT), words(shown), DAY.format(shownOn), words(known));
    }

    private static String words(Optional<BigDecimal> figure) {
        return figure.map(number -> number.stripTrailingZeros().toPlainString()).orElse("nothing");
    }
}
