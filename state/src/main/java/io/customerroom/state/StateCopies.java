package io.customerroom.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** SQLite files beside the place of the store that hold what it held once: from before an upgrade, and from before a move. */
record StateCopies(Path db) {

    private static final String BEFORE = ".before-";
    private static final String MOVED = ".moved";

    /** A free place for what is there before a version; one that was kept there before goes. */
    Path before(String version) {
        Path copy = db.resolveSibling(db.getFileName() + BEFORE + version);
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    /** They hold what was erased. */
    void remove() {
        String name = String.valueOf(db.getFileName());
        try (Stream<Path> entries =
                Files.list(Objects.requireNonNullElse(db.toAbsolutePath().getParent(), db))) {
            List<Path> old = entries.filter(entry -> {
                        String entryName = String.valueOf(entry.getFileName());
                        return entryName.startsWith(name + BEFORE) || entryName.startsWith(name + MOVED);
                    })
                    .toList();
            for (Path copy : old) {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
