package io.customerroom.walls.asset;

import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Tone;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Reading.Line;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the customers who came are worth beside what the customers who left were worth, over the periods up to now. */
final class ValueExhibit {

    private ValueExhibit() {}

    static Exhibit of(Reading value, WallQuery query, Currency currency) {
        List<Line> lines = value.lines();
        return new Exhibit(
                "value-flow",
                title(value, query, currency),
                "Value (over the value window) of customers who came or came back, and of those who left, %s; %s; up to %s"
                        .formatted(currency.getCurrencyCode(), PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                lines.isEmpty() ? Optional.empty() : Optional.of(chart(lines, query, currency)),
                "",
                table(lines, currency),
                value.warnings(),
                value.source());
    }

    private static String title(Reading value, WallQuery query, Currency currency) {
        return value.lines(query.period().name()).stream()
                .findFirst()
                .map(line -> "%s came in with customers, %s left with them"
                        .formatted(MoneyWords.of(in(line), currency), MoneyWords.of(amount(line, "lost"), currency)))
                .orElse("No value came or left");
    }

    private static Chart chart(List<Line> lines, WallQuery query, Currency currency) {
        int unfinished = query.partial() ? 1 : 0;
        return new Chart.Bars(
                currency.getCurrencyCode(),
                false,
                lines.stream().map(line -> line.named("period", "")).toList(),
                List.of(
                        new Series("value in", Tone.IMPROVING, values(lines, ValueExhibit::in), unfinished),
                        new Series(
                                "value out",
                                Tone.CONCERNING,
                                values(lines, line -> amount(line, "lost")),
                                unfinished)));
    }

    private static List<BigDecimal> values(List<Line> lines, Function<Line, BigDecimal> value) {
        return lines.stream().map(value).toList();
    }

    private static Table table(List<Line> lines, Currency currency) {
        return new Table(
                "One row per period, oldest first",
                List.of(
                        Column.key("period", "Period"),
                        MoneyWords.column("opening", "Opening", currency),
                        MoneyWords.column("gained", "Gained", currency),
                        MoneyWords.column("regained", "Regained", currency),
                        MoneyWords.column("increased", "Increased", currency),
                        MoneyWords.column("decreased", "Decreased", currency),
                        MoneyWords.column("lost", "Lost", currency),
                        MoneyWords.column("closing", "Closing", currency)),
                lines.stream()
                        .map(line -> Row.of(
                                        line.exact("period"),
                                        line.exact("opening"),
                                        line.exact("gained"),
                                        line.exact("regained"),
                                        line.exact("increased"),
                                        line.exact("decreased"),
                                        line.exact("lost"),
                                        line.exact("closing"))
                                .to(new Drill("value-flow", line.named("period", ""), Map.of())))
                        .toList());
    }

    private static BigDecimal in(Line line) {
        return amount(line, "gained").add(amount(line, "regained"));
    }

    private static BigDecimal amount(Line line, String column) {
        return line.number(column).orElse(BigDecimal.ZERO);
    }
}
