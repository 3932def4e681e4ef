package io.customerroom.acceptance.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A zip as {@code unzip} unpacks it: with rights and times. */
final class Unpacked {

    private static final int OWNER_RUNS = 0100;

    private Unpacked() {}

    static void into(Path folder, Path zip) throws IOException {
        try (ZipFile file = ZipFile.builder().setPath(zip).get()) {
            List<ZipArchiveEntry> entries = Collections.list(file.getEntries());
            for (ZipArchiveEntry entry : entries) {
                Path target = folder.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                try (InputStream in = file.getInputStream(entry)) {
                    Files.copy(in, target);
                }
                if ((entry.getUnixMode() & OWNER_RUNS) != 0 && !target.toFile().setExecutable(true, true)) {
                    throw new IOException("cannot be made to run: " + target);
                }
                // unzip sets whole seconds
                Files.setLastModifiedTime(
                        target, FileTime.from(entry.getLastModifiedTime().toInstant()));
            }
        }
    }
}
