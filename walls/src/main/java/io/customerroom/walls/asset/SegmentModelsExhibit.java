package io.customerroom.walls.asset;

import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Range;
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
import io.customerroom.walls.worth.SegmentChoice;
import io.customerroom.walls.worth.SegmentChoice.Trial;
import io.customerroom.walls.worth.Worth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the customers of each segment are worth, which model the holdout speaks for in it, by how much, and what came second. */
record SegmentModelsExhibit(WallQuery query, Currency currency) {

    /** @param choices one per segment, at least two; used where the answer's definition says so */
    Exhibit of(Worth.Valued valued, List<SegmentChoice> choices, Histories.Answer answer) {
        boolean used = valued.choices().isPresent();
        List<BigDecimal> equities = MoneyWords.added(
                valued.segments().stream()
                        .map(segment -> segment.equity().value())
                        .toList(),
                currency);
        List<Row> rows = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<@Nullable BigDecimal> bars = new ArrayList<>();
        List<@Nullable Range> ranges = new ArrayList<>();
        double customers = 0;
        for (SegmentChoice choice : choices) {
            int at = place(valued.segments(), choice.segment());
            BigDecimal equity = at < 0 ? null : equities.get(at);
            names.add(choice.name());
            bars.add(equity);
            ranges.add(
                    at < 0 ? null : Sure.of(valued.segments().get(at).equity().interval()));
            customers += at < 0 ? 0 : valued.segments().get(at).customers();
            Row row = row(
                    choice,
                    used,
                    at < 0 ? null : valued.segments().get(at),
                    equity == null ? null : Contribution.exact(equity));
            rows.add(
                    equity == null
                            ? row
                            : row.to(
                                    "equity",
                                    new Drill(
                                            WorthExhibits.CUSTOMERS,
                                            query.period().name(),
                                            Map.of("of", choice.segment()))));
        }
        if (!equities.isEmpty()) {
            rows.add(together(customers, equities, choices, valued));
        }
        return new Exhibit(
                "worth-segments",
                title(choices, used),
                "Expected revenue by segment, %s, and the models tried on the months after %s; %s; at the end of %s"
                        .formatted(
                                currency.getCurrencyCode(),
                                PeriodWords.day(valued.holdout().cut()),
                                PeriodWords.population(query),
                                PeriodWords.of(query)),
                List.of(),
                equities.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Chart.Bars(
                                currency.getCurrencyCode() + ", in today’s money",
                                false,
                                names,
                                List.of(new Series("expected revenue", Tone.ORDINARY, bars, 0)
                                        .within(Sure.at(answer.assumptions().level(), ranges))))),
                caption(used, answer),
                new Table(
                        "One row per segment; worth adds up to the last row, intervals do not: one model errs for all of them together",
                        columns(),
                        rows),
                List.of(),
                answer.source());
    }

    private static int place(List<Worth.Segment> segments, String name) {
        return segments.stream().map(Worth.Segment::name).toList().indexOf(name);
    }

    private static String title(List<SegmentChoice> choices, boolean used) {
        long own = choices.stream().filter(choice -> choice.own().isPresent()).count();
        if (own == 0) {
            return "One model foretold the customers of all %s as well as any of their own"
                    .formatted(Numbers.counted(choices.size(), "segment"));
        }
        return "%d of %s %s"
                .formatted(
                        own,
                        Numbers.counted(choices.size(), "segment"),
                        used
                                ? own == 1 ? "is valued by a model of its own" : "are valued by models of their own"
                                : own == 1
                                        ? "was foretold better by a model of its own"
                                        : "were foretold better by models of their own");
    }

    private static String caption(boolean used, Histories.Answer answer) {
        return "A model fitted to a segment alone is taken where it gave what its customers did in the months held out a higher likelihood than the model of all, by more than two standard errors. %s. A customer stands under the segment of today: segments given for later buying flatter a model of their own"
                .formatted(
                        used
                                ? "So it is by " + answer.assumptions().definition()
                                : "By %s one model is for all; “models: per-segment” would use these"
                                        .formatted(answer.assumptions().definition()));
    }

    private List<Column> columns() {
        return List.of(
                Column.key("segment", "Segment"),
                Column.count("customers", "Customers who ever bought"),
                MoneyWords.column("equity", "Expected revenue today", currency),
                MoneyWords.column("low", "Low end of interval", currency),
                MoneyWords.column("high", "High end of interval", currency),
                Column.text("model", "Valued by"),
                Column.text("holdout", "The holdout speaks for"),
                Column.count("came", "Purchases that came"),
                Column.amount("foretold_all", "Foretold by the model of all", 1),
                Column.amount("foretold_own", "Foretold by its own", 1),
                Column.amount("gain", "Own above that of all, log-likelihood", 1),
                Column.amount("error", "Standard error of that", 1),
                Column.text("second", "Second"),
                Column.text("why", "Why"));
    }

    private Row row(SegmentChoice choice, boolean used, Worth.@Nullable Segment worth, @Nullable String equity) {
        Optional<Trial> all =
                choice.trials().stream().filter(trial -> trial.own().isEmpty()).findFirst();
        Optional<Trial> own = choice.own().isPresent() ? choice.chosen() : nearest(choice);
        String speaks = choice.trials().isEmpty()
                ? "none tried"
                : choice.chosen().map(Trial::label).orElse("that of all");
        return Row.of(
                choice.name(),
                worth == null ? null : Contribution.exact(Numbers.rounded(worth.customers(), 0)),
                equity,
                worth == null ? null : end(worth.equity().interval().low()),
                worth == null ? null : end(worth.equity().interval().high()),
                used ? choice.chosen().map(Trial::label).orElse("that of all") : "that of all",
                speaks,
                Long.toString(choice.came()),
                all.map(trial -> exact(trial.foretold())).orElse(null),
                own.map(trial -> exact(trial.foretold())).orElse(null),
                own.map(trial -> exact(trial.gain())).orElse(null),
                own.map(trial -> exact(trial.error())).orElse(null),
                choice.runnerUp().map(Trial::label).orElse(""),
                choice.why());
    }

    /** The own model that came second where that of all stays, else the one with the highest score. */
    private static Optional<Trial> nearest(SegmentChoice choice) {
        return choice.runnerUp()
                .or(() -> choice.trials().stream()
                        .filter(trial ->
                                trial.own().isPresent() && trial.refused().isEmpty())
                        .max(Comparator.comparingDouble(Trial::gain)));
    }

    private Row together(
            double customers, List<BigDecimal> equities, List<SegmentChoice> choices, Worth.Valued valued) {
        return Row.of(
                "together",
                Contribution.exact(Numbers.rounded(customers, 0)),
                Contribution.exact(equities.stream().reduce(BigDecimal.ZERO, BigDecimal::add)),
                valued.money()
                        .map(equity -> end(equity.total().interval().low()))
                        .orElse(null),
                valued.money()
                        .map(equity -> end(equity.total().interval().high()))
                        .orElse(null),
                "",
                "",
                Long.toString(choices.stream().mapToLong(SegmentChoice::came).sum()),
                null,
                null,
                null,
                null,
                "",
                "");
    }

    private String end(double value) {
        return Contribution.exact(Numbers.rounded(value, MoneyWords.digits(currency)));
    }

    private static String exact(double value) {
        return Contribution.exact(Numbers.rounded(value, 1));
    }
}
