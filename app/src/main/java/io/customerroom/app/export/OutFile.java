package io.customerroom.app.export;

import io.customerroom.kernel.Failure;
import io.customerroom.kernel.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is written whole or not at all: beside its place first, then moved there.
 *
 * @param force whether a file that is there already may be replaced
 */
public record OutFile(Path file, boolean force) {

    /** Refused where the file exists and may not be replaced. */
    public OutFile {
        if (!force && Files.exists(file)) {
            throw exists(file);
        }
    }

    private static Failure exists(Path file) {
        return Failure.yours(
                "FILE_EXISTS", "%s exists already.".formatted(file), "Name a new file, or replace it with --force.");
    }

    /** @param writing writes to a path that does not exist yet */
    public <T> T write(Writing<T> writing) {
        Path beside = file.resolveSibling(".%s.part-%d"
                .formatted(file.getFileName(), ProcessHandle.current().pid()));
        try {
            Files.deleteIfExists(beside);
            T answer = writing.to(beside);
            if (force) {
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else if (Files.exists(file)) {
                throw exists(file);
            } else {
                Files.move(beside, file);
            }
            return answer;
        } catch (IOException e) {
            throw Failure.resources(
                    "FILE_NOT_WRITTEN",
                    "%s could not be written (%s).".formatted(file, FileTrouble.of(e, file)),
                    "Check that its folder exists, the space on the disk and your rights.");
        } finally {
            discard(beside);
        }
    }

    private static void discard(Path beside) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            // What failed before is told already, and a file of this name is written over by the next attempt.
            return;
        }
    }

    /** Writes a file and answers something about it. */
    @FunctionalInterface
    public interface Writing<T> {
        T to(Path file) throws IOException;
    }
}
