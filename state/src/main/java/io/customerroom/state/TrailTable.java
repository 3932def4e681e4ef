package io.customerroom.state;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.state.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The trail's table. Appends inside the caller's transaction, which holds the store's only write lock: numbers have no gaps. */
final class TrailTable {

    /** The last entry of a store that was moved elsewhere: nothing follows it here. */
    static final String MOVED = "state-moved";

    private static final SqlFile SQL = SqlFile.beside(TrailTable.class);

    private TrailTable() {}

    static void append(
            Handle handle, Instant now, Authorship by, String event, String subject, Map<String, ?> details) {
        Optional<TrailEntry> last = last(handle);
        if (last.filter(entry -> entry.event().equals(MOVED)).isPresent()) {
            throw Failure.yours(
                    "STATE_MOVED",
                    "The state of this workspace was moved to another place, and this program still uses the old one.",
                    "Stop it and start it again.");
        }
        add(handle, last, now, by, event, subject, details);
    }

    /** The first entry in a store's new place. */
    static void appendAfterMove(Handle handle, Instant now, Authorship by) {
        add(handle, last(handle), now, by, "state-arrived", "state", Map.of());
    }

    private static void add(
            Handle handle,
            Optional<TrailEntry> last,
            Instant now,
            Authorship by,
            String event,
            String subject,
            Map<String, ?> details) {
        long number = last.map(TrailEntry::number).orElse(0L) + 1;
        String json = Json.write(details);
        String former = last.map(TrailEntry::hash).orElse(TrailEntry.BEGINNING);
        handle.createUpdate(SQL.text("append"))
                .bind("number", number)
                .bind("moment", StoredText.of(now))
                .bind("actor", by.actor())
                .bind("via", by.via())
                .bind("reason", by.reason())
                .bind("request", by.request())
                .bind("event", event)
                .bind("subject", subject)
                .bind("details", json)
                .bind("hash", TrailEntry.hash(former, number, now, by, event, subject, json))
                .execute();
    }

    static Optional<TrailEntry> last(Handle handle) {
        return handle.createQuery(SQL.text("last")).map(TrailTable::entry).findOne();
    }

    /** Oldest first; the stream holds the handle's cursor. */
    static Stream<TrailEntry> all(Handle handle) {
        return handle.createQuery(SQL.text("all")).map(TrailTable::entry).stream();
    }

    static List<TrailEntry> select(Handle handle, TrailFilter filter, int limit) {
        return handle.createQuery(SQL.text("select"))
                .bind("actor", filter.actor())
                .bind("event", filter.event())
                .bind("subject", filter.subject())
                .bind("from", StoredText.of(filter.span().from()))
                .bind("until", StoredText.of(filter.span().until()))
                .bind("before", filter.before())
                .bind("limit", limit)
                .map(TrailTable::entry)
                .list();
    }

    static long newest(Handle handle, Set<String> exceptEvents) {
        return handle.createQuery(SQL.text("newest"))
                .bind("except", String.join(",", new TreeSet<>(exceptEvents)))
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    static long backwards(Handle handle) {
        return handle.createQuery(SQL.text("backwards")).mapTo(Long.class).one();
    }

    static boolean knows(Handle handle, String hash) {
        return handle.createQuery(SQL.text("knows"))
                        .bind("hash", hash)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    static List<String> distinct(Handle handle, String text) {
        return handle.createQuery(SQL.text(text)).mapTo(String.class).list();
    }

    private static TrailEntry entry(ResultSet row, StatementContext context) throws SQLException {
        return new TrailEntry(
                row.getLong("number"),
                StoredText.instant(row.getString("moment")),
                new Authorship(
                        row.getString("actor"),
                        row.getString("via"),
                        row.getString("reason"),
                        row.getString("request")),
                row.getString("event"),
                row.getString("subject"),
                row.getString("details"),
                row.getString("hash"));
    }
}
