package io.customerroom.state;

import io.customerroom.kernel.Failure;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Sorts what SQLite reports by who can mend it. */
final class SqliteFailure {

    private SqliteFailure() {}

    static Failure of(Exception cause, Path db) {
        return sorted(cause, "The state store " + db.getFileName());
    }

    private static Failure sorted(Exception cause, String store) {
        return switch (code(cause)) {
            case SQLITE_BUSY, SQLITE_BUSY_SNAPSHOT, SQLITE_LOCKED ->
                Failure.resources(
                        "STATE_BUSY",
                        store
                                + " was in use by another process for more than %d seconds."
                                        .formatted(Database.BUSY_MILLIS / 1000),
                        "Try again when the other command has finished.");
            case SQLITE_FULL, SQLITE_IOERR_WRITE ->
                Failure.resources(
                        "STATE_DISK_FULL",
                        store + " could not be written: there is no room on the disk.",
                        "Free some space and try again; nothing was changed.");
            case SQLITE_NOTADB, SQLITE_CORRUPT ->
                Failure.yours(
                        "STATE_DAMAGED",
                        store + " is not a readable database.",
                        "Restore it from a backup with './customer-room restore FILE'.");
            case SQLITE_CANTOPEN, SQLITE_READONLY ->
                Failure.yours(
                        "STATE_NOT_WRITABLE",
                        store + " cannot be opened for writing.",
                        "Check the owner and the rights of the folder 'state' in the workspace.");
            default -> Failure.ours("STATE_FAILED", store + " refused a statement.", cause);
        };
    }

    private static SQLiteErrorCode code(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return sqlite.getResultCode();
            }
        }
        return SQLiteErrorCode.UNKNOWN_ERROR;
    }
}
