package io.customerroom.ledger.definitions;

/**
 * What a customer is worth at a period's end.
 *
 * @param windowMonths calendar months up to and including the period's last one
 */
public record ValueDefinition(DefinitionCard card, int windowMonths, Measure measure) implements Definition {

    /** What is summed over the window. */
    public enum Measure {
        REVENUE,
        /** Where no cost of sales is known, nothing is counted. */
        CONTRIBUTION
    }

    public ValueDefinition {
        if (windowMonths < 1 || windowMonths > 120) {
            throw new IllegalArgumentException("windowMonths must lie between 1 and 120, but was " + windowMonths);
        }
    }
}
