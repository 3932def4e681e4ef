package io.customerroom.web.customers;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.walls.worth.Buyers;
import io.customerroom.walls.worth.Histories;
import io.customerroom.walls.worth.Score;
import io.customerroom.walls.worth.Worth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Customers with what each is worth: likeliest band of P(alive) first, the worthiest first within it. Values are rounded so that they add up: what the values so far come to
 * is rounded, and each customer has what he adds to that. So a value is within one unit of its own, and the values of a band are the band's to the cent.
 *
 * @param why there are no scores, or empty
 * @param lines in order
 * @param outside further customers of this list whom its reader may not see
 */
record WorthList(String why, List<Line> lines, int outside) {

    private static final List<Rows.Column> COLUMNS = List.of(
            new Rows.Column("customer", Long.class),
            new Rows.Column("segment", String.class),
            new Rows.Column("site", String.class),
            new Rows.Column("first_on", LocalDate.class),
            new Rows.Column("last_on", LocalDate.class),
            new Rows.Column("further_days", Long.class),
            new Rows.Column("alive_percent", BigDecimal.class),
            new Rows.Column("purchases_next_12_months", BigDecimal.class),
            new Rows.Column("discounted_purchases", BigDecimal.class),
            new Rows.Column("value", BigDecimal.class),
            new Rows.Column("value_from", BigDecimal.class),
            new Rows.Column("value_to", BigDecimal.class));

    /**
     * @param standing by the definition in force: active, not active, under contract
     * @param value rounded as above; null where spend could not be estimated
     */
    record Line(
            long customer,
            @Nullable String segment,
            @Nullable String site,
            Buyers.State state,
            String standing,
            Score score,
            @Nullable BigDecimal value) {

        boolean underContract() {
            return standing.equals("under contract");
        }

        /** Lost by the definition in force. */
        boolean lapsed() {
            return standing.equals("not active");
        }

        private Line worth(BigDecimal other) {
            return new Line(customer, segment, site, state, standing, score, other);
        }
    }

    /** One customer before values are rounded. */
    private record Found(
            long customer,
            @Nullable String segment,
            @Nullable String site,
            Buyers.State state,
            String standing,
            Score score) {}

    /** @param digits of the currency */
    static WorthList of(Histories.Answer answer, Rows behind, WallQuery query, int digits) {
        return switch (answer.worth()) {
            case Worth.Refused refused -> new WorthList(refused.why(), List.of(), 0);
            case Worth.Valued valued -> new WorthList("", rounded(found(valued, behind, query), digits), 0);
        };
    }

    private static List<Found> found(Worth.Valued valued, Rows behind, WallQuery query) {
        LocalDate through = last(query);
        Map<Buyers.State, Score> scores = new LinkedHashMap<>();
        List<Buyers.State> states = new ArrayList<>();
        for (List<@Nullable Object> row : behind.rows()) {
            Buyers.State state = state(behind, row);
            states.add(state);
            scores.putIfAbsent(state, new Score(0, 0, 0, Optional.empty()));
        }
        List<Buyers.State> distinct = List.copyOf(scores.keySet());
        List<Score> each = valued.basis().of(distinct, through);
        for (int i = 0; i < distinct.size(); i++) {
            scores.put(distinct.get(i), each.get(i));
        }
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            List<@Nullable Object> row = behind.rows().get(i);
            Score score = scores.get(states.get(i));
            if (score != null) {
                found.add(new Found(
                        row.get(behind.indexOf("customer")) instanceof Long key ? key : 0,
                        text(behind, row, "segment"),
                        text(behind, row, "site"),
                        states.get(i),
                        Optional.ofNullable(text(behind, row, "standing")).orElse(""),
                        score));
            }
        }
        found.sort(Comparator.comparingInt((Found one) -> one.score().band())
                .thenComparingDouble(one -> one.score().worth())
                .thenComparingDouble(one -> one.score().purchases())
                .reversed()
                .thenComparingLong(Found::customer));
        return found;
    }

    private static List<Line> rounded(List<Found> found, int digits) {
        List<Line> lines = new ArrayList<>();
        double sum = 0;
        BigDecimal before = BigDecimal.ZERO.setScale(digits);
        for (Found one : found) {
            sum += one.score().worth();
            BigDecimal now = BigDecimal.valueOf(sum).setScale(digits, RoundingMode.HALF_UP);
            lines.add(new Line(
                    one.customer(),
                    one.segment(),
                    one.site(),
                    one.state(),
                    one.standing(),
                    one.score(),
                    one.score().value().isPresent() ? now.subtract(before) : null));
            before = now;
        }
        return lines;
    }

    /** The last day that counts in this view. */
    static LocalDate last(WallQuery query) {
        LocalDate through = query.clocks().through();
        return query.period().lastDay().isAfter(through)
                ? through
                : query.period().lastDay();
    }

    WorthList where(Predicate<Line> wanted) {
        return new WorthList(why, lines.stream().filter(wanted).toList(), outside);
    }

    /** Those of one segment, rounded after the segments before it in the order of their names, as the chapter rounds what segments are worth. */
    WorthList of(String segment) {
        double sum = lines.stream()
                .filter(line -> line.state().segment().compareTo(segment) < 0)
                .mapToDouble(line -> line.score().worth())
                .sum();
        List<Line> some = new ArrayList<>();
        for (Line line : lines) {
            BigDecimal value = line.value();
            if (line.state().segment().equals(segment)) {
                if (value != null) {
                    BigDecimal before = decimal(sum, value.scale());
                    sum += line.score().worth();
                    value = decimal(sum, value.scale()).subtract(before);
                }
                some.add(value == null ? line : line.worth(value));
            }
        }
        return new WorthList(why, some, outside);
    }

    /** Those with one of these keys. */
    WorthList within(Set<?> customers) {
        return new WorthList(
                why,
                lines.stream()
                        .filter(line -> customers.contains(line.customer()))
                        .toList(),
                (int) lines.stream()
                        .filter(line -> !customers.contains(line.customer()))
                        .count());
    }

    Rows rows(int from, int to) {
        return new Rows(
                COLUMNS, lines.subList(from, to).stream().map(WorthList::row).toList());
    }

    private static List<@Nullable Object> row(Line line) {
        Score score = line.score();
        Optional<Worth.Amount> value = score.value();
        return Arrays.asList(
                line.customer(),
                line.segment(),
                line.site(),
                line.state().firstOn(),
                line.state().lastOn(),
                (long) line.state().x(),
                decimal(100 * score.alive(), 2),
                decimal(score.purchases(), 2),
                Double.isFinite(score.discounted()) ? decimal(score.discounted(), 2) : null,
                line.value(),
                value.map(amount -> decimal(amount.interval().low(), 2)).orElse(null),
                value.map(amount -> decimal(amount.interval().high(), 2)).orElse(null));
    }

    static BigDecimal decimal(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
    }

    private static Buyers.State state(Rows rows, List<@Nullable Object> row) {
        return new Buyers.State(
                day(rows, row, "first_on"),
                day(rows, row, "last_on"),
                number(rows, row, "x").intValue(),
                number(rows, row, "spend").doubleValue(),
                1,
                0,
                0,
                Optional.ofNullable(text(rows, row, "segment")).orElse(""));
    }

    private static LocalDate day(Rows rows, List<@Nullable Object> row, String column) {
        return LocalDate.parse(String.valueOf(row.get(rows.indexOf(column))));
    }

    private static Number number(Rows rows, List<@Nullable Object> row, String column) {
        return row.get(rows.indexOf(column)) instanceof Number number ? number : 0;
    }

    private static @Nullable String text(Rows rows, List<@Nullable Object> row, String column) {
        int at = rows.columns().stream().map(Rows.Column::name).toList().indexOf(column);
        Object value = at < 0 ? null : row.get(at);
        return value == null ? null : String.valueOf(value);
    }
}
