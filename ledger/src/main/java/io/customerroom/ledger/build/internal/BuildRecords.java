package io.customerroom.ledger.build.internal;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Clocks;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.build.Build.IdentityResult;
import io.customerroom.ledger.persons.internal.NamePasses;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.Change;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StateStore;
import io.customerroom.state.Writing;
import io.customerroom.state.json.Json;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The rows that make builds count. */
public final class BuildRecords {

    private static final SqlFile SQL = SqlFile.beside(BuildRecords.class);

    private final StateStore store;
    private final Workspace workspace;

    public BuildRecords(StateStore store, Workspace workspace) {
        this.store = store;
        this.workspace = workspace;
    }

    public Optional<Build> find(String id) {
        return store.read(handle -> read(handle.createQuery(SQL.text("find")).bind("id", id)).stream()
                .findFirst());
    }

    public Optional<Build> current() {
        return store.read(
                handle -> read(handle.createQuery(SQL.text("current"))).stream().findFirst());
    }

    /** Newest first. */
    public List<Build> all() {
        return store.read(handle -> read(handle.createQuery(SQL.text("all"))));
    }

    /**
     * Records a build whose files are in place, and makes it current if asked to; already so, nothing changes.
     *
     * @param looked the look for late names that came before it
     */
    public void record(Authorship by, Build build, boolean makeCurrent, Optional<NamePasses.Pass> looked) {
        store.write(by, writing -> {
            boolean added = insert(writing.handle(), build);
            if (added) {
                writing.record("build-made", build.id(), Change.made("built"), details(build));
            }
            boolean chosen = makeCurrent && choose(writing, build);
            if (added || chosen) {
                looked.ifPresent(pass -> NamePasses.insert(writing, pass));
            } else {
                writing.unchanged();
            }
            return null;
        });
    }

    /** Forgets builds, so that their files may go. */
    public void forget(Authorship by, List<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        store.write(by, writing -> {
            for (String id : ids) {
                writing.handle().createUpdate(SQL.text("delete")).bind("id", id).execute();
                writing.record("build-removed", id, Change.of("superseded", "removed"), Map.of());
            }
            return null;
        });
    }

    private static boolean insert(Handle handle, Build build) {
        Map<String, String> millis = new TreeMap<>();
        build.millis().forEach((step, time) -> millis.put(step, Long.toString(time)));
        return handle.createUpdate(SQL.text("insert"))
                        .bind("id", build.id())
                        .bind("through", build.clocks().through())
                        .bind("known", build.clocks().known())
                        .bind("definitions", build.definitions())
                        .bind("receipts", Json.write(build.receipts()))
                        .bind(
                                "identities",
                                Json.write(build.identities().stream()
                                        .map(i -> List.of(i.name(), i.one(), i.other()))
                                        .toList()))
                        .bind("millis", Json.write(millis))
                        .bind("made_at", build.madeAt())
                        .execute()
                > 0;
    }

    private static boolean choose(Writing writing, Build build) {
        Optional<String> former = writing.handle().createQuery(SQL.text("current")).mapToMap().stream()
                .map(row -> String.valueOf(row.get("id")))
                .findFirst();
        boolean already = former.filter(build.id()::equals).isPresent();
        if (!already) {
            writing.handle()
                    .createUpdate(SQL.text("choose"))
                    .bind("id", build.id())
                    .execute();
            writing.record("build-chosen", build.id(), Change.from(former, build.id()), details(build));
        }
        return !already;
    }

    private static Map<String, ?> details(Build build) {
        return Map.of(
                "through", build.clocks().through(),
                "known", build.clocks().known(),
                "definitions", build.definitions());
    }

    private List<Build> read(Query query) {
        return query.map(this::build).list();
    }

    private Build build(ResultSet row, StatementContext context) throws SQLException {
        Map<String, Long> millis = new TreeMap<>();
        Json.readObject(row.getString("millis"))
                .forEach((step, time) -> millis.put(step, Long.parseLong(String.valueOf(time))));
        return new Build(
                row.getString("id"),
                new Clocks(LocalDate.parse(row.getString("through")), Instant.parse(row.getString("known"))),
                row.getString("definitions"),
                texts(Json.read(row.getString("receipts"))),
                identities(row.getString("identities")),
                millis,
                Instant.parse(row.getString("made_at")),
                workspace.ledger(row.getString("id")));
    }

    private static List<IdentityResult> identities(String json) {
        List<IdentityResult> results = new ArrayList<>();
        if (Json.read(json) instanceof List<?> list) {
            for (Object item : list) {
                List<String> parts = texts(item);
                results.add(new IdentityResult(parts.get(0), parts.get(1), parts.get(2)));
            }
        }
        return List.copyOf(results);
    }

    private static List<String> texts(@Nullable Object json) {
        return json instanceof List<?> list
                ? list.stream()
                        .map(item -> item instanceof BigDecimal number ? number.toPlainString() : String.valueOf(item))
                        .toList()
                : List.of();
    }
}
