package io.customerroom.state;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Copies every row of one store into another of the same version. Tables that others refer to go first. The target's triggers rest
 * meanwhile: they guard changes, and a copy is none.
 */
final class StoreCopy {

    private static final Set<String> OF_EACH_STORE = Set.of("schema_history", "schema_fingerprint");
    private static final int BATCH = 500;

    private final Connection from;
    private final Connection to;

    private StoreCopy(Connection from, Connection to) {
        this.from = from;
        this.to = to;
    }

    /** In a transaction of each side, which this ends. */
    static void run(Connection from, Connection to) throws SQLException {
        from.setAutoCommit(false);
        to.setAutoCommit(false);
        try {
            into(from, to);
            to.commit();
        } catch (SQLException e) {
            to.rollback();
            throw e;
        } finally {
            from.rollback();
            from.setAutoCommit(true);
            to.setAutoCommit(true);
        }
    }

    /** Inside transactions that the caller began, and ends. */
    static void into(Connection from, Connection to) throws SQLException {
        new StoreCopy(from, to).fill();
    }

    private void fill() throws SQLException {
        List<String> tables = ordered();
        List<String> resting = rest(tables);
        for (String table : tables.reversed()) {
            execute(to, "DELETE FROM " + quoted(table)); // what migrations put there
        }
        for (String table : tables) {
            copy(table);
        }
        for (String statement : resting) {
            execute(to, statement);
        }
    }

    private void copy(String table) throws SQLException {
        List<String> columns = columns(table);
        String names = String.join(", ", columns.stream().map(StoreCopy::quoted).toList());
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        try (Statement reading = from.createStatement();
                var writing =
                        to.prepareStatement("INSERT INTO %s (%s) VALUES (%s)".formatted(quoted(table), names, marks))) {
            reading.setFetchSize(BATCH);
            int waiting = 0;
            try (ResultSet rows =
                    reading.executeQuery("SELECT %s FROM %s%s".formatted(names, quoted(table), order(table)))) {
                while (rows.next()) {
                    for (int i = 1; i <= columns.size(); i++) {
                        writing.setObject(i, rows.getObject(i));
                    }
                    writing.addBatch();
                    if (++waiting % BATCH == 0) {
                        writing.executeBatch();
                    }
                }
            }
            writing.executeBatch();
            requireAll(table, waiting);
        }
    }

    private void requireAll(String table, long copied) throws SQLException {
        try (Statement statement = to.createStatement();
                ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM " + quoted(table))) {
            if (!count.next() || count.getLong(1) != copied) {
                throw new SQLException("not every row of " + table + " arrived");
            }
        }
    }

    /** By its key, so that a row that refers to another of its table comes after it. */
    private String order(String table) throws SQLException {
        TreeMap<Integer, String> key = new TreeMap<>();
        try (ResultSet rows = to.getMetaData().getPrimaryKeys(null, to.getSchema(), table)) {
            while (rows.next()) {
                key.put(rows.getInt("KEY_SEQ"), quoted(rows.getString("COLUMN_NAME")));
            }
        }
        return key.isEmpty() ? "" : " ORDER BY " + String.join(", ", key.values());
    }

    private List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = to.getMetaData().getColumns(null, to.getSchema(), table, "%")) {
            while (rows.next()) {
                if (rows.getString("TABLE_NAME").equals(table)) { // an underscore in the name stands for any letter
                    columns.add(rows.getString("COLUMN_NAME"));
                }
            }
        }
        return columns;
    }

    private List<String> ordered() throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (ResultSet rows = to.getMetaData().getTables(null, to.getSchema(), "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME"));
            }
        }
        tables.removeIf(table -> OF_EACH_STORE.contains(table) || table.startsWith("sqlite_"));
        Set<String> ordered = new LinkedHashSet<>();
        for (String table : tables) {
            addAfterThoseItRefersTo(table, ordered);
        }
        return List.copyOf(ordered);
    }

    private void addAfterThoseItRefersTo(String table, Set<String> ordered) throws SQLException {
        if (ordered.contains(table)) {
            return;
        }
        Set<String> referred = new TreeSet<>();
        try (ResultSet rows = to.getMetaData().getImportedKeys(null, to.getSchema(), table)) {
            while (rows.next()) {
                referred.add(rows.getString("PKTABLE_NAME"));
            }
        }
        referred.remove(table);
        for (String other : referred) {
            addAfterThoseItRefersTo(other, ordered);
        }
        ordered.add(table);
    }

    /** Lays the target's triggers aside; answers what brings them back. */
    private List<String> rest(List<String> tables) throws SQLException {
        return to.getSchema() == null ? dropped() : disabled(tables);
    }

    private List<String> dropped() throws SQLException {
        TreeMap<String, String> triggers = new TreeMap<>();
        try (Statement statement = to.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")) {
            while (rows.next()) {
                triggers.put(rows.getString(1), rows.getString(2));
            }
        }
        for (String trigger : triggers.keySet()) {
            execute(to, "DROP TRIGGER " + quoted(trigger));
        }
        return List.copyOf(triggers.values());
    }

    private List<String> disabled(List<String> tables) throws SQLException {
        List<String> back = new ArrayList<>();
        for (String table : tables) {
            execute(to, "ALTER TABLE %s DISABLE TRIGGER USER".formatted(quoted(table)));
            back.add("ALTER TABLE %s ENABLE TRIGGER USER".formatted(quoted(table)));
        }
        return back;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
