package io.customerroom.ledger.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.definitions.Definitions;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EstimatedMarginsTest {

    private static final Definitions DEFINITIONS =
            Definitions.of(Map.of("cost-rules-2.yaml", """
            name: cost-rules
            version: 2
            owner: chief financial officer
            reason: The shop does not say what its lines cost.
            valid-from: 2020-01-01
            sign-off: []
            activities: {}
            cost-of-sales-percent: {1900-01-01: 62, 2026-01-01: 60.5}
            """, "cost-rules-1.yaml", """
            name: cost-rules
            version: 1
            owner: chief financial officer
            reason: Lines state their cost.
            valid-from: 1900-01-01
            sign-off: []
            activities: {}
            """));

    @Test
    void aLedgerThatEstimatesSaysByWhichRuleAndHowMuch() {
        assertThat(EstimatedMargins.sentence(DEFINITIONS, "activity@1,value@1,cost-rules@2"))
                .contains(
                        "Margins are estimated: a purchase line that does not state its cost is taken to cost 62 %, from 2026-01-01 60.5 %, of its amount (cost-rules@2).");
    }

    @Test
    void aLedgerWhoseLinesStateTheirCostSaysNothing() {
        assertThat(EstimatedMargins.sentence(DEFINITIONS, "activity@1,value@1,cost-rules@1"))
                .isEmpty();
        assertThat(EstimatedMargins.sentence(DEFINITIONS, "")).isEmpty();
    }

    @Test
    void onlyTextsThatReadAMarginRestOnIt() {
        assertThat(EstimatedMargins.touches("SELECT SUM(p.contribution) FROM p"))
                .isTrue();
        assertThat(EstimatedMargins.touches("SELECT p.cost_of_sales FROM p")).isTrue();
        assertThat(EstimatedMargins.touches("SELECT p.revenue, p.contributions FROM p"))
                .isFalse();
    }
}
