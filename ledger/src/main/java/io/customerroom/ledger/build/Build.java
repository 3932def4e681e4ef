package io.customerroom.ledger.build;

import io.customerroom.kernel.Clocks;
import io.customerroom.ledger.engine.Session;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A finished customer ledger: immutable Parquet files whose identities held.
 *
 * @param id short; equal inputs have equal ids
 * @param definitions for example {@code activity@1,value@1}
 * @param receipts what the facts came from
 * @param folder where the files lie
 * @param millis how long each step took, in milliseconds
 */
public record Build(
        String id,
        Clocks clocks,
        String definitions,
        List<String> receipts,
        List<IdentityResult> identities,
        Map<String, Long> millis,
        Instant madeAt,
        Path folder) {

    /** What both sides of an identity came to. */
    public record IdentityResult(String name, String one, String other) {}

    /** Gives the session these tables of the build, by their names in ARCHITECTURE.md. */
    public void define(Session session, Collection<String> tables) {
        tables.forEach(table -> define(session, table, table));
    }

    /** Gives the session one table under a name of the caller's, so that two builds can stand side by side. */
    public void define(Session session, String table, String name) {
        List<Path> files = TableFiles.of(folder, table);
        if (files.isEmpty() && table.equals(LedgerTables.BUYING_MOVE)) {
            BuyingMoves.define(session, TableFiles.of(folder, "purchase"), name);
            return;
        }
        if (files.isEmpty() && LedgerTables.mayBeAbsent(table)) {
            LedgerTables.createEmpty(session, table, name);
            return;
        }
        session.table(name, files.isEmpty() ? List.of(TableFiles.whole(folder, table)) : files);
    }
}
