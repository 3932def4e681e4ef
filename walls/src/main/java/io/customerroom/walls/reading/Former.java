package io.customerroom.walls.reading;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Period;
import io.customerroom.walls.reading.Reading.Line;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of an exhibit read in the period before and in the same period last year.
 *
 * @param key the column that names a row
 * @param before exact values by name
 */
public record Former(
        String key,
        Period previous,
        Period yearAgo,
        Map<String, @Nullable String> before,
        Map<String, @Nullable String> aYearAgo) {

    /** Names of the columns these values stand in. */
    public static final String PRIOR = "prior";

    public static final String LAST_YEAR = "last_year";

    /** @param value the column whose past is wanted; the reading has to reach back a year */
    public static Former of(Reading reading, CompanyCalendar calendar, WallQuery query, String key, String value) {
        Period previous = calendar.previous(query.period());
        Period yearAgo = calendar.sameLastYear(query.period());
        return new Former(
                key, previous, yearAgo, values(reading, previous, key, value), values(reading, yearAgo, key, value));
    }

    public String priorLabel(String figure) {
        return figure + ", " + PeriodWords.of(previous);
    }

    public String lastYearLabel(String figure) {
        return figure + ", " + PeriodWords.of(yearAgo);
    }

    /** Null where nothing was read then. */
    public @Nullable String prior(Line line) {
        return before.get(line.named(key, ""));
    }

    public @Nullable String lastYear(Line line) {
        return aYearAgo.get(line.named(key, ""));
    }

    private static Map<String, @Nullable String> values(Reading reading, Period period, String key, String value) {
        Map<String, @Nullable String> values = new HashMap<>();
        for (Line line : reading.lines(period.name())) {
            values.put(line.named(key, ""), line.exact(value));
        }
        return values;
    }
}
