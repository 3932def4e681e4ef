package io.customerroom.walls.asset;

import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Kind;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every goal that holds for a view, beside what was reached and the pace to it. */
final class GoalsExhibit {

    private GoalsExhibit() {}

    static Exhibit of(List<GoalReading> goals, Reading math, WallQuery query, Currency currency, ZoneId zone) {
        return new Exhibit(
                "goals",
                title(goals, query),
                "Goals beside the figures, customers and %s; %s; through the end of %s"
                        .formatted(currency.getCurrencyCode(), PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                Optional.empty(),
                goals.isEmpty() && query.site().isPresent() ? "Goals are stated for the company and for segments." : "",
                new Table(
                        "One row per goal, nearest period first",
                        List.of(
                                Column.key("figure", "Figure"),
                                new Column("of_period", "Period", Kind.TEXT, 0, true),
                                Column.count("goal", "Goal"),
                                Column.count("reached", "Reached so far"),
                                Column.count("difference", "Difference"),
                                Column.count("expected", "Expected by now at a steady pace"),
                                Column.count("time_gone", "% of the time gone"),
                                Column.text("state", "State"),
                                Column.text("stated_by", "Stated by"),
                                Column.day("stated_on", "On"),
                                Column.text("reason", "Reason")),
                        goals.stream().map(goal -> row(goal, zone)).toList()),
                math.warnings(),
                math.source());
    }

    private static String title(List<GoalReading> goals, WallQuery query) {
        if (goals.isEmpty()) {
            return "No goal is stated for " + PeriodWords.of(query.period());
        }
        long well = goals.stream()
                .filter(goal -> goal.state() == GoalReading.State.REACHED || goal.state() == GoalReading.State.ON_PACE)
                .count();
        return "%s of %s reached or on pace"
                .formatted(Numbers.whole(well), goals.size() == 1 ? "1 goal is" : goals.size() + " goals are");
    }

    private static Row row(GoalReading goal, ZoneId zone) {
        return Row.of(
                goal.goal().figure().label()
                        + goal.goal().segment().map(segment -> ", " + segment).orElse(""),
                goal.periodInWords(),
                exact(goal.level()),
                exact(goal.value()),
                exact(goal.difference()),
                expected(goal),
                exact(GoalReading.share(goal.gone(), goal.days()).setScale(0, RoundingMode.HALF_UP)),
                goal.state().words(),
                goal.goal().by(),
                LocalDate.ofInstant(goal.goal().at(), zone).toString(),
                goal.goal().reason());
    }

    private static @Nullable String expected(GoalReading goal) {
        return goal.expected().compareTo(goal.level()) == 0 ? null : exact(goal.expected());
    }

    private static String exact(BigDecimal number) {
        return Contribution.exact(number);
    }
}
