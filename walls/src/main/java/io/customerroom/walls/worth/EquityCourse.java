package io.customerroom.walls.worth;

import io.customerroom.kernel.Period;
import io.customerroom.statistics.Interval;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Customer equity at the end of each month, always by the same kinds of models, fitted anew to what was known by then.
 *
 * @param points in the order of time
 */
public record EquityCourse(Kinds kinds, List<Point> points) {

    /**
     * @param customers who had ever bought
     * @param equity nothing where it is refused
     * @param interval of it
     * @param refused why, or empty
     */
    public record Point(
            Period month, long customers, Optional<BigDecimal> equity, Optional<Interval> interval, String refused) {}

    /** From one month's end to the next. */
    public record Step(Point from, Point to, BigDecimal change) {}

    public EquityCourse {
        points = List.copyOf(points);
    }

    /** The change against the month before, where both are known. */
    public Optional<Step> into(Point point) {
        int at = points.indexOf(point);
        return at < 1
                ? Optional.empty()
                : points.get(at - 1)
                        .equity()
                        .flatMap(before ->
                                point.equity().map(now -> new Step(points.get(at - 1), point, now.subtract(before))));
    }

    /** The month with the largest fall; nothing where it never fell. */
    public Optional<Step> largestFall() {
        return points.stream()
                .flatMap(point -> into(point).stream())
                .filter(step -> step.change().signum() < 0)
                .min(Comparator.comparing(Step::change));
    }
}
