package io.customerroom.ledger.definitions;

/** A rule under a name, in one version. A new rule is a new version; the old one stays computable. */
public sealed interface Definition
        permits ActivityDefinition,
                ContractsDefinition,
                ValueDefinition,
                DepartureDefinition,
                CostRules,
                LoyaltyDefinition,
                ReferralsDefinition {

    DefinitionCard card();
}
