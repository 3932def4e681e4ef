package io.customerroom.state;

import io.customerroom.kernel.Failure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the tables up to date. Starting Flyway costs more than most commands, so each folder of migrations leaves a fingerprint in the
 * store, and Flyway runs only where a fingerprint differs. One process migrates at a time; the others wait for it.
 */
final class Migrations {

    private static final String OWN = "db/migration/state";

    private final Database database;
    private final DataSource source;
    private final List<MigrationFolder> folders;

    /** How a migration's text reads for a vendor. Texts are written for SQLite. */
    enum Dialect {
        AS_WRITTEN,
        POSTGRESQL
    }

    Migrations(Database database, List<String> locations) {
        this.database = database;
        this.source = database.source();
        this.folders = folders(locations);
    }

    /** Of older tables: with these versions alone. */
    Migrations(Database database, List<String> locations, Set<String> versions) {
        this.database = database;
        this.source = database.source();
        this.folders = folders(locations).stream()
                .map(folder -> folder.only(versions))
                .filter(folder -> !folder.texts().isEmpty())
                .toList();
    }

    private static List<MigrationFolder> folders(List<String> locations) {
        return Stream.concat(Stream.of(OWN), locations.stream())
                .distinct()
                .map(MigrationFolder::read)
                .toList();
    }

    void run() throws SQLException {
        if (upToDate()) {
            return;
        }
        synchronized (Migrations.class) {
            database.alone(() -> {
                if (!upToDate()) {
                    Set<String> applied = applied();
                    refuseNewer(applied);
                    if (!applied.isEmpty()) {
                        database.keepCopyBefore(newest(), applied);
                    }
                    migrate();
                    noteFingerprints();
                }
            });
        }
    }

    /** The newest version this program brings. */
    private String newest() {
        return folders.stream()
                .flatMap(folder -> folder.versions().stream())
                .max(Comparator.comparing(MigrationVersion::fromVersion))
                .orElseThrow();
    }

    private boolean upToDate() throws SQLException {
        Map<String, String> stored = new TreeMap<>();
        try (Connection connection = source.getConnection()) {
            if (!database.hasTable(connection, "schema_fingerprint")) {
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

    /** Versions that the store's tables went through; none: it is new. */
    private Set<String> applied() throws SQLException {
        Set<String> applied = new TreeSet<>();
        try (Connection connection = source.getConnection()) {
            if (!database.hasTable(connection, "schema_history")) {
                return applied;
            }
            try (var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "SELECT version FROM schema_history WHERE version IS NOT NULL AND success")) {
                while (rows.next()) {
                    applied.add(rows.getString(1));
                }
            }
        }
        return applied;
    }

    /** A store written by a newer program has versions of our folders that we do not bring. */
    private void refuseNewer(Set<String> applied) {
        Set<String> known = new TreeSet<>();
        folders.forEach(folder -> known.addAll(folder.versions()));
        Set<String> majors = new TreeSet<>();
        known.forEach(version -> majors.add(major(version)));
        for (String version : applied) {
            if (majors.contains(major(version)) && !known.contains(version)) {
                throw Failure.yours(
                        "STATE_TOO_NEW",
                        "The state store has tables of version %s, which this program does not know."
                                .formatted(version),
                        "Use the newer program that wrote it, or restore an older backup.");
            }
        }
    }

    /** All that is missing in one transaction: the store is of the new version or still of the old one. */
    private void migrate() {
        try {
            FluentConfiguration flyway = Flyway.configure(Migrations.class.getClassLoader())
                    .loggers(QuietLog.class.getName())
                    .dataSource(source)
                    .locations(folders.stream()
                            .map(folder -> "classpath:" + folder.location())
                            .toArray(String[]::new))
                    .table("schema_history")
                    .outOfOrder(true)
                    .group(true)
                    .ignoreMigrationPatterns("*:missing", "*:future");
            switch (database.dialect()) {
                case AS_WRITTEN -> flyway.resourceProvider(MigrationTexts.asWritten(folders));
                case POSTGRESQL ->
                    // Applied texts are compared as they were written: by fingerprint, and by Flyway on SQLite.
                    flyway.resourceProvider(MigrationTexts.forPostgres(folders)).validateOnMigrate(false);
            }
            flyway.load().migrate();
        } catch (FlywayException e) {
            Failure told = database.failure(e);
            if (told.kind() == Failure.Kind.RESOURCES) {
                throw told;
            }
            throw Failure.ours(
                    "STATE_MIGRATION_FAILED",
                    "The state store could not be brought up to date; it is as it was before.",
                    e);
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

    private static String major(String version) {
        int dot = version.indexOf('.');
        return dot < 0 ? version : version.substring(0, dot);
    }
}
