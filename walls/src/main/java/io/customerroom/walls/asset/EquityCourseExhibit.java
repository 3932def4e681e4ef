package io.customerroom.walls.asset;

import io.customerroom.kernel.Grain;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Range;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Tone;
import io.customerroom.walls.exhibit.Direction;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Figure;
import io.customerroom.walls.exhibit.Mark;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.worth.Equities;
import io.customerroom.walls.worth.Equities.Changed;
import io.customerroom.walls.worth.Equities.Told;
import io.customerroom.walls.worth.EquityChange;
import io.customerroom.walls.worth.EquityCourse;
import io.customerroom.walls.worth.EquityCourse.Point;
import io.customerroom.walls.worth.Histories;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How customer equity went from month to month, with its intervals. A month leads to why it changed then. */
record EquityCourseExhibit(EquityExhibits page, Equities.Answer answer) {

    private static final String ID = "equity-course";

    /** Whether this is the course, and says how customer equity changed since the month before. */
    static boolean leads(Exhibit exhibit) {
        return exhibit.id().equals(ID)
                && exhibit.figures().stream()
                        .anyMatch(figure ->
                                figure.id().equals("equity") && figure.prior().isPresent());
    }

    Exhibit exhibit() {
        EquityCourse course = answer.course();
        List<Row> rows = new ArrayList<>();
        for (Point point : course.points()) {
            rows.add(Row.of(
                            point.month().name(),
                            Long.toString(point.customers()),
                            point.equity().map(EquityExhibits::exact).orElse(null),
                            point.interval().map(within -> end(within.low())).orElse(null),
                            point.interval().map(within -> end(within.high())).orElse(null),
                            course.into(point)
                                    .map(step -> EquityExhibits.exact(step.change()))
                                    .orElse(null),
                            point.refused())
                    .to(new Drill(Equities.MOVES, point.month().name(), Map.of())));
        }
        List<@Nullable BigDecimal> line = new ArrayList<>();
        course.points().forEach(point -> line.add(point.equity().orElse(null)));
        return new Exhibit(
                ID,
                title(),
                "Customer equity at the month’s end, %s, %s; %s; up to %s"
                        .formatted(
                                page.currency().getCurrencyCode(),
                                page.assumptions().words(),
                                PeriodWords.population(page.query()),
                                PeriodWords.of(page.query())),
                figures(course),
                Optional.of(new Chart.Line(
                        page.currency().getCurrencyCode(),
                        course.points().stream()
                                .map(point -> point.month().name())
                                .toList(),
                        List.of(new Series("customer equity", Tone.FIRST, line, 0)
                                .within(Sure.at(
                                        page.assumptions().level(),
                                        course.points().stream()
                                                .<@Nullable Range>map(point -> point.interval()
                                                        .map(Sure::of)
                                                        .orElse(null))
                                                .toList()))),
                        Optional.empty())),
                "At each month’s end %s was fitted anew to what had happened by then. A month in the table opens why it changed"
                        .formatted(course.kinds().label()),
                new Table(
                        "One row per month; the month opens the change of that month",
                        List.of(
                                Column.key("month", "Month"),
                                Column.count("customers", "Customers who ever bought"),
                                MoneyWords.column("equity", "Customer equity at its end", page.currency()),
                                MoneyWords.column("low", "Low end of interval", page.currency()),
                                MoneyWords.column("high", "High end of interval", page.currency()),
                                MoneyWords.column("change", "Change", page.currency()),
                                Column.text("refused", "Why there is none")),
                        rows),
                answer.states().warnings(),
                page.assumptions().beside(answer.states().source()));
    }

    /** What a leader wants to know first: how far it went, and where. */
    private String title() {
        EquityCourse course = answer.course();
        String now = course.points().isEmpty()
                ? "Nobody has bought yet"
                : course.into(course.points().getLast())
                        .map(step -> step.change().signum() == 0
                                ? "Customer equity stood still in "
                                        + PeriodWords.of(step.to().month())
                                : "Customer equity %s by %s in %s"
                                        .formatted(
                                                step.change().signum() < 0 ? "fell" : "rose",
                                                MoneyWords.of(step.change().abs(), page.currency()),
                                                PeriodWords.of(step.to().month())))
                        .map(words -> words + mostIn(answer.period()))
                        .orElse("Customer equity month by month");
        return course.largestFall()
                .map(fall -> fall.to().equals(course.points().getLast())
                        ? now + ", the largest fall in a year"
                        : "%s; it fell most in %s, by %s"
                                .formatted(
                                        now,
                                        PeriodWords.of(fall.to().month()),
                                        MoneyWords.of(fall.change().abs(), page.currency())))
                .orElse(now + "; it never fell in a year");
    }

    /** Where most of it was, as far as the page is of the same month as the last step of the course. */
    private String mostIn(Changed changed) {
        return page.query().period().grain() == Grain.MONTH
                        && changed.change() instanceof Told.Known<EquityChange> known
                ? EquitySegments.foremost(known.value())
                        .map(most -> " (%s %s)"
                                .formatted(
                                        EquityExhibits.named(most.getKey()),
                                        page.signed(most.getValue().change())))
                        .orElse("")
                : "";
    }

    /** The equity with its change, and its largest fall. */
    private List<Figure> figures(EquityCourse course) {
        List<Figure> figures = new ArrayList<>();
        Optional<Point> last = course.points().stream()
                .reduce((one, other) -> other)
                .filter(point -> point.equity().isPresent());
        last.ifPresent(point -> figures.add(new Figure(
                "equity",
                "Customer equity",
                point.equity(),
                point.equity().map(now -> MoneyWords.of(now, page.currency())).orElse("no reading"),
                "of %s who ever bought".formatted(Numbers.counted(point.customers(), "customer")),
                course.into(point)
                        .map(step -> new Figure.Comparison(
                                PeriodWords.of(step.from().month()),
                                step.from()
                                        .equity()
                                        .map(then -> MoneyWords.of(then, page.currency()))
                                        .orElse("no reading"),
                                page.signed(step.change()),
                                Mark.of(step.change(), Direction.UP))),
                Optional.empty(),
                Optional.of(new Drill(Histories.STATES, point.month().name(), Map.of())))));
        course.largestFall().map(this::fall).ifPresent(figures::add);
        return figures;
    }

    /** Leads to the page of that month. */
    private Figure fall(EquityCourse.Step fall) {
        return new Figure(
                "fall",
                "Fell most in " + PeriodWords.of(fall.to().month()),
                Optional.of(fall.change()),
                page.signed(fall.change()),
                "why, on the page of that month",
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Drill(Equities.MOVES, fall.to().month().name(), Map.of())));
    }

    private String end(double value) {
        return EquityExhibits.exact(Numbers.rounded(value, MoneyWords.digits(page.currency())));
    }
}
