package io.customerroom.ledger.imports.database;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.imports.database.internal.SourceRows;
import io.customerroom.ledger.imports.mapping.MappingYaml;
import io.customerroom.ledger.workspace.SealedSecrets;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.Change;
import io.customerroom.state.StateStore;
import io.customerroom.state.Writing;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The databases that this room reads. A source is stated, changed, paused and removed with an entry in the trail; versions are only added. Passwords are kept sealed (AES-256-GCM, with a key in
 * {@code secret/databases.key} that no backup holds) or stay in a variable of the environment, and are shown to nobody again.
 */
public final class DatabaseSources {

    private static final int SHOWN_RUNS = 30;
    private static final String REMOVED = "removed";

    private final Workspace workspace;
    private final StateStore store;
    private final SealedSecrets secrets;
    private final Function<String, @Nullable String> environment;
    private final CompanyCalendar calendar;
    private final Clock clock;

    /** @param environment answers the value of a variable */
    public DatabaseSources(
            Workspace workspace,
            StateStore store,
            Function<String, @Nullable String> environment,
            CompanyCalendar calendar,
            Clock clock) {
        this.workspace = workspace;
        this.store = store;
        this.secrets = new SealedSecrets(workspace.databaseKey(), "DATABASE_KEY_UNREADABLE");
        this.environment = environment;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * A source and what is known of it.
     *
     * @param runs the last of them, the newest first
     * @param columns as they were when it was tried last; empty before
     */
    public record Known(
            DatabaseSource source, DatabaseStanding standing, List<DatabaseRun> runs, List<DatabaseColumn> columns) {}

    /** Every source that was not removed, by name. */
    public List<Known> all() {
        return store.read(handle -> SourceRows.all(handle, SHOWN_RUNS)).stream()
                .map(this::known)
                .toList();
    }

    /** Refused: a name that nobody stated, or that was removed. */
    public Known of(String name) {
        return store.read(handle -> SourceRows.one(handle, name, SHOWN_RUNS))
                .map(this::known)
                .orElseThrow(() -> unknown(name));
    }

    /** The hosts that {@code sources.yaml} names, with their ports. */
    public List<String> hosts() {
        return DatabaseHosts.of(workspace).named();
    }

    /**
     * States a new source.
     *
     * @param password empty where a variable of the environment holds it
     */
    public void add(Authorship by, DatabaseSource source, Optional<String> password) {
        requirePassword(source, password);
        store.write(by, writing -> {
            if (SourceRows.named(writing.handle(), source.name()).isPresent()) {
                throw Failure.yours(
                        "DATABASE_SOURCE_TAKEN",
                        "There is a source of this name already.",
                        "Choose another name, or change that source.");
            }
            SourceRows.add(writing, row(source));
            keep(writing, source, password);
            writing.record("database-source-added", source.name(), Change.made(source.inWords()), Map.of());
            return null;
        });
    }

    /**
     * Reads something else, or elsewhere, from now on; of another kind its columns have to be told anew. Refused: another place or user with the password of before, which must not be sent to
     * where it was not meant for.
     *
     * @param password empty where it stays what it is
     */
    public void change(
            Authorship by,
            String name,
            DatabaseSource.Door door,
            DatabaseSource.Asked asked,
            FactKind kind,
            Optional<String> password) {
        change(by, name, password, before -> {
            DatabaseSource after = before.at(door, asked, kind);
            if (!before.door().equals(door)) {
                requirePassword(after, password);
            }
            return after;
        });
    }

    /** What the columns mean from now on. Refused: a text that is no mapping of the source's kind. */
    public void map(Authorship by, String name, String yaml) {
        String text = yaml.replace("\r\n", "\n"); // a browser sends both
        change(by, name, Optional.empty(), before -> {
            MappingYaml.read(text, "the mapping of " + name, Optional.of(before.kind()));
            return before.reads(text);
        });
    }

    /** How often, and how much of it, is read from now on. */
    public void plan(Authorship by, String name, DatabaseSource.Plan plan) {
        change(by, name, Optional.empty(), before -> before.planned(plan));
    }

    /** Leaves it alone until it is taken up again; asking twice changes nothing. */
    public void pause(Authorship by, String name, boolean paused) {
        change(by, name, Optional.empty(), before -> before.paused(paused));
    }

    /** Forgets its password and reads it no more. What it brought stays. */
    public void remove(Authorship by, String name) {
        boolean gone = store.write(by, writing -> {
            Optional<SourceRows.Version> there = SourceRows.named(writing.handle(), name);
            if (there.isEmpty()) {
                writing.unchanged();
                return false;
            }
            DatabaseSource source = source(there.get());
            SourceRows.add(writing, row(source, REMOVED));
            SourceRows.forgetSecret(writing, name);
            writing.record("database-source-removed", name, Change.ended(source.inWords()), Map.of());
            return true;
        });
        if (gone) {
            store.fold();
        }
    }

    private void change(
            Authorship by, String name, Optional<String> password, UnaryOperator<DatabaseSource> otherwise) {
        store.write(by, writing -> {
            DatabaseSource before =
                    source(SourceRows.named(writing.handle(), name).orElseThrow(() -> unknown(name)));
            DatabaseSource after = otherwise.apply(before);
            if (after.equals(before) && password.isEmpty()) {
                writing.unchanged();
                return null;
            }
            SourceRows.add(writing, row(after));
            keep(writing, after, password);
            writing.record("database-source-changed", name, Change.of(before.inWords(), told(before, after)), Map.of());
            return null;
        });
    }

    private static String told(DatabaseSource before, DatabaseSource after) {
        return after.inWords() + (after.mapping().equals(before.mapping()) ? "" : "; its columns mean something else");
    }

    private void keep(Writing writing, DatabaseSource source, Optional<String> password) {
        if (source.door().environment().isPresent()) {
            SourceRows.forgetSecret(writing, source.name());
        } else {
            password.ifPresent(secret ->
                    SourceRows.keepSecret(writing, source.name(), secrets.seal("database:" + source.name(), secret)));
        }
    }

    private static void requirePassword(DatabaseSource source, Optional<String> password) {
        if (source.door().environment().isEmpty()
                && password.filter(it -> !it.isEmpty()).isEmpty()) {
            throw Failure.yours(
                    "DATABASE_PASSWORD",
                    "The password for this place and user is not said.",
                    "Type it, or name the variable of the environment that holds it.");
        }
    }

    /** Who reads, with the password. Refused where it cannot be had. */
    DatabaseRequest.Login login(DatabaseSource source) {
        String password = source.door()
                .environment()
                .map(this::variable)
                .orElseGet(() -> Optional.ofNullable(
                                store.read(SourceRows::secrets).get(source.name()))
                        .flatMap(kept -> secrets.open("database:" + source.name(), kept))
                        .orElseThrow(DatabaseSources::sealedWithAnother));
        return new DatabaseRequest.Login(source.door().user(), password);
    }

    private String variable(String name) {
        return Optional.ofNullable(environment.apply(name))
                .orElseThrow(() -> Failure.yours(
                        "DATABASE_VARIABLE_UNSET",
                        "The variable %s is not set where the program runs.".formatted(name),
                        "Set it in the server's environment and start the server again, or type the password."));
    }

    private static Failure sealedWithAnother() {
        return Failure.yours(
                "DATABASE_PASSWORD_SEALED",
                "The password that is kept does not open with the key of this workspace.",
                "Type it again, or put secret/databases.key back from where it was kept.");
    }

    /** Names of sources whose password is kept and cannot be read, by name. */
    public List<String> unopened() {
        return store.read(SourceRows::secrets).entrySet().stream()
                .filter(kept -> secrets.open("database:" + kept.getKey(), kept.getValue())
                        .isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A sentence for each source whose reading is late. */
    public List<String> late() {
        return all().stream()
                .flatMap(known -> known.standing().late().stream()
                        .map(by -> "The database %s (%s) should have been read %s ago%s"
                                .formatted(
                                        known.source().name(),
                                        known.source().door().shown(),
                                        DatabaseReadings.inWords(by),
                                        known.runs().stream()
                                                .findFirst()
                                                .flatMap(DatabaseRun::failed)
                                                .map(failed -> ": " + failed.sentence())
                                                .orElse("."))))
                .toList();
    }

    private static Failure unknown(String name) {
        return Failure.yours(
                "DATABASE_SOURCE_UNKNOWN",
                "There is no source '%s'.".formatted(name),
                "The page Databases lists those there are.");
    }

    private Known known(SourceRows.Found found) {
        DatabaseSource source = source(found.version());
        List<DatabaseRun> runs = found.runs().stream().map(DatabaseSources::run).toList();
        return new Known(
                source,
                DatabaseStanding.of(source, runs, found.version().at(), clock.instant(), calendar),
                runs,
                DatabaseReadings.columns(found.columns()));
    }

    private static DatabaseRun run(SourceRows.Run run) {
        return new DatabaseRun(
                run.at(),
                run.by(),
                run.batch(),
                run.read(),
                run.code().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new DatabaseRun.Failed(run.code(), run.sentence(), run.nextStep())));
    }

    private static DatabaseSource source(SourceRows.Version version) {
        return new DatabaseSource(
                version.name(),
                new DatabaseSource.Door(version.address(), version.user(), stated(version.environment())),
                new DatabaseSource.Asked(stated(version.table()), stated(version.query())),
                FactKind.named(version.kind()),
                version.mapping(),
                new DatabaseSource.Plan(stated(version.sinceColumn()), Rhythm.of(version.rhythm()), version.hour()),
                version.standing().equals("paused"));
    }

    private static SourceRows.Version row(DatabaseSource source) {
        return row(source, source.paused() ? "paused" : "read");
    }

    private static SourceRows.Version row(DatabaseSource source, String standing) {
        return new SourceRows.Version(
                source.name(),
                source.door().address(),
                source.door().user(),
                source.door().environment().orElse(""),
                source.asked().table().orElse(""),
                source.asked().query().orElse(""),
                source.kind().table(),
                source.mapping(),
                source.plan().sinceColumn().orElse(""),
                source.plan().rhythm().id(),
                source.plan().hour(),
                standing,
                Instant.EPOCH);
    }

    private static Optional<String> stated(String text) {
        return Optional.of(text).filter(it -> !it.isEmpty());
    }
}
