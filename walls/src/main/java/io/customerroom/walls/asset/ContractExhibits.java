package io.customerroom.walls.asset;

import io.customerroom.ledger.metrics.RecurringFlow;
import io.customerroom.statistics.Ratio;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Tone;
import io.customerroom.walls.exhibit.Direction;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Reading.Line;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the monthly value of contracts moved from the opening of a period to its closing, and the rates read from it. The movements add up
 * exactly. A company without contracts is told so.
 */
record ContractExhibits(WallQuery query, Currency currency) {

    static final String METRIC = "recurring-value";

    /** A movement, its word on the wall, and whether it takes away. */
    private enum Movement {
        NEW("new", "new"),
        REACTIVATION("reactivation", "came back"),
        RESUMPTION("resumption", "goes on"),
        EXPANSION("expansion", "took more"),
        CONTRACTION("contraction", "took less"),
        PAUSE("pause", "stands apart"),
        CHURN("churn", "lost");

        private final String id;
        private final String words;

        Movement(String id, String words) {
            this.id = id;
            this.words = words;
        }

        BigDecimal change(Line line) {
            BigDecimal amount = amount(line, id);
            return this == CONTRACTION || this == PAUSE || this == CHURN ? amount.negate() : amount;
        }

        /** Whether the definition of contracts may leave it out. */
        boolean rare() {
            return this == RESUMPTION || this == PAUSE;
        }

        long customers(Line line) {
            return line.count("customers_" + id);
        }
    }

    /** @param moves of the period and of those up to a year before it */
    List<Exhibit> of(Reading moves) {
        Optional<Line> now = moves.lines(query.period().name()).stream().findFirst();
        return List.of(movements(moves, now), rates(moves, now));
    }

    private Exhibit movements(Reading moves, Optional<Line> now) {
        List<Row> rows = new ArrayList<>();
        List<Chart.Step> steps = new ArrayList<>();
        Optional<RecurringFlow> flow = now.filter(ContractExhibits::known).map(ContractExhibits::flow);
        now.filter(ContractExhibits::known).ifPresent(line -> {
            rows.add(Row.of("opening", line.exact("customers_opening"), line.exact("opening")));
            for (Movement movement : Movement.values()) {
                if (movement.rare() && movement.customers(line) == 0) {
                    continue;
                }
                steps.add(new Chart.Step(movement.words, movement.change(line)));
                Row row = Row.of(
                        movement.words,
                        Long.toString(movement.customers(line)),
                        Contribution.exact(movement.change(line)));
                rows.add(movement.customers(line) == 0 ? row : row.to(drill(Map.of("movement", movement.id))));
            }
            rows.add(Row.of("closing", line.exact("customers_closing"), line.exact("closing")));
        });
        return new Exhibit(
                "contract-movements",
                now.filter(ContractExhibits::known).map(this::movedTitle).orElse("No contracts are known"),
                "Value of the contracts in force per month, %s, from the start to the end of the period; %s; %s"
                        .formatted(currency.getCurrencyCode(), PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                flow.map(known -> new Chart.Bridge(
                        currency.getCurrencyCode() + " a month",
                        "opening",
                        known.opening(),
                        steps,
                        "closing",
                        Direction.UP)),
                flow.map(this::identity).orElse(""),
                new Table(
                        "One row per movement; opening and movements add up to the closing",
                        List.of(
                                Column.key("movement", "Movement"),
                                Column.count("customers", "Customers"),
                                MoneyWords.column("change", "A month", currency)),
                        rows),
                moves.warnings(),
                moves.source());
    }

    private String movedTitle(Line line) {
        BigDecimal change = amount(line, "closing").subtract(amount(line, "opening"));
        return "%s%s a month; %s new, %s back, %s lost"
                .formatted(
                        change.signum() < 0 ? "−" : "+",
                        MoneyWords.of(change.abs(), currency),
                        Numbers.counted(Movement.NEW.customers(line), "customer"),
                        Numbers.whole(Movement.REACTIVATION.customers(line)),
                        Numbers.whole(Movement.CHURN.customers(line)));
    }

    private String identity(RecurringFlow flow) {
        Function<BigDecimal, String> money = amount -> Numbers.fixed(amount, MoneyWords.digits(currency));
        return "%s opening + %s new + %s back%s + %s more − %s less%s − %s lost = %s closing"
                .formatted(
                        money.apply(flow.opening()),
                        money.apply(flow.gained()),
                        money.apply(flow.reactivation()),
                        flow.resumption().signum() == 0 ? "" : " + " + money.apply(flow.resumption()) + " goes on",
                        money.apply(flow.expansion()),
                        money.apply(flow.contraction()),
                        flow.pause().signum() == 0 ? "" : " − " + money.apply(flow.pause()) + " apart",
                        money.apply(flow.churn()),
                        money.apply(flow.closing()));
    }

    private Exhibit rates(Reading moves, Optional<Line> now) {
        List<Line> lines =
                moves.lines().stream().filter(ContractExhibits::known).toList();
        int unfinished = query.partial() ? 1 : 0;
        return new Exhibit(
                "contract-rates",
                now.filter(ContractExhibits::known).map(this::ratesTitle).orElse("No contracts are known"),
                "Gross churn (lost and taken less) and net churn (less what others took more) of the monthly value at the period’s start, %%; %s; up to %s"
                        .formatted(PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                lines.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Chart.Line(
                                "%",
                                lines.stream()
                                        .map(line -> line.named("period", ""))
                                        .toList(),
                                List.of(
                                        new Series(
                                                "gross churn",
                                                Tone.CONCERNING,
                                                values(lines, line -> flow(line).grossChurn()),
                                                unfinished),
                                        new Series(
                                                "net churn",
                                                Tone.ORDINARY,
                                                values(lines, line -> flow(line).netChurn()),
                                                unfinished)),
                                Optional.empty())),
                "The quick ratio is (new + taken more) over (taken less + lost). Over nothing every rate is undefined.",
                new Table(
                        "One row per period, oldest first",
                        List.of(
                                Column.key("period", "Period"),
                                Column.count("customers_opening", "Customers at the start"),
                                MoneyWords.column("opening", "A month at the start", currency),
                                Column.text("customer_churn", "Customers lost, %"),
                                Column.text("gross_churn", "Gross churn, %"),
                                Column.text("net_churn", "Net churn, %"),
                                Column.text("quick_ratio", "Quick ratio")),
                        lines.stream().map(this::rateRow).toList()),
                moves.warnings(),
                moves.source());
    }

    private Row rateRow(Line line) {
        RecurringFlow flow = flow(line);
        return Row.of(
                        line.exact("period"),
                        line.exact("customers_opening"),
                        line.exact("opening"),
                        percent(customersLost(line)),
                        percent(flow.grossChurn()),
                        percent(flow.netChurn()),
                        switch (flow.quickRatio()) {
                            case Ratio.Defined ratio -> Numbers.fixed(ratio.value(), 2);
                            case Ratio.Undefined none -> none.text();
                        })
                .to(new Drill(METRIC, line.named("period", ""), Map.of()));
    }

    private String ratesTitle(Line line) {
        return switch (flow(line).grossChurn()) {
            case Ratio.Undefined nothing -> "No contract ran at the start, so none could be given up";
            case Ratio.Defined gross ->
                "%s %% of the monthly value was given up; %s %% of the customers left"
                        .formatted(percent(gross), percent(customersLost(line)));
        };
    }

    private static Ratio customersLost(Line line) {
        return Ratio.of(line.count("customers_churn"), line.count("customers_opening"));
    }

    private static String percent(Ratio ratio) {
        return switch (ratio) {
            case Ratio.Defined defined -> Numbers.fixed(defined.percent(2), 2);
            case Ratio.Undefined none -> none.text();
        };
    }

    /** What is undefined is a gap in a line. */
    private static List<@Nullable BigDecimal> values(List<Line> lines, Function<Line, Ratio> ratio) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        for (Line line : lines) {
            values.add(ratio.apply(line) instanceof Ratio.Defined defined ? defined.percent(2) : null);
        }
        return values;
    }

    /** Whether any contract ran at its start or at its end. */
    private static boolean known(Line line) {
        return amount(line, "opening").signum() != 0 || amount(line, "closing").signum() != 0;
    }

    /** Refuses movements that do not lead from the opening to the closing, to the last digit. */
    private static RecurringFlow flow(Line line) {
        RecurringFlow flow = new RecurringFlow(
                amount(line, "opening"),
                amount(line, "new"),
                amount(line, "expansion"),
                amount(line, "contraction"),
                amount(line, "churn"),
                amount(line, "reactivation"),
                amount(line, "resumption"),
                amount(line, "pause"));
        if (flow.closing().compareTo(amount(line, "closing")) != 0) {
            throw new IllegalArgumentException("movements must lead from %s to %s, but lead to %s"
                    .formatted(flow.opening(), amount(line, "closing"), flow.closing()));
        }
        return flow;
    }

    private Drill drill(Map<String, String> where) {
        return new Drill(METRIC, query.period().name(), where);
    }

    private static BigDecimal amount(Line line, String column) {
        return line.number(column).orElse(BigDecimal.ZERO);
    }
}
