package io.customerroom.ledger.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Grain;
import io.customerroom.ledger.bridge.Bridges;
import io.customerroom.ledger.bridge.CostBridge;
import io.customerroom.ledger.definitions.DefinitionSet;
import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.ledger.metrics.Catalogue;
import io.customerroom.ledger.metrics.MetricQuery;
import io.customerroom.ledger.metrics.Questions;
import io.customerroom.ledger.metrics.Standards;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * A shop in March. Ada (1) orders twice and calls three times, Bo (2) orders once and sends it back, Cy (3) has a contract and gets letters.
 * A call was booked at 10.00 to Ada; the hotline cost 100.00 that nobody is named for, the rent 100.00, the campaign 0.07: of revenue 100 and 30,
 * 5.38 and 1.62 cents, so that the cent left over is Cy's.
 */
@TestInstance(Lifecycle.PER_CLASS)
class CostEntriesTest {

    private static final String RULES = """
            name: cost-rules
            version: 2
            owner: cco
            reason: we timed it
            valid-from: 1900-01-01
            activities:
              repair call: {kind: serve, driver: tickets, ticket-kind: complaint, minutes: 20, rate-per-hour: 36, replaces: hotline}
              delivery: {kind: serve, driver: orders, per-event: 4.90}
              return: {kind: serve, driver: returns, minutes: 10, rate-per-hour: 30, per-event: 0.50}
              letter: {kind: communicate, driver: costs, activity: mailing, per-event: 1.10, replaces: mailing}
            company-wide: {rent: equally, campaign: revenue, tent: not-at-all}
            """;

    private LedgerFixture ledger;
    private static final CompanyCalendar CALENDAR = CompanyCalendar.utc();
    private static final String BY_CUSTOMER =
            "SELECT customer, cost_to_serve, cost_to_communicate FROM customer_period WHERE grain = 'month' ORDER BY customer";

    private StagedFacts facts;
    private Build imported;
    private Build ruled;

    @BeforeAll
    void twoLedgersOverTheSameFacts(@TempDir Path folder) {
        ledger = new LedgerFixture(folder).activity("lapse-days: 60");
        facts = new StagedFacts()
                .purchase(1, "2026-03-02", "60", "20", "sale", "a1", "NULL")
                .purchase(1, "2026-03-02", "20", "10", "sale", "a1", "NULL")
                .purchase(1, "2026-03-09", "20", "10", "sale", "a2", "NULL")
                .purchase(2, "2026-03-03", "50", "20", "sale", "b1", "NULL")
                .purchase(2, "2026-03-05", "-50", "-20", "return", "b1", "NULL")
                .purchase(0, "2026-03-05", "10", "5", "sale", "cash", "NULL")
                .contract(3, "2026-03-01", "NULL", "30", 1)
                .cost(3, "2026-03-31", "sale", "12");
        for (String ticket : new String[] {"t1", "t2", "t3"}) {
            facts.sql("2026-03-10", ticket(ticket, "complaint"));
        }
        facts.sql("2026-03-10", ticket("t4", "request"));
        facts.sql("2026-03-10", cost("1", "serve", "hotline", "10"));
        facts.sql("2026-03-20", cost("NULL", "serve", "hotline", "100"));
        facts.sql("2026-03-20", cost("NULL", "serve", "rent", "100"));
        facts.sql("2026-03-20", cost("NULL", "communicate", "campaign", "0.07"));
        facts.sql("2026-03-20", cost("NULL", "communicate", "tent", "9"));
        facts.sql("2026-03-25", cost("3", "communicate", "mailing", "5"));
        facts.until("2026-03-31");
        imported = ledger.build(facts);
        ledger.definition("cost-rules", RULES);
        ruled = ledger.build(facts);
    }

    @AfterAll
    void close() {
        ledger.close();
    }

    private static String ticket(String id, String kind) {
        return """
                INSERT INTO ticket SELECT '%s', 's', 1, TIMESTAMP '2026-03-10 12:00:00', DATE '2026-03-10', TIMESTAMP '2026-03-10 12:00:00', 1,
                    '%s', '%s', 'Use', 'Hotline', 'line down', DATE '2026-03-10', NULL, NULL, NULL, 'b1'
                """.formatted(id, id, kind);
    }

    private static String cost(String customer, String kind, String activity, String amount) {
        return """
                INSERT INTO cost SELECT '%s', 's', %s, TIMESTAMP '2026-03-20 12:00:00', DATE '2026-03-20', TIMESTAMP '2026-03-20 12:00:00', 1,
                    '%s', '%s', %s, 'EUR', NULL, 'b1'
                """.formatted(activity + customer, customer, kind, activity, amount);
    }

    @Test
    void withoutRulesNothingIsBookedBesideWhatIsImported() {
        assertThat(imported.definitions()).isEqualTo("activity@1,value@1");
        assertThat(ledger.ask(imported, "SELECT COUNT(*) FROM cost_entry")).isEqualTo("0");
        assertThat(ledger.ask(imported, BY_CUSTOMER)).isEqualTo("1 10 0\n2 0 0\n3 0 5");
    }

    /** Ada: 3 × 12.00 + 2 × 4.90 + a third of the rent; Bo: 4.90 + 5.50 + a third; Cy: a third, and the letter at 1.10 for 5.00. */
    @Test
    void eventsAreChargedAtTheirTimeAndRate() {
        assertThat(ruled.definitions()).isEqualTo("activity@1,value@1,cost-rules@2");
        assertThat(ledger.ask(ruled, BY_CUSTOMER)).isEqualTo("""
                1 79.14 0.05
                2 43.73 0
                3 33.33 1.12""");
    }

    @Test
    void everyEntrySaysWhatItStandsFor() {
        assertThat(ledger.ask(ruled, """
                        SELECT customer, activity, entry, events, minutes, amount FROM cost_entry ORDER BY customer NULLS FIRST, activity, entry, amount
                        """)).isEqualTo("""
                - campaign shared 0 0 -0.07
                - hotline company 0 0 -26
                - mailing company 0 0 3.9
                - rent shared 0 0 -100
                1 campaign shared 0 0 0.05
                1 delivery computed 1 0 4.9
                1 delivery computed 1 0 4.9
                1 hotline taken back 0 0 -10
                1 rent shared 0 0 33.34
                1 repair call charged 3 60 36
                2 delivery computed 1 0 4.9
                2 rent shared 0 0 33.33
                2 return computed 1 10 5.5
                3 campaign shared 0 0 0.02
                3 letter charged 1 0 1.1
                3 mailing taken back 0 0 -5
                3 rent shared 0 0 33.33""");
    }

    /** Of 110.00 for the hotline 36.00 were used; 9.00 for the tent and 3.90 of the mailing stay with the company as well. */
    @Test
    void whatIsNotUsedStaysInSightAndNothingCountsTwice() {
        assertThat(ledger.ask(
                        ruled, "SELECT cost_kind, amount FROM company_cost WHERE grain = 'month' ORDER BY cost_kind"))
                .isEqualTo("communicate 12.9\nserve 74");
        assertThat(ruled.identities())
                .filteredOn(identity -> identity.name().startsWith("cost"))
                .extracting(Build.IdentityResult::name, it -> money(it.one()), it -> money(it.other()))
                .containsExactly(tuple("costs", "244.27", "244.27"), tuple("cost-rules", "141.07", "141.07"));
    }

    /**
     * Parcels have a price from the 5th and a dearer one from the 9th, calls from the 21st: Ada's first order and Bo's are counted and not
     * costed, nor are the calls of the 10th, and what the hotline booked on the 20th stays as it was imported.
     */
    @Test
    void anEventCostsWhatHeldOnItsDayAndNothingBeforeTheFirstRate(@TempDir Path folder) {
        try (LedgerFixture dated = new LedgerFixture(folder).activity("lapse-days: 60")) {
            dated.definition(
                    "cost-rules",
                    RULES.replace("rate-per-hour: 36", "rate-per-hour: {2026-03-21: 36}")
                            .replace("per-event: 4.90", "per-event: {2026-03-09: 6, 2026-03-05: 4.90}"));
            Build build = dated.build(facts);

            assertThat(dated.ask(build, """
                    SELECT customer, occurred_on, activity, entry, events, minutes, amount FROM cost_entry
                    WHERE activity IN ('delivery', 'repair call', 'hotline') ORDER BY customer, occurred_on, activity
                    """)).isEqualTo("""
                    1 2026-03-02 delivery not costed 1 0 0
                    1 2026-03-09 delivery computed 1 0 6
                    1 2026-03-10 repair call not costed 3 0 0
                    2 2026-03-03 delivery not costed 1 0 0""");
        }
    }

    /** 62.5 % from the 3rd: Dee's 20.01 cost 12.50625 by estimate, her second line says 5.00; one line of Eve's is from before. */
    @Test
    void aLineThatStatesNoCostIsEstimatedFromTheFirstDayOn(@TempDir Path folder) {
        StagedFacts sold = new StagedFacts()
                .purchase(4, "2026-03-04", "20.01", "NULL", "sale", "d1", "NULL")
                .purchase(4, "2026-03-04", "8", "5", "sale", "d1", "NULL")
                .purchase(5, "2026-03-02", "10", "NULL", "sale", "e1", "NULL")
                .purchase(5, "2026-03-04", "10", "NULL", "sale", "e2", "NULL")
                .purchase(0, "2026-03-04", "100", "NULL", "sale", "cash", "NULL");
        sold.until("2026-03-31");
        try (LedgerFixture estimating = new LedgerFixture(folder).activity("lapse-days: 60")) {
            estimating.definition(
                    "cost-rules",
                    RULES.substring(0, RULES.indexOf("activities:")) + "cost-of-sales-percent: {2026-03-03: 62.5}\n");
            Build build = estimating.build(sold);

            assertThat(build.definitions()).endsWith("cost-rules@2");
            assertThat(estimating.ask(build, """
                    SELECT customer, cost_of_sales, contribution FROM customer_period WHERE grain = 'month' ORDER BY customer
                    """)).isEqualTo("4 17.50625 10.50375\n5 - -");
            assertThat(estimating.ask(build, "SELECT cost_of_sales FROM unknown_period WHERE grain = 'month'"))
                    .isEqualTo("62.5");
            Questions questions = new Questions(
                    Catalogue.load(estimating.workspace, estimating.engine),
                    estimating.engine,
                    CALENDAR,
                    Standards.NONE,
                    () -> Definitions.load(estimating.workspace));
            assertThat(questions
                            .ask(build, MetricQuery.of("contribution", Grain.MONTH))
                            .warnings())
                    .containsExactly(
                            "Margins are estimated: a purchase line that does not state its cost is taken to cost 62.5 % of its amount (cost-rules@2).");
            assertThat(questions
                            .ask(build, MetricQuery.of("customer-math", Grain.MONTH))
                            .warnings())
                    .isEmpty();
        }
    }

    private static String money(String text) {
        BigDecimal amount = new BigDecimal(text);
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    /** A cost that rules move is taken from months that are over, so a ledger with rules is made whole. */
    @Test
    void aLedgerWithRulesIsNotAddedTo() {
        Increments increments = new Increments(facts, rules(), CALENDAR);

        assertThat(increments.over(List.of(ruled), List.of(), ruled.clocks()))
                .isEqualTo(new Increments.Choice.Whole("cost rules move costs in months that are over"));
    }

    @Test
    void aSharedCentThatFallsOnOneSideAloneIsFound(@TempDir Path staged) {
        String whole = LedgerSteps.text("cost_shared");
        String torn = whole.replace("-SUM(amount)", "-SUM(amount) - 0.01");

        assertThat(torn).isNotEqualTo(whole);
        assertThatThrownBy(() -> new LedgerSteps(
                                ledger.engine,
                                CALENDAR,
                                ruled.clocks(),
                                rules(),
                                staged,
                                Clock.systemUTC(),
                                Long.MAX_VALUE,
                                name -> name.equals("cost_shared") ? torn : LedgerSteps.text(name))
                        .run(facts))
                .hasMessageContaining("'cost-rules'");
    }

    /** Without rules customers bear 15.00, with them 157.37; nobody's cost of sales is unknown. */
    @Test
    void theBridgeBetweenTwoVersionsExplainsTheContributionByActivity() {
        CostBridge costs = new Bridges(ledger.engine)
                .between(imported, ruled, Grain.MONTH, Optional.of("2026-03"))
                .costs();

        assertThat(costs.lines())
                .extracting(line -> "%s %s %s %s %s"
                        .formatted(
                                line.activity(),
                                plain(line.one()),
                                plain(line.other()),
                                plain(line.companyOne()),
                                plain(line.companyOther())))
                .containsExactly(
                        "rent 0 100 100 0",
                        "repair call 0 36 0 0",
                        "delivery 0 14.7 0 0",
                        "hotline 10 0 100 74",
                        "return 0 5.5 0 0",
                        "mailing 5 0 0 3.9",
                        "letter 0 1.1 0 0",
                        "campaign 0 0.07 0.07 0",
                        "tent 0 0 9 9");
        assertThat(List.of(plain(costs.one()), plain(costs.other()), plain(costs.gap()), plain(costs.borneOther())))
                .containsExactly("63", "-79.37", "-142.37", "157.37");
        assertThat(List.of(costs.belowZeroOne(), costs.belowZeroOther())).containsExactly(0L, 3L);
    }

    private static String plain(BigDecimal amount) {
        return money(amount.toPlainString());
    }

    private DefinitionSet rules() {
        return Definitions.load(ledger.workspace).inForce(ruled.clocks().through(), List.of());
    }
}
