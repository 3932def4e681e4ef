package io.customerroom.app.workbench;

import io.customerroom.engine.duckdb.DuckDbEngine;
import io.customerroom.engine.duckdb.DuckDbSettings;
import io.customerroom.engine.duckdb.imports.DuckDbPersonFiles;
import io.customerroom.engine.duckdb.imports.DuckDbStager;
import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.build.Builds;
import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.facts.Receipts;
import io.customerroom.ledger.facts.ReceivedFacts;
import io.customerroom.ledger.facts.Reporting;
import io.customerroom.ledger.identity.IdentitySecret;
import io.customerroom.ledger.imports.Imports;
import io.customerroom.ledger.imports.database.DatabaseImports;
import io.customerroom.ledger.imports.database.DatabaseSources;
import io.customerroom.ledger.imports.events.EventInbox;
import io.customerroom.ledger.metrics.Catalogue;
import io.customerroom.ledger.metrics.Questions;
import io.customerroom.ledger.persons.ErasureRegister;
import io.customerroom.ledger.persons.PersonRetention;
import io.customerroom.ledger.persons.Persons;
import io.customerroom.ledger.workspace.CompanySettings;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.Boards;
import io.customerroom.room.Room;
import io.customerroom.room.artefacts.Artefacts;
import io.customerroom.room.people.Passwords;
import io.customerroom.room.retention.Retention;
import io.customerroom.room.retention.RetentionRound;
import io.customerroom.room.retention.internal.StoredRetention;
import io.customerroom.state.StateStore;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.artefacts.Hanging;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An opened workspace. Store and engine start when they are first needed, so that a verb pays for what it uses. Safe for use by many
 * threads.
 */
public final class Workbench implements AutoCloseable {

    /** The folders of all tables. */
    public static final List<String> MIGRATIONS = List.of(Builds.MIGRATIONS, Room.MIGRATIONS);

    private final Workspace workspace;
    private final Clock clock;
    private final Passwords passwords;
    private final CompanySettings settings;
    private final Lazy<StateStore> store;
    private final Lazy<Engine> engine;

    private Workbench(Workspace workspace, Clock clock, Passwords passwords) {
        this.workspace = workspace;
        this.clock = clock;
        this.passwords = passwords;
        this.settings = CompanySettings.read(workspace);
        this.store = new Lazy<>(() -> StateStore.open(workspace.state(), clock, MIGRATIONS));
        this.engine = new Lazy<>(() -> DuckDbEngine.start(new DuckDbSettings(
                Math.toIntExact(settings.memory().megabytes()),
                settings.threads(),
                workspace.staging().resolve("spill"),
                settings.questionTime())));
    }

    /** Refused: a folder that is not a workspace, and settings that cannot be used. */
    public static Workbench open(Workspace workspace, Clock clock) {
        return open(workspace, clock, Passwords.standard());
    }

    /** The same with passwords that cost another time to try. */
    public static Workbench open(Workspace workspace, Clock clock, Passwords passwords) {
        return new Workbench(workspace.require(), clock, passwords);
    }

    public Workspace workspace() {
        return workspace;
    }

    public Clock clock() {
        return clock;
    }

    public CompanySettings settings() {
        return settings;
    }

    public StateStore store() {
        return store.get();
    }

    public Engine engine() {
        return engine.get();
    }

    public Receipts receipts() {
        return new Receipts(store());
    }

    public Imports imports() {
        return new Imports(workspace, settings, store(), new DuckDbStager(engine()), clock);
    }

    /** Imports from databases that sources.yaml names. */
    public DatabaseImports databases() {
        return new DatabaseImports(workspace, imports(), store(), clock);
    }

    /** The databases that are read by themselves. */
    public DatabaseSources databaseSources() {
        return new DatabaseSources(workspace, store(), System::getenv, settings.calendar(), clock);
    }

    /** People by name, to be erased. */
    public Persons persons() {
        return new Persons(workspace, store(), new DuckDbPersonFiles(engine()));
    }

    /** How long what tells of people is kept. */
    public Retention retention() {
        return new StoredRetention(store());
    }

    /** Looks at what is kept, and removes what is over. */
    public RetentionRound retentionRound() {
        return new RetentionRound(
                retention(),
                new PersonRetention(workspace, store(), engine()),
                artefacts(),
                facts()::sameCustomer,
                clock,
                settings.calendar().zone());
    }

    /** Events that have arrived and wait for their import. */
    public EventInbox events() {
        return new EventInbox(workspace, imports(), store(), clock);
    }

    /** What customers said and sent, without the price of opening the room. */
    public Artefacts artefacts() {
        return Room.artefacts(store(), workspace);
    }

    /** Where artefacts hang, for paper. */
    public Hanging hanging() {
        return new Hanging(artefacts(), new CompanyFace(settings.company(), settings.calendar(), settings.currency()));
    }

    /** Who was erased, to be kept apart from backups. */
    public ErasureRegister erasureRegister() {
        return new ErasureRegister(
                IdentitySecret.of(workspace).fingerprint(),
                receipts().erased().stream().map(CustomerId::new).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Erases again whom a register names, in a room that was restored from before; answers how many keys were not known to be erased. */
    public int eraseAgain(String register, Authorship by) {
        Set<CustomerId> erased = ErasureRegister.read(
                        register, IdentitySecret.of(workspace).fingerprint())
                .erased();
        events().forget(by, persons().called(erased));
        int fresh = persons().remember(erased.stream().map(CustomerId::value).collect(Collectors.toSet()), by);
        finishErasures();
        return fresh;
    }

    /** Finishes erasures that a crash cut short: in the person tables, among the artefacts, and of their files. */
    public void finishErasures() {
        persons().finish();
        Set<CustomerId> erased =
                receipts().erased().stream().map(CustomerId::new).collect(Collectors.toSet());
        Artefacts artefacts = artefacts();
        artefacts.eraseOf(new Authorship("system", "cli", "an erasure that was cut short", "finish"), erased);
        if (!erased.isEmpty()) {
            retention().eraseOf(new Authorship("system", "cli", "an erasure that was cut short", "finish"), erased);
            store().fold();
        }
        artefacts.sweep(Instant.EPOCH); // their files, and nothing that is being hung just now
    }

    public ReceivedFacts facts() {
        return new ReceivedFacts(
                workspace, receipts()::active, engine(), settings.calendar().zone(), Reporting.of(settings));
    }

    public Builds builds() {
        return new Builds(workspace, store(), engine(), facts(), settings.calendar(), clock);
    }

    /** Checks every metric first: the workspace's own are tried on an empty ledger. */
    public Questions questions() {
        return new Questions(
                Catalogue.load(workspace, engine()),
                engine(),
                settings.calendar(),
                Boards.standards(this::store),
                () -> Definitions.load(workspace));
    }

    /** One metric to ask, checked alone: what a verb needs that answers once. */
    public Questions question(String metric) {
        return new Questions(
                Catalogue.forOne(metric, workspace, engine()),
                engine(),
                settings.calendar(),
                Boards.standards(this::store),
                () -> Definitions.load(workspace));
    }

    /** How passwords are kept, and what it costs to try one. */
    public Passwords passwords() {
        return passwords;
    }

    /** People, meetings and promises. Made anew by each call; hashing passwords makes it slow on purpose. */
    public Room room() {
        return Room.over(store(), workspace, clock, passwords, this::links);
    }

    private UnaryOperator<CustomerId> links() {
        return facts().links();
    }

    /**
     * The room as it is written to at other times than now, for a history that is told afterwards: the trail and everything in it carries
     * the times of the clock. Whoever asks closes what they get.
     */
    public PastRoom roomAt(Clock past) {
        StateStore opened = StateStore.open(workspace.state(), past, MIGRATIONS);
        return new PastRoom(Room.over(opened, workspace, past, passwords, this::links), opened);
    }

    /** A room that tells another time. */
    public record PastRoom(Room room, StateStore store) implements AutoCloseable {

        @Override
        public void close() {
            store.close();
        }
    }

    @Override
    public void close() {
        Engine started = engine.peek();
        if (started != null) {
            started.close();
        }
        StateStore opened = store.peek();
        if (opened != null) {
            opened.close();
        }
    }
}
