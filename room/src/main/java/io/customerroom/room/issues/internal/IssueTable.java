package io.customerroom.room.issues.internal;

import io.customerroom.room.issues.PlanLine;
import io.customerroom.room.issues.PlanLine.Step;
import io.customerroom.room.issues.Target;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StoredText;
import io.customerroom.state.Writing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** The rows of targets, owners and plans. Knows no rules. */
final class IssueTable {

    private static final SqlFile SQL = SqlFile.beside(IssueTable.class);

    private IssueTable() {}

    /** Who answers for an issue, and which team works on it. */
    record Owner(String issue, String owner, String team, Instant at) {}

    /** Every version, oldest first. */
    static List<Target> targets(Handle handle) {
        return handle.createQuery(SQL.text("targets"))
                .map((row, context) -> {
                    long most = row.getLong("most");
                    OptionalLong level = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(most);
                    return new Target(
                            row.getString("issue"),
                            level,
                            row.getInt("calm"),
                            row.getString("reason"),
                            StoredText.instant(row.getString("at")),
                            row.getString("by"));
                })
                .list();
    }

    /** Every change, oldest first. */
    static List<Owner> owners(Handle handle) {
        return handle.createQuery(SQL.text("owners"))
                .map((row, context) -> new Owner(
                        row.getString("issue"),
                        row.getString("owner"),
                        row.getString("team"),
                        StoredText.instant(row.getString("at"))))
                .list();
    }

    /** Every line of every plan, in the order of writing. */
    static List<PlanLine> lines(Handle handle) {
        Map<Long, List<Step>> steps = new LinkedHashMap<>();
        handle.createQuery(SQL.text("steps"))
                .map((row, context) -> Map.entry(
                        row.getLong("line"),
                        new Step(
                                PlanLine.State.of(row.getString("state")),
                                row.getString("words"),
                                StoredText.instant(row.getString("at")),
                                row.getString("by"))))
                .forEach(it -> steps.computeIfAbsent(it.getKey(), line -> new ArrayList<>())
                        .add(it.getValue()));
        return handle.createQuery(SQL.text("lines"))
                .map((row, context) -> new PlanLine(
                        "l" + row.getLong("number"),
                        row.getString("issue"),
                        row.getString("words"),
                        row.getString("doer"),
                        StoredText.day(row.getString("since")),
                        steps.getOrDefault(row.getLong("number"), List.of())))
                .list();
    }

    static void aim(Writing writing, String issue, OptionalLong most, int calm, String reason) {
        writing.handle()
                .createUpdate(SQL.text("aim"))
                .bind("issue", issue)
                .bind("most", most.isPresent() ? Long.valueOf(most.getAsLong()) : null)
                .bind("calm", calm)
                .bind("reason", reason)
                .bind("at", writing.now())
                .bind("by", writing.by().actor())
                .execute();
    }

    static void entrust(Writing writing, String issue, String owner, String team) {
        writing.handle()
                .createUpdate(SQL.text("entrust"))
                .bind("issue", issue)
                .bind("owner", owner)
                .bind("team", team)
                .bind("reason", writing.by().reason())
                .bind("at", writing.now())
                .bind("by", writing.by().actor())
                .execute();
    }

    static long write(Writing writing, String issue, String words, String doer, LocalDate since) {
        return writing.handle()
                .createQuery(SQL.text("write"))
                .bind("issue", issue)
                .bind("words", words)
                .bind("doer", doer)
                .bind("since", StoredText.of(since))
                .bind("at", writing.now())
                .bind("by", writing.by().actor())
                .mapTo(Long.class)
                .one();
    }

    static void step(Writing writing, long line, PlanLine.State state, String words) {
        writing.handle()
                .createUpdate(SQL.text("step"))
                .bind("line", line)
                .bind("state", state.id())
                .bind("words", words)
                .bind("at", writing.now())
                .bind("by", writing.by().actor())
                .execute();
    }
}
