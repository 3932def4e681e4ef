package io.customerroom.ledger.typed;

import io.customerroom.ledger.facts.Receipt;
import java.time.Instant;
import java.util.List;

/**
 * What somebody typed at one time for one series.
 *
 * @param receipt who, when, and whether it was taken back
 * @param readings by day
 */
public record TypedBatch(Receipt receipt, String measure, String site, List<TypedReading> readings) {

    public TypedBatch {
        readings = List.copyOf(readings);
    }

    public String author() {
        return receipt.author();
    }

    public Instant at() {
        return receipt.importedAt();
    }
}
