package io.customerroom.app.release;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that is started, waited for, and heard only when it fails. */
final class Tool {

    private static final int MINUTES = 10;
    private static final int LAST_WORDS = 2000;

    private Tool() {}

    /** Refused: an end with another code than 0, with the tool's last words. */
    static void run(Path folder, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw failed(command.getFirst(), said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(command.getFirst(), "it was interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    private static Failure failed(String tool, String said) {
        String last = said.strip();
        return Failure.resources(
                "PACKAGE_TOOL_FAILED",
                "%s did not end well: %s".formatted(tool, last.substring(Math.max(0, last.length() - LAST_WORDS))),
                "Check the JDK and the space on the disk, and try again.");
    }
}
