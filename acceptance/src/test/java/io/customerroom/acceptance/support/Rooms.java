package io.customerroom.acceptance.support;

import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.StateMove;
import io.customerroom.state.StateServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Copies and removes rooms with their state, which lies in the room's folder, or, under {@code ./verify --store postgresql}, in a schema of its own on a server: a
 * folder is copied, a schema is not.
 */
public final class Rooms {

    private static final String SERVER = Objects.requireNonNullElse(System.getenv("CUSTOMER_ROOM_STATE_URL"), "");

    private Rooms() {}

    /** Whether rooms that are made now keep their state on a server. */
    public static boolean onServer() {
        return !SERVER.isEmpty();
    }

    /** Brings the state of a room into its folder, so that {@link #copy} finds it there. */
    public static void intoFolder(Path room) {
        if (onServer()) {
            Typed.well(room.toAbsolutePath(), "state", "move", "--to", "file");
        }
    }

    /** Copies a room whose state lies in its folder to where nothing stands yet; the copy's state lies where that of new rooms does. */
    public static void copy(Path from, Path to) throws IOException {
        Template.copy(from, to);
        if (onServer()) {
            String schema = "copy_" + UUID.randomUUID().toString().replace("-", "");
            Typed.well(
                    to.toAbsolutePath(), "state", "move", "--to", SERVER.replace("{room}", schema), "--user", "room");
            Files.delete(to.resolve("state/customer-room.db.moved"));
        }
    }

    /** Does away with a room, and with its schema where it has one. */
    public static void remove(Path room) throws IOException {
        if (server(room).isPresent()) {
            try (Connection connection = state(room);
                    var statement = connection.createStatement()) {
                statement.execute("DROP SCHEMA " + connection.getSchema() + " CASCADE");
            } catch (SQLException e) {
                throw new IllegalStateException("the test server refused to drop a schema", e);
            }
        }
        Deleted.folder(room);
    }

    /** The tables of a room, wherever they lie, past the program. */
    public static Connection state(Path room) throws SQLException {
        Optional<StateServer> server = server(room);
        return server.isPresent()
                ? DriverManager.getConnection(server.get().url(), server.get().user(), "")
                : DriverManager.getConnection("jdbc:sqlite:" + new Workspace(room).state());
    }

    private static Optional<StateServer> server(Path room) {
        return StateMove.place(new Workspace(room).state());
    }
}
