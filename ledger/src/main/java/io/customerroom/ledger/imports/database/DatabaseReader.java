package io.customerroom.ledger.imports.database;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.imports.Progress;
import io.customerroom.state.SqlFile;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Copies rows of a PostgreSQL database into a CSV file, a few thousand at a time, inside one transaction that cannot write. Moments with a zone come in UTC.
 */
final class DatabaseReader {

    private static final SqlFile SQL = SqlFile.beside(DatabaseReader.class);
    private static final int FETCH = 2_000;
    private static final int CONNECT_SECONDS = 15;
    private static final Set<String> MOMENTS = Set.of("timestamptz", "timestamp", "date");
    private static final Set<String> GROWING =
            Set.of("timestamptz", "timestamp", "date", "int2", "int4", "int8", "numeric");

    private final Supplier<DatabaseHosts> hosts;
    private final DatabaseHosts.Resolver resolver;
    private final Clock clock;

    /** @param hosts asked for each connection, so that a host that was just named counts */
    DatabaseReader(Supplier<DatabaseHosts> hosts, DatabaseHosts.Resolver resolver, Clock clock) {
        this.hosts = hosts;
        this.resolver = resolver;
        this.clock = clock;
    }

    /**
     * What was read.
     *
     * @param reached the highest value of the column that grows, as the database writes it
     */
    record Copied(long rows, Optional<String> reached) {}

    /** @param from where the last reading ended; empty = everything */
    Copied copy(DatabaseRequest request, Optional<String> from, Path csv, Progress progress) {
        return connected(request, connection -> {
            try (PreparedStatement statement = statement(connection, request, from)) {
                return copy(statement, request, csv, progress);
            }
        });
    }

    /** The first rows as the database hands them over, for a look. */
    Copied sample(DatabaseRequest request, int most, Path csv) {
        return connected(request, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    SQL.text("sample").replace("{rows}", request.rows()).replace("{most}", Integer.toString(most)))) {
                return copy(statement, request, csv, Progress.NONE);
            }
        });
    }

    /** The columns of what is asked for, in their order; no row is read. */
    List<DatabaseColumn> columns(DatabaseRequest request) {
        return connected(request, connection -> {
            try (PreparedStatement none = connection.prepareStatement(
                            SQL.text("sample").replace("{rows}", request.rows()).replace("{most}", "0"));
                    ResultSet rows = none.executeQuery()) {
                List<DatabaseColumn> columns = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    String type = type(rows.getMetaData(), i);
                    columns.add(new DatabaseColumn(rows.getMetaData().getColumnLabel(i), type, GROWING.contains(type)));
                }
                return List.copyOf(columns);
            }
        });
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException, IOException;
    }

    private <T> T connected(DatabaseRequest request, Work<T> work) {
        DatabaseAddress address = request.address();
        InetAddress pinned = hosts.get().admit(address, resolver);
        try (Connection connection = DriverManager.getConnection(url(address), properties(request, address, pinned))) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            settle(connection, request.timeout());
            T result = work.with(connection);
            connection.rollback();
            return result;
        } catch (SQLException e) {
            throw DatabaseFailures.of(e, address);
        } catch (IOException e) {
            throw Failure.resources(
                    "DATABASE_COPY",
                    "The rows could not be kept for reading.",
                    "Check room on the disk for temporary files.");
        }
    }

    /** The host stays a name, so that its certificate can be checked; the sockets go where the name led when it was admitted. */
    private static String url(DatabaseAddress address) {
        String host = address.host().contains(":") ? "[" + address.host() + "]" : address.host();
        return "jdbc:postgresql://" + host + ":" + address.port() + "/" + address.name();
    }

    private static Properties properties(DatabaseRequest request, DatabaseAddress address, InetAddress pinned) {
        Properties properties = new Properties();
        address.parameters().forEach(properties::setProperty);
        properties.setProperty("user", request.login().user());
        properties.setProperty("password", request.login().password());
        properties.setProperty("socketFactory", PinnedSockets.class.getName());
        properties.setProperty("socketFactoryArg", pinned.getHostAddress());
        properties.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
        properties.setProperty("loginTimeout", Integer.toString(CONNECT_SECONDS));
        properties.setProperty("socketTimeout", Long.toString(request.timeout().toSeconds() + CONNECT_SECONDS));
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("binaryTransfer", "false");
        properties.setProperty("readOnly", "true");
        properties.setProperty("ApplicationName", "customer-room");
        return properties;
    }

    private static void settle(Connection connection, Duration timeout) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SQL.text("utc"));
            statement.execute(SQL.text("dates"));
            statement.execute(
                    SQL.text("timeout").replace("{milliseconds}", Long.toString(Math.max(1, timeout.toMillis()))));
        }
    }

    private Copied copy(PreparedStatement statement, DatabaseRequest request, Path csv, Progress progress)
            throws SQLException, IOException {
        Instant until = clock.instant().plus(request.timeout());
        int since = -1;
        statement.setFetchSize(FETCH);
        statement.setQueryTimeout((int) Math.max(1, request.timeout().toSeconds()));
        try (ResultSet rows = statement.executeQuery();
                CsvWriter out = CsvWriter.builder().build(csv)) {
            ResultSetMetaData meta = rows.getMetaData();
            String[] cells = new String[meta.getColumnCount()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = meta.getColumnLabel(i + 1);
                since = request.sinceColumn().equals(Optional.of(cells[i])) ? i : since;
            }
            out.writeRecord(cells);
            return rows(rows, out, cells, since, until, progress);
        }
    }

    private Copied rows(ResultSet rows, CsvWriter out, String[] cells, int since, Instant until, Progress progress)
            throws SQLException {
        long count = 0;
        @Nullable String reached = null;
        while (rows.next()) {
            for (int i = 0; i < cells.length; i++) {
                cells[i] = Optional.ofNullable(rows.getString(i + 1)).orElse("");
            }
            out.writeRecord(Arrays.asList(cells));
            if (since >= 0 && !cells[since].isEmpty()) {
                reached = cells[since];
            }
            if (++count % FETCH == 0) {
                progress.reached(0, 0, count);
                if (clock.instant().isAfter(until)) {
                    throw DatabaseFailures.slow();
                }
            }
        }
        progress.reached(0, 0, count);
        return new Copied(count, Optional.ofNullable(reached));
    }

    /** In the order of the column that grows, those without a value first: the last row says how far the reading came. */
    private static PreparedStatement statement(Connection connection, DatabaseRequest request, Optional<String> from)
            throws SQLException {
        if (request.sinceColumn().isEmpty()) {
            return connection.prepareStatement(SQL.text("everything").replace("{rows}", request.rows()));
        }
        String column = DatabaseRequest.quoted(request.sinceColumn().get());
        String type = type(connection, request, column);
        if (!GROWING.contains(type)) {
            throw Failure.yours(
                    "DATABASE_SINCE",
                    "The column of --since-column does not grow in an order that can be told.",
                    "Name a column of days, moments or numbers that every change sets anew.");
        }
        if (from.isEmpty()) {
            return connection.prepareStatement(
                    SQL.text("first").replace("{rows}", request.rows()).replace("{column}", column));
        }
        PreparedStatement statement =
                connection.prepareStatement(SQL.text(MOMENTS.contains(type) ? "since-moment" : "since-number")
                        .replace("{rows}", request.rows())
                        .replace("{column}", column)
                        .replace("{type}", type));
        statement.setString(1, from.get());
        if (MOMENTS.contains(type)) {
            statement.setString(2, request.overlap().toSeconds() + " seconds");
        }
        return statement;
    }

    private static String type(Connection connection, DatabaseRequest request, String column) throws SQLException {
        try (PreparedStatement none = connection.prepareStatement(
                        SQL.text("type").replace("{rows}", request.rows()).replace("{column}", column));
                ResultSet rows = none.executeQuery()) {
            return type(rows.getMetaData(), 1);
        }
    }

    /** The driver calls a number that counts by itself after the way it is declared. */
    private static String type(ResultSetMetaData meta, int column) throws SQLException {
        return switch (meta.getColumnTypeName(column).toLowerCase(Locale.ROOT)) {
            case "smallserial" -> "int2";
            case "serial" -> "int4";
            case "bigserial" -> "int8";
            case String type -> type;
        };
    }
}
