package io.customerroom.ledger.metrics;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.definitions.ContractSwitch;
import io.customerroom.ledger.definitions.ContractSwitches;
import io.customerroom.ledger.definitions.ContractsDefinition;
import io.customerroom.ledger.definitions.Definitions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Ways to count contracts that one question puts side by side: {@code pauses=lost;dunning_days=15,recovered=resumption;definition=contracts@2}. Each turns
 * switches of the definition that settled the question, or takes another definition whole.
 *
 * @param ways by their text, in their order; the empty text is the question's own way and always there
 */
record ContractVariants(Map<String, ContractSwitches> ways) {

    /** The parameter that lists them. */
    static final String PARAMETER = "otherwise";

    /** More are a table of their own, and no exhibit. */
    private static final int MOST = 60;

    ContractVariants {
        ways = new LinkedHashMap<>(ways);
    }

    /** The one way of a definition that says nothing. */
    static ContractVariants usual() {
        return new ContractVariants(Map.of("", ContractSwitches.USUAL));
    }

    /** @param settled with nothing left open */
    static ContractVariants of(MetricQuery settled, Definitions definitions) {
        ContractSwitches own = own(settled);
        Map<String, ContractSwitches> ways = new LinkedHashMap<>();
        ways.put("", own);
        String listed = settled.parameters().get(PARAMETER);
        if (listed != null && !settled.rows()) {
            parse(listed).forEach((text, turned) -> ways.put(text, turned.among(own, definitions)));
        }
        return new ContractVariants(ways);
    }

    private static ContractSwitches own(MetricQuery settled) {
        Map<ContractSwitch, String> own = new EnumMap<>(ContractSwitch.class);
        settled.parameters()
                .forEach((name, value) -> ContractSwitch.ofParameter(name).ifPresent(it -> own.put(it, value)));
        return new ContractSwitches(own);
    }

    /**
     * One way as it was written.
     *
     * @param definition a version that is taken instead of the question's own
     */
    record Turned(Optional<String> definition, Map<ContractSwitch, String> switches) {

        ContractSwitches among(ContractSwitches own, Definitions definitions) {
            return definition
                    .map(id -> definitions.require(id) instanceof ContractsDefinition it ? it.switches() : own)
                    .orElse(own)
                    .withAll(switches);
        }
    }

    /** Refused where a switch or its word is not known. */
    static Map<String, Turned> parse(String listed) {
        Map<String, Turned> ways = new LinkedHashMap<>();
        for (String way : listed.split(";")) {
            if (!way.isBlank()) {
                ways.put(way.strip(), turned(way.strip()));
            }
        }
        if (ways.size() > MOST) {
            throw Failure.yours(
                    "TOO_MANY_WAYS",
                    "%d ways to count are too many for one question.".formatted(ways.size()),
                    "Ask for %d at most.".formatted(MOST));
        }
        return ways;
    }

    private static Turned turned(String way) {
        Optional<String> definition = Optional.empty();
        Map<ContractSwitch, String> switches = new EnumMap<>(ContractSwitch.class);
        for (String part : way.split(",")) {
            String[] pair = part.split("=", 2);
            String name = pair[0].strip();
            String value = pair.length == 2 ? pair[1].strip() : "";
            Optional<ContractSwitch> turned = ContractSwitch.ofParameter(name);
            if (name.equals(Settlement.DEFINITION)) {
                definition = Optional.of(value);
            } else if (turned.isPresent() && turned.get().allows(value)) {
                switches.put(turned.get(), value);
            } else {
                throw Failure.yours(
                        "SWITCH_UNKNOWN",
                        "'%s' turns no switch of contracts.".formatted(part.strip()),
                        turned.map(it -> "%s is %s.".formatted(name, it.accepted()))
                                .orElse("Write name=word, several with commas, ways with semicolons between them."));
            }
        }
        return new Turned(definition, switches);
    }

    /** As rows of the table {@code contracts_rule}, by column; what is open is missing. */
    List<Map<String, String>> rows() {
        List<Map<String, String>> rows = new ArrayList<>();
        ways.forEach((text, switches) -> {
            Map<String, String> row = new TreeMap<>(switches.parameters());
            row.values().removeIf(ContractSwitches.OPEN::contains);
            row.put("variant", text);
            row.put("cutting", cutting(switches));
            rows.add(row);
        });
        return rows;
    }

    /** Ways that agree in this cut contracts at the same days. */
    private static String cutting(ContractSwitches switches) {
        String pauses = switches.of(ContractSwitch.PAUSES);
        return "%s %s %s %s"
                .formatted(
                        switches.of(ContractSwitch.BOOKED),
                        switches.of(ContractSwitch.REFUNDS).equals("yearly-end"),
                        pauses.equals("lost") || pauses.equals("apart"),
                        switches.of(ContractSwitch.DUNNING_DAYS));
    }
}
