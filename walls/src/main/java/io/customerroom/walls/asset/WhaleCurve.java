package io.customerroom.walls.asset;

import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Reading.Line;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Customers ranked by contribution, and what they leave us together. Only customers whose cost is known stand in the row.
 *
 * @param points of the curve, by place
 * @param customers in the row
 * @param earning of them bring more than they cost
 * @param belowZero of them cost more than they bring
 * @param withoutCost customers apart
 * @param total contribution of all in the row
 */
record WhaleCurve(
        List<Point> points, long customers, long earning, long belowZero, long withoutCost, BigDecimal total) {

    /**
     * @param place how many customers the point adds up
     * @param ofCustomers in percent
     * @param ofContribution in percent of the total; empty where the total is no gain
     */
    record Point(long place, BigDecimal cumulative, BigDecimal ofCustomers, Optional<BigDecimal> ofContribution) {}

    WhaleCurve {
        points = List.copyOf(points);
        if (customers > 0 && points.getLast().cumulative().compareTo(total) != 0) {
            throw new IllegalArgumentException("the curve must end at the total %s, but ends at %s"
                    .formatted(total, points.getLast().cumulative()));
        }
    }

    /** Empty where nobody's cost is known. */
    static Optional<WhaleCurve> of(Reading reading) {
        List<Line> lines = reading.lines();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Line any = lines.getFirst();
        return Optional.of(new WhaleCurve(
                lines.stream().map(WhaleCurve::point).toList(),
                any.count("customers"),
                any.count("earning"),
                any.count("below_zero"),
                any.count("without_cost"),
                any.number("total").orElse(BigDecimal.ZERO)));
    }

    private static Point point(Line line) {
        return new Point(
                line.count("place"),
                line.number("cumulative").orElse(BigDecimal.ZERO),
                line.number("share_of_customers").orElse(BigDecimal.ZERO),
                line.text("share_of_contribution")
                        .filter(share -> !share.equals("undefined"))
                        .map(BigDecimal::new));
    }

    /** Where the curve turns down; empty where nobody earns anything. */
    Optional<Point> peak() {
        return points.stream().filter(point -> point.place() == earning).findFirst();
    }

    Point end() {
        return points.getLast();
    }

    /** The best so many percent: the first point that holds at least that share of the customers. */
    Point best(int percent) {
        return points.stream()
                .filter(point -> point.place() * 100 >= percent * customers)
                .findFirst()
                .orElseGet(this::end);
    }
}
