package io.customerroom.app.release;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The part of Java that goes along. Libraries reach for much of it by name, so all of Java SE is inside; what is left out are the tools of
 * developers. Character sets, zones and languages of the world stay: files come from everywhere.
 */
final class OwnRuntime {

    static final List<String> MODULES = List.of(
            "java.se",
            "jdk.charsets",
            "jdk.crypto.ec",
            "jdk.localedata",
            "jdk.management",
            "jdk.naming.dns",
            "jdk.net",
            "jdk.unsupported",
            "jdk.zipfs");

    private OwnRuntime() {}

    /** @param folder does not exist yet */
    static void link(Path folder) throws IOException {
        Path jlink = Path.of(System.getProperty("java.home"), "bin", "jlink");
        if (!Files.isExecutable(jlink)) {
            throw Failure.yours(
                    "NO_JLINK",
                    "A package needs a JDK with jlink, and %s has none.".formatted(System.getProperty("java.home")),
                    "Set JAVA_HOME to a whole JDK 25 or newer.");
        }
        Tool.run(
                Objects.requireNonNull(folder.toAbsolutePath().getParent()),
                List.of(
                        jlink.toString(),
                        "--add-modules",
                        String.join(",", MODULES),
                        "--strip-debug",
                        "--no-header-files",
                        "--no-man-pages",
                        // the zip packs it; unpacked it starts quicker
                        "--compress",
                        "zip-0",
                        "--generate-cds-archive",
                        "--output",
                        folder.toString()));
    }
}
