package io.customerroom.ledger.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Grain;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.build.BuildRequest;
import io.customerroom.ledger.build.LedgerFixture;
import io.customerroom.ledger.build.StagedFacts;
import io.customerroom.ledger.definitions.Definition;
import io.customerroom.ledger.definitions.Definitions;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Four customers under a lapse of 30 and of 60 days, walked through by hand. */
@TestInstance(Lifecycle.PER_CLASS)
class BridgesTest {

    private static final String SIXTY = """
            name: activity
            department: sales
            version: 1
            owner: head of sales
            reason: our customers take longer
            valid-from: 2020-01-01
            lapse-days: 60
            """;

    private LedgerFixture ledger;
    private Bridges bridges;
    private Build thirty;
    private Build sixty;
    private Definition rule;

    @BeforeAll
    void twoLedgersOverTheSameFacts(@TempDir Path folder) {
        ledger = new LedgerFixture(folder).activity("lapse-days: 30");
        bridges = new Bridges(ledger.engine);
        StagedFacts facts = new StagedFacts()
                .purchase(1, "2026-01-10", "10")
                .purchase(2, "2026-01-20", "20")
                .purchase(2, "2026-03-15", "20")
                .purchase(3, "2026-03-01", "30")
                .purchase(4, "2026-01-15", "5")
                .purchase(4, "2026-02-25", "5")
                .purchase(4, "2026-04-10", "5")
                .purchase(4, "2026-06-01", "5")
                .sql("2026-02-01", departure("d1", "1", "2026-02-01"))
                .sql("2026-03-01", departure("d5", "5", "2026-03-01"))
                .until("2026-06-30");
        rule = Definitions.read("sixty.yaml", SIXTY);
        thirty = ledger.build(facts);
        sixty = ledger.builds(facts)
                .at(
                        new BuildRequest(
                                Optional.empty(),
                                Optional.empty(),
                                List.of(rule.card().id())),
                        Definitions.load(ledger.workspace).and(rule),
                        LedgerFixture.TESTER);
    }

    @AfterAll
    void close() {
        ledger.close();
    }

    @Test
    void aTrialMovesNothing() {
        assertThat(sixty.definitions()).isEqualTo("activity/sales@1,value@1");
        assertThat(sixty.id()).isNotEqualTo(thirty.id());
        assertThat(ledger.builds(new StagedFacts()).current()).contains(thirty);
    }

    @Test
    void everyPeriodStandsSideBySide() {
        DefinitionBridge bridge = bridges.between(thirty, sixty, Grain.MONTH, Optional.empty());

        assertThat(bridge.periods())
                .extracting(
                        p -> p.period() + " " + p.one().lost() + " " + p.other().lost() + " "
                                + p.one().closing() + " " + p.other().closing())
                .containsExactly(
                        "2026-01 0 0 3 3",
                        "2026-02 3 0 1 3",
                        "2026-03 1 1 2 3",
                        "2026-04 2 0 1 3",
                        "2026-05 1 2 0 1",
                        "2026-06 0 0 1 1");
        assertThat(bridge.period()).isEqualTo("2026-06");
    }

    @Test
    void theGapIsExplainedCustomerByCustomer() {
        DefinitionBridge bridge = bridges.between(thirty, sixty, Grain.MONTH, Optional.of("2026-02"));

        assertThat(bridge.line("lost"))
                .as("customers 1, 2 and 4; the other books 1 and 2 later and 4 never")
                .isEqualTo(new BridgeLine("lost", 3, 0, 0, 3, 2, 0, 0));
        assertThat(bridge.line("regained"))
                .as("customer 4 came back on 25 February, and had never left under sixty days")
                .isEqualTo(new BridgeLine("regained", 1, 0, 0, 1, 0, 0, 0));
        assertThat(bridge.line("closing")).isEqualTo(new BridgeLine("closing", 1, 3, 1, 0, 0, 2, 0));
        assertThat(bridge.line("closing").gap()).isEqualTo(2);
        assertThat(bridge.value().gap()).isEqualByComparingTo("30");
        assertThat(bridge.value().onlyOther()).isEqualByComparingTo("30");
        assertThat(bridge.value().differently()).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void everySideOpensToItsCustomers() {
        assertThat(keys("lost", Side.ONE_ONLY)).containsExactly(1L, 2L, 4L);
        assertThat(keys("closing", Side.BOTH)).containsExactly(4L);
        assertThat(keys("closing", Side.OTHER_ONLY)).containsExactly(1L, 2L);
    }

    private List<Object> keys(String figure, Side side) {
        return bridges.customers(thirty, sixty, Grain.MONTH, "2026-02", figure, side).rows().stream()
                .map(row -> (Object) row.getFirst())
                .toList();
    }

    @Test
    void rivalRulesStandBesideTheCompanys() {
        LocalDate from = LocalDate.of(2026, 1, 1);
        LocalDate to = LocalDate.of(2026, 6, 30);

        assertThat(bridges.rival(
                        thirty, new Leavers.ByLedger(thirty), rule.card(), new Leavers.ByLedger(sixty), from, to))
                .satisfies(rival -> {
                    assertThat(rival).isEqualTo(new Rival(rule.card(), 3, 3, 1));
                    assertThat(rival.gap()).isEqualTo(-1);
                });
        assertThat(bridges.rival(
                        thirty, new Leavers.ByLedger(thirty), rule.card(), new Leavers.ByDepartures("crm"), from, to))
                .satisfies(rival -> {
                    assertThat(rival).isEqualTo(new Rival(rule.card(), 2, 1, 3));
                    assertThat(rival.only()).isEqualTo(1);
                    assertThat(rival.gap()).isEqualTo(-2);
                });
        assertThat(bridges.rival(
                        thirty, new Leavers.ByDepartures("crm"), rule.card(), new Leavers.ByLedger(sixty), from, to))
                .as("two departments beside each other: 1 by both, 5 by the first, 2 and 3 by the second")
                .isEqualTo(new Rival(rule.card(), 3, 1, 1));
    }

    @Test
    void otherFactsAreNotCompared() {
        Build more =
                ledger.build(new StagedFacts().purchase(1, "2026-01-10", "10").until("2026-06-30"));

        assertThatThrownBy(() -> bridges.between(thirty, more, Grain.MONTH, Optional.empty()))
                .hasFieldOrPropertyWithValue("code", "BRIDGE_OVER_DIFFERENT_FACTS");
    }

    @Test
    void aPeriodTheLedgerDoesNotReachIsRefused() {
        assertThatThrownBy(() -> bridges.between(thirty, sixty, Grain.MONTH, Optional.of("2025-12")))
                .hasFieldOrPropertyWithValue("nextStep", "It reaches from 2026-01 to 2026-06.");
    }

    private static String departure(String key, String customer, String day) {
        return """
                INSERT INTO departure SELECT '%s', 'crm', %s, TIMESTAMP '%s 12:00:00', DATE '%s', TIMESTAMP '%s 12:00:00', 1, DATE '%s',
                    NULL, NULL, NULL, 'b1'
                """.formatted(key, customer, day, day, day, day);
    }
}
