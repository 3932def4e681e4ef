package io.customerroom.room.evidence;

import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.reading.PeriodWords;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A figure that was shown in a meeting and is known differently today. What was shown stays; this line stands beside today's.
 *
 * @param row names the row: {@code 2026-05}; said in words
 * @param figure the column's title: {@code Lost}
 * @param shown as it was frozen; empty if nothing was said then
 * @param shownOn the day of the meeting
 * @param known today's; empty if nothing can be said now
 */
public record Restatement(
        String row, String figure, Optional<BigDecimal> shown, LocalDate shownOn, Optional<BigDecimal> known) {

    /** The ledger's money has so many digits after the point. */
    private static final int EXACT = 10;

    private static final Pattern MONTH = Pattern.compile("\\b\\d{4}-(?:0[1-9]|1[0-2])\\b");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** {@code May 2026: lost 41 as shown on 4 June 2026, 43 as known today}. */
    public String sentence() {
        return "%s: %s %s as shown on %s, %s as known today"
                .formatted(
                        MONTH.matcher(row).replaceAll(month -> monthInWords(month.group())),
                        figure.toLowerCase(Locale.ROOT),
                        words(shown),
                        DAY.format(shownOn),
                        words(known));
    }

    private static String monthInWords(String month) {
        return PeriodWords.month(YearMonth.parse(month));
    }

    /** Whole things whole, others to the cent, both alike; or as exactly as is needed to tell the two figures apart. */
    private String words(Optional<BigDecimal> figure) {
        boolean whole = Stream.of(shown, known)
                .flatMap(Optional::stream)
                .allMatch(number -> number.stripTrailingZeros().scale() <= 0);
        return figure.map(number -> told(2) ? Numbers.fixed(number, whole ? 0 : 2) : Numbers.plain(number, EXACT))
                .orElse("nothing");
    }

    private boolean told(int digits) {
        return shown.isEmpty()
                || known.isEmpty()
                || !Numbers.plain(shown.get(), digits).equals(Numbers.plain(known.get(), digits));
    }
}
