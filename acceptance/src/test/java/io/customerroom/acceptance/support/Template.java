package io.customerroom.acceptance.support;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A workspace that many tests begin with. It is made once per packaged program, however many tests and processes ask for it, and every
 * one of them gets a copy of its own.
 */
public final class Template {

    private static final Path KEPT = Path.of("target", "templates");

    private final String name;
    private final Maker maker;

    public Template(String name, Maker maker) {
        this.name = name;
        this.maker = maker;
    }

    /** Makes the workspace {@code room} inside a folder, which is given with its whole path. */
    @FunctionalInterface
    public interface Maker {

        void makeIn(Path folder) throws IOException;
    }

    /** A copy under this path, where nothing stands yet. */
    public void copyTo(Path workspace) {
        try {
            Rooms.copy(made(), workspace);
            sharePictures(workspace);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One process's tests draw most of what those of the other show. */
    private static void sharePictures(Path workspace) throws IOException {
        Path shared = Files.createDirectories(KEPT.resolve("pictures")).toAbsolutePath();
        if (!Files.exists(workspace.resolve("pictures"))) {
            Files.createSymbolicLink(workspace.resolve("pictures"), shared);
        }
    }

    private Path made() throws IOException {
        String edition = name + "-" + packaged();
        Path template = KEPT.resolve(edition);
        Files.createDirectories(KEPT);
        try (FileChannel door = FileChannel.open(KEPT.resolve(edition + ".lock"), CREATE, WRITE);
                FileLock lock = door.lock()) {
            if (lock.isValid() && !Files.exists(template)) {
                Path draft = Files.createTempDirectory(KEPT, "draft-");
                maker.makeIn(draft.toAbsolutePath());
                Rooms.intoFolder(draft.resolve("room"));
                Files.move(draft.resolve("room"), template);
                Deleted.folder(draft);
            }
        }
        return template;
    }

    /** When the newest part of the program was packaged. */
    private static long packaged() throws IOException {
        Path program = Path.of(Objects.requireNonNull(System.getProperty("customer-room.jar")));
        long newest = Files.getLastModifiedTime(program).toMillis();
        try (Stream<Path> parts = Files.list(program.resolveSibling("lib"))) {
            for (Path part : (Iterable<Path>) parts.filter(Template::own)::iterator) {
                newest = Math.max(newest, Files.getLastModifiedTime(part).toMillis());
            }
        }
        return newest;
    }

    private static boolean own(Path part) {
        return String.valueOf(part.getFileName()).startsWith("customer-room-");
    }

    /** Copies a folder with all that lies in it to where nothing stands yet. */
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
