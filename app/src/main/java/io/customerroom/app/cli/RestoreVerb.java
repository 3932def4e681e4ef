package io.customerroom.app.cli;

import io.customerroom.app.backup.Restore;
import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "restore", description = "Makes a workspace from a backup, in the new folder that --dir names.")
final class RestoreVerb extends Verb {

    @Parameters(paramLabel = "FILE", description = "A zip file that backup wrote.")
    private Path file = Path.of("");

    @Option(
            names = "--erased",
            paramLabel = "REGISTER",
            description =
                    "A file of 'erase --register': everybody whom it names is erased again before anybody sees the room.")
    private Optional<Path> erased = Optional.empty();

    @Override
    void perform() {
        Optional<String> register = erased.map(this::read);
        Restore.read(room().resolve(file), room().workspace());
        register.ifPresent(this::eraseAgain);
        console()
                .say("%s is restored. Next: ./customer-room doctor --dir %s"
                        .formatted(room().workspace().root(), room().workspace().root()));
    }

    private String read(Path list) {
        try {
            return Files.readString(room().resolve(list));
        } catch (IOException e) {
            throw Failure.yours(
                    "NO_REGISTER",
                    "The list of erased persons cannot be read.",
                    "Name a file that './customer-room erase --register FILE' wrote.");
        }
    }

    private void eraseAgain(String list) {
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            int fresh = bench.eraseAgain(list, room().author("erased again after a backup was restored"));
            console().out().println("%d keys were not erased in this backup, and are now.".formatted(fresh));
        }
    }
}
