package io.customerroom.walls.asset;

import io.customerroom.kernel.CompanyCalendar;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether customers use us more or less than in the period before, and how many of each are still with us at its end. */
record UsageExhibit(WallQuery query, CompanyCalendar calendar) {

    static final String METRIC = "usage-change";

    private static final List<String> ORDER = List.of("began", "more", "same", "less", "stopped");
    private static final List<String> USAGES = List.of("orders", "tickets");

    Exhibit of(Reading usage) {
        List<Line> lines = USAGES.stream()
                .flatMap(it -> ORDER.stream().flatMap(moved -> find(usage, it, moved).stream()))
                .toList();
        String former = PeriodWords.of(calendar.previous(query.period()));
        return new Exhibit(
                METRIC,
                title(usage),
                "Customers with us at the start of the period, by their orders and tickets against %s; %s; %s"
                        .formatted(former, PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                lines.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Chart.Bars(
                                "customers",
                                false,
                                ORDER.stream().map(UsageExhibit::words).toList(),
                                List.of(
                                        new Series("orders", Tone.FIRST, counts(usage, "orders"), 0),
                                        new Series("tickets", Tone.SECOND, counts(usage, "tickets"), 0)))),
                lines.isEmpty() ? "" : "Who did neither in both periods is in no bar",
                new Table(
                        "One row per kind of use and direction",
                        List.of(
                                Column.key("usage", "Use"),
                                new Column("moved", "Against %s".formatted(former), Kind.TEXT, 0, true),
                                Column.count("customers", "Customers"),
                                Column.count("uses_before", "In %s".formatted(former)),
                                Column.count("uses_now", "In the period"),
                                Column.count("stayed", "Still with us at its end"),
                                Column.amount("share", "Share that stayed", 1).in("%"),
                                Column.amount("low", "at least", 1).in("%"),
                                Column.amount("high", "at most", 1).in("%")),
                        lines.stream().map(this::row).toList()),
                usage.warnings(),
                usage.source());
    }

    private String title(Reading usage) {
        long less = count(usage, "orders", "less") + count(usage, "orders", "stopped");
        long more = count(usage, "orders", "more") + count(usage, "orders", "began");
        if (less + more == 0) {
            return "Nobody ordered in this period or the one before";
        }
        return "%s ordered less than before or not at all, %s more"
                .formatted(Numbers.counted(less, "customer"), Numbers.whole(more));
    }

    private Row row(Line line) {
        Share stayed = new Share(line.count("stayed"), line.count("customers"));
        Interval interval = stayed.interval();
        Map<String, String> where = Map.of("usage", line.named("usage", ""), "moved", line.named("moved", ""));
        return Row.of(
                        line.exact("usage"),
                        words(line.named("moved", "")),
                        line.exact("customers"),
                        line.exact("uses_before"),
                        line.exact("uses_now"),
                        line.exact("stayed"),
                        Points.exact((double) stayed.count() / stayed.n()),
                        Points.exact(interval.low()),
                        Points.exact(interval.high()))
                .to(new Drill(METRIC, query.period().name(), where));
    }

    private static String words(String moved) {
        return switch (moved) {
            case "began" -> "none before";
            case "stopped" -> "none now";
            case "same" -> "as many";
            default -> moved;
        };
    }

    private Optional<Line> find(Reading usage, String kind, String moved) {
        return usage.lines(query.period().name()).stream()
                .filter(line -> line.named("usage", "").equals(kind))
                .filter(line -> line.named("moved", "").equals(moved))
                .findFirst();
    }

    private long count(Reading usage, String kind, String moved) {
        return find(usage, kind, moved).map(line -> line.count("customers")).orElse(0L);
    }

    private List<@Nullable BigDecimal> counts(Reading usage, String kind) {
        return ORDER.stream()
                .<@Nullable BigDecimal>map(moved -> BigDecimal.valueOf(count(usage, kind, moved)))
                .toList();
    }
}
