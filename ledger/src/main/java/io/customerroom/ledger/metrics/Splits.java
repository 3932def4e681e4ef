package io.customerroom.ledger.metrics;

import io.customerroom.kernel.Failure;
import java.util.List;
import java.util.Map;

/** The parameter {@code split} of metrics that tell their figure apart by one trait. */
final class Splits {

    private Splits() {}

    /** Refuses a split that is not one of these; none at all is the whole. */
    static void require(Map<String, String> parameters, List<String> known) {
        String split = parameters.get("split");
        if (split != null && !known.contains(split)) {
            throw Failure.yours(
                    "SPLIT_UNKNOWN",
                    "There is no split by '%s'.".formatted(split),
                    "Use one of %s, or leave it out.".formatted(known));
        }
    }
}
