package io.customerroom.walls.asset;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.goals.Aimed;
import io.customerroom.ledger.goals.AlarmDecision;
import io.customerroom.ledger.goals.Goal;
import io.customerroom.walls.reading.Aims;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Reading.Line;
import io.customerroom.walls.reading.Readings;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gained customers beside their plan, period by period up to the view's, and over the year that ends with each: of the twelve months (four quarters, one
 * year) those for which both goals are stated. Periods that are not over are not judged. Sites have no goals, so a view of one has no plan.
 */
record GainedPlan(Readings readings, CompanyCalendar calendar, Aims aims) {

    /** One period and the year up to it; empty where no plan is stated. */
    record Step(Period period, VolumeAndValue alone, VolumeAndValue year, int periods) {}

    /** What is known of a view's plan. */
    record Told(List<Step> steps, List<AlarmItem> items, Optional<Reading> reading) {

        static final Told NOTHING = new Told(List.of(), List.of(), Optional.empty());
    }

    Told of(WallQuery query) {
        List<Goal> goals = query.site().isPresent()
                ? List.of()
                : aims.goals(query).stream()
                        .filter(goal -> goal.segment().equals(query.segment()))
                        .filter(goal -> goal.figure() == Aimed.GAINED || goal.figure() == Aimed.GAINED_VALUE)
                        .filter(goal -> calendar.parse(goal.period()).grain()
                                == query.period().grain())
                        .toList();
        if (goals.isEmpty()) {
            return Told.NOTHING;
        }
        int year = year(query.period().grain());
        List<Period> looked = back(query, 2 * year);
        if (looked.isEmpty()) {
            return Told.NOTHING;
        }
        Reading reading = readings.read(NewcomerExhibit.METRIC, looked.getFirst(), looked.getLast(), query);
        List<Optional<VolumeAndValue>> alone =
                looked.stream().map(period -> step(period, goals, reading)).toList();
        List<Step> steps = new ArrayList<>();
        for (int i = Math.max(0, looked.size() - year - 1); i < looked.size(); i++) {
            List<VolumeAndValue> window = alone.subList(Math.max(0, i - year + 1), i + 1).stream()
                    .flatMap(Optional::stream)
                    .toList();
            if (alone.get(i).isPresent()) {
                VolumeAndValue sum = window.stream().reduce(VolumeAndValue.NOTHING, VolumeAndValue::plus);
                steps.add(new Step(looked.get(i), alone.get(i).get(), sum, window.size()));
            }
        }
        return new Told(List.copyOf(steps), items(steps, query), Optional.of(reading));
    }

    private List<AlarmItem> items(List<Step> steps, WallQuery query) {
        List<String> names = steps.stream().map(step -> step.period().name()).toList();
        List<AlarmDecision> decisions = aims.decisions(query).stream()
                .filter(decision -> decision.segment().equals(query.segment()))
                .toList();
        return AlarmItem.of(
                steps.stream()
                        .map(step ->
                                new AlarmItem.Judged(step.period(), step.year().verdict()))
                        .toList(),
                decisions,
                names::indexOf);
    }

    /** The periods up to the view's that are over, oldest first. */
    private List<Period> back(WallQuery query, int most) {
        List<Period> periods = new ArrayList<>();
        Period period = query.partial() ? calendar.previous(query.period()) : query.period();
        for (int i = 0; i < most; i++) {
            periods.addFirst(period);
            period = calendar.previous(period);
        }
        return periods;
    }

    private static int year(Grain grain) {
        return switch (grain) {
            case MONTH -> 12;
            case QUARTER, FISCAL_QUARTER -> 4;
            case YEAR, FISCAL_YEAR -> 1;
        };
    }

    private static Optional<VolumeAndValue> step(Period period, List<Goal> goals, Reading reading) {
        Optional<BigDecimal> customers = level(Aimed.GAINED, period, goals);
        Optional<BigDecimal> value = level(Aimed.GAINED_VALUE, period, goals);
        if (customers.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        Optional<Line> line = reading.lines(period.name()).stream().findFirst();
        return Optional.of(new VolumeAndValue(
                line.map(it -> it.count("customers")).orElse(0L),
                line.flatMap(it -> it.number("first_value")).orElse(BigDecimal.ZERO),
                line.flatMap(it -> it.number("squares"))
                        .map(BigDecimal::doubleValue)
                        .orElse(0.0),
                customers.get(),
                value.get()));
    }

    private static Optional<BigDecimal> level(Aimed figure, Period period, List<Goal> goals) {
        return goals.stream()
                .filter(goal -> goal.figure() == figure && goal.period().equals(period.name()))
                .findFirst()
                .flatMap(Goal::level);
    }
}
