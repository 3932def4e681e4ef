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
import io.customerroom.walls.exhibit.Titles;
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

/**
 * Contribution of segments, sites or channels, with the costs that lie between it and revenue.
 *
 * @param split {@code segment}, {@code site} or {@code channel}
 */
record SplitExhibit(String split, WallQuery query, CompanyCalendar calendar, Currency currency) {

    private static final String METRIC = "contribution-split";
    private static final int DRAWN = 12;

    /** Empty where the company does not tell its customers apart like this. */
    Optional<Exhibit> of(Reading now, Reading before, Reading yearAgo) {
        List<Line> lines = lines(now);
        if (lines.stream().allMatch(line -> line.text("name").isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new Exhibit(
                "contribution-by-" + split,
                title(lines),
                "Revenue less cost of sales, cost to serve and cost to communicate by %s, %s; %s; %s"
                        .formatted(
                                split,
                                currency.getCurrencyCode(),
                                PeriodWords.population(query),
                                query.window().of(query)),
                List.of(),
                Optional.of(chart(lines)),
                caption(lines),
                table(lines, before, yearAgo),
                now.warnings(),
                now.source()));
    }

    private String title(List<Line> lines) {
        Contribution all = total(lines);
        if (all.customers() == 0) {
            return "No customer’s costs are known";
        }
        long losing =
                lines.stream().filter(line -> contribution(line).signum() < 0).count();
        String losses = losing == 0 ? "" : "; %s at a loss".formatted(Numbers.counted(losing, split));
        Line best = lines.getFirst();
        String share = all.left().signum() > 0
                        && Ratio.of(contribution(best), all.left()) instanceof Ratio.Defined defined
                ? ", %s %% of %s".formatted(Numbers.whole(defined.percent(0)), MoneyWords.of(all.left(), currency))
                : "";
        return "%s leaves %s%s%s"
                .formatted(Titles.capital(name(best)), MoneyWords.of(contribution(best), currency), share, losses);
    }

    private String caption(List<Line> lines) {
        long without = lines.stream()
                .mapToLong(line -> line.count("customers_without_cost"))
                .sum();
        BigDecimal revenue = lines.stream()
                .map(line -> line.number("revenue_without_cost").orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return without == 0
                ? ""
                : "Apart: %s without known cost, revenue %s %s"
                        .formatted(
                                Numbers.counted(without, "customer"),
                                currency.getCurrencyCode(),
                                Numbers.fixed(revenue, MoneyWords.digits(currency)));
    }

    private Chart chart(List<Line> lines) {
        List<Line> drawn = lines.stream().limit(DRAWN).toList();
        return new Chart.Bars(
                currency.getCurrencyCode(),
                true,
                drawn.stream().map(this::name).toList(),
                List.of(new Series(
                        "contribution",
                        Tone.FIRST,
                        drawn.stream().map(SplitExhibit::contribution).toList(),
                        0)));
    }

    private Table table(List<Line> lines, Reading before, Reading yearAgo) {
        List<Column> columns = new ArrayList<>(List.of(Column.key(split, Titles.capital(split))));
        columns.addAll(Contribution.columns(currency));
        columns.add(MoneyWords.column(
                Former.PRIOR, "Contribution, " + PeriodWords.of(calendar.previous(query.period())), currency));
        columns.add(MoneyWords.column(
                Former.LAST_YEAR, "Contribution, " + PeriodWords.of(calendar.sameLastYear(query.period())), currency));
        columns.add(Column.count("customers_without_cost", "Customers without known cost"));
        columns.add(MoneyWords.column("revenue_without_cost", "Their revenue", currency));
        List<Row> rows = new ArrayList<>();
        for (Line line : lines) {
            rows.add(row(
                            name(line),
                            Contribution.of(line),
                            former(before, line),
                            former(yearAgo, line),
                            line.exact("customers_without_cost"),
                            line.exact("revenue_without_cost"))
                    .to(new Drill(METRIC, query.period().name(), Map.of(split, line.named("name", "")))));
        }
        rows.add(row(
                "all",
                total(lines),
                former(before),
                former(yearAgo),
                sum(lines, "customers_without_cost"),
                sum(lines, "revenue_without_cost")));
        return new Table("One row per %s, best first".formatted(split), columns, rows);
    }

    private static Row row(String name, Contribution part, @Nullable String... rest) {
        List<@Nullable String> cells = new ArrayList<>();
        cells.add(name);
        cells.addAll(part.values());
        for (@Nullable String cell : rest) {
            cells.add(cell);
        }
        return Row.of(cells.toArray(new @Nullable String[0]));
    }

    private List<Line> lines(Reading reading) {
        return reading.lines().stream()
                .filter(line -> line.named("split", "").equals(split))
                .toList();
    }

    private @Nullable String former(Reading reading, Line now) {
        return lines(reading).stream()
                .filter(line -> line.text("name").equals(now.text("name")))
                .findFirst()
                .map(line -> line.exact("contribution"))
                .orElse(null);
    }

    private @Nullable String former(Reading reading) {
        List<Line> lines = lines(reading);
        return lines.isEmpty() ? null : Contribution.exact(total(lines).left());
    }

    private static String sum(List<Line> lines, String column) {
        return Contribution.exact(lines.stream()
                .map(line -> line.number(column).orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static Contribution total(List<Line> lines) {
        return Contribution.total(lines.stream().map(Contribution::of).toList());
    }

    private String name(Line line) {
        return line.named("name", "no " + split);
    }

    private static BigDecimal contribution(Line line) {
        return line.number("contribution").orElse(BigDecimal.ZERO);
    }
}
