package io.customerroom.acceptance.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code ./customer-room} as a process of its own, as people start it; it can be killed. */
public final class Child implements AutoCloseable {

    private final Process process;
    private final Path out;
    private final Path err;

    private Child(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    public static Child start(Path workspace, String... words) {
        return start(workspace, Map.of(), words);
    }

    /** The same with these variables beside the usual ones. */
    public static Child start(Path workspace, Map<String, String> environment, String... words) {
        List<String> command = new ArrayList<>(List.of(launcher().toString(), "--dir", workspace.toString()));
        command.addAll(List.of(words));
        return start(Path.of(""), environment, command);
    }

    /** A command as it is typed in a folder, with these variables beside the usual ones. */
    public static Child start(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path out = Files.createTempFile("customer-room", ".out");
            Path err = Files.createTempFile("customer-room", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().put("CUSTOMER_ROOM_NO_BUILD", "true");
            builder.environment().putAll(environment);
            return new Child(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks the process to end, as a service manager does. */
    public void terminate() {
        process.destroy();
    }

    /** Ends the process as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        waitFor(30);
    }

    /** Waits for its end; true if it came in time. */
    public boolean waitFor(long seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public boolean waitForMillis(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public boolean alive() {
        return process.isAlive();
    }

    public Typed ended() {
        return new Typed(process.exitValue(), read(out), read(err));
    }

    public String outSoFar() {
        return read(out);
    }

    public String errSoFar() {
        return read(err);
    }

    @Override
    public void close() {
        kill();
        try {
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The launcher in the project's root, which is this module's parent folder. */
    public static Path launcher() {
        return Path.of("").toAbsolutePath().getParent().resolve("customer-room");
    }
}
