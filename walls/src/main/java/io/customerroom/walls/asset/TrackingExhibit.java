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
import io.customerroom.walls.worth.Equities;
import io.customerroom.walls.worth.Equities.Told;
import io.customerroom.walls.worth.Forecast;
import io.customerroom.walls.worth.Forecast.Month;
import io.customerroom.walls.worth.Histories;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What would have been foretold a year ago, beside what came in each month since, with the interval in which it should have lain. */
record TrackingExhibit(WallQuery query) {

    private static final List<Column> COLUMNS = List.of(
            Column.key("month", "Month"),
            Column.count("came", "Came in it"),
            Column.amount("expected", "Foretold for it", 1),
            Column.amount("low", "At least", 1),
            Column.amount("high", "At most", 1),
            Column.amount("plain", "By the models without season", 1),
            Column.count("came_so_far", "Came so far"),
            Column.amount("expected_so_far", "Foretold so far", 1),
            Column.amount("low_so_far", "At least so far", 1),
            Column.amount("high_so_far", "At most so far", 1));

    Exhibit of(Equities.Answer answer) {
        return switch (answer.forecast()) {
            case Told.Refused<Forecast> refused ->
                exhibit(
                        "Last year’s forecast cannot be held against what came",
                        "customers of a year ago",
                        Optional.empty(),
                        refused.why(),
                        new Table("No rows: there was no forecast", COLUMNS, List.of()),
                        answer);
            case Told.Known<Forecast> known -> exhibit(known.value(), answer);
        };
    }

    private Exhibit exhibit(Forecast forecast, Equities.Answer answer) {
        return exhibit(
                title(forecast),
                "customers who had bought by " + PeriodWords.day(forecast.cut()),
                Optional.of(chart(forecast)),
                caption(forecast),
                new Table(
                        "One row per month since; a purchase is a day with a sale",
                        COLUMNS,
                        forecast.months().stream()
                                .map(month -> row(month, forecast))
                                .toList()),
                answer);
    }

    private Exhibit exhibit(
            String title, String whose, Optional<Chart> chart, String caption, Table table, Equities.Answer answer) {
        return new Exhibit(
                "worth-tracking",
                title,
                "Repeat purchases in each month, of %s; %s; %s"
                        .formatted(whose, PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                chart,
                caption,
                table,
                answer.states().warnings(),
                answer.states().source());
    }

    private static String title(Forecast forecast) {
        Month last = forecast.months().getLast();
        String came = "%s purchases came in %s, %s were foretold"
                .formatted(
                        Numbers.whole(last.cameSoFar()),
                        Numbers.counted(forecast.months().size(), "month"),
                        Numbers.whole(Numbers.rounded(last.expectedSoFar().value(), 0)));
        return last.cameSoFar() == 0
                ? came
                : "%s: %s %% too %s"
                        .formatted(
                                came,
                                Numbers.plain(Numbers.rounded(100 * Math.abs(forecast.error()), 1), 1),
                                forecast.error() < 0 ? "few" : "many");
    }

    private static String caption(Forecast forecast) {
        Month last = forecast.months().getLast();
        return "The model is %s, fitted to what had happened by %s. %s. %d of %s lie in their %d %% interval, and the sum of all %s. Whose purchases it missed stands below"
                .formatted(
                        forecast.model(),
                        PeriodWords.day(forecast.cut()),
                        forecast.seasonal()
                                ? "It knows no season; its time goes as fast as that of the two years before, and the interval is as wide as those two missed each other by"
                                : "No season is in it: two years before that agree on one are not known",
                        forecast.held(),
                        Numbers.counted(forecast.months().size(), "month"),
                        Math.round(100 * forecast.level()),
                        last.expectedSoFar().holds(last.cameSoFar()) ? "does too" : "does not");
    }

    private static Chart chart(Forecast forecast) {
        return new Chart.Line(
                "repeat purchases in the month",
                forecast.months().stream().map(Month::name).toList(),
                List.of(
                        series("came", Tone.FIRST, forecast, month -> (double) month.came()),
                        series(
                                        "foretold",
                                        Tone.SECOND,
                                        forecast,
                                        month -> month.expected().value())
                                .within(Sure.at(
                                        forecast.level(),
                                        forecast.months().stream()
                                                .map(month ->
                                                        Sure.of(month.expected().interval()))
                                                .toList()))),
                Optional.empty());
    }

    private static Series series(String name, Tone tone, Forecast forecast, Function<Month, Double> value) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        forecast.months().forEach(month -> values.add(Numbers.rounded(value.apply(month), 1)));
        return new Series(name, tone, values, 0);
    }

    private static Row row(Month month, Forecast forecast) {
        return Row.of(
                        month.name(),
                        Long.toString(month.came()),
                        exact(month.expected().value()),
                        exact(month.expected().interval().low()),
                        exact(month.expected().interval().high()),
                        exact(month.plain()),
                        Long.toString(month.cameSoFar()),
                        exact(month.expectedSoFar().value()),
                        exact(month.expectedSoFar().interval().low()),
                        exact(month.expectedSoFar().interval().high()))
                .to(
                        "came",
                        new Drill(
                                Histories.REPEATS,
                                month.name(),
                                Map.of("before", forecast.cut().plusDays(1).toString())));
    }

    private static String exact(double value) {
        return Contribution.exact(Numbers.rounded(value, 1));
    }
}
