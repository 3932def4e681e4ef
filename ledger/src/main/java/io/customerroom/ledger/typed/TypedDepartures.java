package io.customerroom.ledger.typed;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.identity.CustomerKeys;
import io.customerroom.ledger.identity.IdentitySecret;
import io.customerroom.ledger.imports.Imports;
import io.customerroom.ledger.persons.CallBook.SourceId;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.StoredText;
import io.customerroom.state.json.Json;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Brings a reason that somebody told on the telephone into the facts, by the way every file takes: a {@code departure} of the source
 * {@value TypedReadings#SOURCE} on the day of the loss, one batch per reason, whose receipt names the author. What the sources said stays as it is; a later
 * reason for the same loss is a later version; undo takes it out.
 */
public final class TypedDepartures {

    private final Workspace workspace;
    private final Imports imports;
    private final Clock clock;

    public TypedDepartures(Workspace workspace, Imports imports, Clock clock) {
        this.workspace = workspace;
        this.imports = imports;
        this.clock = clock;
    }

    /** Whether the batch carries a reason that was told on the telephone. */
    public static boolean told(Receipt receipt) {
        return receipt.kind() == FactKind.DEPARTURE && receipt.source().equals(TypedReadings.SOURCE);
    }

    /**
     * @param ids what the sources call the customer; the first that leads to the customer's key, or to a key joined with it, is used
     * @param lostOn the day on which the loss was booked
     * @return the batch's receipt; the next build counts the reason. Empty where no source calls the customer anything: who was erased has no ids
     */
    public Optional<Receipt> tell(
            Authorship by, CustomerId customer, List<SourceId> ids, LocalDate lostOn, String reason) {
        Optional<SourceId> known = own(customer, ids).or(() -> ids.stream().findFirst());
        return known.map(id -> enter(by, id, lostOn, reason));
    }

    private Optional<SourceId> own(CustomerId customer, List<SourceId> ids) {
        CustomerKeys keys = new CustomerKeys(IdentitySecret.of(workspace));
        return ids.stream()
                .filter(id -> keys.key(id.space(), id.id()).equals(customer))
                .findFirst();
    }

    private Receipt enter(Authorship by, SourceId id, LocalDate lostOn, String reason) {
        return new TypedRows(FactKind.DEPARTURE, "told on the telephone", mapping(id.space()), "typed reasons")
                .keep(imports, by, List.of(), csv -> {
                    csv.writeRecord("customer", "left", "reason", "typed_at");
                    csv.writeRecord(
                            id.id(),
                            lostOn.toString(),
                            reason,
                            StoredText.storable(clock.instant()).toString());
                });
    }

    private static String mapping(String space) {
        return """
                fact: departure
                source: %s
                ids: %s
                encoding: UTF-8
                delimiter: ","
                feed: delta
                nulls: []
                columns:
                  customer: customer
                  left: {from: left, format: yyyy-MM-dd}
                  reason: reason
                  recorded: typed_at
                """.formatted(TypedReadings.SOURCE, Json.write(space));
    }
}
