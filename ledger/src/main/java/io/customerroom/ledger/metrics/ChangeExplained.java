package io.customerroom.ledger.metrics;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.engine.Rows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a figure changed against the period before, told apart in one way. The parts add up to the change exactly, and every way of telling
 * apart explains the same change; anything else is refused.
 *
 * @param before what it was at the end of the period before, or in it
 * @param now what it is
 * @param parts by state customers that were there stand under what became of them; by segment, site and channel under what they are;
 *     by reason those who were lost stand under the reason they gave
 */
public record ChangeExplained(Figure figure, Split split, BigDecimal before, BigDecimal now, List<Part> parts) {

    /** The metric whose rows explain. */
    public static final String METRIC = "why-changed";

    /** What can be explained. */
    public enum Figure {
        /** Active customers at the period's end. */
        CUSTOMERS("customers_before", "customers"),
        /** Customers gained and regained in the period. */
        CAME("came_before", "came"),
        /** Customers lost in the period. */
        LEFT("left_before", "left_now"),
        /** Value of the active customers at the period's end. */
        VALUE("value_before", "value");

        private final String beforeColumn;
        private final String nowColumn;

        Figure(String beforeColumn, String nowColumn) {
            this.beforeColumn = beforeColumn;
            this.nowColumn = nowColumn;
        }

        /** In lower case, as people type it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads an id, or the name of the metric that shows the figure. */
        public static Figure named(String word) {
            return switch (word) {
                case "customer-math" -> CUSTOMERS;
                case "value-flow" -> VALUE;
                default -> named(word, values(), Figure::id, "FIGURE_UNKNOWN", "customer-math, value-flow, ");
            };
        }

        private static <E> E named(String word, E[] all, Function<E, String> id, String code, String also) {
            return Arrays.stream(all)
                    .filter(one -> id.apply(one).equals(word))
                    .findFirst()
                    .orElseThrow(() -> Failure.yours(
                            code,
                            "'%s' cannot be explained.".formatted(word),
                            "Choose one of " + also
                                    + String.join(
                                            ", ", Arrays.stream(all).map(id).toList()) + "."));
        }
    }

    /** How a change is told apart. */
    public enum Split {
        STATE,
        SEGMENT,
        SITE,
        CHANNEL,
        REASON;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads an id. */
        public static Split named(String word) {
            return Figure.named(word, values(), Split::id, "SPLIT_UNKNOWN", "");
        }
    }

    /**
     * One part of a change.
     *
     * @param name the state, segment, site or channel; empty where customers have none
     * @param reason why they left, where they were lost and are told apart by reason; empty text: no reason is known
     * @param moved how many customers stood in another part before
     */
    public record Part(String name, Optional<String> reason, BigDecimal before, BigDecimal now, long moved) {

        public BigDecimal change() {
            return now.subtract(before);
        }
    }

    public ChangeExplained {
        parts = List.copyOf(parts);
        BigDecimal sum = parts.stream().map(Part::change).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(now.subtract(before)) != 0) {
            throw new IllegalArgumentException(
                    "parts must add up to %s, but are %s".formatted(now.subtract(before), sum));
        }
    }

    public BigDecimal change() {
        return now.subtract(before);
    }

    /** All ways of telling one figure's change apart, from an answer of {@link #METRIC} for one period. */
    public static List<ChangeExplained> of(Rows rows, Figure figure) {
        return Arrays.stream(Split.values())
                .map(split -> of(rows, figure, split))
                .toList();
    }

    private static ChangeExplained of(Rows rows, Figure figure, Split split) {
        Totals totals = Totals.of(rows, figure);
        List<Part> parts = new ArrayList<>();
        for (List<@Nullable Object> row : rows.rows()) {
            if (split.id().equals(row.get(rows.indexOf("split")))) {
                parts.add(part(rows, row, figure, split));
            }
        }
        parts.removeIf(part -> part.before().signum() == 0 && part.now().signum() == 0);
        return new ChangeExplained(figure, split, totals.before, totals.now, parts);
    }

    private static Part part(Rows rows, List<@Nullable Object> row, Figure figure, Split split) {
        String name = text(rows, row, "part").orElse("");
        return new Part(
                name,
                split == Split.REASON && name.equals("lost")
                        ? Optional.of(text(rows, row, "reason").orElse(""))
                        : Optional.empty(),
                number(rows, row, figure.beforeColumn),
                number(rows, row, figure.nowColumn),
                number(rows, row, "moved").longValueExact());
    }

    private static Optional<String> text(Rows rows, List<@Nullable Object> row, String column) {
        return Optional.ofNullable(row.get(rows.indexOf(column))).map(String::valueOf);
    }

    private static BigDecimal number(Rows rows, List<@Nullable Object> row, String column) {
        return text(rows, row, column).map(BigDecimal::new).orElse(BigDecimal.ZERO);
    }

    /** As the first way of telling apart adds them up; the others must agree. */
    private record Totals(BigDecimal before, BigDecimal now) {

        static Totals of(Rows rows, Figure figure) {
            Stream<List<@Nullable Object>> states =
                    rows.rows().stream().filter(row -> Split.STATE.id().equals(row.get(rows.indexOf("split"))));
            return states.map(row ->
                            new Totals(number(rows, row, figure.beforeColumn), number(rows, row, figure.nowColumn)))
                    .reduce(new Totals(BigDecimal.ZERO, BigDecimal.ZERO), Totals::plus);
        }

        private Totals plus(Totals other) {
            return new Totals(before.add(other.before), now.add(other.now));
        }
    }
}
