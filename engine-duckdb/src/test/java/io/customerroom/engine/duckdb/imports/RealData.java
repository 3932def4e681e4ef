package io.customerroom.engine.duckdb.imports;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Public data sets that lie outside the project. Tests that need one are skipped where it is missing, and say so. */
final class RealData {

    private RealData() {}

    static Path file(String name) {
        Path root = projectRoot();
        String stated = System.getenv("CUSTOMER_ROOM_DATA");
        Path file = (stated == null ? root.resolve("../shared/data") : Path.of(stated)).resolve(name);
        assumeTrue(Files.exists(file), () -> "no " + name + "; set CUSTOMER_ROOM_DATA to the folder that holds it");
        return file;
    }

    static String mapping(String name) {
        try {
            return Files.readString(projectRoot().resolve("docs/guide").resolve(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path projectRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("ARCHITECTURE.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
