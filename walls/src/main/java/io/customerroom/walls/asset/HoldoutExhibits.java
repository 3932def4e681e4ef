package io.customerroom.walls.asset;

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
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.walls.worth.Histories;
import io.customerroom.walls.worth.Holdout;
import io.customerroom.walls.worth.Kinds;
import io.customerroom.walls.worth.Worth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How well models that saw only the first part of history foretold what came in the months held out, and what became of each of them. */
record HoldoutExhibits(WallQuery query) {

    private static final String KNOW_NO_SEASON = "; models know neither season nor campaign";

    /** By the model that is used, or the nearest where that one foretold nothing. */
    Exhibit forecast(Worth.Valued valued, Histories.Answer answer) {
        Holdout holdout = valued.holdout();
        return course(
                holdout,
                Optional.of(holdout.of(valued.model()))
                        .filter(trial -> trial.total().isPresent())
                        .or(holdout::best),
                used(valued) + KNOW_NO_SEASON,
                answer);
    }

    /** Where no model is used: by the nearest, or the baseline. */
    Exhibit withoutModel(Holdout holdout, Histories.Answer answer) {
        return course(holdout, holdout.best().or(holdout::baseline), drawnInstead(holdout), answer);
    }

    /** What the line is where no model is used; nothing where none could be drawn. */
    private static String drawnInstead(Holdout holdout) {
        return holdout.best()
                .or(holdout::baseline)
                .map(trial ->
                        "No model is used; the line is " + trial.candidate().label() + KNOW_NO_SEASON)
                .orElse("");
    }

    private static String used(Worth.Valued valued) {
        if (!valued.model().leaving()) {
            return valued.passedOver() + " " + valued.model().label() + " is used";
        }
        return valued.passedOver().isEmpty()
                ? valued.model().label() + " was nearest and is used" + alone(valued)
                : valued.model().label() + " is used; why not the nearest stands at the models that were tried";
    }

    /** {@code ; for gold MBG/NBD of its own}, or empty. */
    private static String alone(Worth.Valued valued) {
        Kinds kinds = valued.basis().kinds();
        return kinds.own().isEmpty() ? "" : "; segments with a model of their own stand below";
    }

    private Exhibit course(Holdout holdout, Optional<Holdout.Trial> best, String caption, Histories.Answer answer) {
        List<String> names = new ArrayList<>();
        List<@Nullable BigDecimal> came = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        String before = holdout.cut().plusDays(1).toString();
        long sum = 0;
        for (int i = 0; i < holdout.actual().size(); i++) {
            Holdout.Step step = holdout.actual().get(i);
            sum += step.purchases();
            names.add(step.name());
            came.add(BigDecimal.valueOf(sum));
            List<@Nullable String> values =
                    new ArrayList<>(List.of(step.name(), Long.toString(step.purchases()), Long.toString(sum)));
            for (Holdout.Trial trial : holdout.trials()) {
                values.add(
                        trial.cumulative().isEmpty()
                                ? null
                                : Contribution.exact(
                                        Numbers.rounded(trial.cumulative().get(i), 1)));
            }
            rows.add(Row.of(values.toArray(new @Nullable String[0]))
                    .to("purchases", new Drill(Histories.REPEATS, step.name(), Map.of("before", before))));
        }
        List<Column> columns = new ArrayList<>(List.of(
                Column.key("month", "Until the end of"),
                Column.count("purchases", "Came in the month"),
                Column.count("came", "Came so far")));
        holdout.trials()
                .forEach(trial -> columns.add(Column.amount(
                        trial.candidate().name().toLowerCase(Locale.ROOT),
                        "Expected so far, " + trial.candidate().label(),
                        1)));
        List<Series> lines = new ArrayList<>(List.of(new Series("came", Tone.FIRST, came, 0)));
        best.ifPresent(trial -> lines.add(new Series(
                "expected by " + trial.candidate().label(),
                Tone.SECOND,
                trial.cumulative().stream()
                        .map(value -> Numbers.rounded(value, 1))
                        .toList(),
                0)));
        return new Exhibit(
                "worth-forecast",
                forecastTitle(holdout, best),
                "Repeat purchases, added up, of customers who had bought by %s; %s"
                        .formatted(PeriodWords.day(holdout.cut()), PeriodWords.population(query)),
                List.of(),
                Optional.of(new Chart.Line("repeat purchases", names, lines, Optional.empty())),
                caption,
                new Table("One row per month that was held out; a purchase is a day with a sale", columns, rows),
                List.of(),
                answer.source());
    }

    private static String forecastTitle(Holdout holdout, Optional<Holdout.Trial> best) {
        return best.map(trial -> holdout.error(trial)
                        .map(error -> "%s purchases came, %s were foretold: %s"
                                .formatted(
                                        Numbers.whole(holdout.total()),
                                        Numbers.whole(
                                                Numbers.rounded(trial.total().orElseThrow(), 0)),
                                        missed(error)))
                        .orElse("Nobody came back, and %s purchases were foretold"
                                .formatted(Numbers.whole(
                                        Numbers.rounded(trial.total().orElseThrow(), 0)))))
                .orElse("No model could be fitted to the first part of history");
    }

    private static String missed(double error) {
        BigDecimal percent = Numbers.rounded(100 * Math.abs(error), 1);
        return percent.signum() == 0 ? "as many" : percent + " % too " + (error < 0 ? "few" : "many");
    }

    /** Every model that was tried, with what it foretold and what speaks against it. */
    Exhibit models(Worth.Valued valued, Histories.Answer answer) {
        Holdout holdout = valued.holdout();
        long refused = holdout.trials().stream()
                .filter(trial -> !trial.refused().isEmpty())
                .count();
        return new Exhibit(
                "worth-models",
                "%s tried, %s by the history up to %s"
                        .formatted(
                                Numbers.counted(holdout.trials().size(), "model"),
                                refused == 0 ? "none refused" : Numbers.whole(refused) + " refused",
                                PeriodWords.day(holdout.cut())),
                "Repeat purchases foretold for the months held out, against %s that came; %s"
                        .formatted(Numbers.whole(holdout.total()), PeriodWords.population(query)),
                List.of(),
                Optional.empty(),
                "",
                new Table(
                        "One row per model; a refused one foretells nothing",
                        List.of(
                                Column.key("model", "Model"),
                                Column.text("standing", "What became of it"),
                                Column.amount("foretold", "Foretold", 1),
                                Column.amount("error", "More than came", 1).in("%")),
                        holdout.trials().stream()
                                .map(trial -> row(trial, valued))
                                .toList()),
                List.of(),
                answer.states().source());
    }

    private static Row row(Holdout.Trial trial, Worth.Valued valued) {
        return Row.of(
                trial.candidate().label(),
                standing(trial, valued),
                trial.total()
                        .map(total -> Contribution.exact(Numbers.rounded(total, 1)))
                        .orElse(null),
                valued.holdout()
                        .error(trial)
                        .map(error -> Contribution.exact(Numbers.rounded(100 * error, 1)))
                        .orElse(null));
    }

    private static String standing(Holdout.Trial trial, Worth.Valued valued) {
        if (trial.candidate() == valued.model()) {
            return "used";
        }
        if (!valued.passedOver().isEmpty()
                && valued.holdout()
                        .best()
                        .filter(best -> best.candidate() == trial.candidate())
                        .isPresent()) {
            return "not used. " + valued.passedOver();
        }
        return trial.refused().isEmpty() ? "not used" : "refused. " + trial.refused();
    }
}
