package io.customerroom.walls.asset;

import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Shade;
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
import io.customerroom.walls.reading.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From which profit group to which customers moved, and what that did to the contribution: those who came and went, those who moved up or
 * down, and those who stayed in their group. The parts lead exactly from one window to the next.
 */
record MigrationExhibits(WallQuery query, Currency currency) {

    static final String METRIC = "profit-migration";

    private static final List<String> MOVEMENTS = List.of("came", "up", "stayed", "down", "went", "cost not known");
    private static final Map<String, String> WORDS = Map.of(
            "came", "came",
            "up", "better group",
            "stayed", "same group",
            "down", "worse group",
            "went", "went",
            "cost not known", "cost not known");

    /** Nothing for a window that has no window before it. */
    List<Exhibit> of(Reading moves) {
        return query.window() == Window.ALL ? List.of() : List.of(effect(moves), matrix(moves));
    }

    private Exhibit effect(Reading moves) {
        int digits = MoneyWords.digits(currency);
        BigDecimal before = sum(moves.lines(), "before");
        List<Row> rows = new ArrayList<>();
        List<Chart.Step> steps = new ArrayList<>();
        for (String movement : MOVEMENTS) {
            List<Line> lines = moved(moves, movement);
            if (!lines.isEmpty()) {
                steps.add(new Chart.Step(words(movement), sum(lines, "change")));
                rows.add(row(words(movement), lines).to(drill(Map.of("movement", movement))));
            }
        }
        rows.add(row("together", moves.lines()));
        BigDecimal change = sum(moves.lines(), "change");
        return new Exhibit(
                "migration-effect",
                effectTitle(moves, change),
                "Contribution by what became of customers, %s; %s; %s against %s"
                        .formatted(
                                currency.getCurrencyCode(),
                                PeriodWords.population(query),
                                query.window().of(query),
                                former()),
                List.of(),
                moves.lines().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Chart.Bridge(
                                currency.getCurrencyCode(), "before", before, steps, "now", Direction.UP)),
                moves.lines().isEmpty()
                        ? ""
                        : "%s %s = %s. Movement (in, out, up, down) %s + within groups %s = %s"
                                .formatted(
                                        Numbers.fixed(before, digits),
                                        change.signum() < 0
                                                ? "− " + Numbers.fixed(change.negate(), digits)
                                                : "+ " + Numbers.fixed(change, digits),
                                        Numbers.fixed(sum(moves.lines(), "after"), digits),
                                        Numbers.signed(change.subtract(stayed(moves)), digits),
                                        Numbers.signed(stayed(moves), digits),
                                        Numbers.signed(change, digits)),
                new Table(
                        "One row per movement; the changes add up to the last row",
                        List.of(
                                Column.key("movement", "Customers who"),
                                Column.count("customers", "Customers"),
                                Column.amount("before", "Contribution before", digits),
                                Column.amount("after", "Contribution now", digits),
                                Column.amount("change", "Change", digits)),
                        rows),
                moves.warnings(),
                moves.source());
    }

    private String effectTitle(Reading moves, BigDecimal change) {
        if (moves.lines().isEmpty()) {
            return "Nobody’s contribution is known";
        }
        return "%s%s of contribution: %s%s from customers who changed group, %s%s from those who stayed in theirs"
                .formatted(
                        sign(change),
                        MoneyWords.of(change.abs(), currency),
                        sign(changed(moves)),
                        MoneyWords.of(changed(moves).abs(), currency),
                        sign(stayed(moves)),
                        MoneyWords.of(stayed(moves).abs(), currency));
    }

    private static BigDecimal changed(Reading moves) {
        return Stream.of("up", "down")
                .map(movement -> sum(moved(moves, movement), "change"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal stayed(Reading moves) {
        return sum(moved(moves, "stayed"), "change");
    }

    private Exhibit matrix(Reading moves) {
        List<String> from = groups(moves, "from_group");
        List<String> to = groups(moves, "to_group");
        List<List<@Nullable Shade>> cells = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (String before : from) {
            List<Line> all = lines(moves, "from_group", before);
            long customers = count(all);
            List<@Nullable Shade> shades = new ArrayList<>();
            List<@Nullable String> values = new ArrayList<>(List.of(words(before)));
            Map<String, Drill> parts = new LinkedHashMap<>();
            for (String after : to) {
                long moved = count(lines(moves, "from_group", before).stream()
                        .filter(line -> line.named("to_group", "").equals(after))
                        .toList());
                shades.add(
                        moved == 0
                                ? null
                                : new Shade(BigDecimal.valueOf(moved * 100 / customers), Numbers.whole(moved), false));
                values.add(Long.toString(moved));
                if (moved > 0) {
                    parts.put(column(after), drill(Map.of("from_group", before, "to_group", after)));
                }
            }
            cells.add(shades);
            values.add(Long.toString(customers));
            values.add(Contribution.exact(sum(all, "before")));
            values.add(Contribution.exact(sum(all, "after")));
            values.add(Contribution.exact(sum(all, "change")));
            Row row = Row.of(values.toArray(new @Nullable String[0])).to(drill(Map.of("from_group", before)));
            for (Map.Entry<String, Drill> part : parts.entrySet()) {
                row = row.to(part.getKey(), part.getValue());
            }
            rows.add(row);
        }
        int digits = MoneyWords.digits(currency);
        List<Column> columns = new ArrayList<>(List.of(Column.key("from_group", "From")));
        to.forEach(after -> columns.add(Column.count(column(after), "To " + words(after))));
        columns.add(Column.count("customers", "Customers"));
        columns.add(Column.amount("before", "Contribution before", digits));
        columns.add(Column.amount("after", "Contribution now", digits));
        columns.add(Column.amount("change", "Change", digits));
        return new Exhibit(
                "migration",
                matrixTitle(moves),
                "Customers by profit group in %s (down) and in %s (across), shaded by the share of the row; %s"
                        .formatted(former(), latter(), PeriodWords.population(query)),
                List.of(),
                rows.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Chart.Heat(
                                "customers",
                                "from",
                                from.stream().map(MigrationExhibits::words).toList(),
                                "to",
                                to.stream().map(MigrationExhibits::words).toList(),
                                cells)),
                "Groups are of equal size, best first, cut anew in each window; whoever is new or gone stands under ‘no customer’.",
                new Table("One row per group before, one column per group now", columns, rows),
                moves.warnings(),
                moves.source());
    }

    private static String matrixTitle(Reading moves) {
        long up = count(moved(moves, "up"));
        long down = count(moved(moves, "down"));
        return moves.lines().isEmpty()
                ? "Nobody could move yet"
                : "%s moved to a better profit group, %s to a worse one"
                        .formatted(Numbers.counted(up, "customer"), Numbers.whole(down));
    }

    /** In the order in which the metric names them: best first, then below zero, not known, no customer. */
    private static List<String> groups(Reading moves, String column) {
        List<String> ranked = new ArrayList<>(Stream.concat(
                        moves.lines().stream().map(line -> line.named("from_group", "")),
                        moves.lines().stream().map(line -> line.named("to_group", "")))
                .distinct()
                .sorted(java.util.Comparator.comparingInt(MigrationExhibits::rank)
                        .thenComparing(java.util.Comparator.naturalOrder()))
                .toList());
        ranked.removeIf(group -> lines(moves, column, group).isEmpty());
        return ranked;
    }

    private static int rank(String group) {
        return switch (group) {
            case "below zero" -> 1_000;
            case "cost not known" -> 1_001;
            case "no customer" -> 1_002;
            default -> Integer.parseInt(group.substring(0, group.indexOf(' ')));
        };
    }

    private static List<Line> lines(Reading moves, String column, String group) {
        return moves.lines().stream()
                .filter(line -> line.named(column, "").equals(group))
                .toList();
    }

    private static List<Line> moved(Reading moves, String movement) {
        return lines(moves, "movement", movement);
    }

    private static Row row(String name, List<Line> lines) {
        return Row.of(
                name,
                Long.toString(count(lines)),
                Contribution.exact(sum(lines, "before")),
                Contribution.exact(sum(lines, "after")),
                Contribution.exact(sum(lines, "change")));
    }

    private Drill drill(Map<String, String> where) {
        return new Drill(METRIC, query.period().name(), where);
    }

    private static String column(String group) {
        return "to_" + group.replace(' ', '_');
    }

    private static String words(String group) {
        return Objects.requireNonNullElse(WORDS.get(group), group);
    }

    private String former() {
        return query.window().before();
    }

    private String latter() {
        return query.window().of(query);
    }

    private static String sign(BigDecimal change) {
        return change.signum() < 0 ? "−" : "+";
    }

    private static long count(List<Line> lines) {
        return lines.stream().mapToLong(line -> line.count("customers")).sum();
    }

    private static BigDecimal sum(List<Line> lines, String column) {
        return lines.stream()
                .map(line -> line.number(column).orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
