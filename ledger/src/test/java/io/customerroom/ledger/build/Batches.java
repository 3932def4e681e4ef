package io.customerroom.ledger.build;

import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.facts.FactColumn;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Feed;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.facts.Receipts;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Batches with receipts, as imports leave them, written from rows that a test states as SQL values in the order of the kind's columns. */
final class Batches {

    private final Workspace workspace;
    private final Engine engine;
    private final Receipts receipts;
    private int count;

    Batches(Workspace workspace, Engine engine, Receipts receipts) {
        this.workspace = workspace;
        this.engine = engine;
        this.receipts = receipts;
    }

    /** Receives the rows; each is everything between the brackets of a VALUES, without its batch. */
    String receive(FactKind kind, Feed feed, Instant at, List<String> rows) {
        count++;
        String batch = "b%04d-%s".formatted(count, kind.table());
        try (Session session = engine.open()) {
            session.execute(table(kind), Map.of());
            rows.forEach(
                    row -> session.execute("INSERT INTO received VALUES (" + row + ", '" + batch + "')", Map.of()));
            Path file = workspace.facts(kind.table(), batch);
            Files.createDirectories(file.getParent());
            session.write("SELECT * FROM received ORDER BY customer NULLS FIRST, occurred_at", Map.of(), file);
            Rows span = session.query(
                    "SELECT MIN(occurred_on), MAX(occurred_on), MIN(recorded_at), MAX(recorded_at), COUNT(DISTINCT key) = COUNT(*) FROM received",
                    Map.of());
            receipts.add(
                    LedgerFixture.TESTER,
                    receipt(batch, kind, feed, at, rows.size(), span.rows().getFirst()),
                    Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return batch;
    }

    private Receipt receipt(String batch, FactKind kind, Feed feed, Instant at, int rows, List<?> span) {
        return new Receipt(
                batch,
                count,
                kind,
                "till",
                "customer",
                feed,
                new Receipt.File(batch + ".csv", "content " + batch, "", "mapping", List.of()),
                new Receipt.Counts(rows, rows, new TreeMap<>()),
                Optional.of(new Receipt.Span(
                        (LocalDate) span.get(0), (LocalDate) span.get(1), (Instant) span.get(2), (Instant)
                                span.get(3))),
                Boolean.TRUE.equals(span.get(4)),
                at.plus(Duration.ofMinutes(1)),
                "tester",
                Optional.empty());
    }

    /** The columns that come first in every kind, for one row. */
    String common(String key, long customer, String day, Instant recordedAt) {
        return "'%s', 'till', %s, TIMESTAMP '%s 12:00:00', DATE '%s', TIMESTAMP '%s', 1"
                .formatted(
                        key,
                        customer == 0 ? "NULL" : Long.toString(customer),
                        day,
                        day,
                        recordedAt.toString().replace('T', ' ').replace("Z", ""));
    }

    private static String table(FactKind kind) {
        String own = kind.ownColumns().stream()
                .map(column -> column.name() + " " + column.type().sql())
                .collect(Collectors.joining(", "));
        String common = FactKind.COMMON.stream()
                .filter(column -> !column.name().equals("batch"))
                .map(Batches::declared)
                .collect(Collectors.joining(", "));
        return "CREATE TABLE received (" + common + ", " + own + ", batch VARCHAR)";
    }

    private static String declared(FactColumn column) {
        return column.name() + " " + column.type().sql();
    }
}
