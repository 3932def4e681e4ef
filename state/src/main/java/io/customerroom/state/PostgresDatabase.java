package io.customerroom.state;

import io.customerroom.kernel.Failure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
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
    private final List<String> locations;
    private final PGSimpleDataSource source;
    private final String schema;

    /** @param folder of the password's file */
    PostgresDatabase(StateServer server, Path folder, List<String> locations) {
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

    @Override
    public Connection writer() throws SQLException {
        return settled(source.getConnection(), "READ COMMITTED", false);
    }

    @Override
    public Connection reader() throws SQLException {
        return settled(source.getConnection(), "REPEATABLE READ", true);
    }

    /** A commit has reached the server's disk when it returns, whatever the server's own setting says. */
    private static Connection settled(Connection connection, String isolation, boolean readOnly) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = on; SET lock_timeout = " + BUSY_MILLIS
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

    @Override
    public void alone(Migrating work) throws SQLException {
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
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

    /** The migration is one transaction; copies of the server's data are made by the server's own tools. */
    @Override
    public void keepCopyBefore(String version) {}

    @Override
    public void copyTo(Path file) throws SQLException {
        SqliteDatabase target = new SqliteDatabase(file);
        new Migrations(target, locations).run();
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
    public void fold(Connection writer) {
        // the server's own business
    }

    @Override
    public Failure failure(Exception cause) {
        return PostgresFailure.of(cause, server);
    }
}
