package io.customerroom.app.cli;

import io.customerroom.app.backup.Restore;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "restore", description = "Makes a workspace from a backup, in the new folder that --dir names.")
final class RestoreVerb extends Verb {

    @Parameters(paramLabel = "FILE", description = "A zip file that backup wrote.")
    private Path file = Path.of("");

    @Override
    void perform() {
        Restore.read(room().resolve(file), room().workspace());
        console()
                .say("%s is restored. Next: ./customer-room doctor --dir %s"
                        .formatted(room().workspace().root(), room().workspace().root()));
    }
}
