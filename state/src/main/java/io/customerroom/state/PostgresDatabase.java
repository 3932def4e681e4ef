package io.customerroom.state;

import io.customerroom.kernel.Failure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One schema of a PostgreSQL database, and the settings of every connection to it.
 *
 * <p>Writes take turns as they do in SQLite: each begins with one advisory lock per schema, held to its end. After it, every statement sees
 * all that was committed, so that the trail's numbers have no gaps and its chain one end. Nothing can fail to serialise, and nothing is retried.
 */
final class PostgresDatabase implements Database {

    private static final String SCHEMA = "customer_room";
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final int CONNECT_SECONDS = 10;
    private static final int ROWS_AT_A_TIME = 1_000;

    private final StateServer server;
    private final StateCopies copies;
    private final List<String> locations;
    private final PGSimpleDataSource source;
    private final String schema;
    private volatile boolean serving;

    /** @param db where the SQLite file would be; copies from before an upgrade lie beside it, and the password's file */
    PostgresDatabase(StateServer server, Path db, List<String> locations) {
        Path folder = Objects.requireNonNullElse(db.toAbsolutePath().getParent(), db);
        this.copies = new StateCopies(db);
        this.server = server;
        this.locations = locations;
        this.source = new PGSimpleDataSource();
        source.setUrl(server.url());
        this.schema = named(Objects.requireNonNullElse(source.getCurrentSchema(), SCHEMA));
        source.setCurrentSchema(schema);
        if (!server.user().isEmpty()) {
            source.setUser(server.user());
        }
        String password = server.password(folder, System::getenv);
        if (!password.isEmpty()) {
            source.setPassword(password);
        }
        source.setApplicationName("customer-room");
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setStringType("unspecified"); // a text finds its column's type by itself, as it does in SQLite
        source.setLogServerErrorDetail(false); // details quote values
        source.setDefaultRowFetchSize(ROWS_AT_A_TIME);
    }

    private static String named(String schema) {
        if (!NAME.matcher(schema).matches()) {
            throw Failure.yours(
                    "STATE_URL_REFUSED",
                    "currentSchema in the address of the state store is not the name of one schema.",
                    "Use small letters, digits and underscores, or leave it out for '%s'.".formatted(SCHEMA));
        }
        return schema;
    }

    /** A server that was restarted has forgotten who serves the store: whoever did takes it again with its next connection, or may not write any more. */
    @Override
    public Connection writer() throws SQLException {
        Connection connection = settled(source.getConnection(), "READ COMMITTED", false);
        if (serving && !taken(connection)) {
            connection.close();
            throw Failure.yours(
                    "ALREADY_SERVED",
                    "The connection to the state store was lost, and another server serves this state since.",
                    "Stop one of the two; this one writes nothing meanwhile.");
        }
        return connection;
    }

    @Override
    public Connection reader() throws SQLException {
        return settled(source.getConnection(), "REPEATABLE READ", true);
    }

    /**
     * A commit has reached the server's disk when it returns, whatever the server's own setting says; and a machine of ours that is gone without
     * a word is found gone after a minute, so that its locks do not outlive it.
     */
    private static Connection settled(Connection connection, String isolation, boolean readOnly) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = on; SET lock_timeout = " + BUSY_MILLIS
                    + "; SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3"
                    + "; SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL " + isolation
                    + (readOnly ? ", READ ONLY" : ""));
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public DataSource source() {
        return source;
    }

    /** A lock of the schema, kept by the connection for writing; the server lets go of it when the connection ends, however it ends. */
    @Override
    public boolean serve(Connection writer) throws SQLException {
        if (serving || !taken(writer)) { // the lock itself lets the same connection in twice
            return false;
        }
        serving = true;
        return true;
    }

    @Override
    public void serveNoMore(Connection writer) throws SQLException {
        serving = false;
        told(writer, "SELECT pg_advisory_unlock(hashtextextended(current_schema(), 2))");
    }

    private static boolean taken(Connection writer) throws SQLException {
        return told(writer, "SELECT pg_try_advisory_lock(hashtextextended(current_schema(), 2))");
    }

    private static boolean told(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    @Override
    public void takeTurn(Handle handle) {
        handle.execute("SELECT pg_advisory_xact_lock(hashtextextended(current_schema(), 0))");
    }

    @Override
    public boolean usable(Connection connection) {
        try {
            return connection.isValid(CONNECT_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    /** A server that was made read-only for a while makes so the connections that are opened meanwhile, for as long as they live. */
    @Override
    public boolean writable(Connection connection) {
        try {
            return usable(connection)
                    && told(connection, "SELECT current_setting('default_transaction_read_only') = 'off'");
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void alone(Migrating work) throws SQLException {
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement()) {
            if (!told(connection, "SELECT to_regnamespace('%s') IS NOT NULL".formatted(schema))) {
                statement.execute("CREATE SCHEMA IF NOT EXISTS "
                        + schema); // asks for rights on the database even where it has nothing to do
            }
            statement.setQueryTimeout(Math.toIntExact(TimeUnit.MINUTES.toSeconds(10)));
            statement.execute("SELECT pg_advisory_lock(hashtextextended(current_schema(), 1))");
            work.run(); // closing the connection lets the next one in
        }
    }

    @Override
    public boolean hasTable(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            statement.setString(1, schema + "." + table);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    @Override
    public Migrations.Dialect dialect() {
        return Migrations.Dialect.POSTGRESQL;
    }

    @Override
    public void keepCopyBefore(String version, Set<String> applied) throws SQLException {
        Path copy = copies.before(version);
        SqliteDatabase target = new SqliteDatabase(copy);
        copy(new Migrations(target, locations, applied), target);
    }

    @Override
    public void copyTo(Path file) throws SQLException {
        SqliteDatabase target = new SqliteDatabase(file);
        copy(new Migrations(target, locations), target);
    }

    private void copy(Migrations tables, SqliteDatabase target) throws SQLException {
        tables.run();
        try (Connection from = reader();
                Connection to = target.writer()) {
            StoreCopy.run(from, to);
        }
    }

    @Override
    public void overwriteWhatGoes(Handle handle) {
        // the server's vacuum reuses the space; what its log keeps for how long is for the server's settings
    }

    @Override
    public boolean fold(Connection writer) {
        copies.remove(); // the log is the server's own business
        return true;
    }

    @Override
    public Failure failure(Exception cause) {
        return PostgresFailure.of(cause, server);
    }
}
