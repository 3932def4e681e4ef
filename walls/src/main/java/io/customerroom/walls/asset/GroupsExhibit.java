package io.customerroom.walls.asset;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.statistics.Ratio;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Tone;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.Former;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Reading.Line;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Customers in five groups of equal size by contribution, those below zero, and apart those whose cost is not known. */
record GroupsExhibit(WallQuery query, CompanyCalendar calendar, Currency currency) {

    private static final String METRIC = "profitability-groups";
    private static final String GROUP = "profit_group";
    private static final String BELOW_ZERO = "below zero";
    private static final String UNKNOWN = "cost not known";

    Exhibit of(Reading now, Reading before, Reading yearAgo) {
        List<Line> known = now.lines().stream()
                .filter(line -> !group(line).equals(UNKNOWN))
                .toList();
        return new Exhibit(
                METRIC,
                title(known),
                "Contribution of customers in five groups of equal size, best first, and of those below zero, %s; %s; %s"
                        .formatted(
                                currency.getCurrencyCode(),
                                PeriodWords.population(query),
                                query.window().of(query)),
                List.of(),
                known.isEmpty() ? Optional.empty() : Optional.of(chart(known)),
                caption(now.lines()),
                table(now.lines(), known, before, yearAgo),
                now.warnings(),
                now.source());
    }

    private static String title(List<Line> known) {
        if (known.isEmpty()) {
            return "No customer’s costs are known";
        }
        Contribution all = total(known);
        BigDecimal best = contribution(known.getFirst());
        String share = all.left().signum() > 0 && Ratio.of(best, all.left()) instanceof Ratio.Defined defined
                ? "The best fifth brings %s %% of the contribution".formatted(Numbers.whole(defined.percent(0)))
                : "All groups together bring no contribution";
        return known.stream()
                .filter(line -> group(line).equals(BELOW_ZERO))
                .findFirst()
                .map(line -> "%s, %s cost more than they bring"
                        .formatted(share, Numbers.counted(line.count("customers"), "customer")))
                .orElse(share + ", nobody costs more than they bring");
    }

    private String caption(List<Line> lines) {
        return lines.stream()
                .filter(line -> group(line).equals(UNKNOWN))
                .findFirst()
                .map(line -> "Apart: %s without known cost, revenue %s %s"
                        .formatted(
                                Numbers.counted(line.count("customers"), "customer"),
                                currency.getCurrencyCode(),
                                Numbers.fixed(
                                        line.number("revenue").orElse(BigDecimal.ZERO), MoneyWords.digits(currency))))
                .orElse("");
    }

    private Chart chart(List<Line> known) {
        return new Chart.Bars(
                currency.getCurrencyCode(),
                true,
                known.stream()
                        .map(line -> "%s (%s)".formatted(group(line), Numbers.whole(line.count("customers"))))
                        .toList(),
                List.of(new Series(
                        "contribution",
                        Tone.FIRST,
                        known.stream().map(GroupsExhibit::contribution).toList(),
                        0)));
    }

    private Table table(List<Line> lines, List<Line> known, Reading before, Reading yearAgo) {
        List<Column> columns = new ArrayList<>(List.of(Column.key(GROUP, "Group")));
        columns.addAll(Contribution.columns(currency));
        columns.add(Column.amount("share", "% of contribution", 2).in("%"));
        columns.add(MoneyWords.column(
                Former.PRIOR, "Contribution, " + PeriodWords.of(calendar.previous(query.period())), currency));
        columns.add(MoneyWords.column(
                Former.LAST_YEAR, "Contribution, " + PeriodWords.of(calendar.sameLastYear(query.period())), currency));
        Contribution all = total(known);
        List<Row> rows = new ArrayList<>();
        for (Line line : lines) {
            rows.add(row(
                            group(line),
                            group(line).equals(UNKNOWN) ? apart(line) : values(Contribution.of(line), all),
                            former(before, group(line)),
                            former(yearAgo, group(line)))
                    .to(new Drill(METRIC, query.period().name(), Map.of(GROUP, group(line)))));
        }
        if (!known.isEmpty()) {
            rows.add(row("all with known cost", values(all, all), former(before), former(yearAgo)));
        }
        return new Table("One row per group, best first", columns, rows);
    }

    private static Row row(
            String group, List<@Nullable String> values, @Nullable String before, @Nullable String yearAgo) {
        List<@Nullable String> cells = new ArrayList<>();
        cells.add(group);
        cells.addAll(values);
        cells.add(before);
        cells.add(yearAgo);
        return Row.of(cells.toArray(new @Nullable String[0]));
    }

    private static List<@Nullable String> values(Contribution part, Contribution all) {
        List<@Nullable String> values = new ArrayList<>(part.values());
        values.add(
                all.left().signum() > 0 && Ratio.of(part.left(), all.left()) instanceof Ratio.Defined share
                        ? Contribution.exact(share.percent(2))
                        : null);
        return values;
    }

    /** Of customers whose cost of sales is not known there is no contribution, and no share. */
    private static List<@Nullable String> apart(Line line) {
        List<@Nullable String> values = new ArrayList<>();
        values.add(line.exact("customers"));
        values.add(line.exact("revenue"));
        values.add(null);
        values.add(line.exact("cost_to_serve"));
        values.add(line.exact("cost_to_communicate"));
        values.add(null);
        values.add(null);
        return values;
    }

    private static @Nullable String former(Reading reading, String group) {
        return reading.lines().stream()
                .filter(line -> group(line).equals(group))
                .findFirst()
                .map(line -> line.exact("contribution"))
                .orElse(null);
    }

    private static @Nullable String former(Reading reading) {
        List<Line> known = reading.lines().stream()
                .filter(line -> !group(line).equals(UNKNOWN))
                .toList();
        return known.isEmpty() ? null : Contribution.exact(total(known).left());
    }

    private static Contribution total(List<Line> known) {
        return Contribution.total(known.stream().map(Contribution::of).toList());
    }

    private static String group(Line line) {
        return line.named(GROUP, UNKNOWN);
    }

    private static BigDecimal contribution(Line line) {
        return line.number("contribution").orElse(BigDecimal.ZERO);
    }
}
