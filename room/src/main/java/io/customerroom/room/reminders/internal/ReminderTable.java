package io.customerroom.room.reminders.internal;

import io.customerroom.room.reminders.Reminder;
import io.customerroom.room.reminders.Reminders.Stuck;
import io.customerroom.state.SqlFile;
import io.customerroom.state.Writing;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The rows of addresses, letters and reminders. Knows no rules. */
final class ReminderTable {

    private static final SqlFile SQL = SqlFile.beside(ReminderTable.class);

    private ReminderTable() {}

    /** What names one reminder, whatever became of its promise since. */
    record Key(String account, String kind, String promise, String due) {

        static Key of(Reminder reminder) {
            return new Key(
                    reminder.to(),
                    reminder.kind().id(),
                    reminder.promise().id(),
                    reminder.promise().due().toString());
        }
    }

    /** A letter that is to be tried again. */
    record Failed(long number, String account, String messageId, int attempts, List<Key> reminders) {}

    static Map<String, String> addresses(Handle handle) {
        return handle
                .createQuery(SQL.text("addresses"))
                .map((row, context) -> Map.entry(row.getString("account"), row.getString("address")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static void address(Writing writing, String account, String address) {
        String statement = address.isEmpty() ? "forget-address" : "address";
        writing.handle()
                .createUpdate(SQL.text(statement))
                .bindMap(
                        address.isEmpty() ? Map.of("account", account) : Map.of("account", account, "address", address))
                .execute();
    }

    static List<Key> begun(Handle handle) {
        return handle.createQuery(SQL.text("begun"))
                .map((row, context) -> new Key(
                        row.getString("account"),
                        row.getString("kind"),
                        "p" + row.getLong("promise"),
                        row.getString("due")))
                .list();
    }

    static long begin(Writing writing, String account, String messageId) {
        return writing.handle()
                .createQuery(SQL.text("begin"))
                .bind("account", account)
                .bind("message", messageId)
                .bind("now", writing.now())
                .mapTo(Long.class)
                .one();
    }

    static void note(Writing writing, long letter, Key key) {
        writing.handle()
                .createUpdate(SQL.text("note"))
                .bind("account", key.account())
                .bind("kind", key.kind())
                .bind("promise", Long.parseLong(key.promise().substring(1)))
                .bind("due", key.due())
                .bind("letter", letter)
                .execute();
    }

    static List<Failed> failed(Handle handle, int attempts) {
        return handle.createQuery(SQL.text("failed"))
                .bind("attempts", attempts)
                .map((row, context) -> new Failed(
                        row.getLong("number"),
                        row.getString("account"),
                        row.getString("message_id"),
                        row.getInt("attempts"),
                        of(handle, row.getLong("number"))))
                .list();
    }

    private static List<Key> of(Handle handle, long letter) {
        return handle.createQuery(SQL.text("of"))
                .bind("letter", letter)
                .map((row, context) -> new Key(
                        row.getString("account"),
                        row.getString("kind"),
                        "p" + row.getLong("promise"),
                        row.getString("due")))
                .list();
    }

    /** Answers whether the letter was in the state it is said to come from. */
    static boolean change(Writing writing, long letter, String from, String to, int attempts, String problem) {
        return writing.handle()
                        .createUpdate(SQL.text("change"))
                        .bind("letter", letter)
                        .bind("from", from)
                        .bind("to", to)
                        .bind("attempts", attempts)
                        .bind("problem", problem)
                        .bind("now", writing.now())
                        .execute()
                == 1;
    }

    static List<Stuck> stuck(Handle handle, int attempts) {
        return handle.createQuery(SQL.text("stuck"))
                .bind("attempts", attempts)
                .map((row, context) ->
                        new Stuck(row.getLong("number"), row.getString("account"), row.getString("problem")))
                .list();
    }

    static boolean isOpen(Handle handle, String account) {
        return handle.createQuery(SQL.text("open"))
                .bind("account", account)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }
}
