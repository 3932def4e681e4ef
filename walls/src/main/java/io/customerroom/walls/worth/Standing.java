package io.customerroom.walls.worth;

/** How a customer stands on a day, by the definition in force. */
enum Standing {
    ACTIVE,
    NOT_ACTIVE,
    /** Active, with a contract that costs something: no silence makes such a customer lost. */
    UNDER_CONTRACT;

    /** As the ledger's metric says it. */
    static Standing of(String words) {
        return switch (words) {
            case "active" -> ACTIVE;
            case "under contract" -> UNDER_CONTRACT;
            default -> NOT_ACTIVE;
        };
    }
}
