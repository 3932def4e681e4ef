package io.customerroom.engine.duckdb;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.engine.Dialect;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBConnection;

/**
 * DuckDB inside this process. All sessions share one memory limit; each has an in-memory database of its own, so that tables of one are
 * invisible to the others. Nothing is kept: the Parquet files are the truth.
 */
public final class DuckDbEngine implements Engine {

    private final DuckDbSettings settings;
    private final DuckDBConnection root;
    private final AtomicLong sessions = new AtomicLong();
    private final Set<DuckDbSession> open = ConcurrentHashMap.newKeySet();

    private DuckDbEngine(DuckDbSettings settings, DuckDBConnection root) {
        this.settings = settings;
        this.root = root;
    }

    /** Starts an engine; refused with {@code ENGINE_UNAVAILABLE} where the native library or the spill folder cannot be had. */
    public static DuckDbEngine start(DuckDbSettings settings) {
        try {
            Files.createDirectories(settings.spill());
            Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties(settings));
            try (Statement statement = connection.createStatement()) {
                // What a file holds and where is read once; a file that has changed is noticed by its time. Known only
                // after the start.
                statement.execute("SET GLOBAL parquet_metadata_cache = true");
            }
            return new DuckDbEngine(settings, connection.unwrap(DuckDBConnection.class));
        } catch (SQLException | IOException e) {
            throw Failure.ours("ENGINE_UNAVAILABLE", "The engine DuckDB did not start.", e);
        }
    }

    /** Extensions are never fetched: an unknown function must fail at once and not look for the network. */
    private static Properties properties(DuckDbSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("memory_limit", settings.memoryMegabytes() + "MB");
        properties.setProperty("threads", Integer.toString(settings.threads()));
        properties.setProperty("temp_directory", settings.spill().toString());
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        return properties;
    }

    @Override
    public String name() {
        return "duckdb";
    }

    @Override
    public Dialect dialect() {
        return new DuckDbDialect();
    }

    @Override
    public Session open() {
        String database = "session_" + sessions.incrementAndGet();
        try {
            Connection connection = root.duplicate();
            try (Statement statement = connection.createStatement()) {
                statement.execute("ATTACH ':memory:' AS " + database);
                statement.execute("USE " + database);
            }
            DuckDbSession session = new DuckDbSession(connection, database, settings.timeout(), open::remove);
            open.add(session);
            return session;
        } catch (SQLException e) {
            throw Failure.ours("ENGINE_UNAVAILABLE", "The engine DuckDB opened no session.", e);
        }
    }

    /** Sessions that somebody kept end with it. */
    @Override
    public void close() {
        List.copyOf(open).forEach(DuckDbSession::close);
        try {
            root.close();
        } catch (SQLException e) {
            throw Failure.ours("ENGINE_UNAVAILABLE", "The engine DuckDB did not close.", e);
        }
    }
}
