package io.customerroom.ledger.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Grain;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.build.LedgerFixture;
import io.customerroom.ledger.build.StagedFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionsTest {

    @TempDir
    Path folder;

    private LedgerFixture ledger;
    private Questions questions;

    @BeforeEach
    void open() {
        ledger = new LedgerFixture(folder).activity("lapse-days: 30");
        questions =
                new Questions(Catalogue.load(ledger.workspace, ledger.engine), ledger.engine, CompanyCalendar.utc());
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Build shop() {
        return ledger.build(new StagedFacts()
                .customer(1, "gold", "north")
                .customer(2, "gold", "south")
                .customer(3, "", "south")
                .purchase(1, "2026-01-10", "100")
                .purchase(1, "2026-02-05", "40")
                .purchase(2, "2026-01-10", "30")
                .purchase(3, "2026-02-20", "7.5")
                .purchase(0, "2026-02-21", "2.5")
                .until("2026-02-25"));
    }

    @Test
    void customerMathHasTheColumnsScriptsRelyOn() {
        Answer answer = questions.ask(shop(), MetricQuery.of("customer-math", Grain.MONTH));

        assertThat(AnswerWriter.json(answer)).isEqualTo("""
                        {"metric":"customer-math","through":"2026-02-25","known":"2030-01-01T00:00:00Z","definition":"activity@1,value@1",\
                        "columns":["period","opening","gained","regained","lost","closing","net","gained_inside","regained_inside","lost_inside"],\
                        "rows":[["2026-01",0,2,0,0,2,2,0,0,0],["2026-02",2,1,0,1,2,0,0,0,0]],\
                        "warnings":["2026-02 is not over: it is read as of 2026-02-25."]}""");
    }

    @Test
    void aTableIsReadInATerminalAndAFileInASpreadsheet() {
        Build build = ledger.build(new StagedFacts()
                .customer(1, "=cmd|A1", "a,\"b\"")
                .purchase(1, "2026-01-10", "1.50")
                .until("2026-01-31"));
        Answer answer =
                questions.ask(build, MetricQuery.of("revenue", Grain.MONTH).rowsBehind(0));

        assertThat(AnswerWriter.csv(answer))
                .isEqualTo("period,customer,segment,site,channel,state,orders,revenue\r\n"
                        + "2026-01,c1,'=cmd|A1,\"a,\"\"b\"\"\",,gained,1,1.5\r\n");
        assertThat(AnswerWriter.table(answer))
                .isEqualTo("period   customer  segment  site   channel  state   orders  revenue\n"
                        + "2026-01  c1        =cmd|A1  a,\"b\"           gained       1      1.5\n");
    }

    @Test
    void valueFlowsFromOpeningToClosing() {
        assertThat(table(MetricQuery.of("value-flow", Grain.MONTH))).isEqualTo("""
                        period   opening  gained  regained  increased  decreased  lost  closing  value_in  value_out
                        2026-01        0     130         0          0          0     0      130       130          0
                        2026-02      130     7.5         0         40          0    30    147.5       7.5         30
                        ! 2026-02 is not over: it is read as of 2026-02-25.
                        """);
    }

    @Test
    void unknownCustomersBelongToTheRevenueAndToNobody() {
        assertThat(table(MetricQuery.of("revenue", Grain.YEAR)))
                .startsWith("period  revenue  known_customers  unknown_customers  unknown_lines  orders  customers\n"
                        + "2026        180            177.5                2.5              1       4          3\n");
    }

    @Test
    void filtersReachEveryTableInBraces() {
        MetricQuery revenue = MetricQuery.of("revenue", Grain.YEAR);

        assertThat(revenueOf(revenue.where(Filters.none().and(Dimension.SEGMENT, "gold"))))
                .isEqualTo("170");
        assertThat(revenueOf(revenue.where(Filters.none().and(Dimension.SITE, "south"))))
                .isEqualTo("37.5");
        assertThat(revenueOf(revenue.where(
                        Filters.none().and(Dimension.SEGMENT, "gold").and(Dimension.SITE, "south"))))
                .isEqualTo("30");
        assertThat(revenueOf(revenue.where(Filters.none().and(Dimension.CHANNEL, ""))))
                .isEqualTo("180");
        assertThat(revenueOf(revenue.where(Filters.none().and(Dimension.SITE, "x'; DROP TABLE customer; --"))))
                .isEqualTo("0");
    }

    @Test
    void aSplitAsksOncePerValueAndTheOnesWithout() {
        assertThat(table(MetricQuery.of("customer-math", Grain.QUARTER).by(Dimension.SITE)))
                .startsWith("site   period   opening  gained  regained  lost  closing")
                .contains("north  2026-Q1        0       1         0     0        1")
                .contains("south  2026-Q1        0       1         0     0        1");
    }

    @Test
    void rowsBehindAFigureAreItsCustomers() {
        Answer lost = questions.ask(
                shop(),
                MetricQuery.of("customer-math", Grain.MONTH)
                        .in(CompanyCalendar.utc().parse("2026-02"))
                        .with("part", "lost")
                        .rowsBehind(10));

        assertThat(lost.rows().size()).isEqualTo(1);
        assertThat(lost.value(0, "customer")).isEqualTo(2L);
        assertThat(lost.total()).isEqualTo(1);
    }

    @Test
    void rowsOutsideTheReadersScopeAreCountedAndNotShownAndFiguresStayWhole() {
        Build build = shop();
        MetricQuery rows = MetricQuery.of("revenue", Grain.MONTH).rowsBehind(1);
        RowScope south = RowScope.of(List.of(), List.of("south"));
        Answer whole = questions.ask(build, rows.rowsBehind(0));
        Answer seen = questions.ask(build, rows.within(south));

        assertThat(whole.rows().size()).isEqualTo(4);
        assertThat(seen.rows().size()).isEqualTo(1);
        assertThat(seen.total()).isEqualTo(2);
        assertThat(seen.outside()).isEqualTo(2);
        assertThat(questions.ask(build, rows.rowsBehind(0).within(south)).rows().rows())
                .extracting(row -> row.get(1))
                .containsExactly(2L, 3L);
        assertThat(questions
                        .ask(build, rows.rowsBehind(0).within(RowScope.of(List.of("gold"), List.of("south"))))
                        .rows()
                        .rows())
                .extracting(row -> row.get(1))
                .containsExactly(2L);
        assertThat(questions
                        .ask(build, rows.rowsBehind(0).within(RowScope.of(List.of(""), List.of())))
                        .rows()
                        .rows())
                .extracting(row -> row.get(1))
                .containsExactly(3L);
        assertThat(questions.ask(build, rows.within(RowScope.nobody())).rows().rows())
                .isEmpty();
        assertThat(questions
                        .ask(build, MetricQuery.of("revenue", Grain.YEAR).within(south))
                        .value(0, "revenue"))
                .asString()
                .startsWith("180");
    }

    @Test
    void rowsWithinAScopeKeepTheOrderOfTheWhole() {
        Build build = shop();
        MetricQuery best = MetricQuery.of("customers", Grain.MONTH);
        List<List<Object>> whole = questions.ask(build, best).rows().rows().stream()
                .filter(row -> !Long.valueOf(1).equals(row.get(1)))
                .map(row -> List.<Object>of(String.valueOf(row)))
                .toList();

        assertThat(questions.ask(build, best.within(RowScope.of(List.of(), List.of("south")))).rows().rows().stream()
                        .map(row -> List.<Object>of(String.valueOf(row))))
                .containsExactlyElementsOf(whole);
    }

    @Test
    void aCustomerOutsideTheScopeIsAnsweredAsOneWhoDoesNotExist() {
        Build build = shop();
        MetricQuery one = MetricQuery.of("customers", Grain.MONTH).within(RowScope.of(List.of(), List.of("south")));
        Answer outside = questions.ask(build, one.with("customer", "1"));
        Answer absent = questions.ask(build, one.with("customer", "99"));

        assertThat(outside.rows().rows()).isEmpty();
        assertThat(outside.hash()).isEqualTo(absent.hash());
        assertThat(outside.outside()).isZero();
        assertThat(questions
                        .ask(
                                build,
                                MetricQuery.of("customer-facts", Grain.MONTH)
                                        .with("customer", "1")
                                        .within(one.scope()))
                        .rows()
                        .rows())
                .isEmpty();
        assertThat(questions.ask(build, one.with("customer", "2")).rows().rows())
                .isNotEmpty();
        assertThat(questions.within(build, one.scope(), Set.of(1L, 2L, 3L, 99L)))
                .containsExactlyInAnyOrder(2L, 3L);
    }

    @Test
    void aFileHoldsWhatTheScopeHolds() {
        assertThat(questions.write(
                        shop(),
                        MetricQuery.of("revenue", Grain.MONTH)
                                .rowsBehind(0)
                                .within(RowScope.of(List.of(), List.of("x' OR 1=1 --", "south"))),
                        folder.resolve("rows.parquet")))
                .isEqualTo(2);
    }

    @Test
    void aLimitStillTellsHowManyThereAre() {
        Answer answer =
                questions.ask(shop(), MetricQuery.of("customers", Grain.MONTH).limitedTo(2));

        assertThat(answer.rows().size()).isEqualTo(2);
        assertThat(answer.total()).isEqualTo(5);
    }

    @Test
    void equalQuestionsHaveEqualFingerprintsAndOtherParametersOthers() {
        Build build = shop();
        MetricQuery query = MetricQuery.of("customer-math", Grain.MONTH);
        Answer answer = questions.ask(build, query);

        assertThat(questions.ask(build, query).fingerprint()).isEqualTo(answer.fingerprint());
        assertThat(questions.ask(build, query).hash()).isEqualTo(answer.hash());
        assertThat(questions.ask(build, query.where(Filters.none().and(Dimension.SITE, "north"))))
                .satisfies(other -> {
                    assertThat(other.fingerprint()).isNotEqualTo(answer.fingerprint());
                    assertThat(other.hash()).isNotEqualTo(answer.hash());
                });
    }

    @Test
    void whatTheCardDoesNotAllowIsRefused() {
        Build build = shop();

        assertThatThrownBy(() -> questions.ask(
                        build,
                        MetricQuery.of("priority-contacts", Grain.MONTH)
                                .where(Filters.none().and(Dimension.SEGMENT, "gold"))))
                .hasFieldOrPropertyWithValue("code", "DIMENSION_NOT_ALLOWED");
        assertThatThrownBy(() -> questions.ask(
                        build, MetricQuery.of("revenue", Grain.MONTH).with("part", "lost")))
                .hasFieldOrPropertyWithValue("code", "PARAMETER_UNKNOWN");
        assertThatThrownBy(() -> questions.ask(
                        build, MetricQuery.of("customer-facts", Grain.MONTH).rowsBehind(1)))
                .hasFieldOrPropertyWithValue("code", "METRIC_HAS_NO_ROWS");
    }

    @Test
    void membersAreTheValuesCustomersHave() {
        assertThat(questions.members(shop(), Dimension.SEGMENT)).containsExactly("", "gold");
    }

    @Test
    void lossesAreTakenApartByTheReasonToldAndThoseWithoutOne() {
        StagedFacts facts = new StagedFacts()
                .purchase(1, "2026-01-10", "100")
                .purchase(2, "2026-01-10", "30")
                .sql(
                        "2026-02-01",
                        "INSERT INTO departure SELECT 'd1', 's', 1, TIMESTAMP '2026-02-01 10:00:00', DATE '2026-02-01', TIMESTAMP '2026-02-01 10:00:00', 1, DATE '2026-02-01', NULL, 'too expensive', NULL, 'b1'")
                .until("2026-02-28");

        assertThat(AnswerWriter.table(
                        questions.ask(ledger.build(facts), MetricQuery.of("leaving-reasons", Grain.MONTH))))
                .isEqualTo("""
                        period   reason         customers  value  departures
                        2026-02  too expensive          1    100           1
                        2026-02                         1     30           0
                        """);
    }

    @Test
    void V1_moreLeavingThanComingIsANetLossOfPeople() {
        StagedFacts facts = new StagedFacts();
        for (int customer = 1; customer <= 27; customer++) {
            facts.purchase(customer, "2026-01-31", "10");
        }
        for (int customer = 28; customer <= 49; customer++) {
            facts.purchase(customer, "2026-03-10", "10");
        }
        Answer answer =
                questions.ask(ledger.build(facts.until("2026-03-31")), MetricQuery.of("customer-math", Grain.MONTH));

        assertThat(answer.value(2, "gained")).isEqualTo(22L);
        assertThat(answer.value(2, "lost")).isEqualTo(27L);
        assertThat(answer.value(2, "net")).isEqualTo(-5L);
    }

    private String revenueOf(MetricQuery query) {
        Answer answer = questions.ask(shop(), query);
        return AnswerWriter.text(answer.columns().get(1), answer.value(0, "revenue"));
    }

    private String table(MetricQuery query) {
        return AnswerWriter.table(questions.ask(shop(), query));
    }
}
