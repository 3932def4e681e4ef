package io.customerroom.state;

import io.customerroom.kernel.Authorship;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * The transactional store: one SQLite file that several processes may use at once.
 *
 * <p>A write is one transaction that takes the write lock when it begins, is on disk when it returns, and is refused unless it leaves an
 * entry in the trail. Reads see one consistent moment and never wait for a write. Safe for use by many threads.
 */
public final class StateStore implements AutoCloseable {

    private final Database database;
    private final Clock clock;
    private final KeptReaders kept;
    private final Jdbi readers;
    private final Connection writer;
    private final Jdbi writers;
    private final ReentrantLock oneWriter = new ReentrantLock();

    private StateStore(Database database, Clock clock, Connection writer) {
        this.database = database;
        this.clock = clock;
        this.writer = writer;
        this.writers = Values.teach(Jdbi.create(new KeptOpen(writer)));
        this.kept = new KeptReaders(database);
        this.readers = Values.teach(Jdbi.create(kept));
    }

    /**
     * Opens the file, creating it where there is none, and brings its tables up to date.
     *
     * @param clock tells the moments in the trail
     * @param migrationLocations folders on the class path, for example {@code db/migration/state}; the trail's own is always included
     */
    public static StateStore open(Path db, Clock clock, List<String> migrationLocations) {
        Database database = new Database(db);
        try {
            database.migrate(migrationLocations);
            return new StateStore(database, clock, database.writer());
        } catch (SQLException e) {
            throw StateFailure.of(e, db);
        }
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
            throw StateFailure.of(e);
        } finally {
            oneWriter.unlock();
        }
    }

    private <T extends @Nullable Object> T perform(Handle handle, Authorship by, Function<Writing, T> work) {
        OpenWriting writing = new OpenWriting(handle, by, StoredText.storable(clock.instant()));
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
            throw StateFailure.of(e);
        }
    }

    /** Writes the store as it is at this moment to a file of its own, which must not exist. Others may read and write meanwhile. */
    public void copyTo(Path file) {
        try {
            database.copyTo(file);
        } catch (SQLException e) {
            throw StateFailure.of(e, file);
        }
    }

    /**
     * Moves what the write-ahead log holds into the store's file and empties the log, so that words which a transaction erased do not go on
     * in it. While somebody reads an earlier moment the log stays; the next time empties it.
     */
    public void fold() {
        oneWriter.lock();
        try (var statement = writer.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            throw StateFailure.of(e);
        } finally {
            oneWriter.unlock();
        }
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
            throw StateFailure.of(e);
        } finally {
            oneWriter.unlock();
        }
    }

    /** One connection for all writes. It also keeps the write-ahead log from being folded away whenever a reader leaves. */
    private record KeptOpen(Connection connection) implements ConnectionFactory {

        @Override
        public Connection openConnection() {
            return connection;
        }

        @Override
        public void closeConnection(Connection open) {
            // closed with the store
        }
    }
}
