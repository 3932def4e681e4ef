package io.customerroom.ledger.persons;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.facts.Receipts;
import io.customerroom.ledger.imports.Durable;
import io.customerroom.ledger.imports.WorkspaceLock;
import io.customerroom.ledger.persons.internal.NamePasses;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StateStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Hides in customers' own words the names that came in after them: those of later batches, and of a {@code names.txt} that was written since. What was looked for once is
 * not looked for again. Only person tables are rewritten; facts, ledgers and evidence stay as they are, to the byte.
 */
public final class LateNames {

    private static final SqlFile SQL = SqlFile.beside(LateNames.class);
    /** Texts that change are held in memory up to so many at a time. */
    private static final int AT_A_TIME = 20_000;

    private static final List<Rows.Column> MASKED =
            List.of(new Rows.Column("text", String.class), new Rows.Column("masked", String.class));

    private final Workspace workspace;
    private final Receipts receipts;
    private final Engine engine;
    private final NamePasses passes;

    public LateNames(Workspace workspace, StateStore store, Engine engine) {
        this.workspace = workspace;
        this.receipts = new Receipts(store);
        this.engine = engine;
        this.passes = new NamePasses(store);
    }

    /**
     * Looks once more through what is kept, as far as names came in since the last time. Where a text changed, the trail tells how many. While an import runs nothing is
     * done: the next call finds what it brings.
     *
     * @return a look that changed nothing, to be recorded with what follows from it; empty where there is nothing to record
     */
    public Optional<NamePasses.Pass> hide(Authorship by) {
        if (due().isEmpty()) {
            return Optional.empty();
        }
        Optional<WorkspaceLock> free = WorkspaceLock.unlessTaken(workspace);
        if (free.isEmpty()) {
            return Optional.empty();
        }
        try (WorkspaceLock lock = free.get()) {
            Optional<Due> due = due();
            if (due.isEmpty()) {
                return Optional.empty();
            }
            long texts = hide(due.get());
            if (texts == 0) {
                return Optional.of(due.get().pass());
            }
            passes.add(by, due.get().pass(), texts);
            return Optional.empty();
        } catch (IOException e) {
            throw Failure.ours("WORKSPACE_IO", "A file of the workspace could not be rewritten; build again.", e);
        }
    }

    /** How many texts have come to hide a name so far. */
    public long hidden() {
        return passes.texts();
    }

    /**
     * What is to be done.
     *
     * @param fresh person tables of batches that came since the last pass
     */
    private record Due(NamePasses.Pass pass, List<Path> fresh) {}

    private Optional<Due> due() {
        NamePasses.Pass last = passes.last();
        List<Receipt> all = receipts.active();
        int through = all.stream().mapToInt(Receipt::number).max().orElse(0);
        String list = NameList.hashOfCompany(workspace);
        if (through <= last.through() && list.equals(last.listHash())) {
            return Optional.empty();
        }
        return Optional.of(new Due(
                new NamePasses.Pass(last.number() + 1, Math.max(through, last.through()), list),
                tables(all.stream()
                        .filter(receipt -> receipt.number() > last.through())
                        .toList())));
    }

    private List<Path> tables(List<Receipt> batches) {
        return batches.stream()
                .map(receipt -> workspace.persons(receipt.batch()))
                .filter(Files::exists)
                .toList();
    }

    private long hide(Due due) throws IOException {
        long texts = 0;
        try (Session session = engine.open()) {
            NameList names = NameList.ofCompany(workspace).and(() -> PersonWords.read(session, due.fresh()));
            for (Path table : tables(receipts.active())) {
                session.table("batch_person", List.of(table));
                texts += hide(session, table, names);
            }
        }
        return texts;
    }

    /** In rounds, so that a table of which every text changes is no matter of memory; a round begins where texts still show a name. */
    private static long hide(Session session, Path table, NameList names) throws IOException {
        long texts = 0;
        List<List<String>> changed = changed(session, names);
        while (!changed.isEmpty()) {
            session.fill("masked_text", MASKED, changed);
            texts += count(session);
            Path rewritten = table.resolveSibling(table.getFileName() + ".new");
            Files.deleteIfExists(rewritten);
            session.write(SQL.text("rewritten"), Map.of(), rewritten);
            Durable.move(rewritten, table);
            session.table("batch_person", List.of(table));
            changed = changed.size() < AT_A_TIME ? List.of() : changed(session, names);
        }
        return texts;
    }

    private static List<List<String>> changed(Session session, NameList names) {
        List<List<String>> changed = new ArrayList<>();
        session.each(SQL.text("texts"), Map.of(), columns -> row -> {
            if (changed.size() < AT_A_TIME) {
                String text = Objects.toString(row.getFirst(), "");
                String masked = names.hide(text);
                if (!masked.equals(text)) {
                    changed.add(List.of(text, masked));
                }
            }
        });
        return changed;
    }

    private static long count(Session session) {
        return session.query(SQL.text("changed"), Map.of()).rows().getFirst().getFirst() instanceof Number number
                ? number.longValue()
                : 0;
    }
}
