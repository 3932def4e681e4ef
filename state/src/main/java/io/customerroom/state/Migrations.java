package io.customerroom.state;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the tables up to date. Starting Flyway costs more than most commands, so each folder of migrations leaves a fingerprint in the
 * store, and Flyway runs only where a fingerprint differs. One process migrates at a time; the others wait for it.
 */
final class Migrations {

    private static final String OWN = "db/migration/state";

    private final DataSource source;
    private final Path file;
    private final List<MigrationFolder> folders;

    Migrations(DataSource source, Path file, List<String> locations) {
        this.source = source;
        this.file = file;
        this.folders = Stream.concat(Stream.of(OWN), locations.stream())
                .distinct()
                .map(MigrationFolder::read)
                .toList();
    }

    void run() throws SQLException {
        if (upToDate()) {
            return;
        }
        Path lockFile = file.resolveSibling(file.getFileName() + ".migrating");
        synchronized (Migrations.class) {
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !upToDate()) {
                    refuseNewer();
                    migrate();
                    noteFingerprints();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private boolean upToDate() throws SQLException {
        Map<String, String> stored = new TreeMap<>();
        try (Connection connection = source.getConnection()) {
            if (!hasTable(connection, "schema_fingerprint")) {
                return false;
            }
            try (var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT location, fingerprint FROM schema_fingerprint")) {
                while (rows.next()) {
                    stored.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return folders.stream().allMatch(folder -> folder.fingerprint().equals(stored.get(folder.location())));
    }

    /** A store written by a newer program has versions of our folders that we do not bring. */
    private void refuseNewer() throws SQLException {
        Set<String> known = new TreeSet<>();
        folders.forEach(folder -> known.addAll(folder.versions()));
        Set<String> majors = new TreeSet<>();
        known.forEach(version -> majors.add(major(version)));
        try (Connection connection = source.getConnection()) {
            if (!hasTable(connection, "schema_history")) {
                return;
            }
            try (var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "SELECT version FROM schema_history WHERE version IS NOT NULL AND success = 1")) {
                while (rows.next()) {
                    String version = rows.getString(1);
                    if (majors.contains(major(version)) && !known.contains(version)) {
                        throw Failure.yours(
                                "STATE_TOO_NEW",
                                "The state store has tables of version %s, which this program does not know."
                                        .formatted(version),
                                "Use the newer program that wrote it, or restore an older backup.");
                    }
                }
            }
        }
    }

    private void migrate() {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .loggers(QuietLog.class.getName())
                    .dataSource(source)
                    .locations(folders.stream()
                            .map(folder -> "classpath:" + folder.location())
                            .toArray(String[]::new))
                    .table("schema_history")
                    .outOfOrder(true)
                    .ignoreMigrationPatterns("*:missing", "*:future")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw Failure.ours("STATE_MIGRATION_FAILED", "The state store could not be brought up to date.", e);
        }
    }

    private void noteFingerprints() throws SQLException {
        try (Connection connection = source.getConnection();
                var statement = connection.prepareStatement("INSERT INTO schema_fingerprint VALUES (?, ?)"
                        + " ON CONFLICT (location) DO UPDATE SET fingerprint = excluded.fingerprint")) {
            for (MigrationFolder folder : folders) {
                statement.setString(1, folder.location());
                statement.setString(2, folder.fingerprint());
                statement.executeUpdate();
            }
        }
    }

    private static boolean hasTable(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT 1 FROM sqlite_schema WHERE name = ?")) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String major(String version) {
        int dot = version.indexOf('.');
        return dot < 0 ? version : version.substring(0, dot);
    }
}
