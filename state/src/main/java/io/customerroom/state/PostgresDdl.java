package io.customerroom.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a migration that was written for SQLite as PostgreSQL. Types, triggers and numbers differ; all else is the same in both. What is not
 * known here is refused, not guessed.
 *
 * <ol>
 *   <li>Comments go; the text is cut into statements, a trigger being one.
 *   <li>{@code INTEGER} is {@code BIGINT}, {@code REAL} is {@code DOUBLE PRECISION}, a column of {@code TEXT} is compared by its bytes;
 *       {@code STRICT} and {@code WITHOUT ROWID} go; words that PostgreSQL keeps for itself are quoted.
 *   <li>A column {@code INTEGER PRIMARY KEY} that refers to nothing numbers its rows, as SQLite does: one more than the largest.
 *   <li>A trigger that raises is a function and its trigger; a table whose rows are not removed is not emptied either.
 * </ol>
 */
final class PostgresDdl {

    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|--[^\\n]*|\\w+|\\s+|.", Pattern.DOTALL);
    /** Words PostgreSQL does not take as names of tables and columns; names are in lower case here, words of SQL in capitals. */
    private static final Set<String> RESERVED = Set.of("freeze", "only");

    private static final Pattern NUMBERED =
            Pattern.compile("(?s)CREATE TABLE (\"?\\w+\"?).*?[(,]\\s*(\\w+)\\s+BIGINT PRIMARY KEY(?!\\s+REFERENCES).*");
    private static final Pattern TRIGGER = Pattern.compile(
            "(?s)CREATE TRIGGER (\\w+)\\s+BEFORE (INSERT|UPDATE|DELETE) ON (\"?\\w+\"?)\\s+(?:WHEN (.*?)\\s+)?"
                    + "BEGIN\\s+SELECT RAISE\\s*\\(ABORT, ('(?:[^']|'')*')\\);\\s*END");
    private static final Pattern ROW_COLUMN = Pattern.compile("(?i)\\b(new|old)\\.(\\w+)");
    private static final Pattern DROPPED_TRIGGER = Pattern.compile("(?s)DROP TRIGGER (\\w+)");

    private PostgresDdl() {}

    static String of(String sqlite) {
        List<String> read = new ArrayList<>();
        for (String statement : statements(sqlite)) {
            read.addAll(translate(statement));
        }
        return String.join(";\n\n", read) + ";\n";
    }

    private static List<String> translate(String statement) {
        Matcher trigger = TRIGGER.matcher(statement);
        if (trigger.matches()) {
            return trigger(trigger);
        }
        Matcher dropped = DROPPED_TRIGGER.matcher(statement);
        if (dropped.matches()) {
            return List.of("DROP FUNCTION %s() CASCADE".formatted(dropped.group(1)));
        }
        if (statement.startsWith("CREATE TRIGGER") || statement.startsWith("PRAGMA")) {
            throw new IllegalStateException("not known in PostgreSQL: " + statement);
        }
        if (!statement.startsWith("CREATE TABLE") && !statement.startsWith("ALTER TABLE")) {
            return List.of(statement);
        }
        String table = statement
                .replaceFirst("\\)\\s*STRICT(\\s*,\\s*WITHOUT ROWID)?\\s*$", ")")
                .replaceAll("\\bTEXT\\b", "TEXT COLLATE \"C\"");
        Matcher numbered = NUMBERED.matcher(table);
        return numbered.matches() ? List.of(table, numbering(numbered.group(1), numbered.group(2))) : List.of(table);
    }

    private static String numbering(String table, String column) {
        return """
                CREATE TRIGGER a_%1$s_is_numbered BEFORE INSERT ON %2$s
                FOR EACH ROW WHEN (new.%3$s IS NULL) EXECUTE FUNCTION next_number('%3$s')""".formatted(table.replace("\"", ""), table, column);
    }

    private static List<String> trigger(Matcher trigger) {
        String name = trigger.group(1);
        String event = trigger.group(2);
        String table = trigger.group(3);
        String raise =
                "RAISE EXCEPTION USING MESSAGE = %s, ERRCODE = 'restrict_violation';".formatted(trigger.group(5));
        String condition = trigger.group(4);
        // columns of the row are quoted: some of their names are words of PL/pgSQL
        String body = condition == null
                ? raise
                : "IF %s THEN %s END IF;"
                        .formatted(ROW_COLUMN.matcher(condition).replaceAll("$1.\"$2\""), raise);
        List<String> made = new ArrayList<>();
        made.add("CREATE OR REPLACE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN %s RETURN %s; END $$"
                .formatted(name, body, event.equals("DELETE") ? "old" : "new"));
        made.add("CREATE TRIGGER %1$s BEFORE %2$s ON %3$s FOR EACH ROW EXECUTE FUNCTION %1$s()"
                .formatted(name, event, table));
        if (event.equals("DELETE") && condition == null) {
            made.add("CREATE TRIGGER %1$s_at_once BEFORE TRUNCATE ON %2$s FOR EACH STATEMENT EXECUTE FUNCTION %1$s()"
                    .formatted(name, table));
        }
        return made;
    }

    /** Without comments, with PostgreSQL's types and quotes. A semicolon inside a trigger does not end it. */
    private static List<String> statements(String sqlite) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        Matcher tokens = TOKEN.matcher(sqlite);
        boolean inTrigger = false;
        while (tokens.find()) {
            String token = tokens.group();
            if (token.startsWith("--")) {
                continue;
            }
            if (token.equals("BEGIN")) {
                inTrigger = true;
            } else if (token.equals("END") && endsTrigger(sqlite, tokens.end())) {
                inTrigger = false;
            }
            if (token.equals(";") && !inTrigger) {
                statements.add(statement.toString().strip());
                statement.setLength(0);
            } else {
                statement.append(read(token));
            }
        }
        if (!statement.toString().isBlank()) {
            statements.add(statement.toString().strip());
        }
        return statements;
    }

    /** An END before a semicolon; that of a CASE stands inside an expression. */
    private static boolean endsTrigger(String sqlite, int end) {
        return sqlite.substring(end).stripLeading().startsWith(";");
    }

    private static String read(String token) {
        return switch (token) {
            case "INTEGER" -> "BIGINT";
            case "REAL" -> "DOUBLE PRECISION";
            default -> RESERVED.contains(token) ? "\"" + token + "\"" : token;
        };
    }
}
