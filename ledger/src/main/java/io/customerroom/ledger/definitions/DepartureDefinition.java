package io.customerroom.ledger.definitions;

/**
 * A department counts a customer as lost when a source says that it left: a flag in one system, an event in another. Such a rule is
 * never in force; it stands beside the company's own, with the gap between the two.
 *
 * @param source whose departures count
 */
public record DepartureDefinition(DefinitionCard card, String source) implements Definition {

    public DepartureDefinition {
        if (card.ofCompany()) {
            throw new IllegalArgumentException("a rule by departures belongs to a department");
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("source must name whose departures count");
        }
    }
}
