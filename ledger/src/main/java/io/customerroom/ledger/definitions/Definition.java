package io.customerroom.ledger.definitions;

/** A rule under a name, in one version. A new rule is a new version; the old one stays computable. */
public sealed interface Definition
        permits ActivityDefinition,
                ContractsDefinition,
                ValueDefinition,
                DepartureDefinition,
                CostRules,
                LoyaltyDefinition,
                ReferralsDefinition,
                DesiredDefinition,
                TouchDefinition,
                WorthDefinition {

    DefinitionCard card();

    /** Whether ledgers are built by it. Others judge what a ledger says, and a change of theirs needs no other ledger. */
    default boolean ofLedger() {
        return this instanceof ActivityDefinition || this instanceof ValueDefinition || this instanceof CostRules;
    }
}
