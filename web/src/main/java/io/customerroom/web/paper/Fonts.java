package io.customerroom.web.paper;

import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The fonts that a company lays into its workspace, {@code fonts/*.ttf}: asked for letters that the program's own do not have. */
public final class Fonts {

    private Fonts() {}

    /** In the order of their names; none where there is no such folder. */
    public static List<Path> of(Workspace workspace) {
        Path folder = workspace.root().resolve("fonts");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ttf"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
