package io.customerroom.statistics.lifetime;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Public data sets that lie outside the project. Tests that need one are skipped where it is missing, and say so. */
final class RealData {

    private RealData() {}

    static List<String> lines(String name) {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("ARCHITECTURE.md"))) {
            root = root.getParent();
        }
        String stated = System.getenv("CUSTOMER_ROOM_DATA");
        Path file = (stated == null ? root.resolve("../shared/data") : Path.of(stated)).resolve(name);
        assumeTrue(Files.exists(file), () -> "no " + name + "; set CUSTOMER_ROOM_DATA to the folder that holds it");
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
