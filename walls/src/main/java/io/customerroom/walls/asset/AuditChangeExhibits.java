package io.customerroom.walls.asset;

import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Shade;
import io.customerroom.walls.exhibit.Direction;
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
import io.customerroom.walls.reading.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What changed between a window and the one before it: lens 2 of the customer-base audit (Fader, Hardie & Ross 2022). Whoever bought in one window only is neither
 * called lost nor new: light buyers skip windows.
 */
record AuditChangeExhibits(WallQuery query, Currency currency) {

    static final String METRIC = "audit-change";

    private static final List<String> GROUPS = List.of("both", "only before", "only now", "no order");
    private static final List<String> DIRECTIONS = List.of("up", "same", "down");

    /** Nothing for a window that has no window before it. */
    List<Exhibit> of(Reading change) {
        return query.window() == Window.ALL ? List.of() : List.of(steps(change), groups(change), upAndDown(change));
    }

    private Exhibit steps(Reading change) {
        int digits = MoneyWords.digits(currency);
        AuditSteps steps = AuditSteps.of(change.lines(), digits);
        BigDecimal whole = steps.now().revenue().subtract(steps.before().revenue());
        List<Row> rows = new ArrayList<>(List.of(
                Row.of(
                        "customers",
                        Long.toString(steps.before().customers()),
                        Long.toString(steps.now().customers()),
                        Contribution.exact(steps.customers())),
                Row.of(
                        "orders per customer",
                        Contribution.exact(steps.before().ordersPerCustomer()),
                        Contribution.exact(steps.now().ordersPerCustomer()),
                        Contribution.exact(steps.orders())),
                Row.of(
                        "value per order",
                        Contribution.exact(steps.before().valuePerOrder()),
                        Contribution.exact(steps.now().valuePerOrder()),
                        Contribution.exact(steps.value())),
                Row.of("returns without an order", null, null, Contribution.exact(steps.withoutOrder())),
                Row.of(
                        "together: revenue",
                        Contribution.exact(steps.before().revenue()),
                        Contribution.exact(steps.now().revenue()),
                        Contribution.exact(whole))));
        return exhibit(
                "audit-change",
                change.lines().isEmpty() ? "Nobody placed an order" : title(steps, whole),
                "Change of revenue by customers, orders per customer and value per order, "
                        + currency.getCurrencyCode(),
                change.lines().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Chart.Bridge(
                                currency.getCurrencyCode(),
                                "before",
                                steps.before().revenue(),
                                List.of(
                                        new Chart.Step("customers", steps.customers()),
                                        new Chart.Step("orders each", steps.orders()),
                                        new Chart.Step("value per order", steps.value()),
                                        new Chart.Step("no order", steps.withoutOrder())),
                                "now",
                                Direction.UP)),
                "%s %s = %s. In this order: customers first, at the former orders and value; then orders; then value"
                        .formatted(
                                Numbers.fixed(steps.before().revenue(), digits),
                                whole.signum() < 0
                                        ? "− " + Numbers.fixed(whole.negate(), digits)
                                        : "+ " + Numbers.fixed(whole, digits),
                                Numbers.fixed(steps.now().revenue(), digits)),
                new Table(
                        "One row per step; the changes of revenue add up to the last row",
                        List.of(
                                Column.key("step", "Step"),
                                Column.amount("before", "Before", 2),
                                Column.amount("now", "Now", 2),
                                MoneyWords.column("change", "Change of revenue", currency)),
                        change.lines().isEmpty() ? List.of() : rows),
                change);
    }

    private String title(AuditSteps steps, BigDecimal whole) {
        return "%s of revenue: customers %s, orders per customer %s, value per order %s"
                .formatted(signed(whole), signed(steps.customers()), signed(steps.orders()), signed(steps.value()));
    }

    private Exhibit groups(Reading change) {
        List<Row> rows = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<@Nullable BigDecimal> customers = new ArrayList<>();
        for (String group : GROUPS) {
            List<Line> lines = lines(change.lines(), "bought_in", group);
            if (!lines.isEmpty()) {
                names.add(words(group));
                customers.add(BigDecimal.valueOf(count(lines, "customers")));
                rows.add(row(lines, words(group)).to(drill(Map.of("bought_in", group))));
            }
        }
        if (!rows.isEmpty()) {
            rows.add(row(change.lines(), "together"));
        }
        return exhibit(
                "audit-both",
                "%s bought in both, %s only before, %s only now"
                        .formatted(
                                Numbers.counted(
                                        count(lines(change.lines(), "bought_in", "both"), "customers"), "customer"),
                                Numbers.whole(count(lines(change.lines(), "bought_in", "only before"), "customers")),
                                Numbers.whole(count(lines(change.lines(), "bought_in", "only now"), "customers"))),
                "Customers by the window they bought in",
                rows.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Chart.Bars(
                                "customers",
                                true,
                                names,
                                List.of(new Chart.Series("customers", Chart.Tone.FIRST, customers, 0)))),
                "Buying in one window only is not the same as being new or lost: light buyers skip windows",
                table(
                        List.of(Column.key("bought_in", "Customers who bought")),
                        "One row per group of customers; amounts add up to the last row",
                        rows),
                change);
    }

    private Exhibit upAndDown(Reading change) {
        List<Line> both = lines(change.lines(), "bought_in", "both");
        List<List<@Nullable Shade>> cells = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (String orders : DIRECTIONS) {
            List<@Nullable Shade> shades = new ArrayList<>();
            for (String value : DIRECTIONS) {
                List<Line> lines = lines(lines(both, "orders_moved", orders), "value_moved", value);
                long customers = count(lines, "customers");
                shades.add(new Shade(
                        BigDecimal.valueOf(customers * 100 / Math.max(1, count(both, "customers"))),
                        Numbers.whole(customers),
                        false));
                if (customers > 0) {
                    rows.add(row(lines, orders, value)
                            .to(drill(Map.of("bought_in", "both", "orders_moved", orders, "value_moved", value))));
                }
            }
            cells.add(shades);
        }
        if (!rows.isEmpty()) {
            rows.add(row(both, "together", ""));
        }
        return exhibit(
                "audit-up-down",
                both.isEmpty()
                        ? "Nobody bought in both windows"
                        : "Of %s of both, %s ordered more often, %s less often"
                                .formatted(
                                        Numbers.counted(count(both, "customers"), "customer"),
                                        Numbers.whole(count(lines(both, "orders_moved", "up"), "customers")),
                                        Numbers.whole(count(lines(both, "orders_moved", "down"), "customers"))),
                "Customers who bought in both windows, by orders (down) and value per order (across)",
                both.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Chart.Heat(
                                "customers", "orders", DIRECTIONS, "value per order", DIRECTIONS, cells)),
                "",
                table(
                        List.of(Column.key("orders_moved", "Orders"), Column.text("value_moved", "Value per order")),
                        "One row per pair of directions; amounts add up to the last row",
                        rows),
                change);
    }

    private Exhibit exhibit(
            String id,
            String title,
            String measure,
            Optional<Chart> chart,
            String caption,
            Table table,
            Reading change) {
        return new Exhibit(
                id,
                title,
                "%s; %s; %s against %s"
                        .formatted(
                                measure,
                                PeriodWords.population(query),
                                query.window().of(query),
                                query.window().before()),
                List.of(),
                chart,
                caption,
                table,
                change.warnings(),
                change.source());
    }

    private Table table(List<Column> names, String caption, List<Row> rows) {
        List<Column> columns = new ArrayList<>(names);
        columns.add(Column.count("customers", "Customers"));
        columns.add(Column.count("orders_before", "Orders before"));
        columns.add(Column.count("orders_now", "Orders now"));
        columns.add(MoneyWords.column("before", "Revenue before", currency));
        columns.add(MoneyWords.column("after", "Revenue now", currency));
        columns.add(MoneyWords.column("change", "Change", currency));
        return new Table(caption, columns, rows);
    }

    private static Row row(List<Line> lines, String... names) {
        List<@Nullable String> values = new ArrayList<>(List.of(names));
        for (String column : List.of("customers", "orders_before", "orders_now")) {
            values.add(Long.toString(count(lines, column)));
        }
        for (String column : List.of("before", "after", "change")) {
            values.add(Contribution.exact(lines.stream()
                    .map(line -> line.number(column).orElse(BigDecimal.ZERO))
                    .reduce(BigDecimal.ZERO, BigDecimal::add)));
        }
        return Row.of(values.toArray(new @Nullable String[0]));
    }

    private static String words(String group) {
        return switch (group) {
            case "both" -> "in both";
            case "no order" -> "nothing: returns only";
            default -> group;
        };
    }

    private Drill drill(Map<String, String> where) {
        return new Drill(METRIC, query.period().name(), new TreeMap<>(where));
    }

    private static List<Line> lines(List<Line> lines, String column, String value) {
        return lines.stream()
                .filter(line -> line.named(column, "").equals(value))
                .toList();
    }

    private static long count(List<Line> lines, String column) {
        return lines.stream().mapToLong(line -> line.count(column)).sum();
    }

    private String signed(BigDecimal change) {
        return (change.signum() < 0 ? "−" : "+") + MoneyWords.of(change.abs(), currency);
    }
}
