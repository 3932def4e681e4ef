package io.customerroom.walls.asset;

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
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Purchases nobody's name is on: they belong to the company's revenue and to no customer's row. */
final class UnknownExhibit {

    private UnknownExhibit() {}

    static Exhibit of(Reading unknown, WallQuery query, Currency currency) {
        return new Exhibit(
                "unknown-customer",
                title(unknown, query, currency),
                "Purchase lines without a customer, and their revenue, %s; company; %s"
                        .formatted(currency.getCurrencyCode(), PeriodWords.of(query)),
                List.of(),
                Optional.empty(),
                "Counted in the company's revenue, on this line only.",
                new Table(
                        "One row per period, oldest first",
                        List.of(
                                Column.key("period", "Period"),
                                Column.count("lines", "Lines"),
                                MoneyWords.column("revenue", "Revenue", currency)),
                        rows(unknown)),
                unknown.warnings(),
                unknown.source());
    }

    /** The ledger keeps the lines by site; the wall adds them up. */
    private static List<Row> rows(Reading unknown) {
        return unknown.lines().stream()
                .map(line -> line.named("period", ""))
                .distinct()
                .map(period -> Row.of(
                                period,
                                String.valueOf(lines(unknown.lines(period))),
                                exact(revenue(unknown.lines(period))))
                        .to(new Drill("unknown-customer", period, Map.of())))
                .toList();
    }

    private static long lines(List<Line> lines) {
        return lines.stream().mapToLong(line -> line.count("lines")).sum();
    }

    private static BigDecimal revenue(List<Line> lines) {
        return lines.stream()
                .map(line -> line.number("revenue").orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String exact(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    private static String title(Reading unknown, WallQuery query, Currency currency) {
        List<Line> now = unknown.lines(query.period().name());
        if (lines(now) == 0) {
            return "Every purchase has a customer";
        }
        return "%s %s no customer: %s"
                .formatted(
                        Numbers.counted(lines(now), "purchase line"),
                        lines(now) == 1 ? "has" : "have",
                        MoneyWords.of(revenue(now), currency));
    }
}
