package io.customerroom.ledger.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CostRulesTest {

    private static CostRules rules(String activity) {
        return (CostRules) Definitions.read("rules.yaml", """
                name: cost-rules
                version: 1
                owner: operations
                reason: we timed it
                valid-from: 2026-01-01
                activities:
                  call: {kind: serve, driver: tickets, %s}
                """.formatted(activity));
    }

    @Test
    void aPriceBeginsWhenAnyOfItsAmountsChangesAndAllAreKnown() {
        CostRules rules = rules(
                "minutes: {2025-01-01: 12, 2026-01-01: 10}, rate-per-hour: {2025-07-01: 30, 2026-03-01: 33}, per-event: 0.50");

        assertThat(rules.activities().getFirst().prices())
                .extracting(price -> price.since() + " " + price.unitCost())
                .containsExactly("2025-07-01 6.500000", "2026-01-01 5.500000", "2026-03-01 6.000000");
    }

    @Test
    void oneAmountHoldsForAllTime() {
        assertThat(rules("per-event: 4.90").activities().getFirst().prices())
                .extracting(CostRules.Price::always)
                .containsExactly(true);
    }

    @Test
    void daysThatAreNoneAndAmountsThatAreMissingAreRefusedTogether() {
        assertThatThrownBy(() -> rules("per-event: {2026-02-30: 4, soon: 5, 2026-01-01: , 2026-05-01: -1}"))
                .hasMessageContaining("per-event has the day '2026-02-30', which no calendar has.")
                .hasMessageContaining("per-event has 'soon' where a first day such as 2026-01-31 is expected.")
                .hasMessageContaining("per-event has no amount for '2026-01-01'.")
                .hasMessageContaining("2026-05-01 is '-1', which is not a number from 0 to 1000000");
        assertThatThrownBy(() -> rules("per-event: {}")).hasMessageContaining("per-event has no first day");
    }
}
