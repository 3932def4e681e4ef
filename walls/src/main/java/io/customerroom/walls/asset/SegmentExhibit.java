package io.customerroom.walls.asset;

import io.customerroom.kernel.CompanyCalendar;
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
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which segments hold the value of our customers, largest first. */
final class SegmentExhibit {

    private static final int DRAWN = 12;
    private static final String NONE = "no segment";

    private SegmentExhibit() {}

    static Exhibit of(Reading segments, WallQuery query, CompanyCalendar calendar, Currency currency) {
        List<Line> lines = segments.lines(query.period().name()).stream()
                .sorted(Comparator.comparing(SegmentExhibit::value).reversed().thenComparing(SegmentExhibit::name))
                .toList();
        return new Exhibit(
                "value-by-segment",
                title(lines, currency),
                "Value of active customers (over the value window) by segment, %s; %s; %s"
                        .formatted(currency.getCurrencyCode(), PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                lines.isEmpty() ? Optional.empty() : Optional.of(chart(lines, currency)),
                lines.size() > DRAWN
                        ? "%d of %d segments are drawn; all are in the table.".formatted(DRAWN, lines.size())
                        : "",
                table(lines, query, Former.of(segments, calendar, query, "segment", "value"), currency),
                segments.warnings(),
                segments.source());
    }

    private static String title(List<Line> lines, Currency currency) {
        BigDecimal all = lines.stream().map(SegmentExhibit::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (lines.isEmpty() || all.signum() <= 0) {
            return "No segment holds value";
        }
        Line first = lines.getFirst();
        BigDecimal share = value(first).movePointRight(2).divide(all, 0, RoundingMode.HALF_UP);
        return "Segment %s holds %s, %s %% of %s"
                .formatted(
                        name(first),
                        MoneyWords.of(value(first), currency),
                        Numbers.whole(share),
                        MoneyWords.of(all, currency));
    }

    private static Chart chart(List<Line> lines, Currency currency) {
        List<Line> drawn = lines.stream().limit(DRAWN).toList();
        return new Chart.Bars(
                currency.getCurrencyCode(),
                true,
                drawn.stream().map(SegmentExhibit::name).toList(),
                List.of(new Series(
                        "value",
                        Tone.FIRST,
                        drawn.stream().map(SegmentExhibit::value).toList(),
                        0)));
    }

    private static Table table(List<Line> lines, WallQuery query, Former value, Currency currency) {
        return new Table(
                "One row per segment, most value first",
                List.of(
                        Column.key("segment", "Segment"),
                        Column.count("customers", "Customers"),
                        MoneyWords.column("value", "Value", currency),
                        MoneyWords.column(Former.PRIOR, value.priorLabel("Value"), currency),
                        MoneyWords.column(Former.LAST_YEAR, value.lastYearLabel("Value"), currency),
                        MoneyWords.column("revenue", "Revenue in the period", currency),
                        MoneyWords.column("contribution", "Contribution in the period", currency)),
                lines.stream()
                        .map(line -> Row.of(
                                        name(line),
                                        line.exact("customers"),
                                        line.exact("value"),
                                        value.prior(line),
                                        value.lastYear(line),
                                        line.exact("revenue"),
                                        line.exact("contribution"))
                                .to(new Drill(
                                        "customer-math",
                                        query.period().name(),
                                        Map.of("part", "closing", "segment", line.named("segment", "")))))
                        .toList());
    }

    private static String name(Line line) {
        return line.named("segment", NONE);
    }

    private static BigDecimal value(Line line) {
        return line.number("value").orElse(BigDecimal.ZERO);
    }
}
