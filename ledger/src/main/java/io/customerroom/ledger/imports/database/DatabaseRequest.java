package io.customerroom.ledger.imports.database;

import io.customerroom.kernel.Failure;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What somebody wants to read from a database.
 *
 * @param url without user and password
 * @param table {@code orders} or {@code shop.orders}; empty where a query is stated
 * @param query one SELECT; empty where a table is stated
 * @param sinceColumn a column that grows with every change: then only what is new is read
 * @param overlap how far before the end of the last reading the next one begins, for rows that were committed late; for days and moments
 * @param login who reads
 * @param timeout after which the reading is given up
 */
public record DatabaseRequest(
        String url,
        Optional<String> table,
        Optional<String> query,
        Optional<String> sinceColumn,
        Duration overlap,
        Login login,
        Duration timeout) {

    private static final int LONGEST = 63;

    public DatabaseRequest {
        if (table.isPresent() == query.isPresent()) {
            throw Failure.yours(
                    "DATABASE_WHAT",
                    "What is to be read is not said, or twice.",
                    "State --table or --query, one of them.");
        }
        query.ifPresent(DatabaseRequest::requireOne);
        sinceColumn.ifPresent(column -> quoted(column));
    }

    /** A user of the database. It is in no message, no receipt and no trail. */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return "Login[…]";
        }
    }

    DatabaseAddress address() {
        return DatabaseAddress.parse(url);
    }

    /** The rows asked for, as they stand behind FROM. */
    String rows() {
        return table.map(name -> Arrays.stream(name.split("\\.", -1))
                        .map(DatabaseRequest::quoted)
                        .collect(Collectors.joining(".")))
                .orElseGet(() -> "(\n" + query.orElseThrow().strip().replaceAll(";\\s*$", "") + "\n) AS asked");
    }

    /** As people read it. */
    public String shown() {
        return table.orElse("a query") + " of " + address().shown();
    }

    private static void requireOne(String query) {
        if (query.strip().replaceAll(";\\s*$", "").contains(";")) {
            throw Failure.yours(
                    "DATABASE_QUERY",
                    "The query holds a semicolon, so that it may be more than one.",
                    "State one SELECT; a semicolon inside a text is written chr(59).");
        }
    }

    static String quoted(String name) {
        if (name.isBlank() || name.length() > LONGEST || name.indexOf('\0') >= 0) {
            throw Failure.yours(
                    "DATABASE_NAME",
                    "A table or column has no name that can be used.",
                    "Write it as the database does.");
        }
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
