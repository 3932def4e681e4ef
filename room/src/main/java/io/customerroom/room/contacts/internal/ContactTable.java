package io.customerroom.room.contacts.internal;

import io.customerroom.state.SqlFile;
import io.customerroom.state.Writing;
import io.customerroom.walls.operations.ContactBook.Candidate;
import io.customerroom.walls.operations.ContactKind;
import io.customerroom.walls.operations.Priority;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of the inventory's additions, votes and choices. Knows no rules. */
final class ContactTable {

    private static final SqlFile SQL = SqlFile.beside(ContactTable.class);

    private ContactTable() {}

    static List<Priority> chosen(Handle handle) {
        return handle.createQuery(SQL.text("chosen"))
                .map((row, context) -> new Priority(
                        row.getString("contact"),
                        ContactKind.of(row.getString("kind")),
                        row.getString("stage"),
                        row.getString("owner")))
                .list();
    }

    static List<Candidate> added(Handle handle) {
        return handle.createQuery(SQL.text("added"))
                .map((row, context) ->
                        new Candidate(row.getString("contact"), row.getString("stage"), row.getString("words")))
                .list();
    }

    /** Who votes for each contact. */
    static Map<String, Set<String>> votes(Handle handle) {
        Map<String, Set<String>> votes = new TreeMap<>();
        handle.createQuery(SQL.text("votes"))
                .map((row, context) -> Map.entry(row.getString("contact"), row.getString("account")))
                .forEach(vote -> votes.computeIfAbsent(vote.getKey(), contact -> new TreeSet<>())
                        .add(vote.getValue()));
        return votes;
    }

    static void add(Writing writing, String contact, String stage, String words) {
        writing.handle()
                .createUpdate(SQL.text("add"))
                .bind("contact", contact)
                .bind("stage", stage)
                .bind("words", words)
                .bind("at", writing.now())
                .bind("by", writing.by().actor())
                .execute();
    }

    static void vote(Writing writing, String contact, boolean given) {
        writing.handle()
                .createUpdate(SQL.text("vote"))
                .bind("contact", contact)
                .bind("account", writing.by().actor())
                .bind("given", given ? 1 : 0)
                .bind("at", writing.now())
                .execute();
    }

    static void choose(Writing writing, Priority priority, String reason) {
        insert(writing, priority.contact(), priority.kind().id(), priority.stage(), priority.owner(), reason);
    }

    static void retire(Writing writing, String contact, String reason) {
        insert(writing, contact, null, "", "", reason);
    }

    private static void insert(
            Writing writing, String contact, @Nullable String kind, String stage, String owner, String reason) {
        writing.handle()
                .createUpdate(SQL.text("choose"))
                .bind("contact", contact)
                .bind("kind", kind)
                .bind("stage", stage)
                .bind("owner", owner)
                .bind("reason", reason)
                .bind("at", writing.now())
                .bind("by", writing.by().actor())
                .execute();
    }
}
