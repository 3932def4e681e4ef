package io.customerroom.acceptance.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.customerroom.acceptance.support.Typed;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** Where the state of a room of these tests lies. */
public enum StatePlace {
    FILE,
    POSTGRESQL;

    /** A PostgreSQL server that trusts its user {@code room}; {@code ./verify} starts one. */
    private static final String SERVER = System.getProperty("customer-room.postgres", "");

    private static final AtomicInteger MADE = new AtomicInteger();

    /** Brings the state of a room that was made in a file to its place. Without a server the test is skipped, and says so. */
    public void take(Path workspace) {
        if (this == FILE) {
            return;
        }
        assumeTrue(!SERVER.isEmpty(), "there is no PostgreSQL server: -Dpostgres=jdbc:postgresql://HOST:PORT/");
        String database = "acceptance_%d_%d".formatted(ProcessHandle.current().pid(), MADE.incrementAndGet());
        try (Connection connection = DriverManager.getConnection(SERVER + "postgres", "room", "");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
        } catch (SQLException e) {
            throw new IllegalStateException("the test server refused a database", e);
        }
        Typed.well(workspace, "state", "move", "--to", SERVER + database, "--user", "room");
        assertThat(Typed.well(workspace, "state").out()).startsWith("jdbc:postgresql:");
    }
}
