package io.customerroom.room.agenda.internal;

import io.customerroom.room.agenda.AgendaItem;
import io.customerroom.room.agenda.Topic;
import io.customerroom.state.SqlFile;
import io.customerroom.state.Writing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The rows of agendas. Knows no rules. */
final class AgendaTable {

    private static final SqlFile SQL = SqlFile.beside(AgendaTable.class);

    private AgendaTable() {}

    static List<AgendaItem> of(Handle handle, long meeting) {
        return handle.createQuery(SQL.text("of"))
                .bind("meeting", meeting)
                .map(AgendaTable::item)
                .list();
    }

    static Optional<AgendaItem> find(Handle handle, long number) {
        return handle.createQuery(SQL.text("find"))
                .bind("number", number)
                .map(AgendaTable::item)
                .findOne();
    }

    /** The row of a topic of this meeting, also one taken off. */
    static Optional<AgendaItem> same(Handle handle, long meeting, Topic topic) {
        return handle.createQuery(SQL.text("same"))
                .bind("meeting", meeting)
                .bind("kind", topic.kind().id())
                .bind("exhibit", topic.exhibit())
                .bind("subject", topic.subject())
                .map(AgendaTable::item)
                .findOne();
    }

    static boolean closed(Handle handle, long meeting) {
        return handle.createQuery(SQL.text("closed"))
                .bind("meeting", meeting)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    static long add(Writing writing, long meeting, Topic topic) {
        return writing.handle()
                .createQuery(SQL.text("add"))
                .bind("meeting", meeting)
                .bind("wall", topic.wall())
                .bind("stage", topic.stage())
                .bind("kind", topic.kind().id())
                .bind("exhibit", topic.exhibit())
                .bind("subject", topic.subject())
                .bind("title", topic.title())
                .bind("minutes", topic.minutes())
                .mapTo(Long.class)
                .one();
    }

    static void bringBack(Writing writing, long number) {
        writing.handle()
                .createUpdate(SQL.text("bring-back"))
                .bind("number", number)
                .execute();
    }

    static void place(Writing writing, long number, int position) {
        writing.handle()
                .createUpdate(SQL.text("place"))
                .bind("number", number)
                .bind("position", position)
                .execute();
    }

    static void plan(Writing writing, long number, int minutes) {
        writing.handle()
                .createUpdate(SQL.text("plan"))
                .bind("number", number)
                .bind("minutes", minutes)
                .execute();
    }

    static void takeOff(Writing writing, long number) {
        writing.handle()
                .createUpdate(SQL.text("take-off"))
                .bind("number", number)
                .bind("now", writing.now())
                .execute();
    }

    private static AgendaItem item(ResultSet row, StatementContext context) throws SQLException {
        return new AgendaItem(
                "a" + row.getLong("number"),
                "m" + row.getLong("meeting"),
                new Topic(
                        Topic.Kind.of(row.getString("kind")),
                        row.getInt("wall"),
                        row.getString("stage"),
                        row.getString("exhibit"),
                        row.getString("subject"),
                        row.getString("title"),
                        row.getInt("minutes")));
    }
}
