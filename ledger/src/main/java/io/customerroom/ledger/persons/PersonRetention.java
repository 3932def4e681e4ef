package io.customerroom.ledger.persons;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.facts.FactsInForce;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.facts.Receipts;
import io.customerroom.ledger.imports.Durable;
import io.customerroom.ledger.imports.WorkspaceLock;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StateStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the workspace's files say of people, by its age: customers' own words, names and addresses, rows set aside. Only person tables and
 * quarantines are rewritten; facts, ledgers and evidence stay as they are, to the byte. {@code before} is a day of the company: what is
 * of an earlier day goes. What is removed here comes back with the next file that says it again, and goes again; only an erasure keeps a name out.
 */
public final class PersonRetention {

    private static final SqlFile SQL = SqlFile.beside(PersonRetention.class);

    private final Workspace workspace;
    private final Receipts receipts;
    private final Engine engine;

    public PersonRetention(Workspace workspace, StateStore store, Engine engine) {
        this.workspace = workspace;
        this.receipts = new Receipts(store);
        this.engine = engine;
    }

    /**
     * Texts that customers wrote, by the day of the ticket or answer they belong to.
     *
     * @param held customers of whom nothing goes
     */
    public Kept words(LocalDate before, Set<CustomerId> held) {
        try (Session session = open(held)) {
            Kept all = Kept.nothing();
            for (Receipt receipt : named()) {
                all = all.and(words(session, receipt, before));
            }
            return all;
        }
    }

    /** Removes the texts that {@link #words} calls over; answers how many. */
    public long removeWords(LocalDate before, Set<CustomerId> held) {
        return rewriting(held, session -> {
            long removed = 0;
            for (Receipt receipt : named()) {
                Kept kept = words(session, receipt, before);
                if (kept.over() > 0) {
                    rewrite(session, receipt, SQL.text("without-words"), ofBatch(receipt, before));
                    removed += kept.over();
                }
            }
            return removed;
        });
    }

    private Kept words(Session session, Receipt receipt, LocalDate before) {
        batch(session, receipt);
        session.table("batch_fact", List.of(workspace.facts(receipt.kind().table(), receipt.batch())));
        return kept(session.query(SQL.text("words"), ofBatch(receipt, before)).rows());
    }

    private static Map<String, Object> ofBatch(Receipt receipt, LocalDate before) {
        LocalDate day = receipt.span()
                .map(Receipt.Span::lastOn)
                .orElse(LocalDate.ofInstant(receipt.importedAt(), ZoneOffset.UTC));
        return Map.of("batch_day", day, "before", before);
    }

    /**
     * People who are called something here: by id, name or address; by the last day on which something happened with them.
     *
     * @param today under which ids that belong together are joined
     */
    public Kept names(LocalDate before, Set<CustomerId> held, Clocks today) {
        if (named().isEmpty()) {
            return Kept.nothing();
        }
        try (Session session = open(held)) {
            return silent(session, before, today);
        }
    }

    /** Removes ids, names and addresses of those whom {@link #names} calls over; answers how many people they are. */
    public long removeNames(LocalDate before, Set<CustomerId> held, Clocks today) {
        if (named().isEmpty()) {
            return 0;
        }
        return rewriting(held, session -> {
            Kept kept = silent(session, before, today);
            if (kept.over() > 0) {
                session.execute(SQL.text("gone"), Map.of("before", before));
                for (Receipt receipt : named()) {
                    batch(session, receipt);
                    if (count(session.query(SQL.text("named"), Map.of()).rows(), 0) > 0) {
                        rewrite(session, receipt, SQL.text("without-names"), Map.of());
                    }
                }
            }
            return kept.over();
        });
    }

    private Kept silent(Session session, LocalDate before, Clocks today) {
        new FactsInForce(workspace).define(session, today, receipts.active());
        session.table(
                "person",
                named().stream()
                        .map(receipt -> workspace.persons(receipt.batch()))
                        .toList());
        session.execute(SQL.text("silent"), Map.of());
        return kept(session.query(SQL.text("names"), Map.of("before", before)).rows());
    }

    /** Rows set aside, by the day of their import. While anybody is held none is over: nobody knows of whom they speak. */
    public Kept quarantine(LocalDate before, boolean anyHeld) {
        Kept all = Kept.nothing();
        for (Receipt receipt : receipts.all()) {
            Path quarantine = workspace.quarantine(receipt.batch());
            if (Files.exists(quarantine) && !QuarantineEraser.isRemoved(quarantine)) {
                long rows = receipt.counts().allSetAside();
                LocalDate day = imported(receipt);
                boolean old = day.isBefore(before);
                all = all.and(new Kept(rows, Optional.of(day), old && !anyHeld ? rows : 0, old && anyHeld ? rows : 0));
            }
        }
        return all;
    }

    /** Empties those rows; answers how many. Their lines and reasons stay, and receipts go on saying how many there were. */
    public long removeQuarantine(LocalDate before, boolean anyHeld) {
        Kept over = quarantine(before, anyHeld);
        if (over.over() == 0) {
            return 0;
        }
        try (WorkspaceLock lock = WorkspaceLock.take(workspace)) {
            for (Receipt receipt : receipts.all()) {
                Path quarantine = workspace.quarantine(receipt.batch());
                if (imported(receipt).isBefore(before)
                        && Files.exists(quarantine)
                        && !QuarantineEraser.isRemoved(quarantine)) {
                    QuarantineEraser.removeAll(quarantine);
                }
            }
            return over.over();
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    private static LocalDate imported(Receipt receipt) {
        return LocalDate.ofInstant(receipt.importedAt(), ZoneOffset.UTC);
    }

    private Session open(Set<CustomerId> held) {
        Session session = engine.open();
        session.execute(SQL.text("held"), Map.of());
        held.forEach(customer -> session.execute(SQL.text("hold"), Map.of("customer", customer.value())));
        return session;
    }

    /** Receipts whose person table is there, and whose facts are. */
    private List<Receipt> named() {
        return receipts.all().stream()
                .filter(receipt -> Files.exists(workspace.persons(receipt.batch())))
                .filter(receipt -> Files.exists(workspace.facts(receipt.kind().table(), receipt.batch())))
                .toList();
    }

    private void batch(Session session, Receipt receipt) {
        session.table("batch_person", List.of(workspace.persons(receipt.batch())));
    }

    private void rewrite(Session session, Receipt receipt, String sql, Map<String, ?> parameters) throws IOException {
        Path persons = workspace.persons(receipt.batch());
        Path rewritten = persons.resolveSibling(receipt.batch() + ".parquet.new");
        Files.deleteIfExists(rewritten);
        session.write(sql, parameters, rewritten);
        Durable.move(rewritten, persons);
    }

    private interface Rewriting {

        long in(Session session) throws IOException;
    }

    private long rewriting(Set<CustomerId> held, Rewriting work) {
        try (WorkspaceLock lock = WorkspaceLock.take(workspace);
                Session session = open(held)) {
            return work.in(session);
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    private static Failure unwritten(IOException cause) {
        return Failure.ours("WORKSPACE_IO", "A file of the workspace could not be rewritten; it is as it was.", cause);
    }

    private static Kept kept(List<List<@Nullable Object>> rows) {
        Optional<LocalDate> oldest =
                rows.getFirst().get(1) instanceof LocalDate day ? Optional.of(day) : Optional.empty();
        return new Kept(count(rows, 0), oldest, count(rows, 2), count(rows, 3));
    }

    private static long count(List<List<@Nullable Object>> rows, int column) {
        return rows.getFirst().get(column) instanceof Number number ? number.longValue() : 0;
    }
}
