package io.customerroom.ledger.bridge;

import io.customerroom.ledger.definitions.ContractSwitch;
import java.util.List;

/**
 * The way from one version of the rule for contracts to another, one switch at a time, in the order of the switches: what each of them moves in one period,
 * those before it turned already. In another order the same gap is shared out differently; its sum is the same.
 *
 * @param period its name
 * @param first the flow by the first version
 * @param steps the switches that say something else, in their order; empty where none does
 * @param last the flow by the other version
 */
public record ContractSteps(
        String one, String other, String period, ContractFlow first, List<Step> steps, ContractFlow last) {

    /**
     * One switch turned.
     *
     * @param from what it says by the first version
     * @param to what it says by the other
     * @param moved what every figure is more because of it
     */
    public record Step(ContractSwitch turned, String from, String to, ContractFlow moved) {}

    /** Refused unless the steps lead from the first flow to the last, in customers and in money, to the last digit. */
    public ContractSteps {
        steps = List.copyOf(steps);
        ContractFlow led = first;
        for (Step step : steps) {
            led = led.plus(step.moved());
        }
        if (!led.same(last)) {
            throw new IllegalArgumentException("the steps from %s to %s do not add up".formatted(one, other));
        }
    }

    /** What every figure is more by the other version. */
    public ContractFlow gap() {
        return last.minus(first);
    }
}
