package io.customerroom.walls.asset;

import io.customerroom.statistics.Interval;
import io.customerroom.statistics.Share;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Tone;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What customers said they would do, beside what they did in the months after. */
record SaidExhibit(WallQuery query, int months) {

    static final String METRIC = "said-and-did";

    private static final List<String> ORDER = List.of(
            "would recommend",
            "will stay",
            "undecided",
            "will leave",
            "would not recommend",
            "was not asked or did not answer");

    Exhibit of(Reading said) {
        List<Line> lines = said.lines(query.period().name()).stream()
                .sorted((a, b) -> Integer.compare(place(a), place(b)))
                .toList();
        List<String> names = lines.stream().map(SaidExhibit::words).toList();
        return new Exhibit(
                METRIC,
                title(lines),
                "What customers said last in the %d months before, and what they did in the %d months to the end of %s; %s"
                        .formatted(months, months, PeriodWords.of(query), PeriodWords.population(query)),
                List.of(),
                lines.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Chart.Bars(
                                "% of those who said so",
                                true,
                                names,
                                List.of(
                                        series("stayed", Tone.FIRST, lines, "stayed"),
                                        series("bought more", Tone.SECOND, lines, "bought_more"),
                                        series("recommended us", Tone.THIRD, lines, "recommended")))),
                lines.isEmpty()
                        ? ""
                        : "Who answers is not who does not: compare those who spoke with each other. Associated with, not caused by",
                new Table(
                        "One row per survey and what was said",
                        columns(),
                        lines.stream().map(this::row).toList()),
                said.warnings(),
                said.source());
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.key("survey", "Survey"));
        columns.add(new Column("said", "Said", Kind.TEXT, 0, true));
        columns.add(Column.count("customers", "Customers"));
        for (List<String> did : List.of(
                List.of("stayed", "Stayed"),
                List.of("bought_more", "Bought more than before"),
                List.of("recommended", "Recommended us"))) {
            columns.add(Column.amount(did.get(0), did.get(1), 1).in("%"));
            columns.add(Column.text(did.get(0) + "_interval", "95 % interval"));
        }
        return columns;
    }

    private String title(List<Line> lines) {
        Optional<Line> fans = find(lines, "would recommend");
        Optional<Line> critics = find(lines, "would not recommend");
        if (lines.isEmpty()) {
            return "The history is too short to set what customers said beside what they did";
        }
        if (fans.isEmpty() || critics.isEmpty()) {
            return "Too few said what they would do";
        }
        return "Of those who would recommend us %s %% stayed, of those who would not %s %%; %s %% of the first did recommend us"
                .formatted(
                        percent(fans.get(), "stayed"),
                        percent(critics.get(), "stayed"),
                        percent(fans.get(), "recommended"));
    }

    private Row row(Line line) {
        List<@Nullable String> values = new ArrayList<>();
        values.add(line.named("survey", "").equals("none") ? "–" : line.named("survey", ""));
        values.add(line.exact("said"));
        values.add(line.exact("customers"));
        for (String did : List.of("stayed", "bought_more", "recommended")) {
            Share share = share(line, did);
            Interval interval = share.interval();
            values.add(Points.exact((double) share.count() / share.n()));
            values.add("%s to %s %%"
                    .formatted(
                            Numbers.fixed(Points.of(interval.low()), 1), Numbers.fixed(Points.of(interval.high()), 1)));
        }
        Row row = new Row(values, Optional.of(drill(line, Map.of())), Map.of());
        for (String did : List.of("stayed", "bought_more", "recommended")) {
            row = row.to(did, drill(line, Map.of(did, "yes")));
        }
        return row;
    }

    private Drill drill(Line line, Map<String, String> more) {
        Map<String, String> where = new TreeMap<>(more);
        where.put("survey", line.named("survey", ""));
        where.put("said", line.named("said", ""));
        where.put(Loyalty.MONTHS, Integer.toString(months));
        return new Drill(METRIC, query.period().name(), where);
    }

    private static String words(Line line) {
        String said = line.named("said", "");
        return line.named("survey", "").equals("intention") ? said + " (asked)" : said;
    }

    private static int place(Line line) {
        return ORDER.indexOf(line.named("said", "")) + (line.named("survey", "").equals("intention") ? 100 : 0);
    }

    private static Optional<Line> find(List<Line> lines, String said) {
        return lines.stream()
                .filter(line -> line.named("said", "").equals(said))
                .findFirst();
    }

    private static Share share(Line line, String did) {
        return new Share(line.count(did), line.count("customers"));
    }

    private static String percent(Line line, String did) {
        Share share = share(line, did);
        return Numbers.fixed(Points.of((double) share.count() / share.n()), 1);
    }

    private static Series series(String name, Tone tone, List<Line> lines, String did) {
        return new Series(name, tone, shares(lines, did), 0)
                .within(Sure.at95(lines, line -> Sure.points(share(line, did).interval())));
    }

    private static List<@Nullable BigDecimal> shares(List<Line> lines, String did) {
        return lines.stream()
                .<@Nullable BigDecimal>map(line -> Points.of((double) line.count(did) / line.count("customers")))
                .toList();
    }
}
