package io.customerroom.state;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** The SQLite file and the settings of every connection to it. */
final class SqliteDatabase implements Database {

    private final Path file;

    SqliteDatabase(Path file) {
        this.file = file.toAbsolutePath();
        try {
            Files.createDirectories(folder());
        } catch (IOException e) {
            throw Failure.yours(
                    "STATE_NOT_WRITABLE",
                    "The folder '%s' of the state store cannot be made.".formatted(folder().getFileName()),
                    "Check the owner and the rights of the workspace.");
        }
    }

    private Path folder() {
        return Objects.requireNonNullElse(file.getParent(), file);
    }

    /** Transactions on this connection take the write lock when they begin. */
    @Override
    public Connection writer() throws SQLException {
        SQLiteConfig config = config();
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        return source(config).getConnection();
    }

    @Override
    public Connection reader() throws SQLException {
        SQLiteConfig config = config();
        config.setTransactionMode(TransactionMode.DEFERRED);
        Connection connection = source(config).getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
        }
        return connection;
    }

    @Override
    public DataSource source() {
        return source(config());
    }

    /** The file lies in the workspace's folder, whose own lock tells. */
    @Override
    public boolean serve(Connection writer) {
        return true;
    }

    @Override
    public void serveNoMore(Connection writer) {
        // nothing was taken
    }

    @Override
    public void takeTurn(Handle handle) {
        // beginning the transaction has taken it
    }

    @Override
    public boolean usable(Connection connection) {
        return true;
    }

    @Override
    public boolean writable(Connection connection) {
        return true;
    }

    @Override
    public void alone(Migrating work) throws SQLException {
        Path lockFile = file.resolveSibling(file.getFileName() + ".migrating");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid()) {
                work.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean hasTable(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT 1 FROM sqlite_schema WHERE name = ?")) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    @Override
    public Migrations.Dialect dialect() {
        return Migrations.Dialect.AS_WRITTEN;
    }

    @Override
    public void keepCopyBefore(String version, Set<String> applied) throws SQLException {
        copyTo(new StateCopies(file).before(version));
    }

    /** Without the pages that are no longer used. */
    @Override
    public void copyTo(Path copy) throws SQLException {
        try (Connection connection = source().getConnection();
                var statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, copy.toAbsolutePath().toString());
            statement.execute();
        }
    }

    @Override
    public void overwriteWhatGoes(Handle handle) {
        handle.execute("PRAGMA secure_delete = ON");
    }

    @Override
    public boolean fold(Connection writer) throws SQLException {
        new StateCopies(file).remove();
        try (var statement = writer.createStatement();
                ResultSet busy = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            return busy.next() && busy.getInt(1) == 0;
        }
    }

    @Override
    public Failure failure(Exception cause) {
        return SqliteFailure.of(cause, file);
    }

    private DataSource source(SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    /** FULL: a commit has reached the disk when it returns. */
    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        return config;
    }
}
