package io.customerroom.ledger.facts;

import io.customerroom.kernel.Clocks;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StoredText;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The facts that count under two clocks. In a session it defines one table or view per {@link FactKind}, named as the kind, with the
 * columns of {@link FactKind#columns()}; a kind without facts is an empty table.
 *
 * <p>In this order: rows known by the second clock; of several versions of one key the one recorded last; less what a later cumulative or
 * snapshot file no longer holds (a file with rows that could not be read withdraws nothing); customers joined by the crosswalk under their smallest key; events cut by the first clock, which customers and the crosswalk are not. A file's withdrawals
 * are known from the latest {@code recorded_at} among its rows. Last, {@linkplain ExchangedFacts amounts are converted} into the reporting currency. A kind whose sources have one delta batch each, with unique keys, is read
 * straight from its files.
 */
public final class FactsInForce {

    private static final int LINKS_PER_TEXT = 1_000;

    /** With more batches than this a build writes them together, once, so that its readers open one file. */
    private static final int MOST_SIDE_BY_SIDE = 16;

    private final Workspace workspace;
    private final Optional<ExchangedFacts> exchanged;
    private final SqlFile sql = SqlFile.beside(FactsInForce.class);
    /** Batches never change, so their keys are looked at once. */
    private final Map<Path, KeyRange> keys = new ConcurrentHashMap<>();

    /** Amounts stay as they were told, each in its currency. */
    public FactsInForce(Workspace workspace) {
        this(workspace, Optional.empty());
    }

    /** Amounts are converted into the reporting currency. */
    FactsInForce(Workspace workspace, ExchangedFacts exchanged) {
        this(workspace, Optional.of(exchanged));
    }

    private FactsInForce(Workspace workspace, Optional<ExchangedFacts> exchanged) {
        this.workspace = workspace;
        this.exchanged = exchanged;
    }

    /** Defines the tables in a session that does not have them yet. Withdrawn receipts are passed over. */
    public void define(Session session, Clocks clocks, List<Receipt> receipts) {
        List<Receipt> active = received(session, receipts);
        defineKind(session, clocks, FactKind.CROSSWALK, active, false);
        boolean linked = defineRepresentatives(session);
        defineKind(session, clocks, FactKind.RATE, active, linked);
        Set<FactKind> told = exchanged.map(it -> it.kinds(session, active)).orElse(Set.of());
        if (!told.isEmpty()) {
            exchanged.orElseThrow().prepare(session);
        }
        for (FactKind kind : FactKind.values()) {
            if (told.contains(kind)) {
                defineKind(session, clocks, kind, active, linked, ExchangedFacts.TOLD + kind.table());
                exchanged.orElseThrow().convert(session, kind);
            } else if (kind != FactKind.CROSSWALK && kind != FactKind.RATE) {
                defineKind(session, clocks, kind, active, linked);
            }
        }
    }

    /** Whether some of the facts are told in another currency, so that {@link #define} gives the session a table {@code conversion} as well. */
    boolean converts(Session session, List<Receipt> receipts) {
        return exchanged
                .filter(it -> !it.kinds(session, inForce(receipts)).isEmpty())
                .isPresent();
    }

    /** All keys of one customer by the links in force, the given one included; in a session that has no tables yet. */
    SortedSet<Long> sameCustomer(Session session, Clocks clocks, List<Receipt> receipts, long key) {
        defineKind(session, clocks, FactKind.CROSSWALK, received(session, receipts), false);
        return links(session).same(key);
    }

    /** Every key that another stands for by the links in force, with that other; in a session that has no tables yet. */
    SortedMap<Long, Long> representatives(Session session, Clocks clocks, List<Receipt> receipts) {
        defineKind(session, clocks, FactKind.CROSSWALK, received(session, receipts), false);
        return links(session).representatives();
    }

    private List<Receipt> received(Session session, List<Receipt> receipts) {
        List<Receipt> active = inForce(receipts);
        session.execute(sql.text("receipts"), Map.of());
        active.forEach(receipt -> insert(session, receipt));
        return active;
    }

    private void insert(Session session, Receipt receipt) {
        Receipt.Span span = receipt.span().orElseThrow();
        Map<String, Object> values = new HashMap<>();
        values.put("batch", receipt.batch());
        values.put("kind", receipt.kind().table());
        values.put("source", receipt.source());
        values.put("arrival", (long) receipt.number());
        // what a row that could not be read says is not known: a file with such rows is no complete list
        Feed feed = receipt.counts().unread() > 0 ? Feed.DELTA : receipt.feed();
        values.put("feed", feed.word());
        values.put("first_on", span.firstOn().toString());
        values.put("last_on", span.lastOn().toString());
        values.put("known_at", timestamp(span.lastRecordedAt()));
        session.execute(sql.text("receipt"), values);
    }

    private void defineKind(Session session, Clocks clocks, FactKind kind, List<Receipt> active, boolean linked) {
        defineKind(session, clocks, kind, active, linked, kind.table());
    }

    /** @param table what it is called in the session */
    private void defineKind(
            Session session, Clocks clocks, FactKind kind, List<Receipt> active, boolean linked, String table) {
        List<Receipt> mine =
                active.stream().filter(receipt -> receipt.kind() == kind).toList();
        if (mine.isEmpty()) {
            session.execute(emptyTable(kind), Map.of());
            return;
        }
        String stored = "stored_" + kind.table();
        OlderBatches.define(session, stored, kind, mine.stream().map(this::file).toList());
        if (oneVersionEach(session, mine)) {
            finish(session, "VIEW " + table, kind, text("as-stored", kind, clocks), clocks, mine, linked);
            return;
        }
        session.execute(text("contested", kind, clocks), Map.of());
        if (mine.stream().allMatch(receipt -> receipt.feed() == Feed.DELTA)) {
            finish(
                    session,
                    "VIEW " + table,
                    kind,
                    "SELECT %s FROM (%s) AS f".formatted(columns(kind), text("versions", kind, clocks)),
                    clocks,
                    mine,
                    linked);
            return;
        }
        session.execute(
                "CREATE TEMPORARY TABLE %s_version AS %s".formatted(kind.table(), text("versions", kind, clocks)),
                Map.of());
        session.execute(text("withdrawn", kind, clocks), Map.of("kind", kind.table()));
        finish(session, "TABLE " + table, kind, text("not-withdrawn", kind, clocks), clocks, mine, linked);
        for (String step : List.of("_contested", "_version", "_withdrawn")) {
            session.execute("DROP TABLE " + kind.table() + step, Map.of());
        }
    }

    /** Joins customers and cuts by the first clock, as the last steps. */
    private static void finish(
            Session session,
            String what,
            FactKind kind,
            String facts,
            Clocks clocks,
            List<Receipt> mine,
            boolean linked) {
        LocalDate last = mine.stream()
                .map(receipt -> receipt.span().orElseThrow().lastOn())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        String columns = kind.columns().stream()
                .map(column -> linked && column.type() == FactColumn.Type.CUSTOMER
                        ? "coalesce(r_%1$s.representative, f.%1$s) AS %1$s".formatted(column.name())
                        : "f." + column.name())
                .collect(Collectors.joining(", "));
        String joins = !linked
                ? ""
                : kind.columns().stream()
                        .filter(column -> column.type() == FactColumn.Type.CUSTOMER)
                        .map(column -> " LEFT JOIN customer_representative AS r_%1$s ON r_%1$s.customer = f.%1$s"
                                .formatted(column.name()))
                        .collect(Collectors.joining());
        String cut = kind.happens() && last.isAfter(clocks.through())
                ? " WHERE f.occurred_on <= CAST('" + clocks.through() + "' AS DATE)"
                : "";
        session.execute(
                "CREATE TEMPORARY %s AS SELECT %s FROM (%s) AS f%s%s".formatted(what, columns, facts, joins, cut),
                Map.of());
    }

    private String text(String name, FactKind kind, Clocks clocks) {
        return sql.text(name)
                .replace("{columns}", columns(kind))
                .replace("{stored}", "stored_" + kind.table())
                .replace("{kind}", kind.table())
                .replace("{known}", "'" + timestamp(clocks.known()) + "'");
    }

    private static String columns(FactKind kind) {
        return kind.columns().stream().map(column -> "f." + column.name()).collect(Collectors.joining(", "));
    }

    /**
     * Whether no key can have two versions: keys are unique within each batch, and several batches of one source add to each other and
     * share no key, because each one's keys lie after the other's.
     */
    private boolean oneVersionEach(Session session, List<Receipt> receipts) {
        Map<String, List<Receipt>> bySource = receipts.stream().collect(Collectors.groupingBy(Receipt::source));
        return receipts.stream().allMatch(Receipt::keysUnique)
                && bySource.values().stream().allMatch(same -> same.size() == 1 || apart(session, same));
    }

    private boolean apart(Session session, List<Receipt> same) {
        if (same.stream().anyMatch(receipt -> receipt.feed() != Feed.DELTA)) {
            return false;
        }
        List<KeyRange> ranges = same.stream()
                .map(receipt -> keys.computeIfAbsent(file(receipt), file -> KeyRange.of(session, file)))
                .sorted()
                .toList();
        return IntStream.range(1, ranges.size()).allMatch(i -> ranges.get(i).isAfter(ranges.get(i - 1)));
    }

    /**
     * The batches of a kind, where the facts in force are exactly their rows: one version each, nobody to join, nothing after the clocks.
     * Empty where that is not so, or the batches are too many to be read side by side.
     */
    public List<Path> asStored(Session session, Clocks clocks, List<Receipt> receipts, FactKind kind) {
        List<Receipt> active = inForce(receipts);
        List<Receipt> mine =
                active.stream().filter(receipt -> receipt.kind() == kind).toList();
        boolean whole = mine.stream()
                .map(receipt -> receipt.span().orElseThrow())
                .noneMatch(span -> span.lastRecordedAt().isAfter(clocks.known())
                        || kind.happens() && span.lastOn().isAfter(clocks.through()));
        boolean linked = active.stream().anyMatch(receipt -> receipt.kind() == FactKind.CROSSWALK);
        return whole
                        && !linked
                        && exchanged.map(it -> it.none(session, mine)).orElse(true)
                        && mine.size() <= MOST_SIDE_BY_SIDE
                        && oneVersionEach(session, mine)
                        && OlderBatches.none(
                                session, kind, mine.stream().map(this::file).toList())
                ? mine.stream().map(this::file).toList()
                : List.of();
    }

    /** Whether no key of a kind can have two versions, so that its batches' own days are the days in force. */
    boolean oneVersionEach(Session session, List<Receipt> receipts, FactKind kind) {
        return oneVersionEach(
                session,
                inForce(receipts).stream()
                        .filter(receipt -> receipt.kind() == kind)
                        .toList());
    }

    /** A day that a fact in force states, and the batch that told it. */
    record ToldDay(String batch, LocalDate day) {}

    /** The days of those facts in force of which some version states a day after {@code floor} up to {@code last}; in a session without tables. */
    List<ToldDay> daysInForce(
            Session session, Instant known, List<Receipt> receipts, FactKind kind, LocalDate floor, LocalDate last) {
        List<Receipt> mine = received(session, receipts).stream()
                .filter(receipt -> receipt.kind() == kind)
                .toList();
        OlderBatches.define(
                session,
                "all_" + kind.table(),
                kind,
                mine.stream().map(this::file).toList());
        Clocks clocks = new Clocks(last, known);
        String near = kind.days().stream()
                .map("(c.%1$s > :floor AND c.%1$s <= :last)"::formatted)
                .collect(Collectors.joining(" OR "));
        session.execute(text("near", kind, clocks).replace("{near}", near), Map.of("floor", floor, "last", last));
        session.execute(text("contested", kind, clocks), Map.of());
        session.execute(
                "CREATE TEMPORARY TABLE %s_version AS %s".formatted(kind.table(), text("versions", kind, clocks)),
                Map.of());
        session.execute(text("withdrawn", kind, clocks), Map.of("kind", kind.table()));
        String facts = text("not-withdrawn", kind, clocks);
        String days = kind.days().stream()
                .map(day ->
                        "SELECT d.batch, d.%1$s AS day FROM (%2$s) AS d WHERE d.%1$s IS NOT NULL".formatted(day, facts))
                .collect(Collectors.joining(" UNION "));
        return session.query(days, Map.of()).rows().stream()
                .map(row -> new ToldDay(Objects.toString(row.get(0)), (LocalDate) Objects.requireNonNull(row.get(1))))
                .toList();
    }

    private static List<Receipt> inForce(List<Receipt> receipts) {
        return receipts.stream()
                .filter(Receipt::active)
                .filter(receipt -> receipt.span().isPresent())
                .sorted(Comparator.comparingInt(Receipt::number))
                .toList();
    }

    private static String emptyTable(FactKind kind) {
        return kind.columns().stream()
                .map(column -> column.name() + " " + column.type().sql())
                .collect(Collectors.joining(", ", "CREATE TEMPORARY TABLE " + kind.table() + " (", ")"));
    }

    private boolean defineRepresentatives(Session session) {
        SortedMap<Long, Long> representatives = links(session).representatives();
        session.execute(sql.text("representatives"), Map.of());
        List<String> values = representatives.entrySet().stream()
                .map(entry -> "(" + entry.getKey() + ", " + entry.getValue() + ")")
                .toList();
        for (int from = 0; from < values.size(); from += LINKS_PER_TEXT) {
            List<String> some = values.subList(from, Math.min(values.size(), from + LINKS_PER_TEXT));
            session.execute("INSERT INTO customer_representative VALUES " + String.join(", ", some), Map.of());
        }
        return !representatives.isEmpty();
    }

    private LinkedCustomers links(Session session) {
        LinkedCustomers customers = new LinkedCustomers();
        Rows links = session.query(sql.text("links"), Map.of());
        links.rows().forEach(row -> customers.link(number(row.get(0)), number(row.get(1))));
        return customers;
    }

    private static long number(@org.jspecify.annotations.Nullable Object value) {
        return (Long) Objects.requireNonNull(value);
    }

    private Path file(Receipt receipt) {
        return workspace.facts(receipt.kind().table(), receipt.batch());
    }

    private static String timestamp(Instant moment) {
        String text = StoredText.of(moment);
        return text.substring(0, text.length() - 1).replace('T', ' ');
    }
}
