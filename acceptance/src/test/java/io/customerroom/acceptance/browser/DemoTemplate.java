package io.customerroom.acceptance.browser;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A small demo company without a past, of which every chapter gets a copy of its own. It is made once per packaged program, however many
 * tests and processes ask for it.
 */
final class DemoTemplate {

    /** The morning on which the company was made. */
    static final Instant MORNING = Instant.parse("2026-05-04T08:00:00Z");

    private static final Path KEPT = Path.of("target");

    private DemoTemplate() {}

    static void copyTo(Path workspace) {
        try {
            copy(template(), workspace);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path template() throws IOException {
        Path program = Path.of(Objects.requireNonNull(System.getProperty("customer-room.jar")));
        String name = "demo-" + Files.getLastModifiedTime(program).toMillis();
        Path template = KEPT.resolve(name);
        Files.createDirectories(KEPT);
        try (FileChannel door = FileChannel.open(KEPT.resolve(name + ".lock"), CREATE, WRITE);
                FileLock lock = door.lock()) {
            if (lock.isValid() && !Files.exists(template)) {
                Path draft = Files.createTempDirectory(KEPT, "demo-draft-");
                new Commands(draft.toAbsolutePath(), new MovingClock(MORNING))
                        .run(
                                "demo",
                                "--dir",
                                "room",
                                "--customers",
                                "300",
                                "--months",
                                "14",
                                "--no-meetings",
                                "--no-serve");
                Files.move(draft.resolve("room"), template);
                Files.delete(draft);
            }
        }
        return template;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file)), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
