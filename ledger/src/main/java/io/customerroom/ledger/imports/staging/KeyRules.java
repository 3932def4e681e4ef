package io.customerroom.ledger.imports.staging;

import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.imports.mapping.Mapping;
import io.customerroom.ledger.imports.staging.StagedFacts.Key;
import java.util.List;

/** What makes two rows of a kind of fact the same fact. */
final class KeyRules {

    private KeyRules() {}

    static Key key(Mapping mapping) {
        FactKind kind = mapping.fact();
        boolean identified = mapping.columns().containsKey(idInput(kind));
        return switch (kind) {
            case CUSTOMER_FACT -> new Key.Joined(List.of("customer"));
            case PURCHASE ->
                mapping.columns().containsKey("line")
                        ? new Key.Joined(List.of("order_id", "line_id"))
                        : new Key.OrderAndOrdinal();
            case CONTRACT -> new Key.Joined(List.of("contract_id"));
            case CONTRACT_EVENT ->
                identified ? new Key.Staged() : new Key.Joined(List.of("contract_id", "event_kind", "from_on"));
            case TICKET -> new Key.Joined(List.of("ticket_id"));
            case FEEDBACK -> new Key.Joined(List.of("feedback_id"));
            case OPERATION ->
                identified ? new Key.Staged() : new Key.Joined(List.of("contact", "measure", "occurred_at", "site"));
            case DEPARTURE -> new Key.Joined(List.of("customer", "left_on"));
            case REFERRAL -> new Key.Joined(List.of("customer", "referred", "occurred_on"));
            case COST, INVESTMENT -> new Key.Staged();
            case TOUCH ->
                identified ? new Key.Staged() : new Key.Joined(List.of("customer", "touch_kind", "occurred_at"));
            case CROSSWALK -> new Key.Joined(List.of("customer", "other"));
            case RATE -> new Key.Joined(List.of("of_currency", "occurred_on"));
        };
    }

    /** The input that names a fact of this kind. */
    static String idInput(FactKind kind) {
        return switch (kind) {
            case COST -> "cost";
            case INVESTMENT -> "investment";
            default -> "id";
        };
    }
}
