package io.customerroom.app.cli;

import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.Preview;
import java.util.Map;

/** A receipt as the command line prints it. Plain digits, so that scripts can read them. */
final class ReceiptText {

    private ReceiptText() {}

    static void print(Console console, Receipt receipt) {
        console.out().println(receipt.batch());
        counts(
                console,
                receipt.counts().read(),
                receipt.counts().kept(),
                receipt.counts().setAside());
        receipt.file().notes().forEach(note -> console.say("Note: " + note));
        if (receipt.counts().allSetAside() > 0) {
            console.say("The rows that were set aside: ./customer-room quarantine " + receipt.batch());
        }
    }

    static void print(Console console, Preview preview, String file) {
        console.out().println(file + ", not kept");
        long aside =
                preview.setAside().values().stream().mapToLong(Long::longValue).sum();
        counts(console, preview.read(), preview.read() - aside, preview.setAside());
        preview.problems().forEach(problem -> console.say("  " + problem));
        preview.notes().forEach(note -> console.say("Note: " + note));
    }

    private static void counts(Console console, long read, long kept, Map<String, Long> setAside) {
        console.out().println("%d rows read = %d kept + %d set aside".formatted(read, kept, read - kept));
        setAside.forEach((reason, count) -> console.out().println("  %d %s".formatted(count, reason)));
    }
}
