package io.customerroom.ledger.bridge;

import io.customerroom.ledger.definitions.DefinitionCard;

/**
 * How many customers a rule counts as lost at least once in a span of days, beside another rule: the company's own, or a second department's.
 *
 * @param count customers the rule counts
 * @param both of these, counted by the other rule too
 * @param baseOnly counted by the other rule and not by this one
 */
public record Rival(DefinitionCard card, long count, long both, long baseOnly) {

    /** Counted by this rule and not by the other. */
    public long only() {
        return count - both;
    }

    /** How many customers more it counts than the other rule; negative: fewer. */
    public long gap() {
        return only() - baseOnly;
    }
}
