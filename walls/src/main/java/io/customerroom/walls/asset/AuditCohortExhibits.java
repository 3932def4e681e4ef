package io.customerroom.walls.asset;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Shade;
import io.customerroom.walls.exhibit.Chart.Tone;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Customers by the period of their first order: one cohort as it grows older, two cohorts at the same ages, all cohorts in all periods; lenses 3 to 5 of the
 * customer-base audit (Fader, Hardie & Ross 2022). Who does not order in a period is not called lost: nothing says so.
 */
record AuditCohortExhibits(WallQuery query, CompanyCalendar calendar, Currency currency) {

    static final String METRIC = "audit-cohorts";

    private static final int PERIODS = 8;

    /** Months are too short for a cohort: a view of months is told by quarters. */
    static Period last(CompanyCalendar calendar, Period period) {
        return period.grain() == Grain.MONTH ? calendar.periodOf(Grain.QUARTER, period.lastDay()) : period;
    }

    /** The first period that must be read: an older cohort that was chosen begins before those that are told. */
    static Period from(CompanyCalendar calendar, WallQuery query) {
        return Stream.concat(
                        Stream.of(first(calendar, query.period())),
                        Stream.concat(query.cohorts().one().stream(), query.cohorts().beside().stream()))
                .min(Comparator.comparing(Period::startsOn))
                .orElseThrow();
    }

    /** The first period that is told. */
    static Period first(CompanyCalendar calendar, Period period) {
        Period first = last(calendar, period);
        for (int i = 1; i < PERIODS; i++) {
            first = calendar.previous(first);
        }
        return first;
    }

    /** Nothing where nobody ordered. */
    List<Exhibit> of(Reading cohorts) {
        List<Period> periods = calendar.periods(
                last(calendar, query.period()).grain(),
                first(calendar, query.period()).startsOn(),
                last(calendar, query.period()).lastDay());
        List<Line> lines = cohorts.lines();
        List<String> names = periods.stream()
                .map(Period::name)
                .filter(name ->
                        lines.stream().anyMatch(line -> line.named("cohort", "").equals(name)))
                .toList();
        if (names.isEmpty()) {
            return List.of();
        }
        String one = query.cohorts().one().map(Period::name).orElse(names.getFirst());
        List<Exhibit> exhibits = new ArrayList<>(List.of(all(cohorts, told(lines, periods), periods)));
        exhibits.add(known(lines, one) ? one(cohorts, lines, one) : nobody("audit-one-cohort", one, cohorts));
        beside(names, one).ifPresent(other -> exhibits.add(both(cohorts, lines, one, other)));
        return exhibits;
    }

    /** The cohort to set beside the one: as chosen, else the middle of those told, else any other. */
    private Optional<String> beside(List<String> names, String one) {
        return query.cohorts()
                .beside()
                .map(Period::name)
                .or(() -> Optional.of(names.get(Math.min(names.size() - 1, PERIODS / 2))))
                .filter(name -> !name.equals(one))
                .or(() -> names.stream().filter(name -> !name.equals(one)).findFirst());
    }

    /** The older first, whichever of them was chosen first. */
    private Exhibit both(Reading cohorts, List<Line> lines, String one, String other) {
        String older = starts(one).isBefore(starts(other)) ? one : other;
        String younger = older.equals(one) ? other : one;
        return Stream.of(older, younger)
                .filter(name -> !known(lines, name))
                .findFirst()
                .map(name -> nobody("audit-two-cohorts", name, cohorts))
                .orElseGet(() -> two(cohorts, lines, older, younger));
    }

    private String words(String period) {
        return PeriodWords.of(calendar.parse(period));
    }

    private LocalDate starts(String period) {
        return calendar.parse(period).startsOn();
    }

    private static boolean known(List<Line> lines, String cohort) {
        return lines.stream().anyMatch(line -> line.named("cohort", "").equals(cohort));
    }

    /** What all cohorts are told in: the periods of the picture, even where an older cohort made us read more. */
    private static List<Line> told(List<Line> lines, List<Period> periods) {
        Set<String> names = periods.stream().map(Period::name).collect(Collectors.toSet());
        return lines.stream()
                .filter(line -> names.contains(line.named("period", "")))
                .toList();
    }

    private Exhibit nobody(String id, String cohort, Reading cohorts) {
        return exhibit(
                id,
                "Nobody placed a first order in " + words(cohort),
                "Customers of one cohort, " + currency.getCurrencyCode(),
                Optional.empty(),
                "Choose another cohort above",
                table("One row per period", List.of()),
                cohorts);
    }

    private Exhibit all(Reading cohorts, List<Line> lines, List<Period> periods) {
        List<String> names = new ArrayList<>(lines.stream()
                .map(line -> line.named("cohort", ""))
                .distinct()
                .sorted()
                .toList());
        List<List<@Nullable Shade>> cells = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (String cohort : names) {
            List<@Nullable Shade> shades = new ArrayList<>();
            for (Period period : periods) {
                Optional<Line> cell = cell(lines, cohort, period.name());
                shades.add(cell.filter(line -> line.count("customers") > 0)
                        .map(line -> new Shade(
                                share(line),
                                "%s".formatted(Numbers.whole(line.count("customers"))),
                                period.partial(query.clocks().through())))
                        .orElse(null));
                cell.ifPresent(line -> rows.add(row(line, cohort, period.name())));
            }
            cells.add(shades);
        }
        for (Period period : periods) {
            List<Line> of = lines.stream()
                    .filter(line -> line.named("period", "").equals(period.name()))
                    .toList();
            if (!of.isEmpty()) {
                rows.add(Row.of(
                        "all cohorts",
                        period.name(),
                        null,
                        Long.toString(of.stream()
                                .mapToLong(line -> line.count("customers"))
                                .sum()),
                        null,
                        Long.toString(of.stream()
                                .mapToLong(line -> line.count("orders"))
                                .sum()),
                        null,
                        null,
                        null,
                        Contribution.exact(sum(of, "revenue")),
                        null,
                        Contribution.exact(sum(of, "margin"))));
            }
        }
        return exhibit(
                "audit-all-cohorts",
                "%s of customers still order: how much of a period each one brings"
                        .formatted(Numbers.counted(names.size(), "cohort")),
                "Customers of each cohort who ordered, shaded by their share of the cohort in %",
                Optional.of(new Chart.Heat(
                        "% of the cohort",
                        "first order in",
                        names,
                        "period",
                        periods.stream().map(Period::name).toList(),
                        cells)),
                "A cohort is the period of the first order known; those of the first period known may be older"
                        + " customers",
                table("One row per cohort and period; the last rows are all cohorts of a period together", rows),
                cohorts);
    }

    private Exhibit one(Reading cohorts, List<Line> lines, String cohort) {
        List<Line> life = of(lines, cohort);
        Line last = life.size() > unfinished(life) ? life.get(life.size() - 1 - unfinished(life)) : life.getLast();
        return exhibit(
                "audit-one-cohort",
                "Of %s who first ordered in %s %s ordered in %s"
                        .formatted(
                                Numbers.counted(life.getFirst().count("gained"), "customer"),
                                words(cohort),
                                Numbers.whole(last.count("customers")),
                                words(last.named("period", ""))),
                "Customers × share active × orders × value × margin of one cohort, " + currency.getCurrencyCode(),
                Optional.of(new Chart.Line(
                        "% of the cohort who ordered",
                        life.stream().map(line -> line.named("period", "")).toList(),
                        List.of(new Series(
                                "ordered",
                                Tone.FIRST,
                                life.stream().map(AuditCohortExhibits::share).toList(),
                                unfinished(life))),
                        Optional.empty())),
                "Share active, not retention: without a contract nothing says who has left",
                table(
                        "One row per period: customers × share active × orders per active × value per order = revenue",
                        life.stream()
                                .map(line -> row(line, cohort, line.named("period", "")))
                                .toList()),
                cohorts);
    }

    private Exhibit two(Reading cohorts, List<Line> lines, String older, String younger) {
        List<Line> first = of(lines, older);
        List<Line> second = of(lines, younger);
        int ages = (int) Math.min(oldest(first), oldest(second));
        List<@Nullable BigDecimal> one = new ArrayList<>();
        List<@Nullable BigDecimal> other = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (int age = 0; age <= ages; age++) {
            names.add(Integer.toString(age));
            Optional<Line> a = aged(first, age);
            Optional<Line> b = aged(second, age);
            one.add(a.map(AuditCohortExhibits::perCustomer).orElse(BigDecimal.ZERO));
            other.add(b.map(AuditCohortExhibits::perCustomer).orElse(BigDecimal.ZERO));
            a.ifPresent(line -> rows.add(row(line, older, line.named("period", ""))));
            b.ifPresent(line -> rows.add(row(line, younger, line.named("period", ""))));
        }
        BigDecimal oldest = total(one);
        BigDecimal newest = total(other);
        return exhibit(
                "audit-two-cohorts",
                "A customer of %s brought %s by age %d, one of %s brought %s"
                        .formatted(
                                words(younger),
                                MoneyWords.of(newest, currency),
                                ages,
                                words(older),
                                MoneyWords.of(oldest, currency)),
                "Revenue per customer gained by age in periods, two cohorts, " + currency.getCurrencyCode(),
                Optional.of(new Chart.Line(
                        currency.getCurrencyCode() + " per customer gained",
                        names,
                        List.of(new Series(older, Tone.FIRST, one, 0), new Series(younger, Tone.SECOND, other, 0)),
                        Optional.empty())),
                "At the same age they lived in different periods: look at both before one is called better",
                table("Two rows per age, the older cohort first", rows),
                cohorts);
    }

    private Row row(Line line, String cohort, String period) {
        Row row = Row.of(
                cohort,
                period,
                line.exact("gained"),
                line.exact("customers"),
                Contribution.exact(share(line)),
                line.exact("orders"),
                ratio(line, "orders_per_customer"),
                ratio(line, "value_per_order"),
                ratio(line, "mean_of_customers"),
                line.exact("revenue"),
                ratio(line, "margin_percent"),
                line.exact("margin"));
        return line.count("customers") == 0
                ? row
                : row.to(new Drill(METRIC, period, Map.of("cohort", cohort, "part", "bought")));
    }

    private Table table(String caption, List<Row> rows) {
        return new Table(
                caption,
                List.of(
                        Column.key("cohort", "First order in"),
                        Column.text("period", "Period"),
                        Column.count("gained", "Customers of the cohort"),
                        Column.count("customers", "Of them ordered"),
                        Column.amount("share", "× Share active", 2).in("%"),
                        Column.count("orders", "Orders"),
                        Column.amount("orders_per_customer", "× Orders per active customer", 2),
                        MoneyWords.column("value_per_order", "× Value per order", currency),
                        MoneyWords.column("mean_of_customers", "Mean of customers’ values per order", currency),
                        MoneyWords.column("revenue", "= Revenue", currency),
                        Column.amount("margin_percent", "× Margin, where known", 2)
                                .in("%"),
                        MoneyWords.column("margin", "= Margin, where known", currency)),
                rows);
    }

    private Exhibit exhibit(
            String id, String title, String measure, Optional<Chart> chart, String caption, Table table, Reading from) {
        return new Exhibit(
                id,
                title,
                "%s; %s; up to %s"
                        .formatted(
                                measure, PeriodWords.population(query), PeriodWords.of(last(calendar, query.period()))),
                List.of(),
                chart,
                caption,
                table,
                from.warnings(),
                from.source());
    }

    /** The oldest age whose period is over; the first one where none is. */
    private long oldest(List<Line> life) {
        return Math.max(0, life.getLast().count("age") - unfinished(life));
    }

    private int unfinished(List<Line> life) {
        return life.isEmpty()
                        || !calendar.parse(life.getLast().named("period", ""))
                                .partial(query.clocks().through())
                ? 0
                : 1;
    }

    private static List<Line> of(List<Line> lines, String cohort) {
        return lines.stream()
                .filter(line -> line.named("cohort", "").equals(cohort))
                .toList();
    }

    private static Optional<Line> aged(List<Line> life, int age) {
        return life.stream().filter(line -> line.count("age") == age).findFirst();
    }

    private static Optional<Line> cell(List<Line> lines, String cohort, String period) {
        return of(lines, cohort).stream()
                .filter(line -> line.named("period", "").equals(period))
                .findFirst();
    }

    private static BigDecimal share(Line line) {
        return BigDecimal.valueOf(100 * line.count("customers"))
                .divide(BigDecimal.valueOf(line.count("gained")), 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal perCustomer(Line line) {
        return line.number("revenue")
                .orElse(BigDecimal.ZERO)
                .divide(BigDecimal.valueOf(line.count("gained")), 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal total(List<@Nullable BigDecimal> values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (@Nullable BigDecimal value : values) {
            sum = value == null ? sum : sum.add(value);
        }
        return sum;
    }

    private static @Nullable String ratio(Line line, String column) {
        return line.text(column)
                .filter(value -> !value.equals("undefined"))
                .map(BigDecimal::new)
                .map(Contribution::exact)
                .orElse(null);
    }

    private static BigDecimal sum(List<Line> lines, String column) {
        return lines.stream()
                .map(line -> line.number(column).orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
