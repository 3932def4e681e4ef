package io.customerroom.ledger.typed;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.Imports;
import io.customerroom.ledger.persons.CallBook.SourceId;
import io.customerroom.state.StoredText;
import io.customerroom.state.json.Json;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Decisions of people that two ids are one customer, or are not: crosswalk facts of the source {@code typed}, brought in by the way every file takes, with a receipt and its
 * author, cut by when they were known, taken back by undo. A refusal is kept as well, so that nobody is asked twice.
 */
public final class TypedLinks {

    private final Imports imports;
    private final KnownIds ids;
    private final Clock clock;

    /** @param ids against which every id is held */
    public TypedLinks(Imports imports, KnownIds ids, Clock clock) {
        this.imports = imports;
        this.ids = ids;
        this.clock = clock;
    }

    /** Two ids, each in its id space. */
    public record Pair(SourceId one, SourceId other) {}

    /** Whether the batch is such a decision. */
    public static boolean typed(Receipt receipt) {
        return receipt.kind() == FactKind.CROSSWALK && receipt.source().equals(TypedReadings.SOURCE);
    }

    /**
     * Enters decisions about pairs whose ids lie in the same two id spaces, as one batch. Refused: none, an id that is linked to itself, and an id of which no
     * file has told.
     *
     * @param linked whether they are one customer
     * @param why what they have in common, or that somebody typed them; it stands in the receipt and names nobody
     * @return the receipt; the next build shows it
     */
    public Receipt enter(Authorship by, List<Pair> pairs, boolean linked, String why) {
        Pair first = pairs.stream()
                .findFirst()
                .orElseThrow(() -> Failure.yours("LINK_MISSING", "No two ids are named.", "Name two ids."));
        boolean mixed = pairs.stream()
                .anyMatch(pair -> !pair.one().space().equals(first.one().space())
                        || !pair.other().space().equals(first.other().space()));
        if (mixed) {
            throw new IllegalArgumentException("pairs must lie in the same id spaces");
        }
        if (pairs.stream().anyMatch(pair -> pair.one().equals(pair.other()))) {
            throw Failure.yours("LINKS_TO_ITSELF", "Both ids are the same.", "Name two different ids.");
        }
        Set<SourceId> named = new LinkedHashSet<>();
        pairs.forEach(pair -> {
            named.add(pair.one());
            named.add(pair.other());
        });
        if (!ids.missing(named).isEmpty()) {
            throw KnownIds.unknown();
        }
        return new TypedRows(FactKind.CROSSWALK, "typed", mapping(first), "typed links")
                .keep(imports, by, List.of(note(pairs.size(), linked, why)), csv -> write(csv, pairs, linked));
    }

    private static String note(int pairs, boolean linked, String why) {
        return "%s %s: %s"
                .formatted(linked ? "joined" : "kept apart", pairs == 1 ? "two ids" : pairs + " pairs of ids", why);
    }

    private void write(CsvWriter csv, List<Pair> pairs, boolean linked) {
        String now = StoredText.storable(clock.instant()).toString();
        csv.writeRecord("one", "other", "linked", "typed_at");
        for (Pair pair : pairs) {
            csv.writeRecord(pair.one().id(), pair.other().id(), linked ? "yes" : "no", now);
        }
    }

    /** Names of id spaces are texts of people: written as JSON, they are one word to YAML. */
    private static String mapping(Pair pair) {
        return """
                fact: crosswalk
                source: typed
                encoding: UTF-8
                delimiter: ","
                feed: delta
                nulls: []
                columns:
                  customer: {from: one, ids: %s}
                  other: {from: other, ids: %s}
                  linked: linked
                  date: {from: typed_at, format: iso}
                  recorded: {from: typed_at, format: iso}
                """.formatted(
                        Json.write(pair.one().space()), Json.write(pair.other().space()));
    }

    /** Every decision that was ever entered, newest first; those taken back as well. */
    public List<Receipt> batches() {
        return imports.batches().reversed().stream().filter(TypedLinks::typed).toList();
    }

    /** Takes a decision back: the ids are what they were without it. Refused without a reason, and where the batch is no such decision. */
    public Receipt takeBack(Authorship by, String batch) {
        Receipt receipt = batches().stream()
                .filter(one -> one.batch().equals(batch))
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "BATCH_NOT_TYPED",
                        "This is no decision about two ids.",
                        "Files are taken back on the page of the data."));
        if (by.reason().isBlank()) {
            throw Failure.yours(
                    "REASON_MISSING", "Taking a decision back needs a reason.", "Say why it should not count.");
        }
        return imports.undo(receipt.batch(), by);
    }
}
