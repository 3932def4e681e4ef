package io.customerroom.state;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** The SQLite file and the settings of every connection to it. */
final class Database {

    static final int BUSY_MILLIS = 10_000;

    private final Path file;

    Database(Path file) {
        this.file = file.toAbsolutePath();
        Path folder = Objects.requireNonNullElse(this.file.getParent(), this.file);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw Failure.yours(
                    "STATE_NOT_WRITABLE",
                    "The folder '%s' of the state store cannot be made.".formatted(folder.getFileName()),
                    "Check the owner and the rights of the workspace.");
        }
    }

    /** Transactions on this connection take the write lock when they begin. */
    Connection writer() throws SQLException {
        SQLiteConfig config = config();
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        return source(config).getConnection();
    }

    /** Transactions on this connection see one moment and cannot write. */
    Connection reader() throws SQLException {
        SQLiteConfig config = config();
        config.setTransactionMode(TransactionMode.DEFERRED);
        Connection connection = source(config).getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
        }
        return connection;
    }

    /** One consistent moment, without the pages that are no longer used. */
    void copyTo(Path copy) throws SQLException {
        try (Connection connection = source(config()).getConnection();
                var statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, copy.toAbsolutePath().toString());
            statement.execute();
        }
    }

    void migrate(List<String> locations) throws SQLException {
        new Migrations(source(config()), file, locations).run();
    }

    private SQLiteDataSource source(SQLiteConfig config) {
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
