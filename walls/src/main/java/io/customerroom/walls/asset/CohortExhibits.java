package io.customerroom.walls.asset;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Shade;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Kind;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Reading.Line;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Customers by the period in which they were gained, followed as they grow older: how many are still with us, and what they have brought. A customer stays in the
 * cohort of the first purchase or contract; one who left and came back counts as active again, and never as gained.
 */
record CohortExhibits(WallQuery query, CompanyCalendar calendar, Currency currency) {

    static final String METRIC = "cohorts";

    private static final String REGAINED = "Customers stay in the cohort in which they were first gained; "
            + "who left and came back counts as active again. Hatched cells are not yet complete";

    /** The first cohort looked at: a year of months, three years of quarters, ten years. */
    static Period first(CompanyCalendar calendar, Period period) {
        int back =
                switch (period.grain()) {
                    case MONTH -> 12;
                    case QUARTER, FISCAL_QUARTER -> 11;
                    case YEAR, FISCAL_YEAR -> 9;
                };
        Period first = period;
        for (int i = 0; i < back; i++) {
            first = calendar.previous(first);
        }
        return first;
    }

    Exhibit activity(Reading cohorts) {
        List<Line> lines = cohorts.lines();
        return new Exhibit(
                "cohort-activity",
                title(lines),
                "Share of customers gained in a %s that is active at the end of each later one, %%; %s; to %s"
                        .formatted(unit(), PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                chart(
                        lines,
                        "% still active",
                        CohortExhibits::share,
                        share -> Numbers.fixed(share, share.compareTo(BigDecimal.valueOf(100)) == 0 ? 0 : 1)),
                lines.isEmpty() ? "" : REGAINED,
                new Table(
                        "One row per cohort and age",
                        List.of(
                                Column.key("cohort", "Gained in"),
                                key("age", "Age in %ss".formatted(unit())),
                                Column.text("at_the_end_of", "At the end of"),
                                Column.count("customers", "Customers gained"),
                                Column.count("active", "Active"),
                                Column.amount("share", "% active", 2).in("%"),
                                Column.text("state", "State")),
                        lines.stream()
                                .map(line -> Row.of(
                                                line.exact("cohort"),
                                                line.exact("age"),
                                                line.exact("period"),
                                                line.exact("customers"),
                                                line.exact("active"),
                                                Contribution.exact(share(line)),
                                                state(line))
                                        .to(drill(line, Map.of("part", "active"))))
                                .toList()),
                cohorts.warnings(),
                cohorts.source());
    }

    Exhibit value(Reading cohorts) {
        List<Line> lines = cohorts.lines();
        Map<Line, BigDecimal> cumulated = cumulated(lines);
        return new Exhibit(
                "cohort-value",
                valueTitle(lines, cumulated),
                "Revenue up to each age per customer gained, %s; %s; to %s"
                        .formatted(currency.getCurrencyCode(), PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                chart(
                        lines,
                        currency.getCurrencyCode() + " per customer gained, added up",
                        line -> perCustomer(line, cumulated),
                        Numbers::whole),
                lines.isEmpty() ? "" : REGAINED,
                new Table(
                        "One row per cohort and age",
                        List.of(
                                Column.key("cohort", "Gained in"),
                                key("age", "Age in %ss".formatted(unit())),
                                Column.text("in", "In"),
                                Column.count("customers", "Customers gained"),
                                MoneyWords.column("revenue", "Revenue", currency),
                                MoneyWords.column("contribution", "Contribution", currency),
                                MoneyWords.column("revenue_so_far", "Revenue so far", currency),
                                MoneyWords.column("per_customer", "So far per customer", currency),
                                Column.text("state", "State")),
                        lines.stream()
                                .map(line -> Row.of(
                                                line.exact("cohort"),
                                                line.exact("age"),
                                                line.exact("period"),
                                                line.exact("customers"),
                                                line.exact("revenue"),
                                                line.exact("contribution"),
                                                Contribution.exact(cumulated.getOrDefault(line, BigDecimal.ZERO)),
                                                Contribution.exact(perCustomer(line, cumulated)),
                                                state(line))
                                        .to(drill(line, Map.of())))
                                .toList()),
                cohorts.warnings(),
                cohorts.source());
    }

    private static Column key(String name, String label) {
        return new Column(name, label, Kind.COUNT, 0, true);
    }

    /** The youngest cohort that is old enough to say something, beside the weakest one of the same age. */
    private String title(List<Line> lines) {
        return probed(lines)
                .map(line -> "%s %% of those gained in %s are active %s on%s"
                        .formatted(
                                Numbers.fixed(share(line), 1),
                                words(line),
                                age(),
                                weakest(lines, line, CohortExhibits::share)
                                        .map(other -> "; weakest: %s with %s %%"
                                                .formatted(words(other), Numbers.fixed(share(other), 1)))
                                        .orElse("")))
                .orElse("No customers were gained long enough ago");
    }

    private String valueTitle(List<Line> lines, Map<Line, BigDecimal> cumulated) {
        return probed(lines)
                .map(line -> "A customer gained in %s has brought %s %s on%s"
                        .formatted(
                                words(line),
                                MoneyWords.of(perCustomer(line, cumulated), currency),
                                age(),
                                weakest(lines, line, other -> perCustomer(other, cumulated))
                                        .map(other -> "; weakest: %s with %s"
                                                .formatted(
                                                        words(other),
                                                        MoneyWords.of(perCustomer(other, cumulated), currency)))
                                        .orElse("")))
                .orElse("No customers were gained long enough ago");
    }

    private String words(Line line) {
        return PeriodWords.of(calendar.parse(line.named("cohort", "")));
    }

    private Optional<Line> probed(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.count("age") == probe() && complete(line))
                .reduce((older, younger) -> younger);
    }

    /** Another cohort of the same age that does worse than this one; the worst of them. */
    private static Optional<Line> weakest(List<Line> lines, Line than, Function<Line, BigDecimal> value) {
        return lines.stream()
                .filter(line -> line.count("age") == than.count("age") && complete(line))
                .filter(line -> value.apply(line).compareTo(value.apply(than)) < 0)
                .min(Comparator.comparing(value));
    }

    private int probe() {
        return switch (query.period().grain()) {
            case MONTH -> 6;
            case QUARTER, FISCAL_QUARTER -> 2;
            case YEAR, FISCAL_YEAR -> 1;
        };
    }

    private String age() {
        return switch (query.period().grain()) {
            case MONTH -> "six months";
            case QUARTER, FISCAL_QUARTER -> "two quarters";
            case YEAR, FISCAL_YEAR -> "a year";
        };
    }

    private String unit() {
        Grain grain = query.period().grain();
        return grain.id().replace('-', ' ');
    }

    private Optional<Chart> chart(
            List<Line> lines, String unit, Function<Line, BigDecimal> value, Function<BigDecimal, String> shown) {
        List<String> cohorts =
                lines.stream().map(line -> line.named("cohort", "")).distinct().toList();
        long oldest = lines.stream().mapToLong(line -> line.count("age")).max().orElse(-1);
        Map<String, Line> known = new HashMap<>();
        lines.forEach(line -> known.put(line.named("cohort", "") + "/" + line.count("age"), line));
        List<String> names = new ArrayList<>();
        List<List<@Nullable Shade>> cells = new ArrayList<>();
        for (String cohort : cohorts) {
            List<@Nullable Shade> row = new ArrayList<>();
            for (long age = 0; age <= oldest; age++) {
                Line line = known.get(cohort + "/" + age);
                row.add(
                        line == null
                                ? null
                                : new Shade(value.apply(line), shown.apply(value.apply(line)), !complete(line)));
            }
            cells.add(row);
            Line youngest = known.get(cohort + "/0");
            names.add(
                    youngest == null
                            ? cohort
                            : "%s (%s)".formatted(cohort, Numbers.whole(youngest.count("customers"))));
        }
        return cohorts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart.Heat(
                        unit,
                        "gained in",
                        names,
                        "age in %ss".formatted(unit()),
                        LongStream.rangeClosed(0, oldest)
                                .mapToObj(Long::toString)
                                .toList(),
                        cells));
    }

    private static Map<Line, BigDecimal> cumulated(List<Line> lines) {
        Map<String, BigDecimal> soFar = new HashMap<>();
        Map<Line, BigDecimal> cumulated = new IdentityHashMap<>();
        for (Line line : lines) {
            cumulated.put(
                    line,
                    soFar.merge(
                            line.named("cohort", ""), line.number("revenue").orElse(BigDecimal.ZERO), BigDecimal::add));
        }
        return cumulated;
    }

    private static BigDecimal perCustomer(Line line, Map<Line, BigDecimal> cumulated) {
        return cumulated
                .getOrDefault(line, BigDecimal.ZERO)
                .divide(BigDecimal.valueOf(line.count("customers")), 4, RoundingMode.HALF_UP);
    }

    private static BigDecimal share(Line line) {
        return line.text("share")
                .filter(share -> !share.equals("undefined"))
                .map(BigDecimal::new)
                .orElse(BigDecimal.ZERO);
    }

    private static boolean complete(Line line) {
        return line.named("complete", "").equals("true");
    }

    private static String state(Line line) {
        return complete(line) ? "complete" : "not yet complete";
    }

    private static Drill drill(Line line, Map<String, String> part) {
        Map<String, String> where = new HashMap<>(part);
        where.put("cohort", line.named("cohort", ""));
        return new Drill(METRIC, line.named("period", ""), where);
    }
}
