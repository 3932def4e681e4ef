package io.customerroom.walls.asset;

import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Period;
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
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Customers who have given notice of a contract and are still here, on the last day the view knows of, whichever period it looks at: who can
 * still be kept is a matter of today. Customers stand by their opaque keys; what they are called is on the pages the rows open to, for those
 * who may read it.
 *
 * @param today the period that holds the last day known
 */
record RescueExhibit(WallQuery query, Period today, Currency currency) {

    static final String METRIC = "rescue-list";

    /** More rows than this are a list to work through and not an exhibit; the last row opens all. */
    private static final int MOST_ROWS = 20;

    Exhibit of(Reading list) {
        List<Line> lines = list.lines(today.name());
        List<Row> rows = new ArrayList<>();
        lines.stream().limit(MOST_ROWS).map(this::row).forEach(rows::add);
        if (!lines.isEmpty()) {
            rows.add(Row.of(
                            "together",
                            Numbers.counted(lines.size(), "contract"),
                            null,
                            null,
                            null,
                            Contribution.exact(sum(lines, "monthly")),
                            null,
                            null,
                            null,
                            null)
                    .to(drill(Map.of())));
        }
        return new Exhibit(
                METRIC,
                title(lines),
                "Contracts with notice that still run on %s, the customer worth most first, %s; %s"
                        .formatted(
                                PeriodWords.day(query.clocks().through()),
                                currency.getCurrencyCode(),
                                PeriodWords.population(query)),
                List.of(),
                Optional.empty(),
                lines.size() <= MOST_ROWS
                        ? ""
                        : "The %d of the customers worth most, of %s; the last row opens all of them."
                                .formatted(MOST_ROWS, Numbers.counted(lines.size(), "contract")),
                new Table(
                        "One row per contract; the last row is all of them together",
                        List.of(
                                Column.key("customer", "Customer"),
                                Column.text("contract", "Contract"),
                                Column.day("noticed_on", "Notice given"),
                                Column.day("last_day", "Last day"),
                                Column.count("days_left", "Days left"),
                                MoneyWords.column("monthly", "A month", currency),
                                MoneyWords.column("value", "Value of twelve months", currency),
                                Column.count("contracts_staying", "Contracts that stay"),
                                Column.text("segment", "Segment"),
                                Column.text("site", "Site")),
                        rows),
                list.warnings(),
                list.source());
    }

    private String title(List<Line> lines) {
        long customers = lines.stream()
                .map(line -> line.named("customer", ""))
                .distinct()
                .count();
        return lines.isEmpty()
                ? "Nobody who is still here has given notice"
                : "%s given notice and %s still here: %s a month"
                        .formatted(
                                Numbers.counted(customers, "customer") + (customers == 1 ? " has" : " have"),
                                customers == 1 ? "is" : "are",
                                MoneyWords.of(sum(lines, "monthly"), currency));
    }

    private Row row(Line line) {
        return Row.of(
                        new CustomerId(line.number("customer").orElseThrow().longValueExact()).toString(),
                        line.exact("contract"),
                        line.exact("noticed_on"),
                        line.exact("last_day"),
                        line.exact("days_left"),
                        line.exact("monthly"),
                        line.exact("value"),
                        line.exact("contracts_staying"),
                        line.exact("segment"),
                        line.exact("site"))
                .to(drill(Map.of("contract", line.named("contract", ""))));
    }

    private Drill drill(Map<String, String> where) {
        return new Drill(METRIC, today.name(), where);
    }

    private static BigDecimal sum(List<Line> lines, String column) {
        return lines.stream()
                .map(line -> line.number(column).orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
