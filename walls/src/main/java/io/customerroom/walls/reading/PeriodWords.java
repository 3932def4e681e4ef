package io.customerroom.walls.reading;

import io.customerroom.kernel.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Periods as people say them: October 2026, the second quarter as its name, a year as its number. */
public final class PeriodWords {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("LLLL uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d LLLL uuuu", Locale.ENGLISH);

    private PeriodWords() {}

    public static String of(Period period) {
        return switch (period.grain()) {
            case MONTH -> MONTH.format(period.startsOn());
            case QUARTER, YEAR, FISCAL_QUARTER, FISCAL_YEAR -> period.name().replace("-", " ");
        };
    }

    /** {@code May 2026}. */
    public static String month(YearMonth month) {
        return MONTH.format(month.atDay(1));
    }

    /** A day: 25 October 2026. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The period with a word that it is not over, where it is not. */
    public static String of(WallQuery query) {
        return query.partial()
                ? of(query.period()) + " so far (through "
                        + DAY.format(query.clocks().through()) + ")"
                : of(query.period());
    }

    /** Whose numbers these are, for the second line of an exhibit. */
    public static String population(WallQuery query) {
        String segment = query.segment().map(name -> ", segment " + name).orElse("");
        String site = query.site().map(name -> ", site " + name).orElse("");
        return (segment.isEmpty() && site.isEmpty() ? "all customers" : "customers") + segment + site;
    }
}
