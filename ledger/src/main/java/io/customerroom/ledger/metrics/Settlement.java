package io.customerroom.ledger.metrics;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.definitions.ContractSwitches;
import io.customerroom.ledger.definitions.ContractsDefinition;
import io.customerroom.ledger.definitions.Definition;
import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.ledger.definitions.ReferralsDefinition;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Settles those parameters of a question that the reader leaves open, by the definition that the metric's card names: the version in force on the
 * last day of the ledger, or the one the reader names with the parameter {@code definition}.
 */
final class Settlement {

    /** Names a version: {@code contracts@2}. */
    static final String DEFINITION = "definition";

    private static final String REFERRALS = "referrals";

    /** Definitions that settle parameters. */
    static final List<String> KINDS = List.of("contracts", REFERRALS);

    private final Supplier<Definitions> definitions;

    Settlement(Supplier<Definitions> definitions) {
        this.definitions = definitions;
    }

    /**
     * A question with nothing left open.
     *
     * @param id of the definition that settled it whole; empty where none did, or the reader set a switch of their own
     */
    record Settled(MetricQuery query, Optional<String> id) {}

    Settled of(MetricCard card, MetricQuery query, LocalDate through) {
        if (card.definition().isEmpty()) {
            return new Settled(query, Optional.empty());
        }
        Definition definition = definition(card.definition().get(), query, through);
        Map<String, String> settled = new TreeMap<>(parameters(definition));
        boolean whole = query.parameters().keySet().stream().noneMatch(settled::containsKey);
        settled.keySet().retainAll(card.parameters());
        settled.putAll(query.parameters());
        settled.remove(DEFINITION);
        settled.values().removeIf(ContractSwitches.OPEN::contains);
        return new Settled(
                query.withAll(settled), whole ? Optional.of(definition.card().id()) : Optional.empty());
    }

    private Definition definition(String kind, MetricQuery query, LocalDate through) {
        String named = query.parameters().get(DEFINITION);
        if (named == null) {
            return kind.equals(REFERRALS)
                    ? definitions.get().referrals(through)
                    : definitions.get().contracts(through);
        }
        Definition definition = definitions.get().require(named);
        if (definition.card().name().equals(kind)) {
            return definition;
        }
        throw Failure.yours(
                "DEFINITION_OF_ANOTHER_KIND",
                "'%s' says nothing about %s.".formatted(named, kind),
                "Name a version of '%1$s', for example %1$s@1.".formatted(kind));
    }

    private static Map<String, String> parameters(Definition definition) {
        return switch (definition) {
            case ContractsDefinition it -> it.switches().parameters();
            case ReferralsDefinition it -> it.parameters();
            default -> Map.of();
        };
    }
}
