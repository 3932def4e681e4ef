package io.customerroom.ledger.definitions;

/** The definitions one build is made with, one of each name. */
public record DefinitionSet(ActivityDefinition activity, ValueDefinition value) {

    /** Stable and readable: {@code activity@1,value@1}. It stands in every row of the ledger. */
    public String id() {
        return activity.card().id() + "," + value.card().id();
    }
}
