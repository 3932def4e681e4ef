package io.customerroom.app.init;

import io.customerroom.kernel.Failure;
import io.customerroom.kernel.FileTrouble;
import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.ledger.workspace.CompanySettings;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Lays out a new workspace. A folder that holds something else is left alone. */
public final class NewWorkspace {

    private NewWorkspace() {}

    /** Refused: a folder that is a workspace already, or holds other files, or settings that would not be read. */
    public static void make(Workspace workspace, String name, String zone, String currency) {
        try {
            requireRoom(workspace);
            String settings = text("customer-room.yaml")
                    .replace("{name}", quoted(name))
                    .replace("{zone}", quoted(zone))
                    .replace("{currency}", quoted(currency));
            CompanySettings.check(settings);
            write(workspace.journey(), text("journey.yaml"));
            for (Map.Entry<String, String> starter : Definitions.starters().entrySet()) {
                write(workspace.definitions().resolve(starter.getKey()), starter.getValue());
            }
            write(workspace.metrics().resolve("README.md"), text("metrics.md"));
            write(workspace.mappings().resolve("README.md"), text("mappings.md"));
            for (Template template : Templates.ALL) {
                template.write(workspace.templates());
            }
            // Last: a folder counts as a workspace only when everything else is there.
            write(workspace.settings(), settings);
        } catch (IOException e) {
            throw Failure.resources(
                    "WORKSPACE_NOT_WRITTEN",
                    "%s could not be written (%s).".formatted(workspace.root(), FileTrouble.in(e, workspace.root())),
                    "Check the space on the disk and the rights of the folder.");
        }
    }

    private static void requireRoom(Workspace workspace) throws IOException {
        if (Files.exists(workspace.settings())) {
            throw Failure.yours(
                    "WORKSPACE_EXISTS",
                    "%s is a workspace already.".formatted(workspace.root()),
                    "Use it with --dir, or name a new folder.");
        }
        if (Files.exists(workspace.root()) && !isEmptyFolder(workspace.root())) {
            throw Failure.yours(
                    "FOLDER_NOT_EMPTY",
                    "%s is not an empty folder.".formatted(workspace.root()),
                    "Name a new or an empty folder.");
        }
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    /** A YAML text in single quotes, so that no name can be taken for anything else. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String text(String resource) {
        try (InputStream stream = NewWorkspace.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
