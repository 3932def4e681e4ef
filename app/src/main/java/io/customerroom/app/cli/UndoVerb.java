package io.customerroom.app.cli;

import io.customerroom.app.workbench.Workbench;
import io.customerroom.ledger.facts.Receipt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "undo",
        description = "Takes a batch out again. Its files stay; importing the file once more brings it back.")
final class UndoVerb extends Verb {

    @Parameters(paramLabel = "BATCH", description = "As 'batches' names it; its number is enough.")
    private String batch = "";

    @Option(names = "--reason", paramLabel = "WHY", description = "For the trail.")
    private String reason = "";

    @Override
    void perform() {
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            Receipt receipt = bench.imports().undo(batch, room().author(reason));
            console()
                    .out()
                    .println("%s is undone: %d rows count no longer"
                            .formatted(receipt.batch(), receipt.counts().kept()));
        }
    }
}
