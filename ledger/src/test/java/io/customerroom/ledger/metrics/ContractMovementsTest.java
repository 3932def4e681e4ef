package io.customerroom.ledger.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.bridge.ContractBridge;
import io.customerroom.ledger.bridge.ContractBridges;
import io.customerroom.ledger.bridge.ContractSteps;
import io.customerroom.ledger.bridge.Side;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.build.LedgerFixture;
import io.customerroom.ledger.build.StagedFacts;
import io.customerroom.ledger.definitions.ContractPreset;
import io.customerroom.ledger.definitions.ContractsDefinition;
import io.customerroom.ledger.definitions.Definitions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** How contracts move, told by contracts a reader can add up, with the published arithmetic V2 to V6. */
@TestInstance(Lifecycle.PER_CLASS)
class ContractMovementsTest {

    private static final MetricQuery MOVES = MetricQuery.of("recurring-value", Grain.MONTH);
    private static final List<String> FLOW =
            List.of("period", "opening", "new", "expansion", "contraction", "churn", "reactivation", "closing");

    private static final String AT_NOTICE = """
            name: contracts
            version: 2
            owner: finance
            reason: as our billing system counts
            valid-from: 2026-03-01
            booked: notice
            same-period: counted
            reactivation-days: 30
            """;

    @TempDir
    private static Path folder;

    private LedgerFixture ledger;
    private Questions questions;

    @BeforeAll
    void open() {
        ledger = new LedgerFixture(folder);
        questions =
                new Questions(Catalogue.load(ledger.workspace, ledger.engine), ledger.engine, CompanyCalendar.utc());
    }

    @AfterAll
    void close() {
        ledger.close();
    }

    @Test
    void V2_ofRecurring100WithChurn10Contraction10Expansion10GrossChurnIs20AndNetChurn10Percent() {
        Build build = ledger.build(new StagedFacts()
                .contract(1, "2026-01-01", "'2026-02-10'", "10", 1)
                .contract(2, "2026-01-01", "NULL", "40", 1)
                .contract(2, "2026-01-01", "'2026-02-10'", "10", 1)
                .contract(3, "2026-01-01", "NULL", "40", 1)
                .contract(3, "2026-02-01", "NULL", "10", 1)
                .until("2026-02-28"));

        assertThat(moves(build, MOVES)).isEqualTo("""
                2026-01 0 100 0 0 0 0 100
                2026-02 100 0 10 10 10 0 90
                """);
        assertThat(answer(build, MOVES, List.of("gross_churn", "net_churn", "quick_ratio", "customer_churn")))
                .isEqualTo("""
                undefined undefined undefined undefined
                0.2 0.1 0.5 0.3333333333
                """);
    }

    @Test
    void V3_aYearlyPlanIsAMonthsWorthAnAddedOneExpandsAnEndedOneContractsTheLastOneIsLostAndAReturnRegained() {
        Build build = ledger.build(new StagedFacts()
                .contract(1, "2026-01-01", "'2026-04-30'", "2000", 12)
                .contract(1, "2026-02-10", "'2026-03-20'", "60", 1)
                .contract(1, "2026-05-10", "NULL", "2000", 12)
                .until("2026-05-31"));

        assertThat(moves(build, MOVES)).isEqualTo("""
                2026-01 0 166.67 0 0 0 0 166.67
                2026-02 166.67 0 60 0 0 0 226.67
                2026-03 226.67 0 0 60 0 0 166.67
                2026-04 166.67 0 0 0 166.67 0 0
                2026-05 0 0 0 0 0 166.67 166.67
                """);
        assertThat(answer(build, MetricQuery.of("customer-math", Grain.MONTH), List.of("gained", "regained", "lost")))
                .isEqualTo("1 0 0\n0 0 0\n0 0 0\n0 0 1\n0 1 0\n");
    }

    @Test
    void V4_noticeOf8JunePaidUntil15JuneIsOnTheRescueListFrom8To14JuneAndLostOn15June() {
        String lists = IntStream.of(7, 8, 14, 15)
                .mapToObj(day -> noticeOf8June("2026-06-%02d".formatted(day)))
                .map(build -> build.clocks().through() + ": "
                        + answer(
                                        build,
                                        MetricQuery.of("rescue-list", Grain.MONTH)
                                                .in(CompanyCalendar.utc().parse("2026-06")),
                                        List.of("customer", "noticed_on", "last_day", "days_left", "monthly"))
                                .strip()
                        + "; lost "
                        + answer(build, MetricQuery.of("customer-math", Grain.MONTH), List.of("lost"))
                                .replace("\n", " ")
                                .strip())
                .collect(Collectors.joining("\n"));
        assertThat(lists).isEqualTo("""
                2026-06-07: ; lost 0 0
                2026-06-08: c1 2026-06-08 2026-06-14 7 50; lost 0 0
                2026-06-14: c1 2026-06-08 2026-06-14 1 50; lost 0 0
                2026-06-15: ; lost 0 1""");
    }

    private Build noticeOf8June(String through) {
        return ledger.build(new StagedFacts()
                .contract(1, "2026-05-15", "'2026-06-15'", "'2026-06-08'", "50", 1)
                .contract(2, "2026-05-15", "NULL", "70", 1)
                .until(through));
    }

    @Test
    void V5_threeOf20CustomersAre15PercentAnd56Of600Are9_33() {
        StagedFacts facts = new StagedFacts()
                .contract(1, "2026-01-01", "'2026-02-10'", "20", 1)
                .contract(2, "2026-01-01", "'2026-02-10'", "20", 1)
                .contract(3, "2026-01-01", "'2026-02-10'", "16", 1);
        for (int customer = 4; customer <= 20; customer++) {
            facts.contract(customer, "2026-01-01", "NULL", "32", 1);
        }
        Build build = ledger.build(facts.until("2026-02-28"));

        Answer answer = questions.ask(build, MOVES);
        assertThat(answer(
                        build,
                        MOVES.in(CompanyCalendar.utc().parse("2026-02")),
                        List.of("customers_opening", "customers_churn", "opening", "churn")))
                .isEqualTo("20 3 600 56\n");
        assertThat(answer.value(1, "customer_churn")).isEqualTo("0.1500000000");
        assertThat(answer.value(1, "gross_churn")).isEqualTo("0.0933333333");
    }

    @Test
    void V6_withNothingGoneTheQuickRatioIsUndefinedAndNeverInfinite() {
        Build build = ledger.build(new StagedFacts()
                .contract(1, "2026-01-01", "NULL", "40", 1)
                .contract(2, "2026-02-01", "NULL", "30", 1)
                .until("2026-02-28"));

        assertThat(answer(build, MOVES, List.of("new", "churn", "quick_ratio", "gross_churn")))
                .isEqualTo("""
                40 0 undefined undefined
                30 0 undefined 0
                """);
    }

    @Test
    void whoCameAndWentWithinAMonthIsIgnoredUnlessTheSwitchCountsThem() {
        Build build = ledger.build(new StagedFacts()
                .contract(1, "2026-01-01", "NULL", "40", 1)
                .contract(2, "2026-02-03", "'2026-02-20'", "30", 1)
                .until("2026-02-28"));

        assertThat(moves(build, MOVES.in(february()))).isEqualTo("2026-02 40 0 0 0 0 0 40\n");
        MetricQuery counted = MOVES.in(february()).with("same_period", "counted");
        assertThat(moves(build, counted)).isEqualTo("2026-02 40 30 0 0 30 0 40\n");
        assertThat(answer(build, counted, List.of("customers_new", "customers_churn", "customers_closing")))
                .isEqualTo("1 1 1\n");
        assertThat(answer(build, counted.rowsBehind(0), List.of("customer", "movement", "change")))
                .isEqualTo("c2 churn -30\nc2 new 30\nc1 same 0\n");
    }

    @Test
    void aReturnAfterTheWindowIsNewBusiness() {
        Build build = ledger.build(new StagedFacts()
                .contract(1, "2026-01-01", "'2026-02-10'", "10", 1)
                .contract(1, "2026-04-11", "NULL", "10", 1)
                .until("2026-04-30"));

        MetricQuery april = MOVES.in(CompanyCalendar.utc().parse("2026-04"));
        assertThat(moves(build, april)).isEqualTo("2026-04 0 0 0 0 0 10 10\n");
        assertThat(moves(build, april.with("reactivation_days", "60"))).isEqualTo("2026-04 0 0 0 0 0 10 10\n");
        assertThat(moves(build, april.with("reactivation_days", "59"))).isEqualTo("2026-04 0 10 0 0 0 0 10\n");
    }

    @Test
    void churnIsBookedWhenThePaidTimeEndsOrWhereWantedWithTheNotice() {
        Build build = ledger.build(new StagedFacts()
                .contract(1, "2026-01-01", "'2026-03-10'", "'2026-02-10'", "10", 1)
                .until("2026-03-31"));

        assertThat(answer(build, MOVES, List.of("churn"))).isEqualTo("0\n0\n10\n");
        assertThat(answer(build, MOVES.with("booked", "notice"), List.of("churn")))
                .isEqualTo("0\n10\n0\n");
    }

    @Test
    void theDefinitionInForceSettlesWhatTheReaderLeavesOpen() {
        Build build = ledger.build(new StagedFacts()
                .contract(1, "2026-01-01", "'2026-03-10'", "'2026-02-10'", "10", 1)
                .until("2026-03-31"));
        Questions settled = by(Definitions.of(Map.of("a.yaml", AT_NOTICE)));

        assertThat(answer(settled, build, MOVES, List.of("churn"))).isEqualTo("0\n10\n0\n");
        assertThat(settled.ask(build, MOVES).definitions()).isEqualTo("activity@1,value@1,contracts@2");
        assertThat(answer(settled, build, MOVES.with("booked", "end"), List.of("churn")))
                .isEqualTo("0\n0\n10\n");
        assertThat(settled.ask(build, MOVES.with("booked", "end")).definitions())
                .isEqualTo("activity@1,value@1");
        assertThat(answer(build, MOVES.with("definition", "contracts@1"), List.of("churn")))
                .isEqualTo("0\n0\n10\n");
        assertThatThrownBy(() -> settled.ask(build, MOVES.with("definition", "value@1")))
                .hasMessageContaining("'value@1' says nothing about contracts");
    }

    @Test
    void aVersionNotYetValidOnTheLastDaySettlesNothing() {
        Build build = ledger.build(new StagedFacts()
                .contract(1, "2026-01-01", "'2026-02-10'", "'2026-01-10'", "10", 1)
                .until("2026-02-28"));

        assertThat(by(Definitions.of(Map.of(
                                "a.yaml",
                                AT_NOTICE.replace("2026-03-01", "2026-03-02"),
                                "b.yaml",
                                AT_NOTICE
                                        .replace("version: 2", "version: 1")
                                        .replace("2026-03-01", "1900-01-01")
                                        .replace("notice", "end"))))
                        .ask(build, MOVES)
                        .definitions())
                .isEqualTo("activity@1,value@1,contracts@1");
    }

    /** Customer 1 gives notice in February and leaves in March; customer 2 is away for 40 days; customer 3 stays within February. */
    @Test
    void aBridgeExplainsTheGapBetweenTwoVersionsInMoneyAndCustomers() {
        Build build = ledger.build(new StagedFacts()
                .contract(1, "2026-01-01", "'2026-03-10'", "'2026-02-10'", "10", 1)
                .contract(2, "2026-01-01", "'2026-01-10'", "7", 1)
                .contract(2, "2026-02-19", "NULL", "8", 1)
                .contract(3, "2026-02-03", "'2026-02-20'", "30", 1)
                .until("2026-03-31"));
        Definitions both = Definitions.of(Map.of(
                "a.yaml",
                AT_NOTICE,
                "b.yaml",
                AT_NOTICE
                        .replace("version: 2", "version: 1")
                        .replace("booked: notice", "booked: end")
                        .replace("counted", "ignored")
                        .replace("30", "any")));
        ContractsDefinition one = (ContractsDefinition) both.require("contracts@1");
        ContractsDefinition other = (ContractsDefinition) both.require("contracts@2");
        ContractBridges bridges = new ContractBridges(questions, build);

        ContractBridge bridge = bridges.between(one, other, february());
        assertThat(bridge.opening().moneyOne()).isEqualByComparingTo("10");
        assertThat(bridge.closing().gap()).isEqualByComparingTo("-10");
        assertThat(bridge.movements().stream()
                        .map(it -> "%s %d %d %d %s %s"
                                .formatted(
                                        it.name(),
                                        it.one(),
                                        it.other(),
                                        it.both(),
                                        text(it.moneyOne()),
                                        text(it.moneyOther())))
                        .toList())
                .containsExactly(
                        "new 0 2 0 0 38",
                        "reactivation 1 0 0 8 0",
                        "resumption 0 0 0 0 0",
                        "expansion 0 0 0 0 0",
                        "contraction 0 0 0 0 0",
                        "pause 0 0 0 0 0",
                        "churn 0 2 0 0 -40");
        assertThat(bridges.customers(one, other, february(), "churn", Side.OTHER_ONLY)
                        .rows())
                .hasSize(2);
        assertThat(bridges.customers(one, other, february(), "reactivation", Side.ONE_ONLY)
                        .rows()
                        .getFirst()
                        .getFirst())
                .isEqualTo(2L);
    }

    /** 100 a month since January; in February 30 are paid back. */
    @Test
    void aRefundStandsBesideOrLowersTheMonthOrItsMonthsOrEndsAPlanPaidForAYear() {
        Build build = ledger.build(new StagedFacts()
                .contract(1, "2026-01-01", "NULL", "'2026-02-03'", "1200", 12)
                .event(1, 1, "refund", "2026-02-10", "'2026-04-01'", "30", "15")
                .until("2026-04-30"));

        assertThat(closings(build, MOVES)).isEqualTo("100 100 100 100");
        assertThat(closings(build, MOVES.with("refunds", "month"))).isEqualTo("100 70 100 100");
        assertThat(closings(build, MOVES.with("refunds", "span"))).isEqualTo("100 85 85 100");
        assertThat(moves(build, MOVES.with("refunds", "yearly-end").in(february())))
                .isEqualTo("2026-02 100 0 0 0 100 0 0\n");
    }

    /** 100 a month; 20 less from February to the end of March, a coupon of 10 for the first ten days of May, 5 less for good since April. */
    @Test
    void aDiscountIsAContractionWhenItBeginsAndAnExpansionWhenItEnds() {
        Build build = ledger.build(new StagedFacts()
                .contract(1, "2026-01-01", "NULL", "100", 1)
                .event(1, 1, "discount", "2026-02-01", "'2026-04-01'", "20", "20")
                .event(1, 1, "discount", "2026-04-01", "NULL", "5", "5")
                .event(1, 1, "discount", "2026-05-25", "'2026-06-05'", "10", "10")
                .until("2026-05-31"));

        assertThat(moves(build, MOVES.with("discounts", "always"))).isEqualTo("""
                2026-01 0 100 0 0 0 0 100
                2026-02 100 0 0 20 0 0 80
                2026-03 80 0 0 0 0 0 80
                2026-04 80 0 15 0 0 0 95
                2026-05 95 0 0 10 0 0 85
                """);
        assertThat(closings(build, MOVES.with("discounts", "repeated"))).isEqualTo("100 80 80 95 95");
        assertThat(closings(build, MOVES.with("discounts", "lasting"))).isEqualTo("100 100 100 95 95");
        assertThat(closings(build, MOVES)).isEqualTo("100 100 100 100 100");
    }

    /** Paused in February and March. */
    @Test
    void aPauseIsWorthNothingOrALossAndAReturnOrStandsApart() {
        Build build = ledger.build(new StagedFacts()
                .contract(1, "2026-01-01", "NULL", "100", 1)
                .event(1, 1, "pause", "2026-02-10", "'2026-04-10'", "NULL", "NULL")
                .until("2026-04-30"));

        assertThat(closings(build, MOVES)).isEqualTo("100 100 100 100");
        assertThat(moves(build, MOVES.with("pauses", "zero"))).isEqualTo("""
                2026-01 0 100 0 0 0 0 100
                2026-02 100 0 0 100 0 0 0
                2026-03 0 0 0 0 0 0 0
                2026-04 0 0 100 0 0 0 100
                """);
        assertThat(answer(build, MOVES.with("pauses", "zero"), List.of("customers_closing", "customers_churn")))
                .isEqualTo("1 0\n1 0\n1 0\n1 0\n");
        assertThat(moves(build, MOVES.with("pauses", "lost"))).isEqualTo("""
                2026-01 0 100 0 0 0 0 100
                2026-02 100 0 0 0 100 0 0
                2026-03 0 0 0 0 0 0 0
                2026-04 0 0 0 0 0 100 100
                """);
        assertThat(answer(build, MOVES.with("pauses", "apart"), List.of("pause", "resumption", "churn", "closing")))
                .isEqualTo("0 0 0 100\n100 0 0 0\n0 0 0 0\n0 100 0 100\n");
    }

    /** Bills unpaid from 10 February to 5 April. */
    @Test
    void anUnpaidContractIsLostFromTheStatedDayUntilItIsPaid() {
        Build build = ledger.build(new StagedFacts()
                .contract(1, "2026-01-01", "NULL", "100", 1)
                .event(1, 1, "dunning", "2026-02-10", "'2026-04-05'", "NULL", "NULL")
                .until("2026-04-30"));

        assertThat(answer(build, MOVES.with("dunning_days", "18"), List.of("churn", "reactivation")))
                .isEqualTo("0 0\n100 0\n0 0\n0 100\n");
        assertThat(answer(build, MOVES.with("dunning_days", "19"), List.of("churn")))
                .isEqualTo("0\n0\n100\n0\n");
        assertThat(answer(build, MOVES.with("dunning_days", "54"), List.of("churn")))
                .isEqualTo("0\n0\n0\n0\n");
        assertThat(answer(
                        build,
                        MOVES.with("dunning_days", "18").with("recovered", "resumption"),
                        List.of("reactivation", "resumption")))
                .isEqualTo("0 0\n0 0\n0 0\n0 100\n");
    }

    /** Customer 1 is paused and has a discount for good, customer 2 gives notice and leaves later, customer 3 has got money back for a year ended early. */
    @Test
    void theWayFromOursToAVendorsRuleIsTakenSwitchBySwitchAndAddsUp() {
        Build build = ledger.build(new StagedFacts()
                .contract(1, "2026-01-01", "NULL", "100", 1)
                .contract(2, "2026-01-01", "'2026-03-10'", "'2026-02-10'", "40", 1)
                .contract(3, "2026-01-01", "'2027-01-01'", "1200", 12)
                .event(1, 1, "pause", "2026-02-05", "'2026-04-05'", "NULL", "NULL")
                .event(1, 1, "discount", "2026-02-01", "NULL", "10", "10")
                .event(3, 3, "refund", "2026-02-20", "NULL", "300", "300")
                .until("2026-03-31"));
        Definitions definitions = Definitions.of(Map.of());
        ContractsDefinition ours = (ContractsDefinition) definitions.require("contracts@1");
        ContractBridges bridges = new ContractBridges(questions, build);

        List<String> closings = Arrays.stream(ContractPreset.values())
                .map(preset -> preset.id() + " "
                        + text(bridges.steps(ours, (ContractsDefinition) definitions.require(preset.id()), february())
                                .last()
                                .of("closing")
                                .money()))
                .toList();
        assertThat(closings)
                .containsExactly(
                        "contracts/as-profitwell@1 40",
                        "contracts/as-chartmogul@1 240",
                        "contracts/as-maxio@1 200",
                        "contracts/as-chargebee@1 230",
                        "contracts/as-recharge@1 100",
                        "contracts/as-recurly@1 130",
                        "contracts/as-stripe@1 190");
        ContractSteps steps =
                bridges.steps(ours, (ContractsDefinition) definitions.require("contracts/as-profitwell@1"), february());
        assertThat(steps.steps().stream()
                        .map(it -> "%s %s %s %s %d"
                                .formatted(
                                        it.turned().key(),
                                        text(it.moved().of("contraction").money()),
                                        text(it.moved().of("churn").money()),
                                        text(it.moved().of("closing").money()),
                                        it.moved().of("closing").customers()))
                        .toList())
                .containsExactly(
                        "refunds 0 -100 -100 -1",
                        "discounts -10 0 -10 0",
                        "pauses -90 0 -90 0",
                        "dunning-days 0 0 0 0");
        assertThat(steps.gap().of("closing").money()).isEqualByComparingTo("-200");
    }

    private String closings(Build build, MetricQuery query) {
        return answer(build, query, List.of("closing")).strip().replace('\n', ' ');
    }

    private Questions by(Definitions definitions) {
        return new Questions(
                questions.catalogue(), ledger.engine, CompanyCalendar.utc(), Standards.NONE, () -> definitions);
    }

    @Test
    void aContractThatNeverRanMakesNobodyAReturner() {
        Build build = ledger.build(new StagedFacts()
                .contract(1, "2026-01-05", "'2026-01-05'", "10", 1)
                .contract(1, "2026-02-01", "NULL", "10", 1)
                .until("2026-02-28"));

        assertThat(moves(build, MOVES.in(february()))).isEqualTo("2026-02 0 10 0 0 0 0 10\n");
    }

    @Test
    void theRescueListPutsTheWorthiestFirstAndSaysWhatStays() {
        Build build = ledger.build(new StagedFacts()
                .contract(1, "2026-01-01", "'2026-03-01'", "'2026-02-10'", "10", 1)
                .contract(2, "2026-01-01", "NULL", "'2026-02-12'", "40", 1)
                .contract(2, "2026-01-01", "NULL", "5", 1)
                .contract(0, "2026-01-01", "NULL", "'2026-02-12'", "900", 1)
                .until("2026-02-20"));

        assertThat(answer(
                        build,
                        MetricQuery.of("rescue-list", Grain.MONTH).in(february()),
                        List.of("read_on", "customer", "days_left", "monthly", "value", "contracts_staying")))
                .isEqualTo("2026-02-20 c2 – 40 90 1\n2026-02-20 c1 9 10 20 0\n");
    }

    @Test
    void aSwitchThatSaysSomethingElseIsRefused() {
        Build build = noticeOf8June("2026-06-08");

        assertThatThrownBy(() -> questions.ask(build, MOVES.with("booked", "cancellation")))
                .hasMessageContaining("booked cannot be 'cancellation'");
        assertThatThrownBy(() -> questions.ask(
                        build, MOVES.with("reactivation_days", "ninety").rowsBehind(0)))
                .hasMessageContaining("reactivation_days cannot be 'ninety'");
    }

    private static Period february() {
        return CompanyCalendar.utc().parse("2026-02");
    }

    private String moves(Build build, MetricQuery query) {
        return answer(build, query, FLOW);
    }

    private String answer(Build build, MetricQuery query, List<String> columns) {
        return answer(questions, build, query, columns);
    }

    /** A line per row, values between blanks: money to the cent, rates as they are, nothing as a dash. */
    private static String answer(Questions questions, Build build, MetricQuery query, List<String> columns) {
        Answer answer = questions.ask(build, query);
        return IntStream.range(0, answer.rows().size())
                .mapToObj(row -> columns.stream()
                        .map(column -> column.equals("customer")
                                ? "c" + answer.value(row, column)
                                : text(answer.value(row, column)))
                        .collect(Collectors.joining(" ", "", "\n")))
                .collect(Collectors.joining());
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "–";
            case BigDecimal money when money.signum() == 0 -> "0";
            case BigDecimal money ->
                money.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
            case String rate when rate.matches("0\\.0+") -> "0";
            case String rate -> rate.replaceAll("^(-?\\d+\\.\\d*?)0+$", "$1").replaceAll("\\.$", "");
            default -> value.toString();
        };
    }
}
