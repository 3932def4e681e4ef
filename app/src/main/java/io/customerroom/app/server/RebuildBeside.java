package io.customerroom.app.server;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.imports.Progress;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the launcher for a build: a process with memory of its own, which stands back behind the server on the processor. The server only
 * looks for the record that it leaves. A server that ends takes the process with it, and one that is killed leaves a process that does no
 * harm: files come first, then the record.
 */
final class RebuildBeside implements Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildBeside.class);

    private final Path launcher;
    private final Workspace workspace;
    private final Rebuild otherwise;
    private final AtomicLong usualMillis = new AtomicLong();

    /** @param otherwise where no process can be started */
    RebuildBeside(Path launcher, Workspace workspace, Rebuild otherwise) {
        this.launcher = launcher;
        this.workspace = workspace;
        this.otherwise = otherwise;
    }

    @Override
    public void build(Authorship by, Progress progress) {
        try {
            Path words = Files.createTempFile("customer-room-build", ".log");
            try {
                runBeside(words, by, progress);
            } finally {
                Files.deleteIfExists(words);
            }
        } catch (IOException e) {
            LOG.warn("No process can be started for the build ({}); the server builds itself", e.getClass());
            otherwise.build(by, progress);
        }
    }

    /** @param words takes what the verb says; a file, because waiting for a pipe cannot be interrupted */
    private void runBeside(Path words, Authorship by, Progress progress) throws IOException {
        long begun = System.nanoTime();
        Process process = start(words, by);
        try {
            while (!process.waitFor(1, TimeUnit.SECONDS)) {
                progress.reached(millisSince(begun), usualMillis.get(), 0);
            }
            if (process.exitValue() != 0) {
                throw Failure.ours(
                        "REBUILD_FAILED",
                        "The build beside the server ended with %d: %s".formatted(process.exitValue(), last(words)),
                        null);
            }
            usualMillis.set(millisSince(begun));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroy();
        }
    }

    private static long millisSince(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    /** What the verb says last is why it ended. */
    private static String last(Path words) throws IOException {
        return Files.readString(words).lines().reduce("", (before, line) -> line);
    }

    private Process start(Path words, Authorship by) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                launcher.toString(),
                "build",
                "--unasked",
                "--dir",
                workspace.root().toString()));
        if (!by.equals(RoomServer.SCHEDULE)) {
            command.addAll(List.of("--asked-by", by.actor()));
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(words.toFile());
        // what runs is built: sources that are newer wait for the next start
        builder.environment().putAll(Map.of("CUSTOMER_ROOM_NO_BUILD", "1"));
        return builder.start();
    }
}
