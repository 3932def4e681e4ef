package io.customerroom.acceptance.kills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * One line per kill, written the moment it is judged: a run that is cut short keeps what it has seen.
 * {@code ./verify --long} keeps the file under docs/reports.
 */
final class KillReport {

    private static final Path FILE = Path.of("target", "reports", "kills.txt");

    private KillReport() {}

    static void add(long seed, String verb, long millis, String found) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(
                    FILE,
                    String.format(
                            Locale.ROOT,
                            "seed %3d  %-9s  killed at %5d ms  doctor clean  found %s, ran again%n",
                            seed,
                            verb,
                            millis,
                            found),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
