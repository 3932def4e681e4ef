package io.customerroom.statistics.lifetime;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
