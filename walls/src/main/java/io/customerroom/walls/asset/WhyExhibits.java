package io.customerroom.walls.asset;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.ledger.metrics.ChangeExplained;
import io.customerroom.ledger.metrics.ChangeExplained.Figure;
import io.customerroom.ledger.metrics.ChangeExplained.Part;
import io.customerroom.ledger.metrics.ChangeExplained.Split;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Direction;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why the number of customers and their value changed against the period before: by what became of customers, then by who they are, then
 * by the reasons of those who left. Each exhibit's steps lead exactly from one period to the next.
 */
record WhyExhibits(WallQuery query, CompanyCalendar calendar, Currency currency) {

    /** More steps than this are no picture; the smallest are drawn together, and stand apart in the table. */
    private static final int MOST_STEPS = 9;

    private static final String CAPTION =
            "One row per part; the changes add up to the last row, which is the change of the figure";

    /** A way of telling apart, and the words for it. */
    private record View(String id, Figure figure, Split split, String by) {

        /** Whether the table shows customers and their value side by side, or this figure alone. */
        boolean standing() {
            return figure == Figure.CUSTOMERS || figure == Figure.VALUE;
        }
    }

    private static final List<View> VIEWS = List.of(
            new View("why-customers", Figure.CUSTOMERS, Split.STATE, "what became of them"),
            new View("why-value", Figure.VALUE, Split.STATE, "what became of the customers"),
            new View("why-segments", Figure.VALUE, Split.SEGMENT, "segment"),
            new View("why-sites", Figure.VALUE, Split.SITE, "site"),
            new View("why-channels", Figure.VALUE, Split.CHANNEL, "channel"),
            new View("why-reasons", Figure.CUSTOMERS, Split.REASON, "reason for leaving"),
            new View("why-came", Figure.CAME, Split.SEGMENT, "segment"),
            new View("why-left", Figure.LEFT, Split.REASON, "reason for leaving"));

    List<Exhibit> of(Reading reading) {
        if (reading.lines().isEmpty()) {
            return List.of();
        }
        return VIEWS.stream().map(view -> exhibit(view, reading)).toList();
    }

    private Exhibit exhibit(View view, Reading reading) {
        ChangeExplained explained = explained(view.figure(), view.split(), reading);
        return new Exhibit(
                view.id(),
                title(explained),
                "%s by %s, against %s; %s; %s"
                        .formatted(
                                measure(view.figure()),
                                view.by(),
                                PeriodWords.of(calendar.previous(query.period())),
                                PeriodWords.population(query),
                                PeriodWords.of(query)),
                List.of(),
                Optional.of(chart(explained)),
                caption(explained),
                table(view, reading),
                reading.warnings(),
                reading.source());
    }

    private String measure(Figure figure) {
        return switch (figure) {
            case CUSTOMERS -> "Active customers";
            case CAME -> "Customers gained and regained";
            case LEFT -> "Customers lost";
            case VALUE -> "Value of the active customers, " + currency.getCurrencyCode() + ",";
        };
    }

    private static ChangeExplained explained(Figure figure, Split split, Reading reading) {
        return ChangeExplained.of(reading.rows(), figure).stream()
                .filter(one -> one.split() == split)
                .findFirst()
                .orElseThrow();
    }

    /** The change and its two largest parts: {@code +28 customers: gained +127, lost −123}. */
    private String title(ChangeExplained explained) {
        String largest = explained.parts().stream()
                .filter(part -> part.change().signum() != 0)
                .sorted(Comparator.comparing((Part part) -> part.change().abs()).reversed())
                .limit(2)
                .map(part -> words(explained.figure(), explained.split(), part) + " "
                        + signed(explained.figure(), part.change()))
                .collect(Collectors.joining(", "));
        String whole = signed(explained.figure(), explained.change())
                + switch (explained.figure()) {
                    case CUSTOMERS -> " active customers";
                    case CAME -> " customers who came";
                    case LEFT -> " customers who left";
                    case VALUE -> " of value";
                };
        return largest.isEmpty() ? whole + ": nothing moved" : whole + ": " + largest;
    }

    private String caption(ChangeExplained explained) {
        int digits = digits(explained.figure());
        String inside = explained.figure() == Figure.CUSTOMERS
                ? ". Who left and came back inside the period, or came and left, is in no step: the flow on wall 1 counts them both ways"
                : "";
        return "%s %s = %s%s"
                .formatted(
                        Numbers.fixed(explained.before(), digits),
                        explained.change().signum() < 0
                                ? "− " + Numbers.fixed(explained.change().negate(), digits)
                                : "+ " + Numbers.fixed(explained.change(), digits),
                        Numbers.fixed(explained.now(), digits),
                        inside);
    }

    private Chart chart(ChangeExplained explained) {
        List<Part> moved = explained.parts().stream()
                .filter(part -> part.change().signum() != 0)
                .sorted(Comparator.comparing((Part part) -> part.change().abs()).reversed())
                .toList();
        List<Part> drawn = moved.size() <= MOST_STEPS ? moved : moved.subList(0, MOST_STEPS - 1);
        List<Chart.Step> steps = new ArrayList<>();
        drawn.forEach(
                part -> steps.add(new Chart.Step(words(explained.figure(), explained.split(), part), part.change())));
        BigDecimal rest = moved.stream().skip(drawn.size()).map(Part::change).reduce(BigDecimal.ZERO, BigDecimal::add);
        steps.add(new Chart.Step("%d others together".formatted(moved.size() - drawn.size()), rest));
        return new Chart.Bridge(
                explained.figure() == Figure.VALUE ? currency.getCurrencyCode() : "customers",
                PeriodWords.of(calendar.previous(query.period())),
                explained.before(),
                steps,
                PeriodWords.of(query.period()),
                explained.figure() == Figure.LEFT ? Direction.DOWN : Direction.UP);
    }

    private Table table(View view, Reading reading) {
        return view.standing() ? standing(view, reading) : alone(view, explained(view.figure(), view.split(), reading));
    }

    private Table alone(View view, ChangeExplained explained) {
        List<Row> rows = new ArrayList<>();
        explained
                .parts()
                .forEach(part -> rows.add(Row.of(
                                words(view.figure(), view.split(), part),
                                plain(part.before()),
                                plain(part.now()),
                                plain(part.change()))
                        .to(drill(view, part))));
        rows.add(Row.of("together", plain(explained.before()), plain(explained.now()), plain(explained.change())));
        return new Table(
                CAPTION,
                List.of(
                        Column.key("part", "Part"),
                        Column.count("before", "Before"),
                        Column.count("now", "Now"),
                        Column.count("change", "Change")),
                rows);
    }

    /** Customers and their value side by side, whichever of them is drawn. */
    private Table standing(View view, Reading reading) {
        Map<String, Part> value = new TreeMap<>();
        explained(Figure.VALUE, view.split(), reading)
                .parts()
                .forEach(part -> value.put(words(view.figure(), view.split(), part), part));
        Map<String, Part> customers = new TreeMap<>();
        explained(Figure.CUSTOMERS, view.split(), reading)
                .parts()
                .forEach(part -> customers.put(words(view.figure(), view.split(), part), part));
        Map<String, Part> all = new TreeMap<>(value);
        all.putAll(customers);
        List<Row> rows = new ArrayList<>();
        all.forEach((name, part) ->
                rows.add(row(name, customers.get(name), value.get(name)).to(drill(view, part))));
        rows.add(together(view, reading));
        return new Table(
                CAPTION,
                List.of(
                        Column.key("part", "Part"),
                        Column.count("customers_before", "Customers before"),
                        Column.count("customers", "Customers"),
                        Column.count("customers_change", "Change"),
                        MoneyWords.column("value_before", "Value before", currency),
                        MoneyWords.column("value", "Value", currency),
                        MoneyWords.column("value_change", "Change of value", currency)),
                rows);
    }

    private static Row row(String name, @Nullable Part customers, @Nullable Part value) {
        return Row.of(
                name,
                customers == null ? "0" : plain(customers.before()),
                customers == null ? "0" : plain(customers.now()),
                customers == null ? "0" : plain(customers.change()),
                value == null ? "0" : plain(value.before()),
                value == null ? "0" : plain(value.now()),
                value == null ? "0" : plain(value.change()));
    }

    private static Row together(View view, Reading reading) {
        ChangeExplained customers = explained(Figure.CUSTOMERS, view.split(), reading);
        ChangeExplained value = explained(Figure.VALUE, view.split(), reading);
        return Row.of(
                "together",
                plain(customers.before()),
                plain(customers.now()),
                plain(customers.change()),
                plain(value.before()),
                plain(value.now()),
                plain(value.change()));
    }

    private Drill drill(View view, Part part) {
        Map<String, String> where = new TreeMap<>(Map.of("split", view.split().id(), "part", part.name()));
        part.reason().ifPresent(reason -> where.put("reason", reason));
        return new Drill(ChangeExplained.METRIC, query.period().name(), where);
    }

    /** What a part is called; where all of them left, only the reason. */
    private static String words(Figure figure, Split split, Part part) {
        if (figure == Figure.LEFT && part.reason().isPresent() && part.name().equals("lost")) {
            return part.reason().filter(reason -> !reason.isEmpty()).orElse("no reason known");
        }
        if (figure == Figure.LEFT && part.reason().isEmpty()) {
            return part.name().equals("regained") ? "left and came back" : part.name();
        }
        String name =
                part.name().isEmpty() ? "no " + split.id() : part.name().equals("none") ? "not active" : part.name();
        return name
                + part.reason()
                        .map(reason -> reason.isEmpty() ? ", no reason known" : ", " + reason)
                        .orElse("");
    }

    private String signed(Figure figure, BigDecimal change) {
        return figure == Figure.VALUE
                ? (change.signum() > 0 ? "+" : "−") + MoneyWords.of(change.abs(), currency)
                : Numbers.signed(change, 0);
    }

    private int digits(Figure figure) {
        return figure == Figure.VALUE ? MoneyWords.digits(currency) : 0;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
