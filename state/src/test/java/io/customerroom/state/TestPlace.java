package io.customerroom.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Where tests keep a store: in the file they name; or, where the property {@code customer-room.postgres} names a server, in a database of
 * its own there. So the same tests run on both. {@code scripts/postgres-for-tests} starts such a server. Where the environment names a place
 * for new rooms, as {@code ./verify --store postgresql} does, they lie there without being told.
 */
public final class TestPlace {

    /** {@code jdbc:postgresql://HOST:PORT/}, a server that trusts its user {@code room}. */
    public static final String PROPERTY = "customer-room.postgres";

    /** What tells whether a database can be used by another test: its triggers, its versions, its fingerprints. */
    private static final String SIGNATURE = """
            SELECT (SELECT count(*) FROM pg_trigger) || ':' || (SELECT string_agg(version, ',' ORDER BY installed_rank)
                FROM customer_room.schema_history) || ':' || (SELECT count(*) FROM customer_room.schema_fingerprint)
            """;

    private static final String EMPTY = """
            DO $$ DECLARE t text; BEGIN
                SET session_replication_role = replica;
                FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'customer_room' AND tablename NOT LIKE 'schema%'
                LOOP EXECUTE 'DELETE FROM customer_room.' || quote_ident(t); END LOOP;
            END $$
            """;

    private static final List<Made> MADE = new ArrayList<>();
    private static int made;

    /** A database with tables, and the file of the test that uses it: when the file is gone, another test may have it. */
    private record Made(List<String> migrations, StateServer server, String signature, Path usedBy) {}

    private TestPlace() {}

    /** Whether tests run on a server. */
    public static boolean isServer() {
        return !server().isEmpty();
    }

    private static String server() {
        String given = System.getProperty(PROPERTY, "");
        String forNew = Objects.requireNonNullElse(System.getenv(NewPlace.URL), "");
        return given.isEmpty() ? forNew.substring(0, forNew.lastIndexOf('/') + 1) : given;
    }

    /** Prepares the place and answers it, to be opened with {@link StateStore#open}. */
    public static Path at(Path db, List<String> migrations) {
        if (isServer() && !Files.exists(db.resolveSibling(StateServer.FILE))) {
            write(db, migrated(db.resolveSibling(StateServer.FILE), migrations));
        }
        return db;
    }

    private static synchronized StateServer migrated(Path usedBy, List<String> migrations) {
        for (Made old : List.copyOf(MADE)) {
            if (old.migrations().equals(migrations) && !Files.exists(old.usedBy())) {
                MADE.remove(old);
                if (old.signature().equals(ask(old.server(), SIGNATURE, EMPTY))) {
                    MADE.add(new Made(migrations, old.server(), old.signature(), usedBy));
                    return old.server();
                }
            }
        }
        StateServer server = empty();
        StateStore.open(new PostgresDatabase(server, Path.of("."), migrations), Clock.systemUTC(), migrations)
                .close();
        MADE.add(new Made(migrations, server, ask(server, SIGNATURE), usedBy));
        return server;
    }

    /** What a server answers in one cell. */
    static String ask(StateServer server, String question) {
        return ask(server, question, "");
    }

    private static String ask(StateServer server, String question, String then) {
        try (Connection connection = DriverManager.getConnection(server.url(), "room", "");
                var statement = connection.createStatement()) {
            String answer;
            try (var rows = statement.executeQuery(question)) {
                rows.next();
                answer = rows.getString(1);
            }
            if (!then.isEmpty()) {
                statement.execute(then);
            }
            return answer;
        } catch (SQLException e) {
            throw new IllegalStateException("the test server refused a question", e);
        }
    }

    /** A database of its own, without any table. */
    public static synchronized StateServer empty() {
        String server = server();
        String name = "test_%d_%d".formatted(ProcessHandle.current().pid(), ++made);
        try (Connection connection = DriverManager.getConnection(server + "postgres", "room", "");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("the test server refused a database", e);
        }
        return new StateServer(server + name, "room", "");
    }

    /** Says beside the file that the store is on this server. */
    public static void write(Path db, StateServer server) {
        try {
            Files.createDirectories(db.toAbsolutePath().getParent());
            Files.writeString(db.resolveSibling(StateServer.FILE), server.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
