package io.customerroom.state;

import io.customerroom.kernel.Failure;
import java.io.FileNotFoundException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Sorts what PostgreSQL reports by who can mend it. The server's own words stay out of the message: they may quote values. */
final class PostgresFailure {

    /** The driver's, for a server that answers that it does not speak TLS. */
    private static final String NOT_SPOKEN = "08004";

    private static final Pattern TLS_ASKED = Pattern.compile("sslmode=(require|verify)");

    /** Stands in the driver's message in every language. */
    private static final String HOST_COMPARED = "PgjdbcHostnameVerifier";

    private PostgresFailure() {}

    static Failure of(Exception cause, StateServer server) {
        String store = "The state store at " + server.shown();
        if (untrusted(cause, server)) {
            return Failure.yours(
                    "STATE_TLS_REFUSED",
                    store + " shows no certificate that the address of the state store lets us trust.",
                    "Name the certificate of its authority as sslrootcert=FILE in the address in state/%s; sslmode=verify-full compares the host's name too."
                            .formatted(StateServer.FILE));
        }
        String state = state(cause);
        return switch (state) {
            case "55P03", "40001", "40P01", "57014" ->
                Failure.resources(
                        "STATE_BUSY",
                        store
                                + " was in use by another process for more than %d seconds."
                                        .formatted(Database.BUSY_MILLIS / 1000),
                        "Try again when the other command has finished.");
            case "53100" ->
                Failure.resources(
                        "STATE_DISK_FULL",
                        store + " could not be written: the server has no room on its disk.",
                        "Free some space there and try again; nothing was changed.");
            case "53300" ->
                Failure.resources(
                        "STATE_BUSY",
                        store + " takes no more connections.",
                        "Close other programs that use it, or raise max_connections of the server.");
            case "28000", "28P01" ->
                Failure.yours(
                        "STATE_SIGN_IN_REFUSED",
                        store + " does not let us in.",
                        "Check the user in state/%s, and the password in %s or in its file."
                                .formatted(StateServer.FILE, StateServer.VARIABLE));
            case "3D000" ->
                Failure.yours(
                        "STATE_DATABASE_MISSING",
                        store + " has no such database.",
                        "Make it with 'createdb', or name another one.");
            case "42501", "25006" ->
                Failure.yours(
                        "STATE_NOT_WRITABLE",
                        store + " does not let us write.",
                        "Give the user the right to create and write its schema, and name the primary server.");
            case "22021" ->
                Failure.yours(
                        "TEXT_REFUSED",
                        store + " cannot keep one of the characters in a text.",
                        "Leave out characters that cannot be seen.");
            case "XX001", "XX002" ->
                Failure.yours(
                        "STATE_DAMAGED",
                        store + " reports damaged data.",
                        "Restore it from a backup with './customer-room restore FILE'.");
            default ->
                state.startsWith("08") || state.startsWith("57")
                        ? Failure.resources(
                                "STATE_UNREACHABLE",
                                store + " cannot be reached.",
                                "Check that the server runs. What was not answered may have happened just before: look at the trail, then try again.")
                        : Failure.ours("STATE_FAILED", store + " refused a statement.", cause);
        };
    }

    /** Whether the talk ended over TLS: no certificate of theirs or ours, one of another host or authority, or a server that speaks none where the address asks for it. */
    private static boolean untrusted(Exception thrown, StateServer server) {
        String state = state(thrown);
        if (!state.startsWith("08")) {
            return false;
        }
        if (state.equals(NOT_SPOKEN) && TLS_ASKED.matcher(server.url()).find()) {
            return true;
        }
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLHandshakeException
                    || cause instanceof GeneralSecurityException
                    || cause instanceof FileNotFoundException
                    || String.valueOf(cause.getMessage()).contains(HOST_COMPARED)) {
                return true;
            }
        }
        return false;
    }

    private static String state(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}
