package io.customerroom.app.cli;

import io.customerroom.app.workbench.Workbench;
import io.customerroom.ledger.facts.Receipt;
import java.time.temporal.ChronoUnit;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "batches", description = "Lists what came in, in order of arrival.")
final class BatchesVerb extends Verb {

    @Override
    void perform() {
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            List<Receipt> receipts = bench.receipts().all();
            if (receipts.isEmpty()) {
                console().say("Nothing was imported yet. Next: ./customer-room import FILE --as FACT");
                return;
            }
            TextTable table = new TextTable(
                    "batch",
                    "fact",
                    "source",
                    "feed",
                    "file",
                    "read",
                    "kept",
                    "set aside",
                    "from",
                    "to",
                    "imported",
                    "state");
            receipts.forEach(receipt -> table.add(
                    receipt.batch(),
                    receipt.kind().table(),
                    receipt.source(),
                    receipt.feed().word(),
                    receipt.file().name(),
                    Long.toString(receipt.counts().read()),
                    Long.toString(receipt.counts().kept()),
                    Long.toString(receipt.counts().allSetAside()),
                    receipt.span().map(span -> span.firstOn().toString()).orElse(""),
                    receipt.span().map(span -> span.lastOn().toString()).orElse(""),
                    receipt.importedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                    receipt.active() ? "counts" : "undone"));
            table.print(console().out());
        }
    }
}
