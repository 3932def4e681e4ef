package io.customerroom.ledger.definitions;

/** The definitions one build is made with, one of each name. */
public record DefinitionSet(ActivityDefinition activity, ValueDefinition value, CostRules costs) {

    /**
     * Stable and readable: {@code activity@1,value@1}, and the cost rules where they book anything: {@code activity@1,value@1,cost-rules@2}. It
     * stands in every row of the ledger.
     */
    public String id() {
        String rules = activity.card().id() + "," + value.card().id();
        return costs.importedOnly() ? rules : rules + "," + costs.card().id();
    }
}
