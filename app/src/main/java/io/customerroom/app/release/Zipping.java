package io.customerroom.app.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Packs a folder with the rights and the exact times of its files, which Java's own zip writer leaves out. Jars are packed already. Links are followed. */
final class Zipping {

    private static final int PROGRAM = 0100755;
    private static final int PLAIN = 0100644;

    private Zipping() {}

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** @param zip holds the folder under its own name */
    static void write(Path folder, Path zip) throws IOException {
        Path above = Objects.requireNonNull(folder.toAbsolutePath().getParent());
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip)) {
            for (Path file : files(folder.toAbsolutePath())) {
                ZipArchiveEntry entry =
                        new ZipArchiveEntry(above.relativize(file).toString().replace('\\', '/'));
                FileTime time = Files.getLastModifiedTime(file);
                entry.setTime(time);
                entry.setLastModifiedTime(time);
                out.setLevel(file.toString().endsWith(".jar") ? Deflater.NO_COMPRESSION : Deflater.BEST_SPEED);
                entry.setUnixMode(Files.isExecutable(file) ? PROGRAM : PLAIN);
                out.putArchiveEntry(entry);
                Files.copy(file, out);
                out.closeArchiveEntry();
            }
        }
    }
}
