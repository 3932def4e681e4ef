package io.customerroom.state;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * The transactional store: one SQLite file, or one schema of a PostgreSQL server, that several processes may use at once.
 *
 * <p>A write is one transaction that takes the write lock when it begins, is on disk when it returns, and is refused unless it leaves an
 * entry in the trail. Reads see one consistent moment and never wait for a write. Safe for use by many threads.
 */
public final class StateStore implements AutoCloseable {

    private final Database database;
    private final Clock clock;
    private final KeptReaders kept;
    private final Jdbi readers;
    private final KeptWriter writer;
    private final Jdbi writers;
    private final ReentrantLock oneWriter = new ReentrantLock();

    private StateStore(Database database, Clock clock) throws SQLException {
        this.database = database;
        this.clock = clock;
        this.writer = new KeptWriter(database);
        this.writers = Values.teach(Jdbi.create(writer));
        this.kept = new KeptReaders(database);
        this.readers = Values.teach(Jdbi.create(kept));
    }

    /**
     * Opens the store, making it where there is none, and brings its tables up to date. Where {@value StateServer#FILE} lies beside the
     * file, the store is on the server it names; otherwise it is the file. A store that is made now lies where {@value NewPlace#URL} says,
     * if the environment has it.
     *
     * @param clock tells the moments in the trail
     * @param migrationLocations folders on the class path, for example {@code db/migration/state}; the trail's own is always included
     */
    public static StateStore open(Path db, Clock clock, List<String> migrationLocations) {
        return open(db, clock, migrationLocations, System::getenv);
    }

    /** @param environment asked by name; null where it has no such variable */
    static StateStore open(
            Path db, Clock clock, List<String> migrationLocations, UnaryOperator<@Nullable String> environment) {
        Optional<StateServer> server = StateServer.beside(db);
        if (server.isPresent() || Files.exists(db)) {
            return open(place(db, server, migrationLocations), clock, migrationLocations);
        }
        Optional<StateServer> claimed = NewPlace.claim(db, environment);
        try {
            return open(
                    place(db, claimed.or(() -> StateServer.beside(db)), migrationLocations), clock, migrationLocations);
        } catch (Failure e) {
            if (claimed.isPresent()) {
                NewPlace.letGo(db);
            }
            throw e;
        }
    }

    static StateStore open(Database database, Clock clock, List<String> migrationLocations) {
        try {
            new Migrations(database, migrationLocations).run();
            return new StateStore(database, clock);
        } catch (SQLException e) {
            throw database.failure(e);
        }
    }

    static Database place(Path db, Optional<StateServer> server, List<String> migrationLocations) {
        return server.<Database>map(there -> new PostgresDatabase(there, db, migrationLocations))
                .orElseGet(() -> new SqliteDatabase(db));
    }

    /**
     * Changes the store in one transaction. Throwing rolls everything back, the trail included.
     *
     * @throws IllegalStateException if the work recorded nothing, or was called from inside another write
     */
    public <T extends @Nullable Object> T write(Authorship by, Function<Writing, T> work) {
        if (oneWriter.isHeldByCurrentThread()) {
            throw new IllegalStateException("a write inside a write; use the outer one's handle");
        }
        oneWriter.lock();
        try {
            return writers.inTransaction(handle -> perform(handle, by, work));
        } catch (JdbiException e) {
            throw database.failure(e);
        } finally {
            oneWriter.unlock();
        }
    }

    private <T extends @Nullable Object> T perform(Handle handle, Authorship by, Function<Writing, T> work) {
        database.takeTurn(handle);
        OpenWriting writing = new OpenWriting(database, handle, by, StoredText.storable(clock.instant()));
        T result = work.apply(writing);
        if (!writing.complete()) {
            handle.rollback();
        }
        return result;
    }

    /** Reads at one consistent moment. Attempts to write fail. */
    public <T extends @Nullable Object> T read(Function<Handle, T> work) {
        try {
            return readers.inTransaction(work::apply);
        } catch (JdbiException e) {
            throw database.failure(e);
        }
    }

    /** Writes the store as it is at this moment to a SQLite file of its own, which must not exist. Others may read and write meanwhile. */
    public void copyTo(Path file) {
        try {
            database.copyTo(file);
        } catch (SQLException e) {
            throw database.failure(e);
        }
    }

    /**
     * Moves what SQLite's write-ahead log holds into the store's file, empties the log, and removes the copies that were kept before
     * migrations, so that words which a transaction erased do not go on in them. While somebody reads an earlier moment the log stays; the
     * next time empties it. What a server keeps in its own log is for its settings.
     *
     * @return whether nothing of older transactions is left there
     */
    public boolean fold() {
        return onWriter(database::fold);
    }

    /** Something to be let go of, for the one server that serves this store; empty where another one has it, on whatever machine. */
    public Optional<Serving> serving() {
        return onWriter(database::serve) ? Optional.of(this::serveNoMore) : Optional.empty();
    }

    private void serveNoMore() {
        try {
            onWriter(connection -> {
                database.serveNoMore(connection);
                return true;
            });
        } catch (Failure e) {
            // a store that cannot be reached has let go already, or does when it finds the connection gone
        }
    }

    private boolean onWriter(OnConnection work) {
        oneWriter.lock();
        try {
            return work.done(writer.openConnection());
        } catch (SQLException e) {
            throw database.failure(e);
        } finally {
            oneWriter.unlock();
        }
    }

    /** Work outside a transaction. */
    private interface OnConnection {
        boolean done(Connection connection) throws SQLException;
    }

    /** Today by the store's clock, in UTC, as it writes days and moments. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    public Trail trail() {
        return new Trail(this);
    }

    @Override
    public void close() {
        oneWriter.lock();
        try {
            kept.close();
            writer.close();
        } catch (SQLException e) {
            throw database.failure(e);
        } finally {
            oneWriter.unlock();
        }
    }
}
