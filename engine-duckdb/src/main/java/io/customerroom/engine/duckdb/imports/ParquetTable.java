package io.customerroom.engine.duckdb.imports;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.imports.source.TableReader;
import io.customerroom.ledger.imports.source.TextTable;
import io.customerroom.state.SqlFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file that somebody brought, row by row. It is read by a DuckDB of its own, which may open this one file and nothing else, and hands over
 * one chunk of rows after the other.
 */
final class ParquetTable implements TextTable {

    private static final SqlFile SQL = SqlFile.beside(ParquetTable.class);
    private static final int DEEPEST = 16;
    private static final int MOST_COLUMNS = 10_000;

    /** A column of the answer: how it is called, and the expression that makes text of it. */
    private record Column(String name, String text) {}

    private final String name;
    private final Connection connection;
    private final Statement statement;
    private final ResultSet results;
    private final List<String> columns;
    private final long rows;

    private ParquetTable(
            String name,
            Connection connection,
            Statement statement,
            ResultSet results,
            List<String> columns,
            long rows) {
        this.name = name;
        this.connection = connection;
        this.statement = statement;
        this.results = results;
        this.columns = columns;
        this.rows = rows;
    }

    static ParquetTable open(Path file, String name) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties());
            try {
                return open(connection, file, name);
            } catch (SQLException e) {
                connection.close();
                throw TableReader.damaged(name);
            }
        } catch (SQLException e) {
            throw Failure.ours("ENGINE_UNAVAILABLE", "The engine DuckDB did not start.", e);
        }
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("jdbc_stream_results", "true");
        properties.setProperty("memory_limit", "512MB");
        properties.setProperty("threads", "1");
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        return properties;
    }

    private static ParquetTable open(Connection connection, Path file, String name) throws SQLException {
        String literal = DuckDbStager.literal(file.toAbsolutePath().toString());
        try (Statement lock = connection.createStatement()) {
            lock.execute("SET allowed_paths = [" + literal + "]");
            lock.execute("SET enable_external_access = false");
            lock.execute("SET lock_configuration = true");
        }
        // signs of a pattern in the name of a file stand for themselves
        String pattern = DuckDbStager.literal(file.toAbsolutePath().toString().replaceAll("[*?\\[]", "[$0]"));
        long rows = count(connection, pattern);
        List<Column> columns = new ArrayList<>();
        find(connection, pattern, Optional.empty(), "", 0, columns);
        refuseRepeated(columns, name);
        List<String> texts = columns.stream().map(Column::text).toList();
        Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(
                SQL.text("rows").replace("{file}", pattern).replace("{columns}", String.join(",\n    ", texts)));
        return new ParquetTable(
                name,
                connection,
                statement,
                results,
                columns.stream().map(Column::name).toList(),
                rows);
    }

    private static long count(Connection connection, String file) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(SQL.text("count").replace("{file}", file))) {
            return result.next() ? result.getLong(1) : -1;
        }
    }

    /** The columns behind a value that has parts, those of a structure one by one; without a value, those of the file. */
    private static void find(
            Connection connection, String file, Optional<String> whole, String prefix, int depth, List<Column> found)
            throws SQLException {
        for (Map.Entry<String, String> part : described(connection, file, whole).entrySet()) {
            String name = part.getKey();
            String type = part.getValue();
            String value = whole.map(outer -> "struct_extract(%s, %s)".formatted(outer, DuckDbStager.literal(name)))
                    .orElseGet(() -> '"' + name.replace("\"", "\"\"") + '"');
            if (type.startsWith("STRUCT(") && !type.endsWith("]") && depth < DEEPEST) {
                find(connection, file, Optional.of(value), prefix + name + ".", depth + 1, found);
            } else if (found.size() < MOST_COLUMNS) {
                found.add(new Column(prefix + name, text(value, type)));
            }
        }
    }

    /** Names and types. Read to its end first: another question on this connection ends an answer that is still being handed over. */
    private static SequencedMap<String, String> described(Connection connection, String file, Optional<String> whole)
            throws SQLException {
        SequencedMap<String, String> types = new LinkedHashMap<>();
        String columns = whole.map(value -> "unnest(" + value + ")").orElse("*");
        try (Statement statement = connection.createStatement();
                ResultSet described = statement.executeQuery(
                        SQL.text("describe").replace("{file}", file).replace("{columns}", columns))) {
            while (described.next()) {
                types.put(described.getString(1), described.getString(2));
            }
        }
        return types;
    }

    /** Moments with a zone are written in UTC with a Z; lists and maps as JSON; bytes that are text as text. */
    private static String text(String value, String type) {
        String kind = type.endsWith("]") ? "LIST" : type.replaceAll("\\(.*", "");
        return SQL.text(
                        switch (kind) {
                            case "TIMESTAMP WITH TIME ZONE" -> "moment";
                            case "TIMESTAMP_NS", "TIMESTAMP_MS", "TIMESTAMP_S" -> "time";
                            case "BLOB" -> "bytes";
                            case "LIST", "MAP", "UNION", "STRUCT" -> "nested";
                            default -> "plain";
                        })
                .replace("{value}", value);
    }

    private static void refuseRepeated(List<Column> columns, String name) {
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw Failure.yours(
                        "MAPPING_DOES_NOT_FIT",
                        "'%s' has two columns called '%s'.".formatted(name, column.name()),
                        "Give each column a name of its own.");
            }
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public boolean next() {
        try {
            return results.next();
        } catch (SQLException e) {
            throw TableReader.damaged(name);
        }
    }

    @Override
    public @Nullable String cell(int column) {
        try {
            return results.getString(column + 1);
        } catch (SQLException e) {
            throw TableReader.damaged(name);
        }
    }

    @Override
    public void close() {
        try (connection;
                statement) {
            results.close();
        } catch (SQLException e) {
            throw Failure.ours("ENGINE_UNAVAILABLE", "A file that DuckDB read did not close.", e);
        }
    }
}
