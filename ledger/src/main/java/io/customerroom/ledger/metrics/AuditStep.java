package io.customerroom.ledger.metrics;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.statistics.Ratio;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes one row of a period, or of a cohort in a period, out of its rows by number of orders, with the identity of the customer-base audit (Fader, Hardie & Ross 2022, lens 1): customers ×
 * orders per customer × value per order = revenue. The value per order is a ratio of totals; the mean of the customers' own values per order stands beside it.
 * Customers without an order (returns of earlier orders, adjustments) stand apart with what they changed. Over nothing a ratio is undefined.
 */
final class AuditStep implements FinishingStep {

    private static final List<String> COUNTS = List.of("customers", "orders");
    private static final List<String> RATIOS = List.of(
            "orders_per_customer", "value_per_order", "mean_of_customers", "revenue_per_customer", "margin_percent");

    private final List<String> keys;

    /** @param keys columns that say what a row is about; they stay as they are */
    AuditStep(String... keys) {
        this.keys = List.of(keys);
    }

    @Override
    public Rows apply(Rows rows, Map<String, String> parameters) {
        Map<List<@Nullable Object>, List<Map<String, BigDecimal>>> periods = new LinkedHashMap<>();
        for (List<@Nullable Object> row : rows.rows()) {
            List<@Nullable Object> about = new ArrayList<>();
            keys.forEach(key -> about.add(row.get(rows.indexOf(key))));
            periods.computeIfAbsent(about, name -> new ArrayList<>()).add(numbers(rows, row));
        }
        List<List<@Nullable Object>> finished = new ArrayList<>();
        periods.forEach((about, lines) -> finished.add(finished(about, lines)));
        return new Rows(columns(rows), finished);
    }

    private List<Rows.Column> columns(Rows rows) {
        List<Rows.Column> columns = new ArrayList<>();
        keys.forEach(key -> columns.add(rows.columns().get(rows.indexOf(key))));
        COUNTS.forEach(name -> columns.add(new Rows.Column(name, Long.class)));
        columns.add(new Rows.Column("revenue", BigDecimal.class));
        RATIOS.forEach(name -> columns.add(new Rows.Column(name, String.class)));
        columns.add(new Rows.Column("with_margin", Long.class));
        columns.add(new Rows.Column("revenue_with_margin", BigDecimal.class));
        columns.add(new Rows.Column("margin", BigDecimal.class));
        columns.add(new Rows.Column("without_order", Long.class));
        columns.add(new Rows.Column("revenue_without_order", BigDecimal.class));
        return columns;
    }

    private static List<@Nullable Object> finished(List<@Nullable Object> about, List<Map<String, BigDecimal>> lines) {
        Map<Boolean, List<Map<String, BigDecimal>>> sides = lines.stream()
                .collect(Collectors.partitioningBy(line -> of(line, "orders").signum() > 0));
        List<Map<String, BigDecimal>> bought = Objects.requireNonNull(sides.get(true));
        List<Map<String, BigDecimal>> others = Objects.requireNonNull(sides.get(false));
        BigDecimal customers = sum(bought, "customers");
        BigDecimal orders = bought.stream()
                .map(line -> of(line, "orders").multiply(of(line, "customers")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal revenue = sum(bought, "revenue");
        BigDecimal covered = sum(bought, "revenue_with_margin");
        BigDecimal margin = sum(bought, "margin");
        boolean known = sum(bought, "with_margin").signum() > 0;
        List<@Nullable Object> row = new ArrayList<>(about);
        row.add(customers.longValueExact());
        row.add(orders.longValueExact());
        row.add(revenue);
        row.add(Ratio.of(orders, customers).text());
        row.add(Ratio.of(revenue, orders).text());
        row.add(Ratio.of(sumOfMeans(bought), customers).text());
        row.add(Ratio.of(revenue, customers).text());
        row.add(known ? percent(Ratio.of(margin, covered)) : null);
        row.add(sum(bought, "with_margin").longValueExact());
        row.add(covered);
        row.add(known ? margin : null);
        row.add(sum(others, "customers").longValueExact());
        row.add(sum(others, "revenue"));
        return row;
    }

    /** Customers with as many orders share the divisor, so that what they brought is divided once. */
    private static BigDecimal sumOfMeans(List<Map<String, BigDecimal>> bought) {
        return bought.stream()
                .map(line -> Ratio.of(of(line, "revenue"), of(line, "orders")))
                .flatMap(ratio -> ratio instanceof Ratio.Defined defined ? Stream.of(defined.value()) : Stream.empty())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String percent(Ratio ratio) {
        return switch (ratio) {
            case Ratio.Defined defined -> defined.percent(2).toPlainString();
            case Ratio.Undefined undefined -> undefined.text();
        };
    }

    private static Map<String, BigDecimal> numbers(Rows rows, List<@Nullable Object> row) {
        return Stream.of("orders", "customers", "revenue", "with_margin", "revenue_with_margin", "margin")
                .collect(Collectors.toMap(
                        name -> name,
                        name -> new BigDecimal(Objects.requireNonNull(row.get(rows.indexOf(name)))
                                .toString())));
    }

    private static BigDecimal of(Map<String, BigDecimal> line, String column) {
        return Objects.requireNonNull(line.get(column));
    }

    private static BigDecimal sum(List<Map<String, BigDecimal>> lines, String column) {
        return lines.stream().map(line -> of(line, column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
