package io.customerroom.walls.asset;

import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Direction;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Figure;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.exhibit.Titles;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.walls.worth.Assumptions;
import io.customerroom.walls.worth.Equities;
import io.customerroom.walls.worth.Equities.Changed;
import io.customerroom.walls.worth.Equities.Told;
import io.customerroom.walls.worth.EquityChange;
import io.customerroom.walls.worth.EquityChange.Sum;
import io.customerroom.walls.worth.Move;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Why customer equity changed: by what became of the customers, by what the models learnt, and by segment. A month of
 * the course leads to the same page of that month, a part of the change to its customers.
 */
record EquityExhibits(WallQuery query, Currency currency, Assumptions assumptions) {

    private static final String MODEL = "models fitted anew";

    List<Exhibit> of(Equities.Answer answer) {
        List<Exhibit> exhibits = new ArrayList<>();
        exhibits.add(new EquityCourseExhibit(this, answer).exhibit());
        exhibits.add(change("equity-change", answer.period()));
        if (answer.period().change() instanceof Told.Known<EquityChange> known
                && known.value().segments().size() > 1) {
            exhibits.add(new EquitySegments(this, known.value(), answer.period()).exhibit());
        }
        answer.year().ifPresent(year -> exhibits.add(change("equity-year", year)));
        return exhibits;
    }

    private Exhibit change(String id, Changed changed) {
        return switch (changed.change()) {
            case Told.Refused<EquityChange> refused ->
                exhibit(
                        id,
                        List.of(),
                        "Why customer equity changed since %s cannot be said"
                                .formatted(PeriodWords.day(changed.from())),
                        changed,
                        Optional.empty(),
                        refused.why(),
                        table("part", "What became of them", List.of()));
            case Told.Known<EquityChange> known ->
                exhibit(
                        id,
                        changed.months().isEmpty() ? figures(known.value(), changed) : List.of(),
                        title(known.value()),
                        changed,
                        Optional.of(bridge(known.value())),
                        identity(known.value().all()) + "; " + model(known.value()),
                        table("part", "What became of them", rows(known.value(), changed)));
        };
    }

    Exhibit exhibit(
            String id,
            List<Figure> figures,
            String title,
            Changed changed,
            Optional<Chart> chart,
            String caption,
            Table table) {
        return new Exhibit(
                id,
                title,
                "Change of customer equity since %s, %s, %s; %s; at the end of %s"
                        .formatted(
                                PeriodWords.day(changed.from()),
                                currency.getCurrencyCode(),
                                assumptions.words(),
                                PeriodWords.population(query),
                                PeriodWords.of(query)),
                figures,
                chart,
                caption,
                table,
                changed.moves().warnings(),
                assumptions.beside(changed.moves().source()));
    }

    /** The parts of the change, each of which opens to its customers. */
    private List<Figure> figures(EquityChange change, Changed changed) {
        List<Figure> figures = new ArrayList<>();
        foremost(change, changed).ifPresent(figures::add);
        for (Move move : Move.values()) {
            Sum sum = change.of(move);
            figures.add(part(
                    move.id(),
                    Titles.capital(move.words()),
                    sum.moved(),
                    Numbers.counted(sum.customers(), "customer"),
                    Optional.of(drill(changed, Map.of("move", move.id()))).filter(drill -> sum.customers() > 0)));
        }
        figures.add(part(
                "model",
                Titles.capital(MODEL),
                change.all().model(),
                "the same customers, judged anew",
                Optional.empty()));
        return figures;
    }

    /** The segment that carries most of the change; none where there is but one, or where it moved the other way. */
    private Optional<Figure> foremost(EquityChange change, Changed changed) {
        return EquitySegments.foremost(change)
                .map(entry -> part(
                        "foremost",
                        "%s most in %s"
                                .formatted(change.all().change().signum() < 0 ? "Fell" : "Rose", named(entry.getKey())),
                        entry.getValue().change(),
                        Numbers.counted(entry.getValue().customers(), "customer"),
                        Optional.of(drill(changed, Map.of("segment", entry.getKey())))));
    }

    static String named(String segment) {
        return segment.isEmpty() ? "no segment" : segment;
    }

    private Figure part(String id, String label, BigDecimal change, String parts, Optional<Drill> drill) {
        return new Figure(
                id, label, Optional.of(change), signed(change), parts, Optional.empty(), Optional.empty(), drill);
    }

    /** The change and its two largest parts. */
    private String title(EquityChange change) {
        String largest = steps(change).stream()
                .filter(step -> step.change().signum() != 0)
                .sorted(Comparator.comparing((Chart.Step step) -> step.change().abs())
                        .reversed())
                .limit(2)
                .map(step -> step.name() + " " + signed(step.change()))
                .collect(Collectors.joining(", "));
        return "%s of customer equity since %s: %s"
                .formatted(
                        signed(change.all().change()),
                        PeriodWords.day(change.from()),
                        largest.isEmpty() ? "nothing moved" : largest);
    }

    private static List<Chart.Step> steps(EquityChange change) {
        List<Chart.Step> steps = new ArrayList<>();
        for (Move move : Move.values()) {
            steps.add(new Chart.Step(move.words(), change.of(move).moved()));
        }
        steps.add(new Chart.Step(MODEL, change.all().model()));
        return steps;
    }

    private Chart bridge(EquityChange change) {
        return new Chart.Bridge(
                currency.getCurrencyCode(),
                PeriodWords.day(change.from()),
                change.all().before(),
                steps(change),
                PeriodWords.day(change.to()),
                Direction.UP);
    }

    private String identity(Sum all) {
        int digits = MoneyWords.digits(currency);
        return "%s %s = %s"
                .formatted(
                        Numbers.fixed(all.before(), digits),
                        all.change().signum() < 0
                                ? "− " + Numbers.fixed(all.change().negate(), digits)
                                : "+ " + Numbers.fixed(all.change(), digits),
                        Numbers.fixed(all.now(), digits));
    }

    private String model(EquityChange change) {
        BigDecimal model = change.all().model();
        return "%s of it because the models, fitted again, judge the same customers %s"
                .formatted(signed(model), model.signum() < 0 ? "lower" : model.signum() > 0 ? "higher" : "as before");
    }

    private List<Row> rows(EquityChange change, Changed changed) {
        List<Row> rows = new ArrayList<>();
        for (Move move : Move.values()) {
            Sum sum = change.of(move);
            Row row = row(move.words(), sum);
            rows.add(sum.customers() == 0 ? row : row.to(drill(changed, Map.of("move", move.id()))));
        }
        rows.add(row("together", change.all()));
        return rows;
    }

    Drill drill(Changed changed, Map<String, String> where) {
        Map<String, String> all = new TreeMap<>(where);
        changed.months().ifPresent(months -> all.put("months", Integer.toString(months)));
        return new Drill(Equities.MOVES, query.period().name(), all);
    }

    private static Row row(String name, Sum sum) {
        return Row.of(
                name,
                Long.toString(sum.customers()),
                exact(sum.before()),
                exact(sum.moved()),
                exact(sum.model()),
                exact(sum.now()));
    }

    private Table table(String key, String label, List<Row> rows) {
        return new Table(
                rows.isEmpty()
                        ? "No rows: one of the two days has no model"
                        : "Across and down, the figures add up to the last column and the last row",
                List.of(
                        Column.key(key, label),
                        Column.count("customers", "Customers"),
                        MoneyWords.column("before", "Worth before", currency),
                        MoneyWords.column("moved", "By what they did", currency),
                        MoneyWords.column("model", "By the models", currency),
                        MoneyWords.column("now", "Worth now", currency)),
                rows);
    }

    String signed(BigDecimal amount) {
        return (amount.signum() > 0 ? "+" : amount.signum() < 0 ? "−" : "") + MoneyWords.of(amount.abs(), currency);
    }

    static String exact(BigDecimal amount) {
        return Contribution.exact(amount);
    }
}
