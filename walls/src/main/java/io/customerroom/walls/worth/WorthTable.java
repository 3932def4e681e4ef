package io.customerroom.walls.worth;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.metrics.KeptRows;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.statistics.lifetime.CountedStates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Every customer of a view with what he is worth, held by the engine: states are scored here, once each, and joined to customers there. Whoever turns its pages reads
 * the rows of a page; sums are the engine's as well.
 *
 * <p>Values are rounded by running sums, likeliest band of P(alive) first and the worthiest first within it: each is within a unit of its own, and those of a band, and of all,
 * are the band's and the chapter's to the cent. Sums are of ten decimals, so that no order of adding changes them.
 */
public final class WorthTable implements AutoCloseable {

    private static final UnaryOperator<String> SQL = KeptRows.texts(WorthTable.class);

    private static final List<Rows.Column> SCORE = List.of(
            new Rows.Column("segment", String.class),
            new Rows.Column("first_on", LocalDate.class),
            new Rows.Column("last_on", LocalDate.class),
            new Rows.Column("x", Long.class),
            new Rows.Column("alive", Double.class),
            new Rows.Column("band", Long.class),
            new Rows.Column("purchases", Double.class),
            new Rows.Column("begins", Double.class),
            new Rows.Column("rises", Double.class));

    /** By which customers of a view can be added up. */
    public enum By {
        SEGMENT,
        SITE,
        CHANNEL,
        /** The month of the first purchase, as {@code 2026-05}. */
        COHORT;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** As people read it. */
        public String words() {
            return this == COHORT ? "month of the first purchase" : id();
        }

        /** Nothing for a name of none. */
        public static Optional<By> named(String id) {
            return Arrays.stream(values()).filter(by -> by.id().equals(id)).findFirst();
        }
    }

    /** Rules of loss of those without a contract. */
    public enum Lost {
        ALIVE,
        BOTH,
        ALONE;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Which customers are listed; what is empty asks for nothing.
     *
     * @param band of P(alive), 0 for the least likely
     * @param below customers without a contract whose P(alive) is smaller are lost by the second rule
     * @param by whose member {@code of} is
     * @param of an empty text: of no member
     */
    public record Part(
            Optional<Integer> band,
            Optional<Lost> lost,
            double below,
            Optional<LocalDate> lastFrom,
            Optional<LocalDate> lastTo,
            By by,
            Optional<String> of) {}

    /**
     * One customer.
     *
     * @param value rounded as above; null where spend could not be estimated
     */
    public record Line(
            long customer,
            @Nullable String segment,
            @Nullable String site,
            @Nullable String channel,
            Buyers.State state,
            @Nullable BigDecimal value) {}

    /**
     * Customers of one member.
     *
     * @param name empty where they have none
     * @param alive how many of them are expected to be customers still
     * @param purchases of them, expected in the next twelve months
     * @param value null where spend could not be estimated
     */
    public record Member(
            String name,
            long customers,
            double alive,
            double purchases,
            @Nullable BigDecimal value) {}

    /** @param value of all of them together; null where spend could not be estimated */
    public record Sum(long customers, @Nullable BigDecimal value) {}

    private final KeptRows kept;
    private final int digits;
    private int readers;
    private boolean given;

    private WorthTable(KeptRows kept, int digits) {
        this.kept = kept;
        this.digits = digits;
    }

    /**
     * @param kept the rows of {@code buying-moves}; they are closed with this
     * @param through last day that counts
     * @param digits of the currency
     */
    public static WorthTable of(KeptRows kept, Basis basis, LocalDate through, int digits) {
        kept.fill("score", SCORE, basis.rows(states(kept), through));
        kept.execute(SQL.apply("worth"), Map.of("digits", (long) digits));
        kept.execute("DROP TABLE score", Map.of());
        kept.execute("DROP TABLE listed", Map.of());
        return new WorthTable(kept, digits);
    }

    private static SortedMap<String, CountedStates> states(KeptRows kept) {
        SortedMap<String, CountedStates.Builder> builders = new TreeMap<>();
        kept.each(
                SQL.apply("states"),
                columns -> row -> builders.computeIfAbsent(
                                String.valueOf(row.get(0)), segment -> new CountedStates.Builder())
                        .add(
                                day(row.get(1)),
                                day(row.get(2)),
                                number(row.get(3)).intValue(),
                                number(row.get(4)).longValue(),
                                0));
        SortedMap<String, CountedStates> states = new TreeMap<>();
        builders.forEach((segment, builder) -> states.put(segment, builder.build()));
        return states;
    }

    /** How many there are in a part, and of them within a scope. */
    public Sum sum(Part part, RowScope scope) {
        Rows rows = kept.sums("COUNT(*), SUM(summed.value)", scope, text(part), bound(part));
        List<@Nullable Object> row = rows.rows().getFirst();
        return new Sum(number(row.get(0)).longValue(), row.get(1) instanceof BigDecimal value ? value : null);
    }

    /** Some lines of a part, in order, of those within a scope. */
    public List<Line> lines(Part part, RowScope scope, long limit, long offset) {
        return kept.within(scope, text(part), bound(part), limit, offset).rows().stream()
                .map(WorthTable::line)
                .toList();
    }

    /** What the members of a dimension are worth, in the order of their names. Whole, whoever reads: it lists no customers. */
    public List<Member> members(By by) {
        return kept
                .query(SQL.apply("members").replace("{dimension}", by.id()), Map.of("digits", (long) digits))
                .rows()
                .stream()
                .map(row -> new Member(
                        String.valueOf(row.get(0)),
                        number(row.get(1)).longValue(),
                        number(row.get(2)).doubleValue(),
                        number(row.get(3)).doubleValue(),
                        row.get(4) instanceof BigDecimal value ? value : null))
                .toList();
    }

    private static String text(Part part) {
        String table = part.of().isPresent()
                ? "(" + SQL.apply("of").replace("{dimension}", part.by().id()) + ")"
                : "worth";
        return SQL.apply("listed").replace("{table}", table);
    }

    private Map<String, @Nullable Object> bound(Part part) {
        Map<String, @Nullable Object> bound = new HashMap<>();
        bound.put("band", part.band().map(Integer::longValue).orElse(null));
        bound.put("lost", part.lost().map(Lost::id).orElse(null));
        bound.put("below", part.below());
        bound.put("last_from", part.lastFrom().orElse(null));
        bound.put("last_to", part.lastTo().orElse(null));
        part.of().ifPresent(of -> {
            bound.put("of", of);
            bound.put("digits", (long) digits);
        });
        return bound;
    }

    private static Line line(List<@Nullable Object> row) {
        Object segment = row.get(1);
        return new Line(
                number(row.get(0)).longValue(),
                text(segment),
                text(row.get(2)),
                text(row.get(3)),
                new Buyers.State(
                        LocalDate.parse(String.valueOf(row.get(4))),
                        LocalDate.parse(String.valueOf(row.get(5))),
                        number(row.get(6)).intValue(),
                        number(row.get(7)).doubleValue(),
                        1,
                        0,
                        0,
                        segment == null ? "" : segment.toString()),
                row.get(8) instanceof BigDecimal value ? value : null);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static int day(@Nullable Object value) {
        return (int) LocalDate.parse(String.valueOf(value)).toEpochDay();
    }

    private static Number number(@Nullable Object value) {
        return value instanceof Number number ? number : 0;
    }

    /** Somebody reads it for longer than one answer takes: until {@link #release}, it stays open. */
    public synchronized WorthTable held() {
        readers++;
        return this;
    }

    /** Whoever held it has read the last row. */
    public synchronized void release() {
        readers--;
        closeUnread();
    }

    /** Closes it, as soon as nobody holds it. */
    @Override
    public synchronized void close() {
        given = true;
        closeUnread();
    }

    private void closeUnread() {
        if (given && readers == 0) {
            kept.close();
        }
    }
}
