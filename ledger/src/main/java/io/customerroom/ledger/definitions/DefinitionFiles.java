package io.customerroom.ledger.definitions;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.imports.Durable;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts a definition among the workspace's files, whole or not at all. What lies there is never changed. */
public final class DefinitionFiles {

    private final Workspace workspace;

    public DefinitionFiles(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Does nothing where the very same definition lies there already; refused where another one has its name. */
    public Path publish(Definition definition) {
        Path file = workspace.definitions().resolve(DefinitionText.fileName(definition.card()));
        String text = DefinitionText.of(definition);
        try {
            if (Files.exists(file)) {
                if (Files.readString(file).equals(text)) {
                    return file;
                }
                throw Failure.yours(
                        "DEFINITION_TAKEN",
                        "The file definitions/%s is there already and says something else."
                                .formatted(file.getFileName()),
                        "Propose the change again; it then becomes the next version.");
            }
            Files.createDirectories(workspace.staging());
            Path staged = Files.createTempFile(workspace.staging(), "definition-", ".yaml");
            Files.writeString(staged, text);
            Durable.move(staged, file);
            return file;
        } catch (IOException e) {
            throw Failure.resources(
                    "DEFINITION_NOT_WRITTEN",
                    "The file definitions/%s could not be written.".formatted(file.getFileName()),
                    "Check room and rights of the folder definitions/.");
        }
    }
}
