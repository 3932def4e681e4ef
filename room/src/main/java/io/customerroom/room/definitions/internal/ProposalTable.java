package io.customerroom.room.definitions.internal;

import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.room.definitions.Proposal;
import io.customerroom.room.definitions.Proposal.Ending;
import io.customerroom.room.definitions.Proposal.Signature;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StoredText;
import io.customerroom.state.Writing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of proposals and of what happened to them. Knows no rules. */
final class ProposalTable {

    private static final SqlFile SQL = SqlFile.beside(ProposalTable.class);

    private ProposalTable() {}

    private record Event(long proposal, String kind, String by, Instant at, String words) {}

    /** Newest first. */
    static List<Proposal> all(Handle handle) {
        Map<Long, List<Event>> events = new HashMap<>();
        handle.createQuery(SQL.text("events"))
                .map((row, context) -> event(row))
                .forEach(event -> events.computeIfAbsent(event.proposal(), key -> new ArrayList<>())
                        .add(event));
        return handle.createQuery(SQL.text("proposals"))
                .map((row, context) -> proposal(row, events.getOrDefault(row.getLong("number"), List.of())))
                .list();
    }

    static long propose(Writing writing, String text) {
        return writing.handle()
                .createQuery(SQL.text("propose"))
                .bind("text", text)
                .bind("by", writing.by().actor())
                .bind("at", StoredText.of(writing.now()))
                .mapTo(Long.class)
                .one();
    }

    static void happen(Writing writing, long proposal, String kind) {
        writing.handle()
                .createUpdate(SQL.text("happen"))
                .bind("proposal", proposal)
                .bind("kind", kind)
                .bind("by", writing.by().actor())
                .bind("at", StoredText.of(writing.now()))
                .bind("words", writing.by().reason())
                .execute();
    }

    /** What people are called, by account. */
    static Map<String, String> names(Handle handle) {
        Map<String, String> names = new HashMap<>();
        handle.createQuery(SQL.text("names"))
                .map((row, context) -> Map.entry(row.getString("name"), row.getString("display_name")))
                .forEach(it -> names.put(it.getKey(), it.getValue()));
        return names;
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getLong("proposal"),
                row.getString("kind"),
                row.getString("by"),
                StoredText.instant(row.getString("at")),
                row.getString("words"));
    }

    private static Proposal proposal(ResultSet row, List<Event> events) throws SQLException {
        String id = "v" + row.getLong("number");
        List<Signature> signatures = events.stream()
                .filter(event -> event.kind().equals("signed"))
                .map(event -> new Signature(event.by(), event.at()))
                .toList();
        Optional<Ending> ending = events.stream()
                .filter(event -> !event.kind().equals("signed"))
                .map(event -> new Ending(event.kind().equals("adopted"), event.by(), event.at(), event.words()))
                .findFirst();
        return new Proposal(
                id,
                Definitions.read("the proposal " + id, row.getString("text")),
                row.getString("by"),
                StoredText.instant(row.getString("at")),
                signatures,
                ending);
    }
}
