package io.customerroom.ledger.definitions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** What a company decides about the movements of its contracts: every {@link ContractSwitch} with what it says. */
public record ContractSwitches(Map<ContractSwitch, String> values) {

    /** Words that leave a parameter of a metric open: there is no bound, and no day is stated. */
    public static final Set<String> OPEN = Set.of("any", "never");

    /** By the end, net of the period, every return a reactivation; no event of a contract moves anything. */
    public static final ContractSwitches USUAL = new ContractSwitches(Map.of());

    /** What is not said is as usual. */
    public ContractSwitches {
        Map<ContractSwitch, String> all = new EnumMap<>(ContractSwitch.class);
        for (ContractSwitch each : ContractSwitch.values()) {
            String value = values.getOrDefault(each, each.usual());
            if (!each.allows(value)) {
                throw new IllegalArgumentException(
                        "%s must be %s, but was %s".formatted(each.key(), each.accepted(), value));
            }
            all.put(each, value);
        }
        values = Collections.unmodifiableMap(all);
    }

    public String of(ContractSwitch wanted) {
        return Objects.requireNonNull(values.get(wanted));
    }

    /** The same with one switch turned. */
    public ContractSwitches with(ContractSwitch turned, String value) {
        Map<ContractSwitch, String> all = new EnumMap<>(values);
        all.put(turned, value);
        return new ContractSwitches(all);
    }

    /** The same with those of another's switches turned that are named. */
    public ContractSwitches withAll(Map<ContractSwitch, String> turned) {
        Map<ContractSwitch, String> all = new EnumMap<>(values);
        all.putAll(turned);
        return new ContractSwitches(all);
    }

    /** The switches that say something else in another's, in their order. */
    public List<ContractSwitch> unlike(ContractSwitches other) {
        List<ContractSwitch> unlike = new ArrayList<>();
        values.forEach((each, value) -> {
            if (!other.of(each).equals(value)) {
                unlike.add(each);
            }
        });
        return List.copyOf(unlike);
    }

    /** As values of a metric's parameters; every one is there, so that they say all of the switches. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        values.forEach((each, value) -> parameters.put(each.parameter(), value));
        return Collections.unmodifiableMap(parameters);
    }
}
