package io.customerroom.walls.asset;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.goals.Aimed;
import io.customerroom.ledger.goals.Goal;
import io.customerroom.walls.reading.Aims;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Reading.Line;
import io.customerroom.walls.reading.Readings;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Holds the goals of a view's period, and of longer ones around it, against what was reached by the end of the view. What adds up is the sum of the view's own
 * periods since the goal's first day, so that months book what a year later nets away.
 */
record Course(Readings readings, CompanyCalendar calendar, Aims aims, Currency currency) {

    /** Nearest periods first. Sites have no goals, so a view of one has none. */
    List<GoalReading> of(WallQuery query) {
        return query.site().isPresent()
                ? List.of()
                : aims.goals(query).stream()
                        .filter(goal -> goal.segment().equals(query.segment()))
                        .filter(goal -> holds(calendar.parse(goal.period()), query.period()))
                        .map(goal -> reading(goal, query))
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparingLong(GoalReading::days)
                                .thenComparing(it -> it.goal().figure())
                                .thenComparing(it -> it.goal().period()))
                        .toList();
    }

    private static boolean holds(Period whole, Period part) {
        return !whole.startsOn().isAfter(part.startsOn()) && !whole.endsOn().isBefore(part.endsOn());
    }

    private Optional<GoalReading> reading(Goal goal, WallQuery query) {
        Period whole = calendar.parse(goal.period());
        LocalDate covered =
                earlier(query.period().endsOn(), query.clocks().through().plusDays(1));
        return value(goal.figure(), whole, query)
                .map(value -> new GoalReading(
                        goal,
                        goal.level().orElse(BigDecimal.ZERO),
                        value,
                        ChronoUnit.DAYS.between(whole.startsOn(), earlier(covered, whole.endsOn())),
                        ChronoUnit.DAYS.between(whole.startsOn(), whole.endsOn()),
                        PeriodWords.of(whole),
                        currency));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private Optional<BigDecimal> value(Aimed figure, Period whole, WallQuery query) {
        Period first = calendar.periodOf(query.period().grain(), whole.startsOn());
        Reading reading = readings.read(metric(figure), first, query.period(), query);
        List<BigDecimal> values = reading.lines().stream()
                .map(line -> of(figure, line))
                .flatMap(Optional::stream)
                .toList();
        if (values.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                figure.addsUp() ? values.stream().reduce(BigDecimal.ZERO, BigDecimal::add) : values.getLast());
    }

    static String metric(Aimed figure) {
        return switch (figure) {
            case IN, OUT, NET, CLOSING -> "customer-math";
            case REVENUE -> "revenue";
            case GAINED, GAINED_VALUE -> NewcomerExhibit.METRIC;
        };
    }

    /** The figure of one row of its metric. */
    static Optional<BigDecimal> of(Aimed figure, Line line) {
        return switch (figure) {
            case IN -> sum(line, "gained", "regained");
            case OUT -> line.number("lost");
            case NET ->
                sum(line, "gained", "regained")
                        .flatMap(in -> line.number("lost").map(in::subtract));
            case CLOSING -> line.number("closing");
            case REVENUE -> line.number("revenue");
            case GAINED -> line.number("customers");
            case GAINED_VALUE -> line.number("first_value");
        };
    }

    private static Optional<BigDecimal> sum(Line line, String one, String other) {
        return line.number(one).flatMap(first -> line.number(other).map(first::add));
    }
}
