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
import io.customerroom.walls.worth.Worth;
import io.customerroom.walls.worth.WorthTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
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

    private static final String NOBODY_LEAVES =
            "In this history nobody is seen to leave, so nobody is expected to: what customers are worth is at most this. The low end of the interval supposes the quickest leaving that is not excluded";

    List<Exhibit> of(Histories.Answer answer) {
        HoldoutExhibits holdouts = new HoldoutExhibits(query);
        return switch (answer.worth()) {
            case Worth.Refused refused ->
                Stream.concat(
                                Stream.of(refusal(refused, answer)),
                                refused.holdout().map(holdout -> holdouts.withoutModel(holdout, answer)).stream())
                        .toList();
            case Worth.Valued valued ->
                List.of(
                        equity(valued, answer),
                        holdouts.forecast(valued, answer),
                        likely(valued, answer),
                        holdouts.models(valued, answer));
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
            bars.add(Numbers.rounded(band.customers(), 0));
            rows.add(Row.of(
                            name,
                            Contribution.exact(Numbers.rounded(band.customers(), 0)),
                            Contribution.exact(Numbers.rounded(band.alive(), 1)),
                            Contribution.exact(Numbers.rounded(band.purchases(), 1)),
                            valued.money().isPresent() ? Contribution.exact(equities.get(rows.size())) : null)
                    .to("customers", customers(Map.of("from", Integer.toString(band.fromPercent())))));
        }
        Interval next = valued.purchases().interval();
        return new Exhibit(
                "worth-alive",
                valued.model().leaving()
                        ? "Of %s who ever bought, about %s are likely still customers"
                                .formatted(
                                        Numbers.whole(Numbers.rounded(valued.customers(), 0)),
                                        Numbers.whole(Numbers.rounded(valued.alive(), 0)))
                        : "None of %s who ever bought is seen to have left"
                                .formatted(Numbers.whole(Numbers.rounded(valued.customers(), 0))),
                "Customers by the probability that they have not left; %s; at the end of %s"
                        .formatted(PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                Optional.of(new Chart.Bars(
                        "customers", false, names, List.of(new Series("customers", Tone.ORDINARY, bars, 0)))),
                "%s repeat purchases are expected in the next twelve months, %s interval from %s to %s. %s"
                        .formatted(
                                Numbers.whole(Numbers.rounded(valued.purchases().value(), 0)),
                                answer.assumptions().levelWords(),
                                Numbers.whole(Numbers.rounded(next.low(), 0)),
                                Numbers.whole(Numbers.rounded(next.high(), 0)),
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
        return Numbers.rounded(value, MoneyWords.digits(currency));
    }
}
