package io.customerroom.ledger.metrics;

import io.customerroom.kernel.Failure;
import java.util.Arrays;
import java.util.Locale;

/** By what customers may be told apart. */
public enum Dimension {
    SEGMENT,
    SITE,
    CHANNEL;

    /** The word on the command line, in addresses, and the column's name. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Dimension of(String id) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "DIMENSION_UNKNOWN",
                        "There is no dimension '%s'.".formatted(id),
                        "Use segment, site or channel."));
    }
}
