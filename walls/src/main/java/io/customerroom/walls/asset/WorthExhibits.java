package io.customerroom.walls.asset;

import io.customerroom.statistics.Interval;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Range;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Sureness;
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
import io.customerroom.walls.worth.WorthTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What customers who buy without a contract are worth: expected revenue by coming year, how well the same model foretold what has happened
 * meanwhile, and how likely customers still are customers. Where no model is borne out, the reason stands in its place.
 */
record WorthExhibits(WallQuery query, Currency currency) {

    /** Not a metric of the ledger: its rows with a score each. */
    static final String CUSTOMERS = "customer-worth";

    private static final String AS_BEFORE = "Assumes that the future is like the past";
    private static final String KNOW_NO_SEASON = "; models know neither season nor campaign";

    private static final String NOBODY_LEAVES =
            "In this history nobody is seen to leave, so nobody is expected to: what customers are worth is at most this. The low end of the interval supposes the quickest leaving that is not excluded";

    List<Exhibit> of(Histories.Answer answer) {
        return switch (answer.worth()) {
            case Worth.Refused refused ->
                Stream.concat(
                                Stream.of(refusal(refused, answer)),
                                refused
                                        .holdout()
                                        .map(holdout -> forecast(
                                                holdout,
                                                holdout.best().or(holdout::baseline),
                                                drawnInstead(holdout),
                                                answer))
                                        .stream())
                        .toList();
            case Worth.Valued valued ->
                List.of(
                        equity(valued, answer),
                        forecast(
                                valued.holdout(),
                                Optional.of(valued.holdout().of(valued.model()))
                                        .filter(trial -> trial.total().isPresent())
                                        .or(valued.holdout()::best),
                                used(valued) + KNOW_NO_SEASON,
                                answer),
                        likely(valued, answer),
                        models(valued, answer));
        };
    }

    private Exhibit refusal(Worth.Refused refused, Histories.Answer answer) {
        return new Exhibit(
                "customer-equity",
                "What our customers are worth cannot be said",
                "Expected revenue, %s; %s; at the end of %s"
                        .formatted(currency.getCurrencyCode(), PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                Optional.empty(),
                refused.why() + (refused.passedOver().isEmpty() ? "" : ". The table has what speaks against each"),
                passedOver(refused),
                answer.states().warnings(),
                answer.source());
    }

    private static Table passedOver(Worth.Refused refused) {
        return new Table(
                refused.passedOver().isEmpty() ? "No model was tried" : "One row per model that was tried",
                List.of(Column.key("model", "Model"), Column.text("why", "What speaks against it")),
                refused.passedOver().stream()
                        .map(one -> Row.of(one.model().label(), one.why()))
                        .toList());
    }

    private Exhibit equity(Worth.Valued valued, Histories.Answer answer) {
        List<Row> rows = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<@Nullable BigDecimal> bars = new ArrayList<>();
        valued.money().ifPresent(equity -> {
            List<BigDecimal> parts = MoneyWords.added(
                    equity.years().stream().map(Worth.Amount::value).toList(), currency);
            for (int year = 1; year <= parts.size(); year++) {
                BigDecimal part = parts.get(year - 1);
                Interval within = equity.years().get(year - 1).interval();
                names.add("year " + year);
                bars.add(part);
                rows.add(Row.of(
                        "year " + year,
                        Contribution.exact(part),
                        Contribution.exact(money(within.low())),
                        Contribution.exact(money(within.high()))));
            }
            Interval interval = equity.total().interval();
            names.add("together");
            bars.add(money(equity.total().value()));
            rows.add(Row.of(
                            "together",
                            Contribution.exact(money(equity.total().value())),
                            Contribution.exact(money(interval.low())),
                            Contribution.exact(money(interval.high())))
                    .to("equity", customers(Map.of())));
            for (WorthTable.By by : WorthTable.By.values()) {
                rows.add(Row.of(
                                "the same by " + by.words(),
                                Contribution.exact(money(equity.total().value())),
                                null,
                                null)
                        .to(customers(Map.of("by", by.id()))));
            }
        });
        List<String> warnings = new ArrayList<>(answer.states().warnings());
        if (!valued.model().leaving()) {
            warnings.add(NOBODY_LEAVES);
        }
        if (valued.spendSentence().contains("too ")) {
            warnings.add(valued.spendSentence());
        }
        return new Exhibit(
                "customer-equity",
                valued.money()
                        .map(equity -> "Those who are our customers will still buy for about "
                                + MoneyWords.of(money(equity.total().value()), currency))
                        .orElse("How often they will buy is known, what they will pay is not"),
                "Expected revenue after returns, before costs, %s, %s; %s; at the end of %s"
                        .formatted(
                                currency.getCurrencyCode(),
                                answer.assumptions().words(),
                                PeriodWords.population(query),
                                PeriodWords.of(query)),
                List.of(),
                valued.money()
                        .map(equity -> new Chart.Bars(
                                currency.getCurrencyCode() + ", in today’s money",
                                false,
                                names,
                                List.of(new Series("expected revenue", Tone.ORDINARY, bars, 0).within(sure(equity))))),
                valued.money()
                        .map(equity ->
                                "%s interval from %s to %s. %s; model %s. Discount and years ahead are assumptions (%s); customers to come are not in it"
                                        .formatted(
                                                answer.assumptions().levelWords(),
                                                MoneyWords.of(
                                                        money(equity.total()
                                                                .interval()
                                                                .low()),
                                                        currency),
                                                MoneyWords.of(
                                                        money(equity.total()
                                                                .interval()
                                                                .high()),
                                                        currency),
                                                AS_BEFORE,
                                                valued.basis().kinds().label(),
                                                answer.assumptions().definition()))
                        .orElse("Spend per purchase: " + valued.moneyRefused()),
                table("One row per coming year; the years add up, their intervals do not: they err together", rows),
                warnings,
                answer.source());
    }

    /** Of every year, and of all together. */
    private static Sureness sure(Worth.Equity equity) {
        return Sure.at(
                equity.total().interval().level(),
                Stream.concat(equity.years().stream(), Stream.of(equity.total()))
                        .<@Nullable Range>map(amount -> Sure.of(amount.interval()))
                        .toList());
    }

    private Table table(String caption, List<Row> rows) {
        return new Table(
                caption,
                List.of(
                        Column.key("ahead", "Coming year"),
                        MoneyWords.column("equity", "Expected revenue today", currency),
                        MoneyWords.column("low", "Low end of interval", currency),
                        MoneyWords.column("high", "High end of interval", currency)),
                rows);
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

    private Exhibit forecast(Holdout holdout, Optional<Holdout.Trial> best, String caption, Histories.Answer answer) {
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
                                : Contribution.exact(rounded(trial.cumulative().get(i), 1)));
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
                trial.cumulative().stream().map(value -> rounded(value, 1)).toList(),
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
                                        Numbers.whole(rounded(trial.total().orElseThrow(), 0)),
                                        missed(error)))
                        .orElse("Nobody came back, and %s purchases were foretold"
                                .formatted(Numbers.whole(rounded(trial.total().orElseThrow(), 0)))))
                .orElse("No model could be fitted to the first part of history");
    }

    private static String missed(double error) {
        BigDecimal percent = rounded(100 * Math.abs(error), 1);
        return percent.signum() == 0 ? "as many" : percent + " % too " + (error < 0 ? "few" : "many");
    }

    /** Every model that was tried, with what it foretold and what speaks against it. */
    private Exhibit models(Worth.Valued valued, Histories.Answer answer) {
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
                        .map(total -> Contribution.exact(rounded(total, 1)))
                        .orElse(null),
                valued.holdout()
                        .error(trial)
                        .map(error -> Contribution.exact(rounded(100 * error, 1)))
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

    /** Who they are and what each is worth. */
    private Drill customers(Map<String, String> where) {
        return new Drill(CUSTOMERS, query.period().name(), where);
    }

    private Exhibit likely(Worth.Valued valued, Histories.Answer answer) {
        // From the likeliest on, as the customers behind them are listed.
        List<BigDecimal> equities = MoneyWords.added(
                        valued.bands().reversed().stream()
                                .map(Worth.Band::equity)
                                .toList(),
                        currency)
                .reversed();
        List<String> names = new ArrayList<>();
        List<@Nullable BigDecimal> bars = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (Worth.Band band : valued.bands()) {
            String name = "%d–%d %%".formatted(band.fromPercent(), band.toPercent());
            names.add(name);
            bars.add(rounded(band.customers(), 0));
            rows.add(Row.of(
                            name,
                            Contribution.exact(rounded(band.customers(), 0)),
                            Contribution.exact(rounded(band.alive(), 1)),
                            Contribution.exact(rounded(band.purchases(), 1)),
                            valued.money().isPresent() ? Contribution.exact(equities.get(rows.size())) : null)
                    .to("customers", customers(Map.of("from", Integer.toString(band.fromPercent())))));
        }
        Interval next = valued.purchases().interval();
        return new Exhibit(
                "worth-alive",
                valued.model().leaving()
                        ? "Of %s who ever bought, about %s are likely still customers"
                                .formatted(
                                        Numbers.whole(rounded(valued.customers(), 0)),
                                        Numbers.whole(rounded(valued.alive(), 0)))
                        : "None of %s who ever bought is seen to have left"
                                .formatted(Numbers.whole(rounded(valued.customers(), 0))),
                "Customers by the probability that they have not left; %s; at the end of %s"
                        .formatted(PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                Optional.of(new Chart.Bars(
                        "customers", false, names, List.of(new Series("customers", Tone.ORDINARY, bars, 0)))),
                "%s repeat purchases are expected in the next twelve months, %s interval from %s to %s. %s"
                        .formatted(
                                Numbers.whole(rounded(valued.purchases().value(), 0)),
                                answer.assumptions().levelWords(),
                                Numbers.whole(rounded(next.low(), 0)),
                                Numbers.whole(rounded(next.high(), 0)),
                                AS_BEFORE),
                new Table(
                        "One row per band of the probability",
                        List.of(
                                Column.key("probability", "Still a customer with"),
                                Column.count("customers", "Customers"),
                                Column.amount("still", "Of them likely still customers", 1),
                                Column.amount("purchases", "Repeat purchases, next 12 months", 1),
                                MoneyWords.column("equity", "Expected revenue today", currency)),
                        rows),
                List.of(),
                answer.source());
    }

    private BigDecimal money(double value) {
        return rounded(value, MoneyWords.digits(currency));
    }

    private static BigDecimal rounded(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
    }
}
