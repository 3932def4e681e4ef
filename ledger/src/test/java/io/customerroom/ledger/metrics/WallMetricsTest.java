package io.customerroom.ledger.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Grain;
import io.customerroom.ledger.build.LedgerFixture;
import io.customerroom.ledger.build.StagedFacts;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WallMetricsTest {

    @TempDir
    Path folder;

    private LedgerFixture ledger;
    private final StagedFacts facts = new StagedFacts();
    private int line;

    @BeforeEach
    void open() {
        ledger = new LedgerFixture(folder).activity("lapse-days: 30");
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private String ask(MetricQuery query) {
        Questions questions =
                new Questions(Catalogue.load(ledger.workspace, ledger.engine), ledger.engine, CompanyCalendar.utc());
        return AnswerWriter.table(questions.ask(ledger.build(facts), query));
    }

    private String common(String customer, String day) {
        line++;
        return "'k%d', 's', %s, TIMESTAMP '%s 12:00:00', DATE '%s', TIMESTAMP '%s 12:00:00', %d"
                .formatted(line, customer, day, day, day, line);
    }

    private void ticket(String opened, String closed, String stage, String issue, String owner) {
        facts.sql(
                opened,
                "INSERT INTO ticket SELECT %s, 't%d', 'complaint', '%s', 'phone', '%s', DATE '%s', CAST(%s AS DATE), %s, NULL, 'b1'"
                        .formatted(common("1", opened), line, stage, issue, opened, closed, owner));
    }

    private void reading(String day, String value, int n) {
        facts.sql(
                day,
                "INSERT INTO operation SELECT %s, 'delivery', 'rescue', 'use', 'Ada', 'on time', '%%', 'at-least', 95, FALSE, 10, 2, %s, %d, NULL, NULL, NULL, NULL, NULL, 'b1'"
                        .formatted(common("NULL", day), value, n));
    }

    private void delivery(String promised, String actual) {
        facts.sql(
                promised,
                "INSERT INTO operation SELECT %s, 'repair', 'rescue', 'use', 'Bo', 'kept', '%%', 'at-least', 60, FALSE, 2, 1, NULL, NULL, TIMESTAMP '%s 00:00:00', TIMESTAMP '%s 00:00:00', DATE '%s', DATE '%s', NULL, 'b1'"
                        .formatted(common("7", promised), promised, actual, promised, actual));
    }

    private void answer(String day, String score, String weight) {
        facts.sql(
                day,
                "INSERT INTO feedback SELECT %s, 'f%d', NULL, NULL, 'nps', %s, 0, 10, %s, NULL, FALSE, NULL, 'b1'"
                        .formatted(common("NULL", day), line, score, weight));
    }

    @Test
    void recommendationIsPromotersLessDetractorsAndWeightsCount() {
        answer("2026-01-10", "10", "1.5");
        answer("2026-01-11", "9", "0.5");
        answer("2026-01-12", "8", "1");
        answer("2026-01-13", "6", "2");
        answer("2026-01-14", "NULL", "9");
        answer("2026-02-01", "0", "NULL");
        facts.until("2026-02-28");

        assertThat(ask(MetricQuery.of("net-promoter-score", Grain.MONTH))).isEqualTo("""
                period   n  promoters  passives  detractors  promoters_weight  detractors_weight  weight   nps  nps_low  nps_high  weighted_nps
                2026-01  4          2         1           1                 2                  2       5    25   -56.26       100             0
                2026-02  1          0         0           1                                               -100     -100      -100
                """);
    }

    @Test
    void aPromiseOfADayIsAMidnight() {
        delivery("2026-01-10", "2026-01-10");
        delivery("2026-01-11", "2026-01-12");
        facts.sql(
                "2026-01-12",
                "INSERT INTO operation SELECT %s, 'repair', 'rescue', 'use', 'Bo', 'kept', '%%', 'at-least', 60, FALSE, 2, 1, NULL, NULL, TIMESTAMP '2026-01-12 00:00:00', TIMESTAMP '2026-01-12 15:00:00', DATE '2026-01-12', DATE '2026-01-12', NULL, 'b1'"
                        .formatted(common("7", "2026-01-12")));
        facts.sql(
                "2026-01-13",
                "INSERT INTO operation SELECT %s, 'repair', 'rescue', 'use', 'Bo', 'kept', '%%', 'at-least', 60, FALSE, 2, 1, NULL, NULL, TIMESTAMP '2026-01-13 00:00:00', NULL, DATE '2026-01-13', NULL, NULL, 'b1'"
                        .formatted(common("7", "2026-01-13")));

        facts.until("2026-01-31");

        assertThat(ask(MetricQuery.of("punctuality", Grain.MONTH))).isEqualTo("""
                period   contact  measure  done  late_by_instant  late_by_day  not_done
                2026-01  repair   kept        3                2            1         1
                """);
    }

    @Test
    void ticketsAreOpenUntilTheDayTheyAreClosed() {
        ticket("2026-01-10", "'2026-01-31'", "use", "late", "'Ada'");
        ticket("2026-01-10", "'2026-02-01'", "use", "late", "'Ada'");
        ticket("2026-02-10", "NULL", "buy", "price", "NULL");
        ticket("2026-02-11", "'2026-04-01'", "buy", "price", "NULL");
        facts.until("2026-02-28");

        assertThat(ask(MetricQuery.of("tickets-by-stage", Grain.MONTH))).isEqualTo("""
                        period   stage  opened  closed  open  complaints_opened
                        2026-01  use         2       1     1                  2
                        2026-02  buy         2       0     2                  2
                        2026-02  use         0       1     0                  0
                        """);
        assertThat(ask(MetricQuery.of("top-issues", Grain.QUARTER))).startsWith("""
                        period   issue  stage  owner  opened  closed  open  customers  state
                        2026-Q1  price  buy                2       0     2          1  growing
                        2026-Q1  late   use    Ada         2       2     0          1  done
                        """);
    }

    @Test
    void aContactStandsAsItsNewestReadingsSay() {
        reading("2026-01-31", "94", 20);
        reading("2026-02-28", "90.5", 20);
        delivery("2026-02-10", "2026-02-10");
        delivery("2026-02-11", "2026-02-12");
        delivery("2026-02-12", "2026-02-13");
        facts.until("2026-02-28");

        assertThat(ask(MetricQuery.of("priority-contacts", Grain.MONTH))).isEqualTo("""
                        contact   contact_kind  stage  owner  measure  unit  direction  standard  strict  min_n  run_length  site  read_on         value   n  readings  standing  run
                        delivery  rescue        use    Ada    on time  %     at-least         95  false      10           2        2026-02-28       90.5  20         2  breach      2
                        repair    rescue        use    Bo     kept     %     at-least         60  false       2           1        2026-02-12  33.333333   3         1  breach      1
                        """);
        assertThat(ask(MetricQuery.of("priority-contacts", Grain.MONTH)
                        .in(CompanyCalendar.utc().parse("2026-01"))))
                .contains("2026-01-31     94  20         1  holds       1");
    }

    @Test
    void everyReadingSaysWhereItLiesAndHowItsContactStands() {
        reading("2026-01-31", "96", 20);
        reading("2026-02-27", "94", 9);
        reading("2026-02-28", "94", 20);
        delivery("2026-02-10", "2026-02-10");
        facts.until("2026-02-28");

        assertThat(ask(MetricQuery.of("contact-readings", Grain.MONTH).with("contact", "delivery")))
                .containsPattern("2026-02-28 +94 +20 +wrong +holds +1\n")
                .containsPattern("2026-02-27 +94 +9 +too-few +holds +1\n")
                .containsPattern("2026-01-31 +96 +20 +right +holds +1\n")
                .doesNotContain("repair");
        assertThat(ask(MetricQuery.of("contact-readings", Grain.MONTH).with("standing", "below")))
                .contains("delivery")
                .doesNotContain("repair");
        assertThat(ask(MetricQuery.of("contact-readings", Grain.MONTH)
                        .with("standing", "too-few")
                        .limitedTo(1)))
                .contains("repair")
                .doesNotContain("delivery");
        assertThatThrownBy(() ->
                        ask(MetricQuery.of("contact-readings", Grain.MONTH).with("standing", "splendid")))
                .hasMessageContaining("There is no standing 'splendid'.");
    }

    @Test
    void whoRecommendsUsTwiceIsOneRecommender() {
        for (String outcome : new String[] {"joined", "open"}) {
            facts.sql(
                    "2026-01-05",
                    "INSERT INTO referral SELECT %s, NULL, '%s', NULL, NULL, NULL, 'b1'"
                            .formatted(common("1", "2026-01-05"), outcome));
        }
        assertThat(ask(MetricQuery.of("recommenders", Grain.MONTH)))
                .startsWith("period   recommenders  referrals  joined\n2026-01             1          2       1\n");
    }

    @Test
    void theBridgeExplainsMonthsToQuarters() {
        facts.purchase(1, "2026-01-05", "10").purchase(1, "2026-03-25", "10").until("2026-03-31");

        assertThat(ask(MetricQuery.of("customer-math-bridge", Grain.QUARTER))).isEqualTo("""
                        period   gained_in_months  gained_inside  gained  regained_in_months  regained_inside  regained  lost_in_months  lost_inside  lost
                        2026-Q1                 1              0       1                   1                1         0               1            1     0
                        """);
    }

    @Test
    void contributionStandsBesideWhatCannotBeAttributed() {
        facts.purchase(1, "2026-01-05", "100", "60", "sale")
                .purchase(2, "2026-01-05", "10")
                .cost(1, "2026-01-06", "serve", "5")
                .cost(0, "2026-01-06", "serve", "7")
                .until("2026-01-31");

        assertThat(ask(MetricQuery.of("contribution", Grain.MONTH))).isEqualTo("""
                        period   revenue  cost_of_sales  cost_to_serve  cost_to_communicate  contribution  customers  revenue_without_cost  costs_without_contribution  costs_of_no_customer
                        2026-01      100             60              5                    0            35          1                    10                           0                     7
                        """);
    }

    @Test
    void segmentsHoldTheirCustomersAndValue() {
        facts.customer(1, "gold", "north")
                .purchase(1, "2026-01-05", "100", "60", "sale")
                .purchase(2, "2026-01-05", "10")
                .until("2026-01-31");

        assertThat(ask(MetricQuery.of("value-by-segment", Grain.MONTH))).isEqualTo("""
                        period   segment  customers  gained  regained  lost  value  revenue  contribution
                        2026-01  gold             1       1         0     0    100      100            40
                        2026-01                   1       1         0     0     10       10
                        """);
    }

    @Test
    void aCustomersFactsComeNewestFirst() {
        facts.purchase(1, "2026-01-05", "10")
                .cost(1, "2026-01-07", "serve", "2")
                .purchase(2, "2026-01-06", "3");

        assertThat(ask(MetricQuery.of("customer-facts", Grain.MONTH).with("customer", "1")))
                .startsWith("""
                        kind      occurred_on  source  key  what   detail  amount  site  batch  line  told_in  original  rate  rate_on
                        cost      2026-01-07   s       2    visit  serve        2        b1        2
                        purchase  2026-01-05   s       1    p      sale        10        b1        1
                        """);
    }
}
