package io.customerroom.walls.asset;

import io.customerroom.walls.reading.Reading.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Why revenue changed between two windows: first the number of customers at the former orders and value, then the orders per customer at the former value, then the
 * value per order. The order of substitution is part of the answer. Levels between the steps are rounded to the currency's digits, so the steps lead exactly from
 * one revenue to the other. Revenue of customers who ordered in neither window, or returned in the one they did not order in, is a step of its own. Without customers
 * before, the whole difference is customers.
 */
record AuditSteps(
        Side before, Side now, BigDecimal customers, BigDecimal orders, BigDecimal value, BigDecimal withoutOrder) {

    /**
     * One window.
     *
     * @param ordered revenue of those who ordered in it
     * @param revenue of everybody
     */
    record Side(long customers, long orders, BigDecimal ordered, BigDecimal revenue) {

        BigDecimal ordersPerCustomer() {
            return over(BigDecimal.valueOf(orders), customers);
        }

        BigDecimal valuePerOrder() {
            return over(ordered, orders);
        }

        private static BigDecimal over(BigDecimal part, long whole) {
            return whole == 0 ? BigDecimal.ZERO : part.divide(BigDecimal.valueOf(whole), 10, RoundingMode.HALF_UP);
        }

        private static Side of(List<Line> lines, String side, String revenue) {
            return new Side(
                    lines.stream()
                            .mapToLong(line -> line.count("customers_" + side))
                            .sum(),
                    lines.stream()
                            .mapToLong(line -> line.count("orders_" + side))
                            .sum(),
                    sum(lines, "ordered_" + side),
                    sum(lines, revenue));
        }
    }

    AuditSteps {
        BigDecimal reached =
                before.revenue().add(customers).add(orders).add(value).add(withoutOrder);
        if (reached.compareTo(now.revenue()) != 0) {
            throw new IllegalArgumentException("the steps must lead from %s to %s, but lead to %s"
                    .formatted(before.revenue(), now.revenue(), reached));
        }
    }

    /** @param digits of the currency */
    static AuditSteps of(List<Line> lines, int digits) {
        return between(Side.of(lines, "before", "before"), Side.of(lines, "now", "after"), digits);
    }

    static AuditSteps between(Side before, Side now, int digits) {
        BigDecimal withCustomers = before.customers() == 0
                ? now.ordered()
                : part(before.ordered(), now.customers(), before.customers(), digits);
        BigDecimal withOrders =
                before.orders() == 0 ? now.ordered() : part(before.ordered(), now.orders(), before.orders(), digits);
        return new AuditSteps(
                before,
                now,
                withCustomers.subtract(before.ordered()),
                withOrders.subtract(withCustomers),
                now.ordered().subtract(withOrders),
                now.revenue().subtract(now.ordered()).subtract(before.revenue()).add(before.ordered()));
    }

    private static BigDecimal part(BigDecimal revenue, long now, long before, int digits) {
        return revenue.multiply(BigDecimal.valueOf(now))
                .divide(BigDecimal.valueOf(before), digits, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(List<Line> lines, String column) {
        return lines.stream()
                .map(line -> line.number(column).orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
