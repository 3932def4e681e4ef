package io.customerroom.ledger.bridge;

/** Which customers of a bridge's line are meant. */
public enum Side {
    BOTH,
    ONE_ONLY,
    OTHER_ONLY;

    /** The word in addresses: {@code one-only}. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
