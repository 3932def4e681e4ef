package io.customerroom.ledger.typed;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.definitions.TouchDefinition;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.Imports;
import io.customerroom.ledger.persons.CallBook.SourceId;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.StoredText;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * Touches that people type ("I called them today"), brought in by the way every file takes: with a receipt and its author, cut by when they were known, taken back
 * by undo. What is typed here is personal, anticipated and relevant: whoever types it says so.
 */
public final class TypedTouches {

    private static final String SOURCE = TypedReadings.SOURCE;
    private static final int LONGEST = 200;

    /** Unless a mapping names another, ids lie here. */
    private static final String SPACE = "customer";

    private final Imports imports;
    private final KnownIds ids;
    private final Clock clock;
    private final ZoneId zone;

    /** @param zone of the company, which says what day it is */
    public TypedTouches(Workspace workspace, Imports imports, Engine engine, Clock clock, ZoneId zone) {
        this.imports = imports;
        this.ids = new KnownIds(workspace, imports, engine);
        this.clock = clock;
        this.zone = zone;
    }

    /** Whether the batch is a touch that was typed. */
    public static boolean typed(Receipt receipt) {
        return receipt.kind() == FactKind.TOUCH && receipt.source().equals(SOURCE);
    }

    /**
     * Enters one touch. Refused: an id that no file has told of, a kind that can never count, a day that has not come yet.
     *
     * @param customer the id by which the company's files call the customer
     * @param kind in lower case: {@code call}, {@code visit}
     * @return the batch's receipt; the next build shows it
     */
    public Receipt enter(Authorship by, String customer, String kind, LocalDate day) {
        String id = customer.strip();
        String what = kind.strip();
        if (what.isEmpty() || what.length() > LONGEST || !TouchDefinition.mayCount(what)) {
            throw Failure.yours(
                    "TOUCH_NEVER_COUNTS",
                    "'%s' can never be a touch.".formatted(what),
                    "Type a call, a visit, a meeting or whatever else the definition of touches names, in lower case.");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (day.isAfter(today)) {
            throw Failure.yours(
                    "DAY_AHEAD",
                    "%s has not come yet; today is %s.".formatted(day, today),
                    "Type touches of today and of earlier days.");
        }
        requireKnown(id);
        return new TypedRows(FactKind.TOUCH, "typed", TypedRows.mappingIn("touches.yaml"), "typed touches")
                .keep(imports, by, List.of(), csv -> {
                    csv.writeRecord("customer", "kind", "made_by", "day", "typed_at");
                    csv.writeRecord(
                            id,
                            what,
                            by.actor(),
                            day.toString(),
                            StoredText.storable(clock.instant()).toString());
                });
    }

    /** The keys under which persons with this id came in; none where no file has told of one. */
    public Set<CustomerId> called(String customer) {
        return ids.keys(customer);
    }

    /** In the id space that touches are kept in. */
    private void requireKnown(String id) {
        if (!ids.missing(Set.of(new SourceId(SPACE, id))).isEmpty()) {
            throw unknown();
        }
    }

    /** What somebody is told who names a customer that is not there. */
    public static Failure unknown() {
        return KnownIds.unknown();
    }

    /** Everything that was ever typed, newest first; what was taken back as well. */
    public List<Receipt> batches() {
        return imports.batches().reversed().stream().filter(TypedTouches::typed).toList();
    }

    /** Takes a typed touch back. Refused without a reason, and where the batch was not typed here. */
    public Receipt takeBack(Authorship by, String batch) {
        Receipt receipt = batches().stream()
                .filter(one -> one.batch().equals(batch))
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "BATCH_NOT_TYPED",
                        "This is no touch that was typed.",
                        "Files are taken back on the page of the data."));
        if (by.reason().isBlank()) {
            throw Failure.yours(
                    "REASON_MISSING", "Taking a touch back needs a reason.", "Say why it should not count.");
        }
        return imports.undo(receipt.batch(), by);
    }
}
