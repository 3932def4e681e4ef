package io.customerroom.app.release;

import io.customerroom.state.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.List;

/** SHA-256 of files, in the form that {@code sha256sum --check} reads. */
final class Checksums {

    static final String FILE = "SHA256SUMS";

    private Checksums() {}

    /** @param files written as they lie under the folder, with forward slashes */
    static String of(Path folder, List<Path> files) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path file : files) {
            lines.append(line(file, folder.relativize(file).toString().replace('\\', '/')));
        }
        return lines.toString();
    }

    static String line(Path file, String name) throws IOException {
        var digest = Hash.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Hash.hex(digest) + "  " + name + "\n";
    }
}
