package io.customerroom.state;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.kernel.FileTrouble;
import io.customerroom.state.Trail.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Moves a workspace's state between its SQLite file and a PostgreSQL server: every row, and the trail with its chain. It is moved as a whole
 * or not at all, and nobody writes meanwhile.
 *
 * <p>The order: the source says in its trail that it is moved, uncommitted; all is copied and compared; the target says that it arrived, and
 * is committed; the workspace names the target; the source is committed. A program that still has the source open can read it, and is refused when it writes.
 */
public final class StateMove {

    private final Path db;
    private final Optional<StateServer> to;
    private final Clock clock;
    private final List<String> migrations;

    private StateMove(Path db, Optional<StateServer> to, Clock clock, List<String> migrations) {
        this.db = db;
        this.to = to;
        this.clock = clock;
        this.migrations = migrations;
    }

    /** Where a workspace's state is: a server, or none for the file. */
    public static Optional<StateServer> place(Path db) {
        return StateServer.beside(db);
    }

    /**
     * Answers how many entries the moved trail has. Refused: a target that holds a trail already, and the place where the state is.
     *
     * @param db the SQLite file, or where it would be
     * @param to the server; none: the file
     */
    public static long run(Path db, Optional<StateServer> to, Clock clock, List<String> migrations, Authorship by) {
        return new StateMove(db, to, clock, migrations).run(by);
    }

    private long run(Authorship by) {
        if (place(db).map(StateServer::url).equals(to.map(StateServer::url))) {
            throw Failure.yours("STATE_ALREADY_THERE", "The state is there already.", "Name another place.");
        }
        long entries;
        Path half = db.resolveSibling(db.getFileName() + ".moving");
        if (to.isEmpty() && Files.exists(db)) {
            throw occupied("state/" + db.getFileName());
        }
        try {
            Files.deleteIfExists(half);
            Database target = StateStore.place(to.isEmpty() ? half : db, to, migrations);
            try (StateStore source = StateStore.open(db, clock, migrations)) {
                entries = source.write(by, writing -> moved(writing, target, half));
            }
            if (to.isPresent()) {
                setAside();
            }
        } catch (IOException e) {
            throw Failure.resources(
                    "STATE_NOT_MOVED",
                    "The folder of the state cannot be written (%s).".formatted(FileTrouble.of(e, half)),
                    "Check its rights and the space on the disk; './customer-room state' says where the state is.");
        }
        return entries;
    }

    private long moved(Writing writing, Database target, Path half) {
        String place = to.map(StateServer::shown).orElse("state/" + db.getFileName());
        writing.record(TrailTable.MOVED, "state", Change.of("elsewhere", place), Map.of("to", place));
        try {
            new Migrations(target, migrations).run();
            long entries;
            try (Connection connection = target.writer()) {
                entries = fill(writing, connection);
            }
            name(half);
            return entries;
        } catch (SQLException e) {
            throw target.failure(e);
        } catch (IOException e) {
            throw Failure.resources(
                    "STATE_NOT_MOVED",
                    "The workspace could not be told where its state is (%s).".formatted(FileTrouble.of(e, half)),
                    "The state is where it was. Empty the target, and try again.");
        }
    }

    private long fill(Writing writing, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Handle handle = Values.teach(Jdbi.create(connection)).open()) {
            if (TrailTable.last(handle).isPresent()) {
                throw occupied(to.map(StateServer::shown).orElse("the file"));
            }
            StoreCopy.into(writing.handle().getConnection(), connection);
            TrailTable.appendAfterMove(handle, writing.now(), writing.by());
            if (!(Trail.verify(handle) instanceof Verification.Whole whole)) {
                throw Failure.ours("STATE_NOT_MOVED", "The trail did not arrive as it was.", null);
            }
            connection.commit();
            return whole.entries();
        } finally {
            connection.rollback();
        }
    }

    /** From here on the workspace's state is the target. */
    private void name(Path half) throws IOException {
        Path file = db.resolveSibling(StateServer.FILE);
        if (to.isEmpty()) {
            Files.move(half, db, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(file);
            return;
        }
        Path partial = db.resolveSibling(StateServer.FILE + ".partial");
        Files.writeString(partial, to.get().text());
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A file that was moved to a server stays, under a name that nobody opens. */
    private void setAside() throws IOException {
        if (Files.exists(db)) {
            Files.move(db, db.resolveSibling(db.getFileName() + ".moved"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Failure occupied(String place) {
        return Failure.yours(
                "STATE_NOT_EMPTY",
                "%s holds a state already.".formatted(place),
                "Name another database or schema, or move the old one aside.");
    }
}
