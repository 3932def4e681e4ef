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

/** Why customers left. Those whose reason nobody knows are counted as such and never spread over the others. */
final class ReasonsExhibit {

    private static final int TOP = 5;
    private static final String UNKNOWN = "reason not known";

    private ReasonsExhibit() {}

    /** The fifth opening figure: the five reasons named most. */
    static Exhibit opening(Reading reasons, WallQuery query, CompanyCalendar calendar, Currency currency) {
        List<Line> top = known(reasons, query).stream().limit(TOP).toList();
        return exhibit(AssetWall.TOP_REASONS, reasons, query, calendar, currency, top, Optional.empty());
    }

    static Exhibit of(Reading reasons, WallQuery query, CompanyCalendar calendar, Currency currency) {
        List<Line> all = sorted(reasons, query);
        Chart.Bars bars = new Chart.Bars(
                "customers",
                true,
                all.stream().limit(12).map(ReasonsExhibit::name).toList(),
                List.of(new Series(
                        "left",
                        Tone.ORDINARY,
                        all.stream().limit(12).map(ReasonsExhibit::count).toList(),
                        0)));
        return exhibit(
                "leaving-reasons",
                reasons,
                query,
                calendar,
                currency,
                all,
                all.isEmpty() ? Optional.empty() : Optional.of(bars));
    }

    private static Exhibit exhibit(
            String id,
            Reading reasons,
            WallQuery query,
            CompanyCalendar calendar,
            Currency currency,
            List<Line> shown,
            Optional<Chart> chart) {
        return new Exhibit(
                id,
                title(reasons, query),
                "Customers who left, by the reason they gave, and their value, %s; %s; %s"
                        .formatted(currency.getCurrencyCode(), PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                chart,
                caption(reasons, query, currency),
                table(shown, query, currency, Former.of(reasons, calendar, query, "reason", "customers")),
                reasons.warnings(),
                reasons.source());
    }

    private static String title(Reading reasons, WallQuery query) {
        List<Line> known = known(reasons, query);
        BigDecimal all = total(sorted(reasons, query));
        if (known.isEmpty()) {
            return all.signum() == 0 ? "Nobody gave notice of leaving" : "Nobody told us why they left";
        }
        Line first = known.getFirst();
        return "“%s” leads: %s of %s who left".formatted(name(first), Numbers.whole(count(first)), Numbers.whole(all));
    }

    private static String caption(Reading reasons, WallQuery query, Currency currency) {
        BigDecimal all = total(sorted(reasons, query));
        BigDecimal withReason = total(known(reasons, query));
        if (all.signum() == 0) {
            return "";
        }
        BigDecimal value = value(sorted(reasons, query));
        String ofValue = value.signum() == 0
                ? ""
                : ", and %s of the %s that left with them"
                        .formatted(
                                MoneyWords.of(value(known(reasons, query)), currency), MoneyWords.of(value, currency));
        return "A reason is known for %s of %s departures (%s %%)%s."
                .formatted(
                        Numbers.whole(withReason),
                        Numbers.whole(all),
                        Numbers.whole(withReason.movePointRight(2).divide(all, 0, RoundingMode.HALF_UP)),
                        ofValue);
    }

    private static Table table(List<Line> lines, WallQuery query, Currency currency, Former customers) {
        return new Table(
                "One row per reason, most named first",
                List.of(
                        Column.key("reason", "Reason"),
                        Column.count("customers", "Customers"),
                        MoneyWords.column("value", "Value lost", currency),
                        Column.count(Former.PRIOR, customers.priorLabel("Customers")),
                        Column.count(Former.LAST_YEAR, customers.lastYearLabel("Customers"))),
                lines.stream()
                        .map(line -> Row.of(
                                        name(line),
                                        line.exact("customers"),
                                        line.exact("value"),
                                        customers.prior(line),
                                        customers.lastYear(line))
                                .to(new Drill(
                                        "leaving-reasons",
                                        query.period().name(),
                                        Map.of("reason", line.named("reason", "")))))
                        .toList());
    }

    private static List<Line> known(Reading reasons, WallQuery query) {
        return sorted(reasons, query).stream()
                .filter(line -> !name(line).equals(UNKNOWN))
                .toList();
    }

    private static List<Line> sorted(Reading reasons, WallQuery query) {
        return reasons.lines(query.period().name()).stream()
                .sorted(Comparator.comparing(ReasonsExhibit::count).reversed().thenComparing(ReasonsExhibit::name))
                .toList();
    }

    private static String name(Line line) {
        return line.named("reason", UNKNOWN);
    }

    private static BigDecimal count(Line line) {
        return line.number("customers").orElse(BigDecimal.ZERO);
    }

    private static BigDecimal value(List<Line> lines) {
        return lines.stream()
                .map(line -> line.number("value").orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal total(List<Line> lines) {
        return lines.stream().map(ReasonsExhibit::count).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
