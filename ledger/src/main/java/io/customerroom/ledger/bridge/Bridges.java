package io.customerroom.ledger.bridge;

import io.customerroom.kernel.Failure;
import io.customerroom.kernel.Grain;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.definitions.DefinitionCard;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.engine.Session;
import io.customerroom.state.SqlFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Explains the gap between two definitions customer by customer. Both ledgers must stand over the same facts and clocks: what differs
 * is the rule alone.
 */
public final class Bridges {

    private static final SqlFile SQL = SqlFile.beside(Bridges.class);

    private final Engine engine;

    public Bridges(Engine engine) {
        this.engine = engine;
    }

    /**
     * All periods of the grain side by side, and one of them explained.
     *
     * @param period its name; empty: the last that both ledgers know to be over, else the last
     */
    public DefinitionBridge between(Build one, Build other, Grain grain, Optional<String> period) {
        try (Session session = both(one, other)) {
            List<PeriodPair> periods = session.query(SQL.text("periods"), Map.of("grain", grain.id())).rows().stream()
                    .map(Bridges::pair)
                    .toList();
            String explained =
                    period.map(asked -> known(asked, periods)).orElseGet(() -> lastOver(session, one, grain, periods));
            Map<String, Object> parameters = Map.of("grain", grain.id(), "period", explained);
            List<BridgeLine> lines = session.query(SQL.text("lines"), parameters).rows().stream()
                    .map(Bridges::line)
                    .toList();
            ValueBridge value =
                    value(session.query(SQL.text("value"), parameters).rows().getFirst());
            return new DefinitionBridge(
                    one.definitions(),
                    other.definitions(),
                    periods,
                    explained,
                    lines,
                    value,
                    costs(session, one, other, parameters));
        }
    }

    /** The customers of one line and side of a bridge, by key, with their states under both definitions. */
    public Rows customers(Build one, Build other, Grain grain, String period, String figure, Side side) {
        try (Session session = both(one, other)) {
            return session.query(
                    SQL.text("customers"),
                    Map.of("grain", grain.id(), "period", period, "figure", figure, "side", side.id()));
        }
    }

    /**
     * Customers counted as lost at least once from one day to another, by two rules.
     *
     * @param facts a ledger over the facts; departures are read from it
     * @param base the rule the other is held against
     * @param card of the other rule
     */
    public Rival rival(Build facts, Leavers base, DefinitionCard card, Leavers other, LocalDate from, LocalDate to) {
        Map<String, Object> parameters = new HashMap<>(Map.of("from", from, "to", to));
        try (Session session = engine.open()) {
            String text = SQL.text("rival")
                    .formatted(
                            leavers(session, facts, base, "base", parameters),
                            leavers(session, facts, other, "other", parameters));
            List<@Nullable Object> row = session.query(text, parameters).rows().getFirst();
            return new Rival(card, whole(row, 0), whole(row, 1), whole(row, 2));
        }
    }

    /** The text that lists them; tables and parameters are called after their place. */
    private static String leavers(
            Session session, Build facts, Leavers leavers, String place, Map<String, Object> parameters) {
        return switch (leavers) {
            case Leavers.ByLedger it -> {
                requireSameFacts(facts, it.build());
                it.build().define(session, "customer_period", place + "_period");
                yield SQL.text("leavers-by-activity").formatted(place + "_period");
            }
            case Leavers.ByDepartures it -> {
                facts.define(session, "departure", place + "_departure");
                parameters.put(place + "_source", it.source());
                yield SQL.text("leavers-by-departure").formatted(place + "_departure", place + "_source");
            }
        };
    }

    private Session both(Build one, Build other) {
        requireSameFacts(one, other);
        Session session = engine.open();
        one.define(session, "customer_period", "one_period");
        other.define(session, "customer_period", "other_period");
        return session;
    }

    private static CostBridge costs(Session session, Build one, Build other, Map<String, Object> parameters) {
        one.define(session, List.of("cost", "calendar"));
        one.define(session, "cost_entry", "one_entry");
        other.define(session, "cost_entry", "other_entry");
        List<CostBridge.Line> lines = session.query(SQL.text("costs"), parameters).rows().stream()
                .map(row -> new CostBridge.Line(
                        String.valueOf(row.get(0)),
                        String.valueOf(row.get(1)),
                        money(row, 2),
                        money(row, 3),
                        money(row, 4),
                        money(row, 5)))
                .toList();
        List<@Nullable Object> sums =
                session.query(SQL.text("contributions"), parameters).rows().getFirst();
        return new CostBridge(lines, money(sums, 0), money(sums, 1), money(sums, 2), whole(sums, 3), whole(sums, 4));
    }

    private static void requireSameFacts(Build one, Build other) {
        if (!one.clocks().equals(other.clocks()) || !one.receipts().equals(other.receipts())) {
            throw Failure.yours(
                    "BRIDGE_OVER_DIFFERENT_FACTS",
                    "The two ledgers do not stand over the same facts and days.",
                    "Build both with the same --through and --known, and compare again.");
        }
    }

    private static String known(String period, List<PeriodPair> periods) {
        if (periods.stream().noneMatch(pair -> pair.period().equals(period))) {
            throw Failure.yours(
                    "PERIOD_NOT_IN_LEDGER",
                    "The ledger has no period '%s' of this grain.".formatted(period),
                    periods.isEmpty()
                            ? "Import data first."
                            : "It reaches from %s to %s."
                                    .formatted(
                                            periods.getFirst().period(),
                                            periods.getLast().period()));
        }
        return period;
    }

    private static String lastOver(Session session, Build build, Grain grain, List<PeriodPair> periods) {
        if (periods.isEmpty()) {
            throw Failure.yours("LEDGER_EMPTY", "The ledger holds no customers.", "Import data and build the ledger.");
        }
        build.define(session, List.of("calendar"));
        return session
                .query(
                        "SELECT MAX(starts_on) FROM calendar WHERE grain = :grain AND complete",
                        Map.of("grain", grain.id()))
                .rows()
                .stream()
                .map(List::getFirst)
                .flatMap(over -> periods.stream().filter(pair -> pair.startsOn().equals(over)))
                .findFirst()
                .orElse(periods.getLast())
                .period();
    }

    private static PeriodPair pair(List<@Nullable Object> row) {
        return new PeriodPair(
                String.valueOf(row.get(0)), (LocalDate) Objects.requireNonNull(row.get(1)), flow(row, 2), flow(row, 8));
    }

    private static PeriodPair.Flow flow(List<@Nullable Object> row, int at) {
        return new PeriodPair.Flow(
                whole(row, at),
                whole(row, at + 1),
                whole(row, at + 2),
                whole(row, at + 3),
                whole(row, at + 4),
                money(row, at + 5));
    }

    private static BridgeLine line(List<@Nullable Object> row) {
        return new BridgeLine(
                String.valueOf(row.get(0)),
                whole(row, 1),
                whole(row, 2),
                whole(row, 3),
                whole(row, 4),
                whole(row, 5),
                whole(row, 6),
                whole(row, 7));
    }

    private static ValueBridge value(List<@Nullable Object> row) {
        return new ValueBridge(money(row, 0), money(row, 1), money(row, 2), money(row, 3), money(row, 4));
    }

    private static long whole(List<@Nullable Object> row, int at) {
        return (Long) Objects.requireNonNull(row.get(at));
    }

    private static BigDecimal money(List<@Nullable Object> row, int at) {
        return (BigDecimal) Objects.requireNonNull(row.get(at));
    }
}
