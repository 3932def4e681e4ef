package io.customerroom.walls.asset;

import io.customerroom.walls.reading.Reading.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Why margin changed between two windows, of customers who ordered and whose cost of sales is known: customers first, at the former orders, value and margin rate; then
 * orders per customer; then value per order; the margin rate last. The order of substitution is part of the answer. Levels between the steps are rounded to the
 * currency's digits, so the steps lead exactly from one margin to the other.
 */
record AuditMarginSteps(
        Side before, Side now, BigDecimal customers, BigDecimal orders, BigDecimal value, BigDecimal rate) {

    /**
     * One window.
     *
     * @param ordered revenue of these customers
     */
    record Side(long customers, long orders, BigDecimal ordered, BigDecimal margin) {

        private static Side of(List<Line> lines, String side) {
            return new Side(
                    lines.stream()
                            .mapToLong(line -> line.count("known_customers_" + side))
                            .sum(),
                    lines.stream()
                            .mapToLong(line -> line.count("known_orders_" + side))
                            .sum(),
                    sum(lines, "known_ordered_" + side),
                    sum(lines, "margin_" + side));
        }
    }

    AuditMarginSteps {
        BigDecimal reached =
                before.margin().add(customers).add(orders).add(value).add(rate);
        if (reached.compareTo(now.margin()) != 0) {
            throw new IllegalArgumentException("the steps must lead from %s to %s, but lead to %s"
                    .formatted(before.margin(), now.margin(), reached));
        }
    }

    /** @param digits of the currency */
    static AuditMarginSteps of(List<Line> lines, int digits) {
        return between(Side.of(lines, "before"), Side.of(lines, "now"), digits);
    }

    /** Without customers, orders or revenue before, what cannot be told apart is in the first step that can be. */
    static AuditMarginSteps between(Side before, Side now, int digits) {
        BigDecimal first = before.margin();
        BigDecimal withCustomers = before.customers() == 0
                ? now.margin()
                : part(first, BigDecimal.valueOf(now.customers()), BigDecimal.valueOf(before.customers()), digits);
        BigDecimal withOrders = before.orders() == 0
                ? now.margin()
                : part(first, BigDecimal.valueOf(now.orders()), BigDecimal.valueOf(before.orders()), digits);
        BigDecimal withValue =
                before.ordered().signum() == 0 ? now.margin() : part(first, now.ordered(), before.ordered(), digits);
        return new AuditMarginSteps(
                before,
                now,
                withCustomers.subtract(first),
                withOrders.subtract(withCustomers),
                withValue.subtract(withOrders),
                now.margin().subtract(withValue));
    }

    private static BigDecimal part(BigDecimal margin, BigDecimal now, BigDecimal before, int digits) {
        return margin.multiply(now).divide(before, digits, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(List<Line> lines, String column) {
        return lines.stream()
                .map(line -> line.number(column).orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
