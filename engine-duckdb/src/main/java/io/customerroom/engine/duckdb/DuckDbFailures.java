package io.customerroom.engine.duckdb;

import io.customerroom.kernel.Failure;
import java.sql.SQLException;
import java.time.Duration;

/** Sorts DuckDB's errors. It has no error codes in JDBC, only the first words of its messages. */
final class DuckDbFailures {

    private DuckDbFailures() {}

    static Failure of(SQLException e, boolean cancelled, Duration timeout) {
        String message = String.valueOf(e.getMessage());
        if (message.startsWith("INTERRUPT") || message.contains("Interrupted!")) {
            return cancelled
                    ? Failure.resources("QUERY_CANCELLED", "The question was cancelled.", "Ask it again.")
                    : Failure.resources(
                            "QUERY_TIMEOUT",
                            "The question took longer than %d seconds.".formatted(timeout.toSeconds()),
                            "Ask for fewer periods, or allow more time in customer-room.yaml.");
        }
        if (message.contains("Out of Memory Error") || message.contains("OutOfMemory")) {
            return Failure.resources(
                    "OUT_OF_MEMORY",
                    "The engine needs more memory or more room to spill than it may use.",
                    "Allow more memory in customer-room.yaml, or free disk space.");
        }
        if (message.contains("No space left on device")) {
            return Failure.resources(
                    "DISK_FULL", "There is no room left on the disk.", "Free disk space and try again.");
        }
        return Failure.ours("QUERY_FAILED", firstLine(message), e);
    }

    /** The lines that follow quote the text and may quote values. */
    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("The engine gave no reason.");
    }
}
