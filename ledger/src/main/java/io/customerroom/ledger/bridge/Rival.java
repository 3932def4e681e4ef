package io.customerroom.ledger.bridge;

import io.customerroom.ledger.definitions.DefinitionCard;

/**
 * How many customers a rule counts as lost at least once in a span of days, beside the company's own rule.
 *
 * @param count customers the rule counts
 * @param both of these, counted by the company's rule too
 * @param companyOnly counted by the company's rule and not by this one
 */
public record Rival(DefinitionCard card, long count, long both, long companyOnly) {

    /** Counted by this rule and not by the company's. */
    public long only() {
        return count - both;
    }

    /** How many customers more it counts than the company's rule; negative: fewer. */
    public long gap() {
        return only() - companyOnly;
    }
}
