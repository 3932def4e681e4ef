package io.customerroom.ledger.imports.database.internal;

import io.customerroom.state.SqlFile;
import io.customerroom.state.StoredText;
import io.customerroom.state.Writing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Rows of the state store about databases that are read by themselves. Knows no rules. */
public final class SourceRows {

    private static final SqlFile SQL = SqlFile.beside(SourceRows.class);

    private SourceRows() {}

    /**
     * A version of a source; what is not stated is an empty text.
     *
     * @param standing {@code read}, {@code paused} or {@code removed}
     */
    public record Version(
            String name,
            String address,
            String user,
            String environment,
            String table,
            String query,
            String kind,
            String mapping,
            String sinceColumn,
            String rhythm,
            int hour,
            String standing,
            Instant at) {}

    /** A reading that ended. */
    public record Run(
            Instant at, String by, Optional<String> batch, long read, String code, String sentence, String nextStep) {}

    /**
     * A source with what belongs to it.
     *
     * @param runs the newest first
     * @param columns a column and its type per line; empty where it was never tried
     */
    public record Found(Version version, List<Run> runs, String columns) {}

    /** Every source that was not removed, by name. */
    public static List<Found> all(Handle handle, int mostRuns) {
        return stated(handle).stream()
                .map(version -> found(handle, version, mostRuns))
                .toList();
    }

    /** One by its name; empty where nobody stated it, or it was removed. */
    public static Optional<Found> one(Handle handle, String name, int mostRuns) {
        return named(handle, name).map(version -> found(handle, version, mostRuns));
    }

    private static Found found(Handle handle, Version version, int mostRuns) {
        return new Found(
                version,
                runs(handle, version.name(), mostRuns),
                columns(handle, version.name()).orElse(""));
    }

    /** The last version of a name; empty where nobody stated it, or it was removed. */
    public static Optional<Version> named(Handle handle, String name) {
        return stated(handle).stream()
                .filter(version -> version.name().equals(name))
                .findFirst();
    }

    private static List<Version> stated(Handle handle) {
        return handle.createQuery(SQL.text("last"))
                .map((row, context) -> new Version(
                        row.getString("name"),
                        row.getString("address"),
                        row.getString("login_user"),
                        row.getString("environment"),
                        row.getString("asked_table"),
                        row.getString("asked_query"),
                        row.getString("kind"),
                        row.getString("mapping"),
                        row.getString("since_column"),
                        row.getString("rhythm"),
                        row.getInt("hour"),
                        row.getString("standing"),
                        StoredText.instant(row.getString("at"))))
                .list();
    }

    /** Adds a version; its moment and author are those of the write. */
    public static void add(Writing writing, Version version) {
        writing.handle()
                .createUpdate(SQL.text("add"))
                .bind("name", version.name())
                .bind("address", version.address())
                .bind("login_user", version.user())
                .bind("environment", version.environment())
                .bind("asked_table", version.table())
                .bind("asked_query", version.query())
                .bind("kind", version.kind())
                .bind("mapping", version.mapping())
                .bind("since_column", version.sinceColumn())
                .bind("rhythm", version.rhythm())
                .bind("hour", version.hour())
                .bind("standing", version.standing())
                .bind("at", writing.now())
                .bind("by", writing.by().actor())
                .execute();
    }

    public static Map<String, String> secrets(Handle handle) {
        return handle.createQuery(SQL.text("secrets"))
                .reduceRows(new java.util.TreeMap<String, String>(), (all, row) -> {
                    all.put(row.getColumn("name", String.class), row.getColumn("sealed", String.class));
                    return all;
                });
    }

    public static void keepSecret(Writing writing, String name, String hidden) {
        writing.handle()
                .createUpdate(SQL.text("keep-secret"))
                .bind("name", name)
                .bind("sealed", hidden)
                .execute();
    }

    /** What is overwritten in the file as well. */
    public static void forgetSecret(Writing writing, String name) {
        writing.overwriteWhatGoes();
        writing.handle()
                .createUpdate(SQL.text("forget-secret"))
                .bind("name", name)
                .execute();
    }

    private static Optional<String> columns(Handle handle, String name) {
        return handle.createQuery(SQL.text("columns"))
                .bind("name", name)
                .mapTo(String.class)
                .findOne();
    }

    public static void keepColumns(Writing writing, String name, String columns) {
        writing.handle()
                .createUpdate(SQL.text("keep-columns"))
                .bind("name", name)
                .bind("columns", columns)
                .bind("at", writing.now())
                .execute();
    }

    private static List<Run> runs(Handle handle, String name, int most) {
        return handle.createQuery(SQL.text("runs"))
                .bind("name", name)
                .bind("most", most)
                .map((row, context) -> new Run(
                        StoredText.instant(row.getString("at")),
                        row.getString("by"),
                        Optional.ofNullable(row.getString("batch")),
                        row.getLong("rows_read"),
                        row.getString("code"),
                        row.getString("sentence"),
                        row.getString("next_step")))
                .list();
    }

    public static void addRun(Writing writing, String name, Run run) {
        writing.handle()
                .createUpdate(SQL.text("add-run"))
                .bind("name", name)
                .bind("at", StoredText.of(run.at()))
                .bind("by", run.by())
                .bind("batch", run.batch().orElse(null))
                .bind("rows_read", run.read())
                .bind("code", run.code())
                .bind("sentence", run.sentence())
                .bind("next_step", run.nextStep())
                .execute();
    }
}
