package io.customerroom.walls.asset;

import io.customerroom.statistics.Ratio;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Direction;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.walls.reading.Window;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What changed in the margin between a window and the one before it, where the cost of sales is known: lens 2 with its last factor. */
record AuditMarginExhibit(WallQuery query, Currency currency) {

    /** Nothing for a window that has no window before it, or where no cost of sales is known. */
    Optional<Exhibit> of(Reading change) {
        AuditMarginSteps steps = AuditMarginSteps.of(change.lines(), MoneyWords.digits(currency));
        return query.window() == Window.ALL
                        || steps.before().customers() + steps.now().customers() == 0
                ? Optional.empty()
                : Optional.of(exhibit(steps, change));
    }

    private Exhibit exhibit(AuditMarginSteps steps, Reading change) {
        AuditMarginSteps.Side before = steps.before();
        AuditMarginSteps.Side now = steps.now();
        BigDecimal whole = now.margin().subtract(before.margin());
        return new Exhibit(
                "audit-change-margin",
                "%s of margin: customers %s, orders each %s, value per order %s, margin rate %s"
                        .formatted(
                                signed(whole),
                                signed(steps.customers()),
                                signed(steps.orders()),
                                signed(steps.value()),
                                signed(steps.rate())),
                "Change of margin of customers who ordered and whose cost of sales is known, %s; %s; %s against %s"
                        .formatted(
                                currency.getCurrencyCode(),
                                PeriodWords.population(query),
                                query.window().of(query),
                                query.window().before()),
                List.of(),
                Optional.of(new Chart.Bridge(
                        currency.getCurrencyCode(),
                        "before",
                        before.margin(),
                        List.of(
                                new Chart.Step("customers", steps.customers()),
                                new Chart.Step("orders each", steps.orders()),
                                new Chart.Step("value per order", steps.value()),
                                new Chart.Step("margin rate", steps.rate())),
                        "now",
                        Direction.UP)),
                "Of %s before and %s now the cost of sales is known. In this order, each at the former level of those that follow"
                        .formatted(Numbers.counted(before.customers(), "customer"), Numbers.whole(now.customers())),
                new Table(
                        "One row per factor; the changes of margin add up to the last row",
                        List.of(
                                Column.key("step", "Step"),
                                Column.amount("before", "Before", 2),
                                Column.amount("now", "Now", 2),
                                MoneyWords.column("change", "Change of margin", currency)),
                        List.of(
                                customers(steps),
                                row(
                                        "orders per customer",
                                        ratio(before.orders(), before.customers()),
                                        ratio(now.orders(), now.customers()),
                                        steps.orders()),
                                row(
                                        "value per order",
                                        ratio(before.ordered(), before.orders()),
                                        ratio(now.ordered(), now.orders()),
                                        steps.value()),
                                row("margin rate, %", rate(before), rate(now), steps.rate()),
                                row(
                                        "together: margin",
                                        Contribution.exact(before.margin()),
                                        Contribution.exact(now.margin()),
                                        whole))),
                change.warnings(),
                change.source());
    }

    private Row customers(AuditMarginSteps steps) {
        long before = steps.before().customers();
        long now = steps.now().customers();
        Row row = row("customers", Long.toString(before), Long.toString(now), steps.customers());
        row = before == 0 ? row : row.to("before", drill("before"));
        return now == 0 ? row : row.to("now", drill("now"));
    }

    private Drill drill(String known) {
        return new Drill(AuditChangeExhibits.METRIC, query.period().name(), Map.of("known", known));
    }

    private static Row row(String step, @Nullable String before, @Nullable String now, BigDecimal change) {
        return Row.of(step, before, now, Contribution.exact(change));
    }

    private static @Nullable String ratio(long part, long whole) {
        return ratio(BigDecimal.valueOf(part), whole);
    }

    private static @Nullable String ratio(BigDecimal part, long whole) {
        return Ratio.of(part, BigDecimal.valueOf(whole)) instanceof Ratio.Defined defined
                ? Contribution.exact(defined.value())
                : null;
    }

    private static @Nullable String rate(AuditMarginSteps.Side side) {
        return Ratio.of(side.margin(), side.ordered()) instanceof Ratio.Defined defined
                ? Contribution.exact(defined.percent(2))
                : null;
    }

    private String signed(BigDecimal change) {
        return (change.signum() < 0 ? "−" : "+") + MoneyWords.of(change.abs(), currency);
    }
}
