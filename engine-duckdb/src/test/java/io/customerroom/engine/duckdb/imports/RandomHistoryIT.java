package io.customerroom.engine.duckdb.imports;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.engine.duckdb.DuckDbEngine;
import io.customerroom.engine.duckdb.DuckDbSettings;
import io.customerroom.kernel.Clocks;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.facts.FactColumn;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.FactsInForce;
import io.customerroom.ledger.facts.Feed;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.facts.ReceivedFacts;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Histories of a few batches with corrections, complete files, undone imports, links and two sources, small enough that the same keys meet often: what is in
 * force is what a slow resolver finds that follows the sentences of ARCHITECTURE.md one by one. A failure names its seed.
 */
class RandomHistoryIT {

    private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-02-20");
    private static final ZoneId COMPANY = ZoneId.of("Pacific/Chatham");

    @TempDir
    Path folder;

    private DuckDbEngine engine;
    private int asStored;

    @BeforeEach
    void start() {
        engine = DuckDbEngine.start(new DuckDbSettings(256, 1, folder.resolve("spill"), Duration.ofMinutes(1)));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    /** @param customer of a link one of the two; {@code other} is 0 for tickets */
    private record Row(
            String key,
            String source,
            long customer,
            long other,
            boolean linked,
            LocalDate on,
            Instant recorded,
            int line,
            String batch,
            LocalDate closed) {

        String names() {
            return source + "\n" + key;
        }
    }

    private record Batch(Receipt receipt, List<Row> rows) {}

    @Test
    void whatIsInForceIsWhatTheSentencesSay() throws IOException {
        for (long seed = 1; seed <= 50; seed++) {
            Random random = new Random(seed);
            Workspace workspace = new Workspace(folder.resolve("room" + seed));
            List<Batch> history = history(random, workspace);
            List<Receipt> receipts = history.stream().map(Batch::receipt).toList();
            for (int reading = 0; reading < 2; reading++) {
                boolean everything = random.nextBoolean();
                Clocks clocks = new Clocks(
                        DAY.plusDays(everything ? 30 : random.nextInt(14)),
                        FIRST.plus(Duration.ofHours(everything ? 72 : random.nextInt(60))));
                List<String> slow = slow(history, clocks);
                try (Session session = engine.open()) {
                    new FactsInForce(workspace).define(session, clocks, receipts);
                    assertThat(read(session, "ticket"))
                            .as("seed %d, %s", seed, clocks)
                            .isEqualTo(slow);
                }
                isTheSameReadAsItLies(workspace, clocks, receipts, slow);
                List<Receipt> active = receipts.stream().filter(Receipt::active).toList();
                assertThat(new ReceivedFacts(workspace, () -> active, engine, COMPANY).latestDay(clocks.known()))
                        .as("last day, seed %d, known %s", seed, clocks.known())
                        .isEqualTo(slowLastDay(history, clocks.known()));
            }
        }
        assertThat(asStored)
                .as("readings that could take the batches as they are")
                .isBetween(12, 80);
    }

    /** The engine orders texts by their bytes, Java by halves of letters: between the two a key would lie in both batches unseen. */
    @Test
    void keysAreOrderedAsTheEngineDoes() throws IOException {
        Workspace workspace = new Workspace(folder.resolve("letters"));
        Random random = new Random(1);
        List<Batch> history = new ArrayList<>();
        for (List<String> keys : List.of(List.of("k", "\uFF5E", "\uD83D\uDE00"), List.of("\uFF5E"))) {
            int number = history.size() + 1;
            String name = "b%04d-ticket".formatted(number);
            List<Row> rows = keys.stream()
                    .map(key -> new Row(
                            key, "a", 1, 0, false, DAY, FIRST.plusSeconds(number), keys.indexOf(key) + 1, name, DAY))
                    .toList();
            write(workspace, FactKind.TICKET, name, rows);
            history.add(new Batch(receipt(random, number, FactKind.TICKET, "a", Feed.DELTA, name, rows), rows));
        }
        List<Receipt> receipts = history.stream().map(Batch::receipt).toList();
        assertThat(receipts).allMatch(receipt -> receipt.active() && receipt.keysUnique());
        Clocks all = new Clocks(DAY.plusDays(30), FIRST.plus(Duration.ofDays(9)));
        try (Session session = engine.open()) {
            new FactsInForce(workspace).define(session, all, receipts);
            assertThat(read(session, "ticket")).isEqualTo(slow(history, all)).hasSize(3);
        }
        isTheSameReadAsItLies(workspace, all, receipts, slow(history, all));
    }

    private void isTheSameReadAsItLies(Workspace workspace, Clocks clocks, List<Receipt> receipts, List<String> slow) {
        try (Session session = engine.open()) {
            List<Path> files = new FactsInForce(workspace).asStored(session, clocks, receipts, FactKind.TICKET);
            if (!files.isEmpty()) {
                session.table("taken", files);
                assertThat(read(session, "taken")).isEqualTo(slow);
                asStored++;
            }
        }
    }

    private static List<String> read(Session session, String table) {
        return session.query("SELECT source, key, customer, batch, line FROM " + table, Map.of()).rows().stream()
                .map(row -> row.stream().map(Object::toString).collect(Collectors.joining("|")))
                .sorted()
                .toList();
    }

    private List<String> slow(List<Batch> history, Clocks clocks) {
        List<Row> links = resolved(history, FactKind.CROSSWALK, clocks.known());
        return resolved(history, FactKind.TICKET, clocks.known()).stream()
                .filter(row -> !row.on().isAfter(clocks.through()))
                .map(row -> "%s|%s|%d|%s|%d"
                        .formatted(row.source(), row.key(), smallest(row.customer(), links), row.batch(), row.line()))
                .sorted()
                .toList();
    }

    /** Opened and closed, as far as it had happened on the day on which it was told. */
    private static Optional<LocalDate> slowLastDay(List<Batch> history, Instant known) {
        Map<String, LocalDate> told = history.stream()
                .map(Batch::receipt)
                .collect(Collectors.toMap(
                        Receipt::batch,
                        receipt -> List.of(receipt.importedAt(), known).stream()
                                .min(Instant::compareTo)
                                .orElseThrow()
                                .atZone(COMPANY)
                                .toLocalDate()));
        return resolved(history, FactKind.TICKET, known).stream()
                .flatMap(row -> Stream.of(row.on(), row.closed()).filter(day -> !day.isAfter(told.get(row.batch()))))
                .max(LocalDate::compareTo);
    }

    /** Known rows, of each key the last version, less what a later complete file knew nothing of. */
    private static List<Row> resolved(List<Batch> history, FactKind kind, Instant known) {
        List<Batch> counted = history.stream()
                .filter(batch ->
                        batch.receipt().kind() == kind && batch.receipt().active())
                .toList();
        Map<String, Row> versions = new TreeMap<>();
        counted.stream()
                .flatMap(batch -> batch.rows().stream())
                .filter(row -> !row.recorded().isAfter(known))
                .sorted(comparing(Row::recorded).thenComparing(Row::batch).thenComparing(Row::line))
                .forEach(row -> versions.put(row.names(), row));
        List<Row> left = new ArrayList<>();
        for (Row row : versions.values()) {
            if (counted.stream().noneMatch(batch -> withdraws(batch, row, known))) {
                left.add(row);
            }
        }
        return left;
    }

    private static boolean withdraws(Batch batch, Row row, Instant known) {
        Receipt receipt = batch.receipt();
        Instant knew =
                batch.rows().stream().map(Row::recorded).max(Instant::compareTo).orElseThrow();
        boolean complete = receipt.feed() != Feed.DELTA && receipt.counts().unread() == 0;
        boolean covers = receipt.feed() == Feed.SNAPSHOT
                || batch.rows().stream().anyMatch(it -> !it.on().isAfter(row.on()))
                        && batch.rows().stream().anyMatch(it -> !it.on().isBefore(row.on()));
        boolean later = row.recorded().isBefore(knew)
                || row.recorded().equals(knew) && row.batch().compareTo(receipt.batch()) < 0;
        return complete
                && !knew.isAfter(known)
                && receipt.source().equals(row.source())
                && covers
                && later
                && batch.rows().stream().noneMatch(it -> it.names().equals(row.names()));
    }

    private static long smallest(long customer, List<Row> links) {
        Set<Long> same = new TreeSet<>(Set.of(customer));
        for (int round = 0; round < links.size(); round++) {
            for (Row link : links) {
                if (link.linked() && (same.contains(link.customer()) || same.contains(link.other()))) {
                    same.addAll(List.of(link.customer(), link.other()));
                }
            }
        }
        return same.iterator().next();
    }

    private List<Batch> history(Random random, Workspace workspace) throws IOException {
        List<Batch> history = new ArrayList<>();
        boolean calm = random.nextBoolean();
        int batches = 1 + random.nextInt(6);
        for (int number = 1; number <= batches; number++) {
            FactKind kind = !calm && random.nextInt(5) == 0 ? FactKind.CROSSWALK : FactKind.TICKET;
            String source = random.nextInt(3) == 0 ? "b" : "a";
            Feed feed = calm || random.nextInt(2) == 0
                    ? Feed.DELTA
                    : random.nextBoolean() ? Feed.CUMULATIVE : Feed.SNAPSHOT;
            history.add(batch(random, workspace, number, kind, source, feed, calm));
        }
        return history;
    }

    private Batch batch(
            Random random, Workspace workspace, int number, FactKind kind, String source, Feed feed, boolean calm)
            throws IOException {
        String name = "b%04d-%s".formatted(number, kind.table());
        List<Row> rows = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        boolean unique = calm || random.nextInt(3) > 0;
        for (int line = 1; line <= 1 + random.nextInt(5); line++) {
            String key = key(random, number, kind, calm);
            if (keys.add(key) || !unique) {
                LocalDate on = DAY.plusDays(random.nextInt(12));
                rows.add(new Row(
                        key,
                        source,
                        kind == FactKind.CROSSWALK ? key.charAt(0) - '0' : 1 + random.nextInt(5),
                        kind == FactKind.CROSSWALK ? key.charAt(2) - '0' : 0,
                        random.nextInt(3) > 0,
                        on,
                        FIRST.plus(Duration.ofHours(random.nextInt(6) * 8L)),
                        line,
                        name,
                        on.plusDays(random.nextInt(4))));
            }
        }
        write(workspace, kind, name, rows);
        return new Batch(receipt(random, number, kind, source, feed, name, rows), rows);
    }

    /** In calm histories keys grow from batch to batch, as numbers of orders do; letters beyond 16 bits sort differently in Java and in files. */
    private static String key(Random random, int number, FactKind kind, boolean calm) {
        if (kind == FactKind.CROSSWALK) {
            int one = 1 + random.nextInt(4);
            return one + "-" + (one + 1);
        }
        String letter = List.of("k", "l", "é", "\uFF5E", "\uD83D\uDE00").get(random.nextInt(5));
        return calm && random.nextInt(12) > 0 ? "%02d%s".formatted(number, letter) : letter;
    }

    private static Receipt receipt(
            Random random, int number, FactKind kind, String source, Feed feed, String name, List<Row> rows) {
        Receipt.Span span = new Receipt.Span(
                rows.stream().map(Row::on).min(LocalDate::compareTo).orElseThrow(),
                rows.stream().map(Row::on).max(LocalDate::compareTo).orElseThrow(),
                rows.stream().map(Row::recorded).min(Instant::compareTo).orElseThrow(),
                rows.stream().map(Row::recorded).max(Instant::compareTo).orElseThrow());
        boolean unread = random.nextInt(8) == 0;
        TreeMap<String, Long> aside = new TreeMap<>(unread ? Map.of("DATE_UNREADABLE", 1L) : Map.of());
        return new Receipt(
                name,
                number,
                kind,
                source,
                "customer",
                feed,
                new Receipt.File("f.csv", "hash" + number, "", "", List.of()),
                new Receipt.Counts(rows.size() + aside.size(), rows.size(), aside),
                Optional.of(span),
                rows.stream().map(Row::names).distinct().count() == rows.size(),
                FIRST.plus(Duration.ofDays(3)).plusSeconds(number),
                "ana",
                random.nextInt(10) == 0
                        ? Optional.of(new Receipt.Withdrawal(FIRST.plus(Duration.ofDays(9)), "ana", "wrong file"))
                        : Optional.empty());
    }

    private void write(Workspace workspace, FactKind kind, String batch, List<Row> rows) throws IOException {
        Path file = workspace.facts(kind.table(), batch);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        String values = rows.stream().map(row -> values(kind, row)).collect(Collectors.joining(", "));
        String columns = kind.columns().stream().map(FactColumn::name).collect(Collectors.joining(", "));
        try (Session session = engine.open()) {
            session.write("SELECT * FROM (VALUES " + values + ") AS f (" + columns + ")", Map.of(), file);
        }
    }

    private static String values(FactKind kind, Row row) {
        Map<String, String> stated = Map.ofEntries(
                Map.entry("key", "'" + row.key() + "'"),
                Map.entry("source", "'" + row.source() + "'"),
                Map.entry("customer", "" + row.customer()),
                Map.entry("other", "" + row.other()),
                Map.entry("linked", "" + row.linked()),
                Map.entry("occurred_on", "'" + row.on() + "'"),
                Map.entry("occurred_at", "'" + row.on() + " 00:00:00'"),
                Map.entry("recorded_at", "'" + row.recorded().toString().replace("Z", "") + "'"),
                Map.entry("line", "" + row.line()),
                Map.entry("batch", "'" + row.batch() + "'"),
                Map.entry("opened_on", "'" + row.on() + "'"),
                Map.entry("closed_on", "'" + row.closed() + "'"));
        return kind.columns().stream()
                .map(column -> "CAST(%s AS %s)"
                        .formatted(
                                stated.getOrDefault(column.name(), "NULL"),
                                column.type().sql()))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
