package io.customerroom.walls.operations;

import io.customerroom.kernel.Failure;
import java.util.Arrays;
import java.util.Locale;

/** What a priority contact is for. */
public enum ContactKind {
    /** Something went wrong, and it is put right. */
    RESCUE,
    /** It brings new business. */
    REVENUE_BUILDING,
    /** The customer asks, and is answered. */
    RESPONDING,
    /** It keeps us close without an occasion. */
    RELATIONSHIP;

    /** The word in facts and stores: {@code revenue-building}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word for people. */
    public String words() {
        return id().replace('-', ' ');
    }

    public static ContactKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "CONTACT_KIND_UNKNOWN",
                        "There is no kind of contact '%s'.".formatted(id),
                        "Use rescue, revenue-building, responding or relationship."));
    }
}
