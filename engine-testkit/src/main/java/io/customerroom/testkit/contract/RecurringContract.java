package io.customerroom.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Grain;
import io.customerroom.ledger.metrics.MetricQuery;
import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.oracle.ContractStays;
import io.customerroom.testkit.oracle.CustomerPeriod;
import io.customerroom.testkit.oracle.Oracle;
import io.customerroom.testkit.oracle.Plain;
import io.customerroom.testkit.oracle.RecurringMoves;
import io.customerroom.testkit.oracle.RecurringMoves.Switches;
import java.math.BigDecimal;
import java.util.List;

/** Movements of contracts under every switch, and the rescue list, against the oracle. */
record RecurringContract(Company company, Oracle oracle, CustomerKeys keys, BuiltLedger built) {

    private static final List<Switches> SWITCHES = List.of(
            Switches.standard(),
            new Switches(true, false, null),
            new Switches(false, true, 30),
            new Switches(true, true, 0));

    private static final List<String> COLUMNS = List.of(
            "period",
            "opening",
            "new",
            "expansion",
            "contraction",
            "churn",
            "reactivation",
            "closing",
            "customers_opening",
            "customers_new",
            "customers_expansion",
            "customers_contraction",
            "customers_churn",
            "customers_reactivation",
            "customers_closing");

    void movesAreTheOracles(Grain grain) {
        for (Switches switches : SWITCHES) {
            assertThat(Plain.lines(built.ask(query(grain, switches), COLUMNS)))
                    .as("%s by %s", switches, grain)
                    .isEqualTo(new RecurringMoves(company, oracle, switches).lines(grain.id()));
        }
        // By the paid end the closing is what the ledger itself keeps of the customers.
        assertThat(Plain.lines(built.ask(query(grain, Switches.standard()), List.of("period", "closing"))))
                .isEqualTo(oracle.periods(grain.id()).stream()
                        .map(span -> span.name() + "|"
                                + Plain.amount(oracle.customerPeriods(grain.id()).stream()
                                        .filter(row -> row.period().equals(span.name()))
                                        .map(CustomerPeriod::recurring)
                                        .reduce(BigDecimal.ZERO, BigDecimal::add)))
                        .toList());
    }

    private static MetricQuery query(Grain grain, Switches switches) {
        MetricQuery query = MetricQuery.of("recurring-value", grain);
        if (switches.atNotice()) {
            query = query.with("booked", "notice");
        }
        if (switches.inside()) {
            query = query.with("same_period", "counted");
        }
        Integer days = switches.days();
        return days == null ? query : query.with("reactivation_days", Integer.toString(days));
    }

    void staysAreTheOracles(Grain grain) {
        for (boolean atNotice : List.of(false, true)) {
            ContractStays stays = new ContractStays(company, oracle, atNotice);
            List<String> expected = oracle.periods(grain.id()).stream()
                    .flatMap(span -> stays.lines(span, customer -> "" + keys.known(customer)).stream())
                    .sorted()
                    .toList();
            MetricQuery query = MetricQuery.of("contract-stays", grain).with("booked", atNotice ? "notice" : "end");
            assertThat(Plain.lines(built.ask(
                            query.rowsBehind(0),
                            List.of(
                                    "period",
                                    "customer",
                                    "outcome",
                                    "reason",
                                    "started_on",
                                    "last_day",
                                    "months_before_records",
                                    "months",
                                    "monthly"))))
                    .as("%s, %s", grain, atNotice ? "notice" : "end")
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(expected).anyMatch(line -> line.contains("|lost|")).anyMatch(line -> line.contains("|staying|"));
            // The counts are the rows, added up.
            assertThat(built.ask(query, List.of("customers")).stream()
                            .mapToLong(Long::parseLong)
                            .sum())
                    .isEqualTo(expected.size());
        }
    }

    void theRescueListIsTheOracles(Grain grain) {
        List<String> listed = new RecurringMoves(company, oracle, Switches.standard())
                .rescue(grain.id(), customer -> "" + keys.known(customer));
        assertThat(listed).isNotEmpty();
        assertThat(Plain.lines(built.ask(
                        MetricQuery.of("rescue-list", grain),
                        List.of(
                                "period",
                                "read_on",
                                "customer",
                                "contract",
                                "noticed_on",
                                "last_day",
                                "days_left",
                                "monthly",
                                "value",
                                "contracts_staying"))))
                .containsExactlyInAnyOrderElementsOf(listed);
    }
}
