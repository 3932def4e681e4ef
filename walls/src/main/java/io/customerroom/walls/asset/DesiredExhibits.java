package io.customerroom.walls.asset;

import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Range;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Tone;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.exhibit.Titles;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Reading.Line;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which share of the gained customers are those we wished to win: over time, by segment, site and channel, and by whose definition. */
record DesiredExhibits(WallQuery query, Currency currency) {

    static final String METRIC = "desired-customers";

    private static final String NOBODY_SAID =
            "Nobody has said yet which customers we wish to win; propose it under Definitions.";

    Exhibit overTime(Reading reading) {
        List<Line> lines = reading.lines();
        Optional<Line> now = reading.lines(query.period().name()).stream().findFirst();
        return new Exhibit(
                "desired",
                now.map(DesiredExhibits::title).orElse("It is not said which customers we wish to win"),
                "Customers gained who fit the definition of desired customers, %% with 95 %% interval; %s; up to %s"
                        .formatted(PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                lines.size() < 2 ? Optional.empty() : Optional.of(line(lines)),
                lines.isEmpty()
                        ? NOBODY_SAID
                        : "By %s. Who is not in a rule is neither desired nor not desired, and counts as not fitting."
                                .formatted(lines.getLast().named("definition", "")),
                table("period", "Gained in", lines, line -> Map.of()),
                reading.warnings(),
                reading.source());
    }

    private static String title(Line line) {
        return "%s %% of the %s gained %s those we wished to win"
                .formatted(
                        whole(line, "share"),
                        Numbers.counted(line.count("customers"), "customer"),
                        line.count("desired") == 1 ? "is" : "are");
    }

    private Chart line(List<Line> lines) {
        int unfinished = query.partial() ? 1 : 0;
        return new Chart.Line(
                "% of the customers gained",
                lines.stream().map(line -> line.named("period", "")).toList(),
                List.of(new Series("desired", Tone.FIRST, values(lines, "share"), unfinished)
                        .within(Sure.at95(lines, DesiredExhibits::range))),
                Optional.empty());
    }

    private static @Nullable Range range(Line line) {
        return line.number("low")
                .flatMap(low -> line.number("high").map(high -> new Range(low, high)))
                .orElse(null);
    }

    private static List<BigDecimal> values(List<Line> lines, String column) {
        return lines.stream()
                .map(line -> line.number(column).orElse(BigDecimal.ZERO))
                .toList();
    }

    /** Empty where no definition is in force, or nobody came. */
    Optional<Exhibit> by(String split, Reading reading) {
        List<Line> lines = reading.lines(query.period().name());
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Exhibit(
                "desired-by-" + split,
                byTitle(split, lines),
                "Customers gained who fit the definition of desired customers by %s, %%; %s; %s"
                        .formatted(split, PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                Optional.of(new Chart.Bars(
                        "% of the customers gained",
                        true,
                        lines.stream()
                                .map(line -> line.named("name", "no " + split))
                                .toList(),
                        List.of(new Series("desired", Tone.FIRST, values(lines, "share"), 0)
                                .within(Sure.at95(lines, DesiredExhibits::range))))),
                "Bars of few customers say little: their intervals are wide.",
                table("name", "By " + split, lines, line -> Map.of(split, line.named("name", ""))),
                reading.warnings(),
                reading.source()));
    }

    private static String byTitle(String split, List<Line> lines) {
        Line least = lines.getFirst();
        for (Line line : lines) {
            if (line.number("share")
                            .orElseThrow()
                            .compareTo(least.number("share").orElseThrow())
                    < 0) {
                least = line;
            }
        }
        return "%s fits least: %s %% of %s"
                .formatted(
                        Titles.capital(least.named("name", "no " + split)),
                        whole(least, "share"),
                        Numbers.counted(least.count("customers"), "customer"));
    }

    /** How many the definitions of departments count, beside the company's; empty where there is only one. */
    Optional<Exhibit> rivals(Reading reading) {
        List<Line> lines = reading.lines(query.period().name());
        if (lines.size() < 2) {
            return Optional.empty();
        }
        Line own = lines.getFirst();
        List<Row> rows = new ArrayList<>();
        for (Line line : lines) {
            rows.add(Row.of(
                            line.exact("definition"),
                            line.exact("customers"),
                            line.exact("desired"),
                            Long.toString(line.count("desired") - own.count("desired")),
                            line.exact("share"),
                            line.exact("low"),
                            line.exact("high"),
                            line.exact("first_value_desired"))
                    .to(drill("desired", Map.of("definition", line.named("definition", "")))));
        }
        Line widest = lines.getFirst();
        for (Line line : lines) {
            if (Math.abs(line.count("desired") - own.count("desired"))
                    > Math.abs(widest.count("desired") - own.count("desired"))) {
                widest = line;
            }
        }
        return Optional.of(new Exhibit(
                "desired-rivals",
                widest == own
                        ? "All definitions count the same customers as desired"
                        : "%s counts %s desired, the company %s"
                                .formatted(
                                        widest.named("definition", ""),
                                        Numbers.whole(widest.count("desired")),
                                        Numbers.whole(own.count("desired"))),
                "Customers gained who fit each definition; %s; %s"
                        .formatted(PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                Optional.empty(),
                "",
                new Table(
                        "One row per definition, the company’s first",
                        List.of(
                                Column.key("definition", "Definition"),
                                Column.count("customers", "Customers gained"),
                                Column.count("desired", "Desired"),
                                Column.count("gap", "More than the company’s"),
                                Column.amount("share", "% desired", 1).in("%"),
                                Column.amount("low", "From", 1).in("%"),
                                Column.amount("high", "To", 1).in("%"),
                                MoneyWords.column("value", "First month’s revenue of the desired", currency)),
                        rows),
                reading.warnings(),
                reading.source()));
    }

    private interface Where {
        Map<String, String> of(Line line);
    }

    private Table table(String key, String label, List<Line> lines, Where where) {
        return new Table(
                "One row per %s; the numbers open to their customers"
                        .formatted(key.equals("period") ? "period" : "part"),
                List.of(
                        Column.key(key, label),
                        Column.count("customers", "Customers gained"),
                        Column.count("desired", "Desired"),
                        Column.count("not_desired", "Not desired"),
                        Column.count("neither", "Neither"),
                        Column.amount("share", "% desired", 1).in("%"),
                        Column.amount("low", "From", 1).in("%"),
                        Column.amount("high", "To", 1).in("%"),
                        MoneyWords.column("first_value", "First month’s revenue", currency)),
                lines.stream().map(line -> row(key, line, where.of(line))).toList());
    }

    private Row row(String key, Line line, Map<String, String> where) {
        String period = line.named("period", query.period().name());
        Row row = Row.of(
                        key.equals("name") && line.exact("name") == null ? "none" : line.exact(key),
                        line.exact("customers"),
                        line.exact("desired"),
                        line.exact("not_desired"),
                        line.exact("neither"),
                        line.exact("share"),
                        line.exact("low"),
                        line.exact("high"),
                        line.exact("first_value"))
                .to(new Drill(METRIC, period, where));
        for (Map.Entry<String, String> part : Map.of(
                        "desired", "desired", "not_desired", "not-desired", "neither", "neither")
                .entrySet()) {
            if (line.count(part.getKey()) > 0) {
                Map<String, String> narrowed = new HashMap<>(where);
                narrowed.put("fit", part.getValue());
                row = row.to(part.getKey(), new Drill(METRIC, period, narrowed));
            }
        }
        return row;
    }

    private Drill drill(String fit, Map<String, String> where) {
        Map<String, String> narrowed = new HashMap<>(where);
        narrowed.put("fit", fit);
        return new Drill(METRIC, query.period().name(), narrowed);
    }

    private static String whole(Line line, String column) {
        return Numbers.whole(line.number(column).orElse(BigDecimal.ZERO));
    }
}
