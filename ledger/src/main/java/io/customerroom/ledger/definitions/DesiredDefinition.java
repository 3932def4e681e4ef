package io.customerroom.ledger.definitions;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which customers we wish to win, and which we do not. A gained customer is not desired where one rule of the second list holds; else desired where one of
 * the first list holds, or the first list is empty; else neither.
 *
 * @param desired rules, one of which is enough
 * @param notDesired rules, one of which is enough
 */
public record DesiredDefinition(DefinitionCard card, List<Rule> desired, List<Rule> notDesired) implements Definition {

    public DesiredDefinition {
        desired = List.copyOf(desired);
        notDesired = List.copyOf(notDesired);
        if (desired.isEmpty() && notDesired.isEmpty()) {
            throw new IllegalArgumentException("a definition of desired customers must have a rule");
        }
    }

    /**
     * Holds where all its parts do; an empty part holds for everybody. What is not known about a customer fulfils no part.
     *
     * @param products of the first day as a customer: the contract or the purchase worth most
     * @param atLeast revenue of the first calendar month as a customer, in the reporting currency
     * @param below the same, exclusive
     */
    public record Rule(
            SortedSet<String> segments,
            SortedSet<String> sites,
            SortedSet<String> channels,
            SortedSet<String> products,
            Optional<BigDecimal> atLeast,
            Optional<BigDecimal> below) {

        public Rule {
            segments = copy(segments);
            sites = copy(sites);
            channels = copy(channels);
            products = copy(products);
            if (segments.isEmpty()
                    && sites.isEmpty()
                    && channels.isEmpty()
                    && products.isEmpty()
                    && atLeast.isEmpty()
                    && below.isEmpty()) {
                throw new IllegalArgumentException("a rule must ask for something");
            }
        }

        private static SortedSet<String> copy(SortedSet<String> names) {
            return Collections.unmodifiableSortedSet(new TreeSet<>(names));
        }
    }
}
