package io.customerroom.walls.asset;

import io.customerroom.statistics.Interval;
import io.customerroom.statistics.numeric.SpecialFunctions;
import io.customerroom.statistics.survival.KaplanMeier;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Range;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Sureness;
import io.customerroom.walls.exhibit.Chart.Tone;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.walls.stays.Stay;
import io.customerroom.walls.stays.Stays;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How long customers stay under contract: the share still there by month of their stay, with its interval, for all and by segment and site.
 *
 * @param level of all intervals: 0.90
 */
record StayExhibits(WallQuery query, double level) {

    static final String METRIC = "contract-stays";

    private static final List<Tone> TONES = List.of(Tone.FIRST, Tone.SECOND, Tone.THIRD, Tone.FOURTH);

    List<Exhibit> of(Reading reading, Stays stays) {
        int years = stays.years();
        if (years == 0) {
            return List.of(none(reading, stays));
        }
        List<Exhibit> exhibits = new ArrayList<>(List.of(curve(reading, stays, years)));
        exhibits.add(parts("segment", "segments", Stay::segment, reading, stays, years));
        exhibits.add(parts("site", "sites", Stay::site, reading, stays, years));
        return exhibits;
    }

    private Exhibit none(Reading reading, Stays stays) {
        return new Exhibit(
                "contract-survival",
                "How long customers stay under contract cannot be said yet",
                second("Share still under contract by month of the stay, %"),
                List.of(),
                Optional.empty(),
                "%s are or were under contract; too few of them could be seen through a whole year of their stay."
                        .formatted(Numbers.counted(stays.customers(), "customer")),
                new Table("No rows: too few were at risk", List.of(Column.key("year", "Year of the stay")), List.of()),
                reading.warnings(),
                reading.source());
    }

    private Exhibit curve(Reading reading, Stays stays, int years) {
        KaplanMeier survival = stays.survival();
        int months = 12 * years;
        List<Row> rows = new ArrayList<>();
        for (int year = 1; year <= years; year++) {
            Interval interval = survival.interval(12 * year, level);
            long lost = stays.lostIn(year);
            Row row = Row.of(
                    Integer.toString(year),
                    Long.toString(survival.atRisk(12 * (year - 1) + 1)),
                    Long.toString(lost),
                    percent(survival.survival(12 * year)),
                    percent(interval.low()),
                    percent(interval.high()));
            rows.add(
                    lost == 0 ? row : row.to("lost", drill(Map.of("outcome", "lost", "year", Integer.toString(year)))));
        }
        return new Exhibit(
                "contract-survival",
                "%s %% are still under contract after %s"
                        .formatted(percent(survival.survival(months)), years == 1 ? "a year" : years + " years"),
                second("Share still under contract by month of the stay, %"),
                List.of(),
                Optional.of(new Chart.Line(
                        "% still under contract",
                        months(months),
                        List.of(new Series(
                                        "still there", Tone.FIRST, values(months, month -> survival.survival(month)), 0)
                                .within(ranges(months, month -> survival.interval(month, level), level))),
                        Optional.empty())),
                "Kaplan–Meier; bounds of the %s %% interval. %s"
                        .formatted(Math.round(100 * level), atRisk(survival, years)),
                new Table(
                        "One row per year of the stay; who stays now counts for as long as could be seen",
                        List.of(
                                Column.key("year", "Year of the stay"),
                                Column.count("at_risk", "Customers at its start"),
                                Column.count("lost", "Lost in it"),
                                Column.amount("share", "Still there at its end, %", 1),
                                Column.amount("low", "Lower bound, %", 1),
                                Column.amount("high", "Upper bound, %", 1)),
                        rows),
                reading.warnings(),
                reading.source());
    }

    /** {@code At risk: 1,240 in month 1, 830 in month 12, 512 in month 24}. */
    static String atRisk(KaplanMeier survival, int years) {
        return IntStream.rangeClosed(0, years)
                .map(year -> Math.max(1, 12 * year))
                .mapToObj(month -> "%s in month %d".formatted(Numbers.whole(survival.atRisk(month)), month))
                .collect(Collectors.joining(", ", "At risk: ", ""));
    }

    private Exhibit parts(
            String dimension, String many, Function<Stay, String> trait, Reading reading, Stays stays, int years) {
        int months = 12 * years;
        List<Series> lines = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        Map<String, Stays> parts = stays.by(trait);
        for (Map.Entry<String, Stays> part : parts.entrySet()) {
            String name = part.getKey().isEmpty() ? "without " + dimension : part.getKey();
            KaplanMeier survival = part.getValue().survival();
            int seen = 12 * part.getValue().years();
            if (seen > 0 && lines.size() < TONES.size()) {
                lines.add(new Series(
                                name,
                                TONES.get(lines.size()),
                                values(months, month -> month <= seen ? survival.survival(month) : Double.NaN),
                                0)
                        .within(ranges(months, month -> survival.interval(month, level), level)));
            }
            rows.add(row(name, part.getValue(), survival, seen, months)
                    .to(drill(Map.of("of_" + dimension, part.getKey()))));
        }
        return new Exhibit(
                "contract-survival-" + dimension,
                title(parts, dimension, months),
                second("Share still under contract by month of the stay, %, and mean months of the first " + months),
                List.of(),
                lines.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Chart.Line("% still under contract", months(months), lines, Optional.empty())),
                parts.size() > lines.size()
                        ? "The picture shows the %d largest %s with a year or more to see; the table shows all."
                                .formatted(lines.size(), many)
                        : "Customers of a %s are those it has today.".formatted(dimension),
                new Table(
                        "One row per %s, the largest first; bounds of the %s %% interval"
                                .formatted(dimension, Math.round(100 * level)),
                        List.of(
                                Column.key(dimension, dimension.equals("segment") ? "Segment" : "Site"),
                                Column.count("customers", "Customers"),
                                Column.count("lost", "Of them lost"),
                                Column.amount("after_year", "Still there after 12 months, %", 1),
                                Column.amount("low", "Lower bound, %", 1),
                                Column.amount("high", "Upper bound, %", 1),
                                Column.amount("mean", "Mean of the first %d months".formatted(months), 1),
                                Column.amount("mean_low", "Lower bound, months", 1),
                                Column.amount("mean_high", "Upper bound, months", 1),
                                Column.text("median", "Half have left by month")),
                        rows),
                reading.warnings(),
                reading.source());
    }

    /** A part that could not be seen for as long has no mean over it. */
    private Row row(String name, Stays part, KaplanMeier survival, int seen, int months) {
        Interval year = survival.interval(12, level);
        double mean = survival.meanStay(months);
        double half = SpecialFunctions.normalQuantile((1 + level) / 2) * survival.meanStayStandardError(months);
        boolean whole = seen >= months;
        OptionalDouble median = survival.median();
        return Row.of(
                name,
                Long.toString(part.customers()),
                Long.toString(part.lost()),
                seen >= 12 ? percent(survival.survival(12)) : null,
                seen >= 12 ? percent(year.low()) : null,
                seen >= 12 ? percent(year.high()) : null,
                whole ? rounded(mean) : null,
                whole ? rounded(Math.max(0, mean - half)) : null,
                whole ? rounded(Math.min(months, mean + half)) : null,
                median.isPresent() && median.getAsDouble() <= seen
                        ? Long.toString(Math.round(median.getAsDouble()))
                        : null);
    }

    private String title(Map<String, Stays> parts, String dimension, int months) {
        List<Map.Entry<String, Stays>> seen = parts.entrySet().stream()
                .filter(part -> 12 * part.getValue().years() >= months)
                .toList();
        if (seen.size() < 2) {
            return "Only one %s could be seen for %d months".formatted(dimension, months);
        }
        Map.Entry<String, Stays> best = extreme(seen, months, 1);
        Map.Entry<String, Stays> worst = extreme(seen, months, -1);
        return "%s stays longest, %s shortest: %s and %s of the first %d months"
                .formatted(
                        named(best.getKey(), dimension),
                        named(worst.getKey(), dimension),
                        rounded(best.getValue().survival().meanStay(months)),
                        rounded(worst.getValue().survival().meanStay(months)),
                        months);
    }

    private static Map.Entry<String, Stays> extreme(List<Map.Entry<String, Stays>> parts, int months, int sign) {
        return parts.stream()
                .max((a, b) -> sign
                        * Double.compare(
                                a.getValue().survival().meanStay(months),
                                b.getValue().survival().meanStay(months)))
                .orElseThrow();
    }

    private static String named(String part, String dimension) {
        return part.isEmpty() ? "Without " + dimension : part;
    }

    private String second(String measure) {
        return "%s; %s; as of the end of %s".formatted(measure, PeriodWords.population(query), PeriodWords.of(query));
    }

    private Drill drill(Map<String, String> where) {
        return new Drill(METRIC, query.period().name(), where);
    }

    static List<String> months(int last) {
        return IntStream.rangeClosed(0, last).mapToObj(Integer::toString).toList();
    }

    /** One per month from the start of a stay. */
    static Sureness ranges(int last, IntFunction<Interval> interval, double level) {
        return Sure.at(
                level,
                IntStream.rangeClosed(0, last)
                        .<@Nullable Range>mapToObj(month -> Sure.points(interval.apply(month)))
                        .toList());
    }

    /** What is not a number is a gap. */
    static List<@Nullable BigDecimal> values(int last, Function<Integer, Double> share) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        for (int month = 0; month <= last; month++) {
            double value = share.apply(month);
            values.add(Double.isNaN(value) ? null : new BigDecimal(percent(value)));
        }
        return values;
    }

    static String percent(double share) {
        return rounded(100 * share);
    }

    static String rounded(double value) {
        return Numbers.rounded(value, 1).toPlainString();
    }
}
