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
                        "Check the user and the password: on the page of the database, or in CUSTOMER_ROOM_DB_USER and CUSTOMER_ROOM_DB_PASSWORD.");
            case "08", "57P" ->
                Failure.resources(
                        "DATABASE_NOT_REACHED",
                        "%s was not reached, or broke off.".formatted(address.shown()),
                        "Check that it runs and that this machine may connect to it, then import again: nothing was kept.");
            case "57" -> state.equals("57014") ? slow() : other(state, address);
            case "42", "3F" -> query(state, address);
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

    /** What the standard and PostgreSQL call the error tells what is missing; their sentence would quote the query. */
    private static Failure query(String state, DatabaseAddress address) {
        String missing =
                switch (state) {
                    case "42P01", "3F000" -> "there is no table or view of this name, or it lies in another schema";
                    case "42703" -> "there is no column of this name";
                    case "42501" -> "this user has no right to read it";
                    case "42601" -> "the query is no SELECT that can be read";
                    default -> "a table, a column or a right is missing, or the query is no SELECT";
                };
        return Failure.yours(
                "DATABASE_QUERY",
                "%s cannot answer this: %s (%s).".formatted(address.shown(), missing, state),
                "Try the query in the database's own tool with the same user.");
    }

    static Failure slow() {
        return Failure.resources(
                "DATABASE_SLOW",
                "The reading took longer than it may.",
                "Read only what is new, by a column that grows, or allow more minutes.");
    }

    private static Failure other(String state, DatabaseAddress address) {
        return Failure.yours(
                "DATABASE_FAILED",
                "%s answered with the error %s.".formatted(address.shown(), state.isEmpty() ? "without a code" : state),
                "Look into the database's log for that code.");
    }
}
