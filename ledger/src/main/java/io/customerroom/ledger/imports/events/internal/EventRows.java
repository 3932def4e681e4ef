package io.customerroom.ledger.imports.events.internal;

import io.customerroom.kernel.Failure;
import io.customerroom.state.SqlFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

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

    /** A lot as it stands; without a batch it waits, and where it was tried in vain the problem is told. */
    public record Lot(
            long lot,
            String mapping,
            Optional<String> batch,
            long events,
            String lastAt,
            String code,
            String sentence,
            String nextStep) {}

    /** The newest first. */
    public static List<Lot> lots(Handle handle, int most) {
        return handle.createQuery(SQL.text("lots"))
                .bind("most", most)
                .map((row, context) -> new Lot(
                        row.getLong("lot"),
                        row.getString("mapping"),
                        Optional.ofNullable(row.getString("batch")),
                        row.getLong("events"),
                        text(row.getString("last_at")),
                        text(row.getString("code")),
                        text(row.getString("sentence")),
                        text(row.getString("next_step"))))
                .list();
    }

    private static String text(@Nullable String stored) {
        return stored == null ? "" : stored;
    }

    /** Adds to what became of events on a day. */
    public static void count(Handle handle, String day, String result, int events) {
        handle.createUpdate(SQL.text("count"))
                .bind("day", day)
                .bind("result", result)
                .bind("events", events)
                .execute();
    }

    /** By answer, since a day. */
    public static Map<String, Long> counts(Handle handle, String since) {
        Map<String, Long> counts = new HashMap<>();
        handle.createQuery(SQL.text("counts"))
                .bind("since", since)
                .map((row, context) -> Map.entry(row.getString("result"), row.getLong("events")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** When the event came that waits longest. */
    public static Optional<String> oldest(Handle handle) {
        return handle.createQuery(SQL.text("oldest"))
                .map((row, context) -> Optional.ofNullable(row.getString("at")))
                .one();
    }

    /** Why a lot could not be imported; takes the place of what was told before. */
    public static void problem(Handle handle, long lot, String at, Failure failure) {
        handle.createUpdate(SQL.text("problem"))
                .bind("lot", lot)
                .bind("at", at)
                .bind("code", failure.code())
                .bind("sentence", String.valueOf(failure.getMessage()))
                .bind("next_step", failure.nextStep())
                .execute();
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

    /** What waiting events say, by fingerprint. */
    public static Map<String, String> waitingLines(Handle handle) {
        Map<String, String> lines = new HashMap<>();
        handle.createQuery(SQL.text("waiting-lines"))
                .map((row, context) -> Map.entry(row.getString("fingerprint"), row.getString("line")))
                .forEach(entry -> lines.put(entry.getKey(), entry.getValue()));
        return lines;
    }

    /** What one event said. */
    public static void forget(Handle handle, String fingerprint) {
        handle.createUpdate(SQL.text("forget-one"))
                .bind("fingerprint", fingerprint)
                .execute();
    }

    /** The lot is a batch, and what its events said is forgotten; that they were here is not. */
    public static void done(Handle handle, long lot, String batch) {
        handle.createUpdate(SQL.text("close-lot"))
                .bind("lot", lot)
                .bind("batch", batch)
                .execute();
        handle.createUpdate(SQL.text("forget")).bind("lot", lot).execute();
        handle.createUpdate(SQL.text("forget-problem")).bind("lot", lot).execute();
    }
}
