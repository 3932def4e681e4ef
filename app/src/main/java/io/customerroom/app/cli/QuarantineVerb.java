package io.customerroom.app.cli;

import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.imports.ImportResult;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "quarantine",
        description = "Prints the rows a batch set aside, as CSV with line and reason; or reads the mended ones.")
final class QuarantineVerb extends Verb {

    @Parameters(paramLabel = "BATCH", description = "As 'batches' names it; its number is enough.")
    private String batch = "";

    @Option(names = "--retry", paramLabel = "FILE", description = "The mended rows, in the columns this verb prints.")
    private Optional<Path> mended = Optional.empty();

    @Override
    void perform() {
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            if (mended.isPresent()) {
                retry(bench, room().resolve(mended.get()));
            } else {
                bench.imports()
                        .quarantine(batch)
                        .ifPresentOrElse(this::print, () -> console().say("%s set no rows aside.".formatted(batch)));
            }
        }
    }

    private void retry(Workbench bench, Path file) {
        if (!Files.isRegularFile(file)) {
            throw Failure.yours(
                    "FILE_MISSING", "There is no file %s.".formatted(file), "Check the name and the folder.");
        }
        String name = String.valueOf(file.getFileName());
        try (Progress progress = new Progress(console(), room().clock(), name)) {
            ImportResult result = bench.imports()
                    .retry(batch, file, name, room().author("mended rows of " + batch), progress::reached);
            progress.close();
            ReceiptText.print(console(), result.receipt());
        }
    }

    private void print(Path rows) {
        try (Reader reader = Files.newBufferedReader(rows)) {
            reader.transferTo(console().out());
        } catch (IOException e) {
            throw Failure.ours("QUARANTINE_UNREADABLE", "The rows set aside could not be read.", e);
        }
    }
}
