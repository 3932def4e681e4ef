package io.customerroom.app.cli;

import io.customerroom.app.backup.Backup;
import io.customerroom.app.workbench.Workbench;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        description =
                "Writes the whole workspace to one zip file, also while it is served. The file holds the secret: guard it.")
final class BackupVerb extends Verb {

    @Parameters(paramLabel = "FILE", description = "The zip file to write; it must not exist.")
    private Path file = Path.of("");

    @Override
    void perform() {
        Path zip = room().resolve(file);
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            Backup.write(bench.workspace(), bench.store(), zip);
        }
        console().say("The workspace is in %s. Guard it: it holds names and the secret.".formatted(zip));
    }
}
