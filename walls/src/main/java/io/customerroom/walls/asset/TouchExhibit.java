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
 * The best customers who have waited too long for a touch, the one worth most first, on the last day the view knows of, whichever period it looks at: whom to
 * call is a matter of today.
 *
 * @param today the period that holds the last day known
 */
record TouchExhibit(WallQuery query, Period today, Currency currency) {

    static final String METRIC = "touch-list";

    /** More rows than this are a list to work through and not an exhibit; the last row opens all. */
    private static final int MOST_ROWS = 20;

    Exhibit of(Reading reading) {
        List<Line> best = reading.lines(today.name());
        List<Line> overdue = best.stream()
                .filter(line -> line.named("state", "").equals("overdue"))
                .toList();
        List<Row> rows = new ArrayList<>();
        overdue.stream().limit(MOST_ROWS).map(this::row).forEach(rows::add);
        if (!overdue.isEmpty()) {
            rows.add(Row.of(
                            "together",
                            Contribution.exact(sum(overdue)),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            Numbers.counted(overdue.size(), "customer"),
                            null)
                    .to(new Drill(METRIC, today.name(), Map.of())));
        }
        return new Exhibit(
                METRIC,
                title(best, overdue),
                "Best customers without a touch that counts for longer than allowed on %s, the one worth most first; %s"
                        .formatted(PeriodWords.day(query.clocks().through()), PeriodWords.population(query)),
                List.of(),
                Optional.empty(),
                caption(best, overdue),
                new Table(
                        "One row per customer; the last row is all of them together",
                        List.of(
                                Column.key("customer", "Customer"),
                                MoneyWords.column("contribution", "Contribution of twelve months", currency),
                                Column.count("days_since", "Days without a touch"),
                                Column.day("due_on", "Was due on"),
                                Column.day("last_on", "Last touch that counts"),
                                Column.text("last_kind", "By"),
                                Column.text("last_by", "Of"),
                                Column.text("other", "Since then, not counting"),
                                Column.day("other_on", "on"),
                                Column.text("segment", "Segment"),
                                Column.text("site", "Site")),
                        rows),
                reading.warnings(),
                reading.source());
    }

    private String title(List<Line> best, List<Line> overdue) {
        if (best.isEmpty()) {
            return "No customer’s contribution is known, so nobody can be called best";
        }
        return overdue.isEmpty()
                ? "All %s have heard from us in time".formatted(Numbers.counted(best.size(), "best customer"))
                : "%s of the %s %s waited for a touch for more than %s days: %s"
                        .formatted(
                                Numbers.whole(overdue.size()),
                                Numbers.counted(best.size(), "best customer"),
                                overdue.size() == 1 ? "has" : "have",
                                best.getFirst().exact("allowed"),
                                MoneyWords.of(sum(overdue), currency));
    }

    private String caption(List<Line> best, List<Line> overdue) {
        if (best.isEmpty()) {
            return "";
        }
        String rule =
                "By %s: a touch counts only if it is personal, anticipated and relevant. Mass mail and invoices never count."
                        .formatted(best.getFirst().named("definition", ""));
        return overdue.size() <= MOST_ROWS
                ? rule
                : "The %d worth most, of %s; the last row opens all of the best. %s"
                        .formatted(MOST_ROWS, Numbers.counted(overdue.size(), "customer"), rule);
    }

    private Row row(Line line) {
        long key = line.number("customer").orElseThrow().longValueExact();
        boolean later = line.text("other_on").isPresent()
                && line.named("last_on", "").compareTo(line.named("other_on", "")) < 0;
        return Row.of(
                        new CustomerId(key).toString(),
                        line.exact("contribution"),
                        line.exact("days_since"),
                        line.exact("due_on"),
                        line.exact("last_on"),
                        line.exact("last_kind"),
                        line.exact("last_by"),
                        later ? line.exact("other_kind") : null,
                        later ? line.exact("other_on") : null,
                        line.exact("segment"),
                        line.exact("site"))
                .to(new Drill(METRIC, today.name(), Map.of("customer", Long.toString(key))));
    }

    private static BigDecimal sum(List<Line> lines) {
        return lines.stream()
                .map(line -> line.number("contribution").orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
