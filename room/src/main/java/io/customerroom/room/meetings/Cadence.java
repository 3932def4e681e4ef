package io.customerroom.room.meetings;

import io.customerroom.kernel.Failure;
import java.util.Arrays;
import java.util.Locale;

/** How often a kind of meeting comes round. */
public enum Cadence {
    MONTHLY,
    QUARTERLY,
    YEARLY,
    ONCE;

    /** The word in the store and in forms. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Cadence of(String id) {
        return Arrays.stream(values())
                .filter(cadence -> cadence.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "CADENCE_UNKNOWN",
                        "There is no cadence '%s'.".formatted(id),
                        "Use monthly, quarterly, yearly or once."));
    }
}
