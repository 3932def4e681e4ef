package io.customerroom.web.data;

import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.typed.TypedDepartures;
import io.customerroom.walls.exhibit.Numbers;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A receipt as the list of batches prints it.
 *
 * @param told whether it carries the reason of a call's note
 */
public record BatchLine(
        String batch,
        String kind,
        String source,
        String file,
        String feed,
        String read,
        String kept,
        String setAside,
        boolean hasQuarantine,
        String imported,
        boolean inForce,
        boolean told,
        String withdrawn) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

    static BatchLine of(Receipt receipt, ZoneId zone) {
        return new BatchLine(
                receipt.batch(),
                receipt.kind().table(),
                receipt.source(),
                receipt.file().name(),
                receipt.feed().word(),
                Numbers.whole(receipt.counts().read()),
                Numbers.whole(receipt.counts().kept()),
                Numbers.whole(receipt.counts().allSetAside()),
                receipt.counts().allSetAside() > 0,
                MINUTE.format(receipt.importedAt().atZone(zone)) + " by " + receipt.author(),
                receipt.withdrawal().isEmpty(),
                TypedDepartures.told(receipt),
                receipt.withdrawal()
                        .map(undone -> "undone by %s: %s".formatted(undone.author(), undone.reason()))
                        .orElse(""));
    }
}
