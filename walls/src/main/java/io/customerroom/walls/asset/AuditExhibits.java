package io.customerroom.walls.asset;

import io.customerroom.kernel.Period;
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
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How different customers are within one window: lens 1 of the customer-base audit (Fader, Hardie & Ross 2022). Customers × orders per customer × value per order
 * is the revenue of those who ordered; tenths of the customers and of the revenue, and bands of orders, say who brings it.
 */
record AuditExhibits(WallQuery query, Currency currency) {

    static final String PERIOD = "audit-period";
    static final String TENTHS = "audit-tenths";

    private static final String PROFIT = "profit";
    private static final String NOBODY = "Nobody placed an order";
    private static final List<String> RATIOS =
            List.of("orders_per_customer", "value_per_order", "mean_of_customers", "revenue_per_customer");

    /** @param readings of {@link #PERIOD}, this period's first, each with its period */
    Exhibit period(List<Map.Entry<Period, Reading>> readings) {
        Reading now = readings.getFirst().getValue();
        Optional<Line> line = ordered(now);
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<Period, Reading> reading : readings) {
            ordered(reading.getValue()).ifPresent(it -> rows.add(row(reading.getKey(), it)));
        }
        return new Exhibit(
                "audit",
                line.map(this::title).orElse(NOBODY),
                "Customers with an order, %s; %s; %s"
                        .formatted(
                                currency.getCurrencyCode(),
                                PeriodWords.population(query),
                                query.window().of(query)),
                List.of(),
                Optional.empty(),
                line.map(this::caption).orElse(""),
                new Table(
                        "One row per period: customers × orders per customer × value per order = revenue; margin where the cost of sales is known",
                        List.of(
                                Column.key("period", "Up to the end of"),
                                Column.count("customers", "Customers"),
                                Column.amount("orders_per_customer", "× Orders per customer", 2),
                                MoneyWords.column("value_per_order", "× Value per order", currency),
                                MoneyWords.column("revenue", "= Revenue", currency),
                                Column.count("orders", "Orders"),
                                MoneyWords.column("mean_of_customers", "Mean of customers’ values per order", currency),
                                MoneyWords.column("revenue_per_customer", "Revenue per customer", currency),
                                Column.count("with_margin", "Customers with known margin"),
                                MoneyWords.column("revenue_with_margin", "Their revenue", currency),
                                Column.amount("margin_percent", "× Margin", 2).in("%"),
                                MoneyWords.column("margin", "= Margin", currency),
                                Column.count("without_order", "Customers without an order"),
                                MoneyWords.column("revenue_without_order", "Their returns and adjustments", currency)),
                        rows),
                now.warnings(),
                now.source());
    }

    private static Optional<Line> ordered(Reading reading) {
        return reading.lines().stream()
                .filter(line -> line.count("customers") > 0)
                .findFirst();
    }

    private String title(Line line) {
        return "%s × %s orders × %s an order = %s"
                .formatted(
                        Numbers.counted(line.count("customers"), "customer"),
                        Numbers.fixed(amount(line, "orders_per_customer"), 2),
                        MoneyWords.of(amount(line, "value_per_order"), currency),
                        MoneyWords.of(amount(line, "revenue"), currency));
    }

    private String caption(Line line) {
        int digits = MoneyWords.digits(currency);
        String margin = amount(line, "revenue_with_margin").signum() == 0
                ? "No margin: the cost of sales is not known"
                : "Margin of %s whose cost of sales is known: %s of %s = %s %%"
                        .formatted(
                                Numbers.counted(line.count("with_margin"), "customer"),
                                Numbers.fixed(amount(line, "margin"), digits),
                                Numbers.fixed(amount(line, "revenue_with_margin"), digits),
                                Numbers.fixed(amount(line, "margin_percent"), 2));
        return "%s over %s = %s an order. The mean of the customers’ own values per order is %s. %s"
                .formatted(
                        Numbers.fixed(amount(line, "revenue"), digits),
                        Numbers.counted(line.count("orders"), "order"),
                        Numbers.fixed(amount(line, "value_per_order"), digits),
                        Numbers.fixed(amount(line, "mean_of_customers"), digits),
                        margin);
    }

    private static Row row(Period period, Line line) {
        List<@Nullable String> values = new ArrayList<>();
        values.add(period.name());
        for (String column : List.of(
                "customers",
                "orders_per_customer",
                "value_per_order",
                "revenue",
                "orders",
                "mean_of_customers",
                "revenue_per_customer",
                "with_margin",
                "revenue_with_margin",
                "margin_percent",
                "margin",
                "without_order",
                "revenue_without_order")) {
            values.add(
                    RATIOS.contains(column) || column.equals("margin_percent")
                            ? defined(line, column).map(Contribution::exact).orElse(null)
                            : line.exact(column));
        }
        Row row = Row.of(values.toArray(new @Nullable String[0])).to(drill(period, "bought"));
        if (line.count("with_margin") > 0) {
            row = row.to("with_margin", drill(period, "margin"));
        }
        return line.count("without_order") == 0 ? row : row.to("without_order", drill(period, "without order"));
    }

    private static Drill drill(Period period, String part) {
        return new Drill(PERIOD, period.name(), Map.of("part", part));
    }

    /** Tenths of the customers by revenue and by profit, tenths of the revenue, and bands of orders. */
    List<Exhibit> cuts(Reading tenths) {
        List<Exhibit> cuts = new ArrayList<>(List.of(
                cut(tenths, "customers", "audit-tenths", bestTenth(lines(tenths, "customers"), "revenue")),
                cut(tenths, "revenue", "audit-revenue-tenths", half(lines(tenths, "revenue"))),
                cut(tenths, "orders", "audit-orders", once(lines(tenths, "orders")))));
        if (!lines(tenths, PROFIT).isEmpty()) {
            cuts.add(1, cut(tenths, PROFIT, "audit-profit-tenths", bestTenth(lines(tenths, PROFIT), "margin")));
        }
        return List.copyOf(cuts);
    }

    private static String bestTenth(List<Line> lines, String of) {
        return lines.isEmpty()
                ? NOBODY
                : lines.stream()
                        .filter(line -> line.named("part", "").equals("1 of 10"))
                        .findFirst()
                        .flatMap(AuditExhibits::share)
                        .map(share -> "The best tenth of the customers brings %s %% of the %s"
                                .formatted(Numbers.whole(share), of))
                        .orElse("Together the orders brought no " + of);
    }

    /** Whoever begins below half of the revenue is needed to reach it. */
    private static String half(List<Line> lines) {
        if (lines.isEmpty()) {
            return "There is no revenue to cut into tenths";
        }
        long needed = lines.stream()
                .filter(line -> List.of("1 of 10", "2 of 10", "3 of 10", "4 of 10", "5 of 10")
                        .contains(line.named("part", "")))
                .mapToLong(line -> line.count("customers"))
                .sum();
        return "%s of %s %s half of the revenue"
                .formatted(
                        Numbers.whole(needed),
                        Numbers.counted(lines.getFirst().count("buyers"), "customer"),
                        needed == 1 ? "brings" : "bring");
    }

    private static String once(List<Line> lines) {
        if (lines.isEmpty()) {
            return NOBODY;
        }
        long once = lines.stream()
                .filter(line -> line.named("part", "").equals("1"))
                .mapToLong(line -> line.count("customers"))
                .sum();
        return "%s of %s placed a single order"
                .formatted(Numbers.whole(once), Numbers.counted(lines.getFirst().count("buyers"), "customer"));
    }

    private Exhibit cut(Reading tenths, String cut, String id, String title) {
        List<Line> lines = lines(tenths, cut);
        boolean shares = cut.equals("customers") || cut.equals(PROFIT);
        String money = cut.equals(PROFIT) ? "margin" : "revenue";
        List<Row> rows =
                new ArrayList<>(lines.stream().map(line -> row(cut, line)).toList());
        if (!lines.isEmpty()) {
            rows.add(Row.of(
                    "together",
                    Long.toString(sum(lines, line -> line.count("customers"))),
                    Long.toString(sum(lines, line -> line.count("orders"))),
                    Contribution.exact(lines.stream()
                            .map(line -> amount(line, "revenue"))
                            .reduce(BigDecimal.ZERO, BigDecimal::add)),
                    lines.getFirst().exact("total"),
                    null,
                    null,
                    null));
        }
        return new Exhibit(
                id,
                title,
                "%s; %s; %s"
                        .formatted(
                                measure(cut),
                                PeriodWords.population(query),
                                query.window().of(query)),
                List.of(),
                lines.isEmpty() || (shares && share(lines.getFirst()).isEmpty())
                        ? Optional.empty()
                        : Optional.of(new Chart.Bars(
                                shares ? "% of the " + money : "customers",
                                true,
                                lines.stream()
                                        .map(line -> line.named("part", ""))
                                        .toList(),
                                List.of(new Series(
                                        shares ? "% of the " + money : "customers",
                                        Tone.FIRST,
                                        lines.stream()
                                                .map(line -> shares
                                                        ? share(line).orElse(BigDecimal.ZERO)
                                                        : BigDecimal.valueOf(line.count("customers")))
                                                .toList(),
                                        0)))),
                caption(cut),
                new Table(
                        "One row per part; customers, orders and revenue add up to the last row",
                        List.of(
                                Column.key("part", cut.equals("orders") ? "Orders" : "Tenth, best first"),
                                Column.count("customers", "Customers"),
                                Column.count("orders", "Orders"),
                                MoneyWords.column("revenue", "Revenue", currency),
                                MoneyWords.column("counted", "Of it counted: " + money, currency),
                                Column.amount("share", "% of the " + money, 2).in("%"),
                                MoneyWords.column("highest", "Highest %s of a customer".formatted(money), currency),
                                MoneyWords.column("lowest", "Lowest %s of a customer".formatted(money), currency)),
                        rows),
                tenths.warnings(),
                tenths.source());
    }

    private Row row(String cut, Line line) {
        return Row.of(
                        line.named("part", ""),
                        line.exact("customers"),
                        line.exact("orders"),
                        line.exact("revenue"),
                        line.exact("counted"),
                        share(line).map(Contribution::exact).orElse(null),
                        line.exact("highest"),
                        line.exact("lowest"))
                .to(new Drill(TENTHS, query.period().name(), Map.of("cut", cut, "part", line.named("part", ""))));
    }

    private String measure(String cut) {
        return switch (cut) {
            case "customers" -> "Share of the revenue that each tenth of the customers brings, best first, in %";
            case PROFIT ->
                "Share of the margin that each tenth of the customers brings, best first, in %; customers whose cost of sales is known";
            case "revenue" -> "Customers who bring each tenth of the revenue, best first";
            default -> "Customers by number of orders";
        };
    }

    private static String caption(String cut) {
        return switch (cut) {
            case "customers" -> "Tenths are of equal size, give or take one customer";
            case PROFIT -> "Margin is revenue less cost of sales; tenths are of equal size, give or take one customer";
            case "revenue" ->
                "A customer who brings more than a tenth stands where they begin; the tenths they fill are left out";
            default -> "";
        };
    }

    private static List<Line> lines(Reading tenths, String cut) {
        return tenths.lines().stream()
                .filter(line -> line.named("cut", "").equals(cut))
                .toList();
    }

    /** Of a revenue that is zero or below there are no shares. */
    private static Optional<BigDecimal> share(Line line) {
        BigDecimal total = amount(line, "total");
        return total.signum() > 0 && Ratio.of(amount(line, "counted"), total) instanceof Ratio.Defined share
                ? Optional.of(share.percent(2))
                : Optional.empty();
    }

    private static Optional<BigDecimal> defined(Line line, String column) {
        return line.text(column).filter(value -> !value.equals("undefined")).map(BigDecimal::new);
    }

    private static BigDecimal amount(Line line, String column) {
        return defined(line, column).orElse(BigDecimal.ZERO);
    }

    private static long sum(List<Line> lines, ToLongFunction<Line> count) {
        return lines.stream().mapToLong(count).sum();
    }
}
