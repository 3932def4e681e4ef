package io.customerroom.walls.asset;

import io.customerroom.statistics.Interval;
import io.customerroom.statistics.Share;
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
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lower cost to serve beside what became of the same customers. They were with us for twelve months before the window; their groups are cut
 * by the cost of the last six of these against the six before, so that whoever left early does not look cheap. Shares carry the 95 % interval.
 */
record CostChangeExhibit(WallQuery query, Currency currency) {

    static final String METRIC = "cost-change";

    private static final Map<String, String> GROUPS = Map.of(
            "fell", "cost less than before",
            "same", "cost about the same",
            "rose", "cost more than before",
            "none", "cost nothing in either");

    /** For a picture, where there is no room. */
    private static final Map<String, String> SHORT =
            Map.of("fell", "less", "same", "same", "rose", "more", "none", "nothing");

    Exhibit of(Reading reading) {
        List<Line> lines = reading.lines(query.period().name());
        return new Exhibit(
                METRIC,
                title(lines),
                "Customers by the change of their cost to serve, %% still with us and complaints; %s; %s"
                        .formatted(PeriodWords.population(query), query.window().of(query)),
                List.of(),
                lines.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Chart.Bars(
                                "% still with us",
                                true,
                                lines.stream().map(CostChangeExhibit::name).toList(),
                                List.of(new Series(
                                                "still with us",
                                                Tone.FIRST,
                                                lines.stream()
                                                        .map(line -> percent(stayed(line)))
                                                        .toList(),
                                                0)
                                        .within(Sure.at95(
                                                lines,
                                                line -> Sure.points(stayed(line).interval())))))),
                lines.isEmpty()
                        ? "Twelve months of history before the window are needed"
                        : "Customers of at least a year. Less, the same and more: their cost to serve in the six months before the window against the six before these; about the same is within a"
                                + " tenth. Differences are associated with the change, never caused by it alone.",
                table(lines),
                reading.warnings(),
                reading.source());
    }

    private static String title(List<Line> lines) {
        Share less = stayed(lines, "fell");
        Share more = stayed(lines, "rose");
        if (less.n() == 0 || more.n() == 0) {
            return "Too few customers’ cost to serve has changed to compare";
        }
        String apart = less.interval().low() > more.interval().high()
                        || more.interval().low() > less.interval().high()
                ? ""
                : ", no clear difference";
        return "Of those who cost less to serve %s %% stayed, of those who cost more %s %%%s"
                .formatted(shown(less), shown(more), apart);
    }

    private Table table(List<Line> lines) {
        List<Column> columns = List.of(
                Column.key("cost_group", "Customers who"),
                Column.text("setting", "Setting"),
                Column.count("customers", "Customers"),
                MoneyWords.column("cost_before", "Cost to serve, six months before", currency),
                MoneyWords.column("cost_after", "Cost to serve, last six months", currency),
                Column.count("still_here", "Still with us"),
                Column.amount("share", "Share still with us", 1).in("%"),
                Column.text("share_interval", "95 % interval"),
                Column.count("complaints", "Complaints"),
                Column.amount("complaints_per_customer", "Complaints per customer", 2),
                Column.amount("complainers", "Share who complained", 1).in("%"),
                Column.text("complainers_interval", "95 % interval of it"));
        return new Table(
                "One row per setting and group; with a contract the share is retention, without one it is the share active",
                columns,
                lines.stream().map(this::row).toList());
    }

    private Row row(Line line) {
        Share stayed = stayed(line);
        Share complained = new Share(line.count("complainers"), line.count("customers"));
        List<@Nullable String> cells = new ArrayList<>();
        cells.add(group(line));
        cells.add(line.named("setting", ""));
        cells.add(line.exact("customers"));
        cells.add(line.exact("cost_before"));
        cells.add(line.exact("cost_after"));
        cells.add(line.exact("still_here"));
        cells.add(percent(stayed).toPlainString());
        cells.add(words(stayed.interval()));
        cells.add(line.exact("complaints"));
        cells.add(line.number("complaints")
                .orElse(BigDecimal.ZERO)
                .divide(BigDecimal.valueOf(line.count("customers")), 4, RoundingMode.HALF_UP)
                .toPlainString());
        cells.add(percent(complained).toPlainString());
        cells.add(words(complained.interval()));
        return Row.of(cells.toArray(new @Nullable String[0]))
                .to(new Drill(
                        METRIC,
                        query.period().name(),
                        Map.of("setting", line.named("setting", ""), "cost_group", line.named("cost_group", ""))));
    }

    private static String name(Line line) {
        String group = Objects.requireNonNullElse(SHORT.get(line.named("cost_group", "")), "");
        return group + (line.named("setting", "").equals("contract") ? ", contract" : "");
    }

    private static String group(Line line) {
        return Objects.requireNonNullElse(GROUPS.get(line.named("cost_group", "")), "");
    }

    private static Share stayed(Line line) {
        return new Share(line.count("still_here"), line.count("customers"));
    }

    private static Share stayed(List<Line> lines, String group) {
        List<Line> of = lines.stream()
                .filter(line -> line.named("cost_group", "").equals(group))
                .toList();
        return new Share(
                of.stream().mapToLong(line -> line.count("still_here")).sum(),
                of.stream().mapToLong(line -> line.count("customers")).sum());
    }

    private static BigDecimal percent(Share share) {
        return BigDecimal.valueOf(share.count() * 100)
                .divide(BigDecimal.valueOf(Math.max(1, share.n())), 4, RoundingMode.HALF_UP);
    }

    private static String shown(Share share) {
        return Numbers.fixed(percent(share), 1);
    }

    private static String words(Interval interval) {
        return "%s to %s"
                .formatted(
                        Numbers.fixed(BigDecimal.valueOf(interval.low() * 100), 1),
                        Numbers.fixed(BigDecimal.valueOf(interval.high() * 100), 1));
    }
}
