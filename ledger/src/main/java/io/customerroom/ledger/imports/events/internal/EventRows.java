package io.customerroom.ledger.imports.events.internal;

import io.customerroom.state.SqlFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Reads and writes events inside a transaction. */
public final class EventRows {

    private static final SqlFile SQL = SqlFile.beside(EventRows.class);

    private EventRows() {}

    /** False where an event of this fingerprint was kept before. */
    public static boolean keep(
            Handle handle, String fingerprint, String mapping, String line, String receivedAt, int place) {
        return handle.createUpdate(SQL.text("keep"))
                        .bind("fingerprint", fingerprint)
                        .bind("mapping", mapping)
                        .bind("line", line)
                        .bind("received_at", receivedAt)
                        .bind("place", place)
                        .execute()
                > 0;
    }

    public static long waiting(Handle handle) {
        return handle.createQuery(SQL.text("waiting")).mapTo(Long.class).one();
    }

    public static List<String> mappingsWaiting(Handle handle) {
        return handle.createQuery(SQL.text("mappings-waiting"))
                .mapTo(String.class)
                .list();
    }

    /** Makes one lot of all that waits for a mapping; answers how many. */
    public static int settle(Handle handle, String mapping) {
        long lot = handle.createQuery(SQL.text("next-lot")).mapTo(Long.class).one();
        handle.createUpdate(SQL.text("add-lot"))
                .bind("lot", lot)
                .bind("mapping", mapping)
                .execute();
        return handle.createUpdate(SQL.text("settle"))
                .bind("lot", lot)
                .bind("mapping", mapping)
                .execute();
    }

    /** Lots that are not imported, with their mapping. */
    public static Map<Long, String> open(Handle handle) {
        Map<Long, String> open = new HashMap<>();
        handle.createQuery(SQL.text("open"))
                .map((row, context) -> Map.entry(row.getLong("lot"), row.getString("mapping")))
                .forEach(entry -> open.put(entry.getKey(), entry.getValue()));
        return open;
    }

    /** The events of a lot as they arrived. */
    public static List<String> lines(Handle handle, long lot) {
        return handle.createQuery(SQL.text("lines"))
                .bind("lot", lot)
                .mapTo(String.class)
                .list();
    }

    /** The lot is a batch, and what its events said is forgotten; that they were here is not. */
    public static void done(Handle handle, long lot, String batch) {
        handle.createUpdate(SQL.text("close-lot"))
                .bind("lot", lot)
                .bind("batch", batch)
                .execute();
        handle.createUpdate(SQL.text("forget")).bind("lot", lot).execute();
    }
}
