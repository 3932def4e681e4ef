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
import io.customerroom.walls.stays.ContractHistories;
import io.customerroom.walls.stays.ContractWorth;
import io.customerroom.walls.stays.RenewalGroup;
import io.customerroom.walls.worth.Assumptions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What those under contract will still pay, by segment, and how well the same models would have foretold who stayed. */
record ContractWorthExhibits(WallQuery query, Currency currency, Assumptions assumptions) {

    List<Exhibit> of(ContractHistories.Answer answer) {
        ContractWorth worth = ContractWorth.of(answer, assumptions);
        List<Exhibit> exhibits = new ArrayList<>(List.of(value(worth, answer)));
        worth.forecast().ifPresent(forecast -> exhibits.add(forecast(forecast, answer)));
        return exhibits;
    }

    private Exhibit value(ContractWorth worth, ContractHistories.Answer answer) {
        List<Row> rows = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<@Nullable BigDecimal> bars = new ArrayList<>();
        for (ContractWorth.Valued valued : worth.groups()) {
            RenewalGroup group = valued.group();
            names.add(name(group));
            bars.add(money(valued.worth().value()));
            rows.add(row(
                    name(group),
                    group,
                    StayExhibits.percent(valued.retention()),
                    StayExhibits.rounded(valued.residual()),
                    valued.worth(),
                    valued.choice().label()));
        }
        for (RenewalGroup group : worth.without()) {
            rows.add(row(name(group), group, null, null, null, "none"));
        }
        worth.total()
                .ifPresent(total -> rows.add(Row.of(
                        "together",
                        Long.toString(
                                answer.stays().customers() - answer.stays().lost()),
                        Contribution.exact(answer.stays().monthly()),
                        null,
                        null,
                        Contribution.exact(money(total.value())),
                        Contribution.exact(money(total.interval().low())),
                        Contribution.exact(money(total.interval().high())),
                        null)));
        return new Exhibit(
                "contract-value",
                worth.total()
                        .map(total -> "Contracts in force will still bring about "
                                + MoneyWords.of(money(total.value()), currency))
                        .orElse("What contracts in force are worth cannot be said"),
                "Expected payments after the running period, before costs, %s, %s; %s; as of the end of %s"
                        .formatted(
                                currency.getCurrencyCode(),
                                assumptions.words(),
                                PeriodWords.population(query),
                                PeriodWords.of(query)),
                List.of(),
                worth.total()
                        .map(total -> new Chart.Bars(
                                currency.getCurrencyCode() + ", in today’s money",
                                true,
                                names,
                                List.of(new Series("expected payments", Tone.ORDINARY, bars, 0)
                                        .within(Sure.at(
                                                total.interval().level(),
                                                worth.groups().stream()
                                                        .map(valued -> Sure.of(
                                                                valued.worth().interval()))
                                                        .toList()))))),
                worth.total()
                        .map(total ->
                                "%s interval from %s to %s. Assumes that amounts stay as they are and that renewal goes on as so far; new and returning customers are not in it"
                                        .formatted(
                                                assumptions.levelWords(),
                                                MoneyWords.of(
                                                        money(total.interval().low()), currency),
                                                MoneyWords.of(
                                                        money(total.interval().high()), currency)))
                        .orElse("A model needs customers who left and customers who renewed."),
                new Table(
                        "One row per segment and length of a period; bounds of the %s interval"
                                .formatted(assumptions.levelWords()),
                        List.of(
                                Column.key("segment", "Segment"),
                                Column.count("customers", "Customers under contract"),
                                MoneyWords.column("monthly", "Pay a month", currency),
                                Column.amount("retention", "Retention to the next renewal, %", 1),
                                Column.amount(
                                        "periods", "Periods to come in %d years".formatted(assumptions.years()), 1),
                                MoneyWords.column("value", "Expected payments today", currency),
                                MoneyWords.column("low", "Lower bound", currency),
                                MoneyWords.column("high", "Upper bound", currency),
                                Column.text("model", "Model")),
                        rows),
                answer.reading().warnings(),
                assumptions.beside(answer.reading().source()));
    }

    private Row row(
            String name,
            RenewalGroup group,
            @Nullable String retention,
            @Nullable String periods,
            ContractWorth.@Nullable Amount worth,
            String model) {
        Row row = Row.of(
                name,
                Long.toString(group.stays().customers() - group.stays().lost()),
                Contribution.exact(group.stays().monthly()),
                retention,
                periods,
                worth == null ? null : Contribution.exact(money(worth.value())),
                worth == null ? null : Contribution.exact(money(worth.interval().low())),
                worth == null ? null : Contribution.exact(money(worth.interval().high())),
                model);
        return group.stays().customers() == group.stays().lost()
                ? row
                : row.to(new Drill(
                        StayExhibits.METRIC,
                        query.period().name(),
                        Map.of("outcome", "staying", "of_segment", group.name())));
    }

    private static String name(RenewalGroup group) {
        String segment = group.name().isEmpty() ? "without segment" : group.name();
        return group.length() == 1 ? segment + ", monthly" : "%s, every %d months".formatted(segment, group.length());
    }

    private Exhibit forecast(ContractWorth.Forecast forecast, ContractHistories.Answer answer) {
        List<String> names = new ArrayList<>(List.of("before"));
        List<@Nullable BigDecimal> stayed = new ArrayList<>(List.of(rounded(forecast.before())));
        List<@Nullable BigDecimal> foretold = new ArrayList<>(List.of(rounded(forecast.before())));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < forecast.expected().size(); i++) {
            ContractHistories.Step step = forecast.held().steps().get(i);
            double expected = forecast.expected().get(i);
            names.add(step.name());
            stayed.add(BigDecimal.valueOf(step.stayed()));
            foretold.add(rounded(expected));
            Row row = Row.of(
                    step.name(),
                    Long.toString(step.stayed()),
                    Contribution.exact(rounded(expected)),
                    StayExhibits.percent(step.stayed() / forecast.before()),
                    StayExhibits.percent(expected / forecast.before()));
            Drill stayers = new Drill(
                    StayExhibits.METRIC,
                    step.name(),
                    Map.of(
                            "outcome",
                            "staying",
                            "in_force_on",
                            forecast.held().cut().toString()));
            rows.add(step.stayed() == 0 ? row : row.to("stayed", stayers));
        }
        return new Exhibit(
                "contract-forecast",
                "Of %s customers %s stayed, %s were foretold: %s"
                        .formatted(
                                Numbers.whole(Numbers.rounded(forecast.before(), 0)),
                                Numbers.whole(forecast.held().steps().getLast().stayed()),
                                Numbers.whole(
                                        Numbers.rounded(forecast.expected().getLast(), 0)),
                                missed(forecast)),
                "Customers under contract on %s who still were at the end of each month; %s"
                        .formatted(PeriodWords.day(forecast.held().cut()), PeriodWords.population(query)),
                List.of(),
                Optional.of(new Chart.Line(
                        "customers still under contract",
                        names,
                        List.of(
                                new Series("stayed", Tone.FIRST, stayed, 0),
                                new Series("foretold", Tone.SECOND, foretold, 0)),
                        Optional.empty())),
                "Foretold by %s, fitted to what was known on %s alone"
                        .formatted(
                                forecast.models().stream().collect(Collectors.joining(" and ")),
                                PeriodWords.day(forecast.held().cut())),
                new Table(
                        "One row per month that was held out",
                        List.of(
                                Column.key("month", "Until the end of"),
                                Column.count("stayed", "Customers who stayed"),
                                Column.amount("foretold", "Foretold", 1),
                                Column.amount("retained", "Stayed, %", 1),
                                Column.amount("foretold_share", "Foretold, %", 1)),
                        rows),
                answer.reading().warnings(),
                answer.reading().source());
    }

    private static String missed(ContractWorth.Forecast forecast) {
        if (Double.isInfinite(forecast.error())) {
            return "nobody stayed";
        }
        String percent = StayExhibits.percent(Math.abs(forecast.error()));
        return percent.equals("0.0") ? "as many" : percent + " % too " + (forecast.error() < 0 ? "few" : "many");
    }

    private BigDecimal money(double value) {
        return Numbers.rounded(value, MoneyWords.digits(currency));
    }

    private static BigDecimal rounded(double value) {
        return Numbers.rounded(value, 1);
    }
}
