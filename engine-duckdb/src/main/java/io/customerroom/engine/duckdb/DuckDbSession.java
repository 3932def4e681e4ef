package io.customerroom.engine.duckdb;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.engine.BoundSql;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.engine.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** One connection with its own in-memory database. */
final class DuckDbSession implements Session {

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*");
    private static final Pattern PATTERN_SIGN = Pattern.compile("[*?\\[]");

    private final Connection connection;
    private final String database;
    private final Duration timeout;
    private final Consumer<DuckDbSession> closed;
    private volatile @Nullable Statement running;
    private volatile boolean cancelled;

    DuckDbSession(Connection connection, String database, Duration timeout, Consumer<DuckDbSession> closed) {
        this.connection = connection;
        this.database = database;
        this.timeout = timeout;
        this.closed = closed;
    }

    @Override
    public void table(String name, List<Path> parquet) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name must be a lower-case identifier, but was " + name);
        }
        if (parquet.isEmpty()) {
            throw new IllegalArgumentException("table " + name + " needs a file");
        }
        String files = parquet.stream().map(DuckDbSession::pattern).collect(Collectors.joining(", "));
        execute("CREATE OR REPLACE VIEW " + name + " AS SELECT * FROM read_parquet([" + files + "])", Map.of());
    }

    @Override
    public Rows query(String sql, Map<String, ?> parameters) {
        return run(sql, parameters, statement -> DuckDbRows.read(statement.executeQuery()));
    }

    @Override
    public void each(
            String sql,
            Map<String, ?> parameters,
            Function<List<Rows.Column>, Consumer<List<@Nullable Object>>> taker) {
        run(sql, parameters, statement -> {
            DuckDbRows.each(statement.executeQuery(), taker);
            return 0;
        });
    }

    @Override
    public void fill(String name, List<Rows.Column> columns, Iterable<? extends List<?>> rows) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name must be a lower-case identifier, but was " + name);
        }
        execute(
                "CREATE OR REPLACE TABLE " + name
                        + columns.stream()
                                .map(column -> column.name() + " " + type(column))
                                .collect(Collectors.joining(", ", " (", ")")),
                Map.of());
        try (DuckDBAppender appender =
                connection.unwrap(DuckDBConnection.class).createAppender(database, "main", name)) {
            for (List<?> row : rows) {
                appender.beginRow();
                for (int i = 0; i < columns.size(); i++) {
                    append(appender, columns.get(i).type(), row.get(i));
                }
                appender.endRow();
            }
            // Closing hides an error of the last rows; flushing tells it.
            appender.flush();
        } catch (SQLException e) {
            throw DuckDbFailures.of(e, cancelled, timeout);
        }
    }

    private static String type(Rows.Column column) {
        if (column.type() == Long.class) {
            return "BIGINT";
        }
        if (column.type() == Double.class) {
            return "DOUBLE";
        }
        return column.type() == LocalDate.class ? "DATE" : "VARCHAR";
    }

    private static void append(DuckDBAppender appender, Class<?> type, @Nullable Object value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else if (type == Long.class && value instanceof Long whole) {
            appender.append(whole.longValue());
        } else if (type == Double.class && value instanceof Double real) {
            appender.append(real.doubleValue());
        } else if (type == LocalDate.class && value instanceof LocalDate day) {
            appender.append(day);
        } else {
            appender.append(value.toString());
        }
    }

    @Override
    public long execute(String sql, Map<String, ?> parameters) {
        return run(sql, parameters, statement -> {
            statement.execute();
            return Math.max(0, statement.getLargeUpdateCount());
        });
    }

    @Override
    public long write(String sql, Map<String, ?> parameters, Path parquet, Map<String, String> notes) {
        if (Files.exists(parquet)) {
            throw Failure.ours("FILE_EXISTS", "%s is there already.".formatted(parquet.getFileName()), null);
        }
        String copy = "COPY (" + sql + "\n) TO " + literal(parquet)
                + " (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1" + kept(notes) + ")";
        return run(copy, parameters, PreparedStatement::executeLargeUpdate);
    }

    @Override
    public void cancel() {
        Statement statement = running;
        if (statement == null) {
            return;
        }
        boolean before = cancelled;
        cancelled = true;
        try {
            statement.cancel();
        } catch (SQLException ended) {
            // DuckDB refuses to cancel a statement that has just ended: there is nothing left to stop
            cancelled = before; // or an earlier call has stopped it
        }
    }

    @Override
    public void close() {
        closed.accept(this);
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("USE memory");
            statement.execute("DETACH " + database);
        } catch (SQLException e) {
            throw Failure.ours("ENGINE_UNAVAILABLE", "A session of DuckDB did not close.", e);
        }
    }

    /** One statement per text: DuckDB closes a statement after its first error. */
    private <T> T run(String sql, Map<String, ?> parameters, Work<T> work) {
        BoundSql bound = BoundSql.of(sql, parameters);
        cancelled = false;
        try (PreparedStatement statement = connection.prepareStatement(bound.sql())) {
            for (int i = 0; i < bound.values().size(); i++) {
                statement.setObject(i + 1, bindable(bound.values().get(i)));
            }
            statement.setQueryTimeout((int) Math.max(1, timeout.toSeconds()));
            running = statement;
            return work.on(statement);
        } catch (SQLException e) {
            throw DuckDbFailures.of(e, cancelled, timeout);
        } finally {
            running = null;
        }
    }

    private static @Nullable Object bindable(@Nullable Object value) {
        return value instanceof Instant instant ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC) : value;
    }

    /** DuckDB reads the names of files as patterns; in brackets of its own, each sign of a pattern stands for itself. */
    private static String pattern(Path path) {
        return "'" + PATTERN_SIGN.matcher(path.toString()).replaceAll("[$0]").replace("'", "''") + "'";
    }

    /** The notes as the file's own key-value pairs; a COPY takes no parameters in its options. */
    private static String kept(Map<String, String> notes) {
        return notes.isEmpty()
                ? ""
                : notes.entrySet().stream()
                        .map(note -> '"' + note.getKey().replace("\"", "\"\"") + "\": " + literal(note.getValue()))
                        .collect(Collectors.joining(", ", ", KV_METADATA {", "}"));
    }

    private static String literal(Path path) {
        return literal(path.toString());
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
