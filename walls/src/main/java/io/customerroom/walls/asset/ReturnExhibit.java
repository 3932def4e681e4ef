package io.customerroom.walls.asset;

import io.customerroom.kernel.Period;
import io.customerroom.statistics.Interval;
import io.customerroom.statistics.MeanInterval;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What gained customers left us in their first twelve months, beside what was invested to win them in the same period and place. The newest cohort whose first
 * year is over stands first; that of the view's own period is marked while its year runs.
 *
 * @param split {@code site} or {@code channel}
 * @param yearAgo the period whose first years have just ended
 */
record ReturnExhibit(String split, WallQuery query, Period yearAgo, Currency currency) {

    static final String METRIC = "acquisition-return";

    Exhibit of(Reading before, Reading now) {
        List<Line> finished = before.lines(yearAgo.name());
        List<Line> running = yearAgo.equals(query.period())
                ? List.of()
                : now.lines(query.period().name());
        List<Line> drawn = finished.stream().filter(ReturnExhibit::known).toList();
        return new Exhibit(
                "return-by-" + split,
                title(drawn),
                "(Contribution of the first twelve months − investment) ÷ investment by %s, %%; %s; gained in %s, and in %s"
                        .formatted(
                                split,
                                PeriodWords.population(query),
                                PeriodWords.of(yearAgo),
                                PeriodWords.of(query.period())),
                List.of(),
                drawn.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Chart.Bars(
                                "%",
                                true,
                                drawn.stream().map(this::name).toList(),
                                List.of(new Series(
                                                "first-year return",
                                                Tone.FIRST,
                                                drawn.stream()
                                                        .map(line -> line.number("first_year_return")
                                                                .orElseThrow())
                                                        .toList(),
                                                0)
                                        .within(Sure.at95(drawn, ReturnExhibit::range))))),
                drawn.isEmpty()
                        ? "Investments are imported as facts of their own, with day, amount, site and channel; they are in no contribution."
                        : "An investment belongs to the customers gained in its own period and place. It is in no contribution, so nothing counts twice.",
                new Table(
                        "One row per %s, the cohort whose first year is over first".formatted(split),
                        List.of(
                                Column.key("name", split.equals("site") ? "Site" : "Channel"),
                                new Column("gained_in", "Gained in", io.customerroom.walls.exhibit.Kind.TEXT, 0, true),
                                Column.count("customers", "Customers gained"),
                                MoneyWords.column("invested", "Investment", currency),
                                Column.amount(
                                                "cost_per_customer",
                                                "Investment per customer",
                                                MoneyWords.digits(currency))
                                        .in(currency.getCurrencyCode()),
                                MoneyWords.column("contribution", "Contribution of the first twelve months", currency),
                                Column.amount("return", "Return", 0).in("%"),
                                Column.amount("low", "at least", 0).in("%"),
                                Column.amount("high", "at most", 0).in("%"),
                                Column.count("without_cost", "Customers of unknown cost"),
                                Column.text("state", "First year")),
                        rows(finished, running)),
                Stream.concat(before.warnings().stream(), now.warnings().stream())
                        .distinct()
                        .toList(),
                now.source());
    }

    /** By how much the contribution of as many customers would differ by chance; what was invested is known. */
    private static @Nullable Range range(Line line) {
        long costed = line.count("customers") - line.count("without_cost");
        double invested = line.number("invested").orElse(BigDecimal.ZERO).doubleValue();
        if (costed < 2 || invested <= 0 || line.number("squares").isEmpty()) {
            return null;
        }
        Interval each = MeanInterval.of(
                costed,
                line.number("contribution").orElse(BigDecimal.ZERO).doubleValue(),
                line.number("squares").get().doubleValue());
        return Sure.points(
                new Interval(costed * each.low() / invested - 1, costed * each.high() / invested - 1, each.level()));
    }

    private static @Nullable String bound(Line line, Function<Range, BigDecimal> end) {
        Range range = known(line) ? range(line) : null;
        return range == null ? null : Contribution.exact(end.apply(range));
    }

    private List<Row> rows(List<Line> finished, List<Line> running) {
        List<Row> rows = new ArrayList<>();
        finished.forEach(line -> rows.add(row(line, yearAgo)));
        running.forEach(line -> rows.add(row(line, query.period())));
        return rows;
    }

    private Row row(Line line, Period period) {
        Map<String, String> where = new TreeMap<>(Map.of("split", split, "name", line.named("name", "")));
        return Row.of(
                        name(line),
                        PeriodWords.of(period),
                        line.exact("customers"),
                        line.exact("invested"),
                        defined(line, "cost_per_customer"),
                        line.exact("contribution"),
                        defined(line, "first_year_return"),
                        bound(line, Range::low),
                        bound(line, Range::high),
                        line.exact("without_cost"),
                        line.count("unfinished") == 0
                                ? "over"
                                : "runs for %s of %d"
                                        .formatted(Numbers.whole(line.count("unfinished")), line.count("customers")))
                .to(new Drill(METRIC, period.name(), where));
    }

    private static @Nullable String defined(Line line, String column) {
        return line.text(column).filter(text -> !text.equals("undefined")).orElse(null);
    }

    private static boolean known(Line line) {
        return !line.named("first_year_return", "undefined").equals("undefined");
    }

    private String name(Line line) {
        return line.named("name", "no " + split);
    }

    private String title(List<Line> lines) {
        if (lines.isEmpty()) {
            return "No first-year return by %s can be told".formatted(split);
        }
        Line worst = lines.getFirst();
        Line best = lines.getFirst();
        for (Line line : lines) {
            worst = back(line).compareTo(back(worst)) < 0 ? line : worst;
            best = back(line).compareTo(back(best)) > 0 ? line : best;
        }
        return best == worst
                ? "%s brought %s %% in the first year"
                        .formatted(Titles.capital(name(best)), Numbers.signed(back(best), 0))
                : "%s brought %s %% in the first year, %s %s %%"
                        .formatted(
                                Titles.capital(name(best)),
                                Numbers.signed(back(best), 0),
                                name(worst),
                                Numbers.signed(back(worst), 0));
    }

    private static BigDecimal back(Line line) {
        return line.number("first_year_return").orElseThrow();
    }
}
