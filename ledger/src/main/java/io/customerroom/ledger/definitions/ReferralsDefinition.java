package io.customerroom.ledger.definitions;

import java.math.BigDecimal;
import java.util.Map;

/**
 * How customers who came by recommendation are counted. Read when a question is asked and never by a build.
 *
 * @param cameAnywayPercent share of them that would have come without a recommendation, from 0 to 100; an opinion, told beside the figures
 * @param namedWithinDays until how many days after their first day a customer may be named as recommended
 */
public record ReferralsDefinition(DefinitionCard card, BigDecimal cameAnywayPercent, int namedWithinDays)
        implements Definition {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    public ReferralsDefinition {
        if (cameAnywayPercent.signum() < 0 || cameAnywayPercent.compareTo(ALL) > 0) {
            throw new IllegalArgumentException(
                    "cameAnywayPercent must lie between 0 and 100, but was " + cameAnywayPercent);
        }
        if (namedWithinDays < 0) {
            throw new IllegalArgumentException("namedWithinDays must not be negative, but was " + namedWithinDays);
        }
    }

    /** As a question takes them. */
    public Map<String, String> parameters() {
        return Map.of(
                "came_anyway_percent",
                cameAnywayPercent.toPlainString(),
                "named_within_days",
                Integer.toString(namedWithinDays));
    }
}
