package io.customerroom.app.cli;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.StringJoiner;

/**
 * Keeps what we need to mend a fault of ours: types and places, no messages. Messages of libraries quote data, and data may name
 * persons.
 */
final class FaultLog {

    private FaultLog() {}

    /** Writes the log into the workspace, or into the temporary folder if there is none, and says where it is. */
    static void keep(CustomerRoom room, Failure fault) {
        String moment = DateTimeFormatter.ISO_INSTANT
                .format(room.clock().instant().truncatedTo(ChronoUnit.MILLIS))
                .replace(':', '-');
        try {
            Path file = folder(room).resolve("fault-" + moment + ".log");
            Files.writeString(file, text(fault));
            room.console().say("What happened is kept in %s; it holds no data of yours.".formatted(file));
        } catch (IOException e) {
            room.console()
                    .say("What happened could not be kept (%s)."
                            .formatted(e.getClass().getSimpleName()));
        }
    }

    private static Path folder(CustomerRoom room) throws IOException {
        if (Files.isRegularFile(room.workspace().settings())) {
            return Files.createDirectories(room.workspace().root().resolve("logs"));
        }
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    static String text(Throwable fault) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add("customer-room " + Version.current() + ", Java " + Runtime.version());
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            lines.add(
                    cause instanceof Failure failure
                            ? "Failure " + failure.code()
                            : cause.getClass().getName());
            for (StackTraceElement frame : cause.getStackTrace()) {
                lines.add("    at " + frame);
            }
        }
        return lines.toString();
    }
}
