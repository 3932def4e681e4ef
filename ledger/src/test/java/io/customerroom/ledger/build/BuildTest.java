package io.customerroom.ledger.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildTest {

    private static final String MONTHS =
            "SELECT period, state, opening, gained, regained, lost, closing FROM customer_period WHERE grain = 'month' ORDER BY customer, starts_on";

    @TempDir
    Path folder;

    private LedgerFixture ledger;

    @BeforeEach
    void open() {
        ledger = new LedgerFixture(folder);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void V7_monthsOf10_10_0_12_15_9AreGainedContinuingLostRegainedGrowingShrinking() {
        ledger.activity("lapse-days: 31");
        Build build = ledger.build(new StagedFacts()
                .purchase(1, "2026-01-15", "10")
                .purchase(1, "2026-02-15", "10")
                .purchase(1, "2026-04-15", "12")
                .purchase(1, "2026-05-15", "15")
                .purchase(1, "2026-06-15", "9"));

        assertThat(
                        ledger.ask(
                                build,
                                "SELECT period, revenue, prior_revenue, state FROM customer_period WHERE grain = 'month' ORDER BY starts_on"))
                .isEqualTo("""
                        2026-01 10 0 gained
                        2026-02 10 10 continuing
                        2026-03 0 10 lost
                        2026-04 12 0 regained
                        2026-05 15 12 growing
                        2026-06 9 15 shrinking""");
    }

    @Test
    void aPurchaseOnTheDayOfTheLossIsLostAndRegainedOnThatDay() {
        ledger.activity("lapse-days: 30");
        Build build = ledger.build(new StagedFacts()
                .purchase(1, "2026-01-01", "10")
                .purchase(1, "2026-01-31", "10")
                .purchase(1, "2026-03-03", "10"));

        assertThat(ledger.ask(build, "SELECT spell, started_on, ended_on FROM spell ORDER BY spell"))
                .isEqualTo("""
                        1 2026-01-01 2026-03-03
                        2 2026-03-03 2026-04-03""");
        assertThat(ledger.ask(build, MONTHS)).isEqualTo("""
                        2026-01 gained 0 1 0 0 1
                        2026-02 dormant 1 0 0 0 1
                        2026-03 regained 1 0 1 1 1""");
    }

    @Test
    void theLossIsBookedOnTheDayAfterTheLapseAndTheNewestWindowIsOpen() {
        ledger.activity("lapse-days: 30");
        StagedFacts facts = new StagedFacts().purchase(1, "2026-01-31", "10");

        assertThat(ledger.ask(ledger.build(facts.until("2026-03-02")), MONTHS)).endsWith("2026-03 dormant 1 0 0 0 1");
        assertThat(ledger.ask(ledger.build(facts.until("2026-03-03")), MONTHS)).endsWith("2026-03 lost 1 0 0 1 0");
    }

    /** Pieces that begin and end alike have no order between them; keys decide how they come. It mattered for two of thirty sets of keys. */
    @ParameterizedTest
    @ValueSource(longs = {7919, 104729, 1299709})
    void contractsOfTheSameDaysAreOneSpellHoweverTheyCome(long prime) {
        ledger.activity("lapse-days: 30");
        StagedFacts facts =
                new StagedFacts().until("2026-02-28").sql("2026-01-10", """
                INSERT INTO contract
                SELECT 'k' || i || '-' || n, 's', 1 + i * %d %% 1152921504606846883, TIMESTAMP '2024-01-01', DATE '2024-01-01' + CAST(i * 37 %% 700 AS INTEGER),
                       TIMESTAMP '2026-01-10', i, 'k' || i, 'plan', DATE '2024-01-01' + CAST(i * 37 %% 700 AS INTEGER), NULL, NULL, 10, 1, 10,
                       'EUR', NULL, NULL, 'b1'
                FROM range(300) AS numbers(i), (VALUES (1), (2)) AS twice(n)
                WHERE n = 1 OR i %% 7 = 0
                ORDER BY hash(i * %d)""".formatted(prime * 1_000_003, prime));

        assertThat(ledger.ask(ledger.build(facts), "SELECT COUNT(*), MIN(spell), MAX(spell) FROM spell"))
                .isEqualTo("300 1 1");
    }

    @Test
    void theBackDatedViewBooksTheLossOnTheLastPurchaseOnceItIsDecided() {
        ledger.activity("lapse-days: 30\nbooking: last-purchase");
        StagedFacts facts = new StagedFacts().purchase(1, "2026-01-10", "10").purchase(1, "2026-02-05", "10");

        assertThat(ledger.ask(ledger.build(facts.until("2026-03-07")), MONTHS))
                .isEqualTo("2026-01 gained 0 1 0 0 1\n2026-02 continuing 1 0 0 0 1\n2026-03 dormant 1 0 0 0 1");
        assertThat(ledger.ask(ledger.build(facts.until("2026-03-08")), MONTHS))
                .isEqualTo("2026-01 gained 0 1 0 0 1\n2026-02 lost 1 0 0 1 0");
    }

    @Test
    void theLapseMayDifferBySegment() {
        ledger.activity("lapse-days: 60\nlapse-days-by-segment: {weekly: 10}");
        Build build = ledger.build(new StagedFacts()
                .customer(1, "weekly", "north")
                .customer(2, "monthly", "north")
                .purchase(1, "2026-01-01", "10")
                .purchase(2, "2026-01-01", "10")
                .until("2026-01-31"));

        assertThat(ledger.ask(build, "SELECT customer, ended_on FROM spell ORDER BY customer"))
                .isEqualTo("1 2026-01-12\n2 2026-03-03");
    }

    @Test
    void coarserPeriodsCompareTheirEndsAndKeepWhatHappenedInside() {
        ledger.activity("lapse-days: 10");
        Build build = ledger.build(new StagedFacts()
                .purchase(1, "2026-01-05", "10")
                .purchase(1, "2026-03-25", "10")
                .purchase(2, "2026-01-05", "10")
                .until("2026-03-31"));

        assertThat(ledger.ask(
                        build,
                        "SELECT customer, state, opening, gained, regained, lost, closing, gained_inside, regained_inside, lost_inside "
                                + "FROM customer_period WHERE grain = 'quarter' ORDER BY customer"))
                .isEqualTo("1 gained 0 1 0 0 1 0 1 1\n2 lost 0 0 0 0 0 1 0 1");
    }

    @Test
    void V3_yearlyPlanIs166_67AMonthAnAddedContractGrowsAnEndedOneShrinksTheLastOneLoses() {
        Build build = ledger.build(new StagedFacts()
                .contract(1, "2026-01-01", "'2026-04-30'", "2000", 12)
                .contract(1, "2026-02-10", "'2026-03-20'", "60", 1)
                .contract(1, "2026-05-10", "NULL", "2000", 12)
                .until("2026-05-31"));

        assertThat(ledger.ask(
                        build,
                        "SELECT period, state, CAST(recurring AS DECIMAL(18, 2)), CAST(revenue AS DECIMAL(18, 2)) FROM customer_period "
                                + "WHERE grain = 'month' ORDER BY starts_on"))
                .isEqualTo("""
                        2026-01 gained 166.67 166.67
                        2026-02 growing 226.67 226.67
                        2026-03 shrinking 166.67 166.67
                        2026-04 lost 0 0
                        2026-05 regained 166.67 166.67""");
    }

    @Test
    void contractsThatTouchAreOneSpellButAPurchaseJoinsOnlyWhatItOverlaps() {
        ledger.activity("lapse-days: 9");
        Build build = ledger.build(new StagedFacts()
                .contract(1, "2026-01-01", "'2026-02-01'", "10", 1)
                .contract(1, "2026-02-01", "'2026-03-01'", "10", 1)
                .contract(2, "2026-01-01", "'2026-02-01'", "10", 1)
                .purchase(2, "2026-02-01", "10")
                .contract(3, "2026-01-01", "'2026-02-01'", "10", 1)
                .purchase(3, "2026-01-31", "10")
                .until("2026-03-31"));

        assertThat(ledger.ask(
                        build, "SELECT customer, spell, started_on, ended_on FROM spell ORDER BY customer, spell"))
                .isEqualTo("""
                        1 1 2026-01-01 2026-03-01
                        2 1 2026-01-01 2026-02-01
                        2 2 2026-02-01 2026-02-11
                        3 1 2026-01-01 2026-02-10""");
    }

    @Test
    void purchasesWithoutCustomerAreOnALineOfTheirOwn() {
        Build build = ledger.build(new StagedFacts()
                .purchase(0, "2026-01-05", "7.5")
                .purchase(0, "2026-02-05", "2.5")
                .purchase(1, "2026-02-05", "10"));

        assertThat(ledger.ask(build, "SELECT grain, period, lines, revenue FROM unknown_period ORDER BY grain, period"))
                .isEqualTo("""
                        fiscal-quarter FY2026-Q3 2 10
                        fiscal-year FY2026 2 10
                        month 2026-01 1 7.5
                        month 2026-02 1 2.5
                        quarter 2026-Q1 2 10
                        year 2026 2 10""");
    }

    @Test
    void aReturnAloneIsValueWithoutState() {
        Build build = ledger.build(new StagedFacts().purchase(1, "2026-01-05", "-4", "NULL", "cancellation"));

        assertThat(ledger.ask(build, "SELECT state, orders, revenue, value FROM customer_period WHERE grain = 'month'"))
                .isEqualTo("none 0 -4 -4");
    }

    @Test
    void anOrderCountsOnceHoweverManyLinesAndOnlyWithALineThatMakesActive() {
        Build build = ledger.build(new StagedFacts()
                .purchase(1, "2026-01-05", "10", "NULL", "sale", "o1", "NULL")
                .purchase(1, "2026-01-05", "20", "NULL", "sale", "o1", "NULL")
                .purchase(1, "2026-01-05", "-5", "NULL", "return", "o1", "NULL")
                .purchase(1, "2026-01-06", "-10", "NULL", "cancellation", "C1", "NULL")
                .purchase(1, "2026-01-07", "30", "NULL", "sale", "o2", "NULL"));

        assertThat(ledger.ask(build, "SELECT orders, revenue FROM customer_period WHERE grain = 'month'"))
                .isEqualTo("2 45");
    }

    @Test
    void contributionIsKnownWhereEveryCostOfSalesIsAndCostsOfTheCompanyStandApart() {
        Build build = ledger.build(new StagedFacts()
                .purchase(1, "2026-01-05", "100", "60", "sale")
                .cost(1, "2026-01-07", "serve", "5")
                .cost(1, "2026-01-07", "communicate", "1")
                .purchase(2, "2026-01-05", "10", "5", "sale")
                .purchase(2, "2026-01-06", "10")
                .cost(0, "2026-01-07", "serve", "50")
                .cost(3, "2026-01-07", "serve", "2"));

        assertThat(ledger.ask(
                        build,
                        "SELECT customer, state, revenue, cost_of_sales, cost_to_serve, cost_to_communicate, contribution FROM customer_period "
                                + "WHERE grain = 'month' ORDER BY customer"))
                .isEqualTo("1 gained 100 60 5 1 34\n2 gained 20 - 0 0 -\n3 none 0 0 2 0 -2");
        assertThat(ledger.ask(build, "SELECT cost_kind, amount FROM company_cost WHERE grain = 'year'"))
                .isEqualTo("serve 50");
    }

    @Test
    void valueIsTheRevenueOfTheMonthsInTheWindow() {
        ledger.activity("lapse-days: 400")
                .definition(
                        "value",
                        "name: value\nversion: 1\nowner: cco\nreason: test\nvalid-from: 1900-01-01\nwindow-months: 2\n");
        Build build = ledger.build(new StagedFacts()
                .purchase(1, "2026-01-05", "1")
                .purchase(1, "2026-02-05", "2")
                .purchase(1, "2026-03-05", "4")
                .until("2026-05-01"));

        assertThat(
                        ledger.ask(
                                build,
                                "SELECT grain, period, value, prior_value FROM customer_period WHERE grain IN ('month', 'quarter') ORDER BY grain, starts_on"))
                .isEqualTo("""
                        month 2026-01 1 0
                        month 2026-02 3 1
                        month 2026-03 6 3
                        month 2026-04 4 6
                        month 2026-05 0 4
                        quarter 2026-Q1 6 0
                        quarter 2026-Q2 0 6""");
    }
}
