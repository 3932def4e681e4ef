package io.customerroom.ledger.imports.database;

import io.customerroom.kernel.Failure;
import java.sql.SQLException;
import java.util.Optional;

/** Says what a database answered. Its own sentences may quote values and users, and stay where they are. */
final class DatabaseFailures {

    private DatabaseFailures() {}

    static Failure of(SQLException e, DatabaseAddress address) {
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        String kind = state.length() < 2 ? "" : state.substring(0, 2);
        return switch (kind) {
            case "28" ->
                Failure.yours(
                        "DATABASE_LOGIN",
                        "%s refuses this user or password.".formatted(address.shown()),
                        "Check CUSTOMER_ROOM_DB_USER and CUSTOMER_ROOM_DB_PASSWORD, or the file of --password-file.");
            case "08", "57P" ->
                Failure.resources(
                        "DATABASE_NOT_REACHED",
                        "%s was not reached, or broke off.".formatted(address.shown()),
                        "Check that it runs and that this machine may connect to it, then import again: nothing was kept.");
            case "57" -> state.equals("57014") ? slow() : other(state, address);
            case "42", "3F" ->
                Failure.yours(
                        "DATABASE_QUERY",
                        "%s cannot answer this: a table, a column or a right is missing, or the query is no SELECT (%s)."
                                .formatted(address.shown(), state),
                        "Try the query in the database's own tool with the same user.");
            case "3D" ->
                Failure.yours(
                        "DATABASE_ADDRESS", "There is no database %s.".formatted(address.shown()), "Check its name.");
            case "25" ->
                Failure.yours(
                        "DATABASE_WRITES",
                        "The query wants to write, which an import never does.",
                        "State a SELECT that only reads.");
            default -> other(state, address);
        };
    }

    static Failure slow() {
        return Failure.resources(
                "DATABASE_SLOW",
                "The reading took longer than it may.",
                "Read less at a time (--since-column), or allow more with --timeout-minutes.");
    }

    private static Failure other(String state, DatabaseAddress address) {
        return Failure.yours(
                "DATABASE_FAILED",
                "%s answered with the error %s.".formatted(address.shown(), state.isEmpty() ? "without a code" : state),
                "Look into the database's log for that code.");
    }
}
