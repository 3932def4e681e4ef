package io.customerroom.room.minutes.internal;

import io.customerroom.room.minutes.Addendum;
import io.customerroom.room.minutes.Closing;
import io.customerroom.room.minutes.Note;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StoredText;
import io.customerroom.state.Writing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The rows of minutes. Knows no rules. */
final class MinutesTable {

    private static final SqlFile SQL = SqlFile.beside(MinutesTable.class);

    private MinutesTable() {}

    static List<Note> of(Handle handle, long meeting) {
        return handle.createQuery(SQL.text("of"))
                .bind("meeting", meeting)
                .map(MinutesTable::note)
                .list();
    }

    static Optional<Note> find(Handle handle, long item) {
        return handle.createQuery(SQL.text("find"))
                .bind("item", item)
                .map(MinutesTable::note)
                .findOne();
    }

    static void write(Writing writing, long item, String words, int revision) {
        writing.handle()
                .createUpdate(SQL.text("write"))
                .bind("item", item)
                .bind("words", words)
                .bind("revision", revision)
                .bind("now", writing.now())
                .bind("by", writing.by().actor())
                .execute();
    }

    static void add(Writing writing, long item, String words) {
        writing.handle()
                .createUpdate(SQL.text("add"))
                .bind("item", item)
                .bind("words", words)
                .bind("now", writing.now())
                .bind("by", writing.by().actor())
                .execute();
    }

    static List<Addendum> addenda(Handle handle, long meeting) {
        return handle.createQuery(SQL.text("addenda"))
                .bind("meeting", meeting)
                .map((row, context) -> new Addendum(
                        "a" + row.getLong("item"),
                        row.getString("words"),
                        StoredText.instant(row.getString("added_at")),
                        row.getString("added_by")))
                .list();
    }

    static void close(Writing writing, long meeting, String hash) {
        writing.handle()
                .createUpdate(SQL.text("close"))
                .bind("meeting", meeting)
                .bind("now", writing.now())
                .bind("by", writing.by().actor())
                .bind("hash", hash)
                .execute();
    }

    static Optional<Closing> closing(Handle handle, long meeting) {
        return handle.createQuery(SQL.text("closing"))
                .bind("meeting", meeting)
                .map((row, context) -> new Closing(
                        "m" + meeting,
                        StoredText.instant(row.getString("closed_at")),
                        row.getString("closed_by"),
                        row.getString("minutes_hash")))
                .findOne();
    }

    private static Note note(ResultSet row, StatementContext context) throws SQLException {
        return new Note(
                "a" + row.getLong("item"),
                row.getString("words"),
                row.getInt("revision"),
                StoredText.instant(row.getString("noted_at")),
                row.getString("noted_by"));
    }
}
