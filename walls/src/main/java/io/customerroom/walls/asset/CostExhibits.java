package io.customerroom.walls.asset;

import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Series;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What it costs to serve customers and to speak to them: by activity, and by segment, site and channel; the parts add up to the last digit. */
record CostExhibits(WallQuery query, Currency currency) {

    static final String ACTIVITIES = "activity-costs";
    static final String GROUPS = "cost-by-group";

    private static final int DRAWN = 12;
    /** Activities with a column of their own. */
    private static final int COLUMNS = 4;

    Exhibit activities(Reading reading) {
        List<Line> lines = reading.lines(query.period().name()).stream()
                .sorted(Comparator.comparing(
                                (Line line) -> number(line, "amount").max(number(line, "company")))
                        .reversed()
                        .thenComparing(CostExhibits::activity))
                .toList();
        return new Exhibit(
                ACTIVITIES,
                activitiesTitle(lines),
                "Cost to serve and to communicate by activity, %s; %s; %s"
                        .formatted(
                                currency.getCurrencyCode(),
                                PeriodWords.population(query),
                                query.window().of(query)),
                List.of(),
                lines.isEmpty() ? Optional.empty() : Optional.of(activitiesChart(lines)),
                activitiesCaption(lines, reading),
                activitiesTable(lines),
                reading.warnings(),
                reading.source());
    }

    private String activitiesTitle(List<Line> lines) {
        BigDecimal borne = sum(lines, "amount");
        Optional<Line> largest = lines.stream().max(Comparator.comparing(line -> number(line, "amount")));
        if (largest.isEmpty()) {
            return "What serving customers costs is not known";
        }
        if (borne.signum() == 0) {
            return "%s of cost stand with no customer".formatted(MoneyWords.of(sum(lines, "company"), currency));
        }
        return "%s to serve and to reach customers; “%s” makes up %s"
                .formatted(
                        MoneyWords.of(borne, currency),
                        activity(largest.get()),
                        MoneyWords.of(number(largest.get(), "amount"), currency));
    }

    private Chart activitiesChart(List<Line> lines) {
        List<Line> drawn = lines.stream().limit(DRAWN).toList();
        return new Chart.Bars(
                currency.getCurrencyCode(),
                true,
                drawn.stream().map(CostExhibits::activity).toList(),
                List.of(
                        new Series("at customers", Tone.FIRST, bars(drawn, "amount"), 0),
                        new Series("with no customer", Tone.ORDINARY, bars(drawn, "company"), 0)));
    }

    /** Nothing draws no bar. */
    private static List<@Nullable BigDecimal> bars(List<Line> lines, String column) {
        List<@Nullable BigDecimal> bars = new ArrayList<>();
        lines.forEach(line -> bars.add(number(line, column).signum() == 0 ? null : number(line, column)));
        return bars;
    }

    private String activitiesCaption(List<Line> lines, Reading reading) {
        if (lines.isEmpty()) {
            return "Import costs of customers, or state cost rules under Definitions";
        }
        BigDecimal borne = sum(lines, "amount");
        BigDecimal company = sum(lines, "company");
        return "At customers %s + with no customer %s = %s. %s%s"
                .formatted(money(borne), money(company), money(borne.add(company)), rules(reading), uncosted(lines));
    }

    private static String uncosted(List<Line> lines) {
        BigDecimal events = sum(lines, "uncosted");
        return events.signum() == 0
                ? ""
                : ". Not costed: %s from before the first rate of its activity"
                        .formatted(Numbers.counted(events.longValueExact(), "event"));
    }

    private static String rules(Reading reading) {
        return Arrays.stream(reading.source().definitions().split(","))
                .filter(id -> id.startsWith("cost-rules"))
                .findFirst()
                .map(id -> "By the rules %s".formatted(id))
                .orElse("Imported costs alone count");
    }

    private Table activitiesTable(List<Line> lines) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.key("activity", "Activity"),
                Column.text("cost_kind", "Part of cost to"),
                Column.count("customers", "Customers"),
                Column.count("events", "Events"),
                Column.count("uncosted", "Not costed"),
                Column.count("minutes", "Minutes"),
                MoneyWords.column("imported", "Imported", currency),
                MoneyWords.column("timed", "+ By time and rate", currency),
                MoneyWords.column("shared", "+ Shared", currency),
                MoneyWords.column("amount", "= At customers", currency),
                MoneyWords.column("company", "With no customer", currency)));
        List<Row> rows = new ArrayList<>();
        for (Line line : lines) {
            Row row = Row.of(
                    activity(line),
                    line.named("cost_kind", ""),
                    line.exact("customers"),
                    line.exact("events"),
                    line.exact("uncosted"),
                    line.exact("minutes"),
                    line.exact("imported"),
                    line.exact("timed"),
                    line.exact("shared"),
                    line.exact("amount"),
                    line.exact("company"));
            rows.add(
                    line.count("customers") == 0 && line.count("uncosted") == 0
                            ? row
                            : row.to(new Drill(
                                    ACTIVITIES,
                                    query.period().name(),
                                    Map.of(
                                            "cost_kind", line.named("cost_kind", ""),
                                            "activity", line.named("activity", "")))));
        }
        if (!lines.isEmpty()) {
            rows.add(Row.of(
                    "all",
                    "",
                    null, // a customer stands behind several activities
                    exact(lines, "events"),
                    exact(lines, "uncosted"),
                    exact(lines, "minutes"),
                    exact(lines, "imported"),
                    exact(lines, "timed"),
                    exact(lines, "shared"),
                    exact(lines, "amount"),
                    exact(lines, "company")));
        }
        return new Table("One row per activity, dearest first", columns, rows);
    }

    /** Cost per customer of each segment, site and channel; a company without any of them has nothing here. */
    Exhibit groups(Reading reading) {
        List<Line> lines = reading.lines(query.period().name());
        Map<String, List<Line>> groups = new LinkedHashMap<>();
        lines.forEach(line -> groups.computeIfAbsent(
                        line.named("split", "") + "\n" + line.named("name", ""), name -> new ArrayList<>())
                .add(line));
        List<List<Line>> segments = groups.values().stream()
                .filter(group -> group.getFirst().named("split", "").equals("segment"))
                .sorted(Comparator.comparing(CostExhibits::perCustomer).reversed())
                .toList();
        return new Exhibit(
                GROUPS,
                groupsTitle(segments),
                "Cost to serve and to communicate per customer, %s; %s; %s"
                        .formatted(
                                currency.getCurrencyCode(),
                                PeriodWords.population(query),
                                query.window().of(query)),
                List.of(),
                segments.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Chart.Bars(
                                currency.getCurrencyCode() + " per customer",
                                true,
                                segments.stream()
                                        .map(group -> name(group.getFirst()))
                                        .limit(DRAWN)
                                        .toList(),
                                List.of(new Series(
                                        "per customer",
                                        Tone.FIRST,
                                        segments.stream()
                                                .map(CostExhibits::perCustomer)
                                                .limit(DRAWN)
                                                .toList(),
                                        0)))),
                "Costs are those at customers; what stands with no customer belongs to no group.",
                groupsTable(lines, List.copyOf(groups.values())),
                reading.warnings(),
                reading.source());
    }

    private String groupsTitle(List<List<Line>> segments) {
        if (segments.isEmpty()) {
            return "Whom it costs what to serve is not known";
        }
        BigDecimal all = segments.stream().map(group -> sum(group, "amount")).reduce(BigDecimal.ZERO, BigDecimal::add);
        long customers = segments.stream()
                .mapToLong(group -> group.getFirst().count("present"))
                .sum();
        return "A customer of “%s” costs %s, one of all %s"
                .formatted(
                        name(segments.getFirst().getFirst()),
                        money(perCustomer(segments.getFirst())),
                        money(over(all, customers)));
    }

    private Table groupsTable(List<Line> lines, List<List<Line>> groups) {
        Map<String, BigDecimal> byActivity = new LinkedHashMap<>();
        lines.forEach(
                line -> byActivity.merge(activity(line), number(line, "amount").abs(), BigDecimal::add));
        List<String> own = byActivity.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(COLUMNS)
                .map(Map.Entry::getKey)
                .toList();
        List<Column> columns = new ArrayList<>(List.of(
                Column.key("name", "Group"), Column.text("split", "By"), Column.count("customers", "Customers")));
        for (int i = 0; i < own.size(); i++) {
            columns.add(MoneyWords.column("activity_" + (i + 1), own.get(i), currency));
        }
        columns.add(MoneyWords.column("other", "Other activities", currency));
        columns.add(MoneyWords.column("amount", "Together", currency));
        columns.add(MoneyWords.column("per_customer", "Per customer", currency));
        List<Row> rows = groups.stream().map(group -> groupRow(group, own)).toList();
        return new Table("One row per segment, site and channel", columns, rows);
    }

    private Row groupRow(List<Line> group, List<String> own) {
        Line first = group.getFirst();
        List<@Nullable String> cells =
                new ArrayList<>(List.of(name(first), first.named("split", ""), Long.toString(first.count("present"))));
        BigDecimal rest = sum(group, "amount");
        for (String activity : own) {
            BigDecimal part = group.stream()
                    .filter(line -> activity(line).equals(activity))
                    .map(line -> number(line, "amount"))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            cells.add(Contribution.exact(part));
            rest = rest.subtract(part);
        }
        cells.add(Contribution.exact(rest));
        cells.add(exact(group, "amount"));
        cells.add(Contribution.exact(perCustomer(group)));
        return Row.of(cells.toArray(new @Nullable String[0]))
                .to(new Drill(
                        GROUPS,
                        query.period().name(),
                        Map.of("split", first.named("split", ""), "name", first.named("name", ""))));
    }

    private static BigDecimal perCustomer(List<Line> group) {
        return over(sum(group, "amount"), group.getFirst().count("present"));
    }

    private static BigDecimal over(BigDecimal amount, long customers) {
        return customers == 0
                ? BigDecimal.ZERO
                : amount.divide(BigDecimal.valueOf(customers), 10, RoundingMode.HALF_UP);
    }

    private static String activity(Line line) {
        return line.named("activity", "no activity");
    }

    private static String name(Line line) {
        return line.named("name", "no " + line.named("split", "group"));
    }

    private String money(BigDecimal amount) {
        return currency.getCurrencyCode() + " " + Numbers.fixed(amount, MoneyWords.digits(currency));
    }

    private static BigDecimal number(Line line, String column) {
        return line.number(column).orElse(BigDecimal.ZERO);
    }

    private static BigDecimal sum(List<Line> lines, String column) {
        return lines.stream().map(line -> number(line, column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String exact(List<Line> lines, String column) {
        return Contribution.exact(sum(lines, column));
    }
}
