package io.customerroom.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Grain;
import io.customerroom.ledger.definitions.ContractSwitch;
import io.customerroom.ledger.definitions.ContractSwitches;
import io.customerroom.ledger.metrics.MetricQuery;
import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.ContractEvent;
import io.customerroom.testkit.oracle.Befallen;
import io.customerroom.testkit.oracle.ContractStays;
import io.customerroom.testkit.oracle.CustomerPeriod;
import io.customerroom.testkit.oracle.Oracle;
import io.customerroom.testkit.oracle.Plain;
import io.customerroom.testkit.oracle.RecurringMoves;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Movements of contracts under every switch, and the rescue list, against the oracle. */
record RecurringContract(
        Company company, List<ContractEvent> events, Oracle oracle, CustomerKeys keys, BuiltLedger built) {

    /** So many random combinations of all switches by months, and for each other grain. */
    private static final int COMBINED = 6;

    private static final int COMBINED_OTHERWISE = 2;

    /** Stays are followed for one in so many of them. */
    private static final int STAYS_OF = 3;

    private static final Map<ContractSwitch, List<String>> CHOICES = Map.of(
            ContractSwitch.REACTIVATION_DAYS,
            List.of("any", "0", "30"),
            ContractSwitch.DUNNING_DAYS,
            List.of("never", "0", "10"));

    private static final Set<ContractSwitch> STAYING = EnumSet.of(
            ContractSwitch.BOOKED,
            ContractSwitch.REFUNDS,
            ContractSwitch.DISCOUNTS,
            ContractSwitch.PAUSES,
            ContractSwitch.DUNNING_DAYS);

    private static final List<String> COLUMNS = List.of(
            "period",
            "opening",
            "new",
            "expansion",
            "contraction",
            "churn",
            "reactivation",
            "resumption",
            "pause",
            "closing",
            "customers_opening",
            "customers_new",
            "customers_expansion",
            "customers_contraction",
            "customers_churn",
            "customers_reactivation",
            "customers_resumption",
            "customers_pause",
            "customers_closing");

    void movesAreTheOracles(Grain grain) {
        List<ContractSwitches> sampled = sampled(grain);
        Map<String, List<String>> atOnce = atOnce(sampled, grain);
        for (ContractSwitches switches : sampled) {
            assertThat(atOnce.get(way(switches)))
                    .as("%s by %s", switches, grain)
                    .isEqualTo(moves(switches, grain));
        }
        ContractSwitches last = sampled.getLast();
        assertThat(Plain.lines(built.ask(query(grain, last), COLUMNS)))
                .as("asked alone")
                .isEqualTo(atOnce.get(way(last)));
        // By the paid end the closing is what the ledger itself keeps of the customers.
        assertThat(Plain.lines(built.ask(query(grain, ContractSwitches.USUAL), List.of("period", "closing"))))
                .isEqualTo(oracle.periods(grain.id()).stream()
                        .map(span -> span.name() + "|"
                                + Plain.amount(oracle.customerPeriods(grain.id()).stream()
                                        .filter(row -> row.period().equals(span.name()))
                                        .map(CustomerPeriod::recurring)
                                        .reduce(BigDecimal.ZERO, BigDecimal::add)))
                        .toList());
    }

    /** All of them in one question, which must not mix them up. */
    private Map<String, List<String>> atOnce(List<ContractSwitches> sampled, Grain grain) {
        List<String> columns = new ArrayList<>(List.of("otherwise"));
        columns.addAll(COLUMNS);
        MetricQuery query = MetricQuery.of("recurring-value", grain)
                .with("otherwise", sampled.stream().map(RecurringContract::way).collect(Collectors.joining(";")));
        return Plain.lines(built.ask(query, columns)).stream()
                .collect(Collectors.groupingBy(
                        line -> line.substring(0, line.indexOf('|')),
                        Collectors.mapping(line -> line.substring(line.indexOf('|') + 1), Collectors.toList())));
    }

    private static String way(ContractSwitches switches) {
        return switches.parameters().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(","));
    }

    private List<String> moves(ContractSwitches switches, Grain grain) {
        return new RecurringMoves(company, events, oracle, switches).lines(grain.id());
    }

    /** What is sampled can tell: by months every choice alone moves something. */
    void everyChoiceMovesSomething() {
        for (ContractSwitches switches : alone()) {
            ContractSwitches other = switches.of(ContractSwitch.RECOVERED).equals("reactivation")
                    ? ContractSwitches.USUAL
                    : switches.with(ContractSwitch.RECOVERED, "reactivation");
            assertThat(moves(switches, Grain.MONTH)).as(switches.toString()).isNotEqualTo(moves(other, Grain.MONTH));
        }
    }

    /** The usual one; by months each other choice alone; and combinations drawn anew for each grain. */
    private static List<ContractSwitches> sampled(Grain grain) {
        List<ContractSwitches> sampled = new ArrayList<>(List.of(ContractSwitches.USUAL));
        if (grain == Grain.MONTH) {
            sampled.addAll(alone());
        }
        Random random = new Random(grain.ordinal());
        for (int i = grain == Grain.MONTH ? 0 : COMBINED - COMBINED_OTHERWISE; i < COMBINED; i++) {
            ContractSwitches drawn = ContractSwitches.USUAL;
            for (ContractSwitch each : ContractSwitch.values()) {
                drawn = drawn.with(
                        each, choices(each).get(random.nextInt(choices(each).size())));
            }
            sampled.add(drawn);
        }
        return sampled;
    }

    private static List<ContractSwitches> alone() {
        List<ContractSwitches> alone = new ArrayList<>();
        for (ContractSwitch each : ContractSwitch.values()) {
            ContractSwitches base = each == ContractSwitch.RECOVERED
                    ? ContractSwitches.USUAL.with(ContractSwitch.DUNNING_DAYS, "10")
                    : ContractSwitches.USUAL;
            choices(each).stream()
                    .skip(1)
                    .map(choice -> base.with(each, choice))
                    .forEach(alone::add);
        }
        return alone;
    }

    private static List<String> choices(ContractSwitch of) {
        return CHOICES.getOrDefault(of, of.words());
    }

    private static MetricQuery query(Grain grain, ContractSwitches switches) {
        return query("recurring-value", grain, switches);
    }

    private static MetricQuery query(String metric, Grain grain, ContractSwitches switches) {
        MetricQuery query = MetricQuery.of(metric, grain);
        for (Map.Entry<ContractSwitch, String> each : switches.values().entrySet()) {
            boolean told = metric.equals("recurring-value")
                    ? each.getKey() != ContractSwitch.RECORDS_FROM
                    : STAYING.contains(each.getKey());
            query = told ? query.with(each.getKey().parameter(), each.getValue()) : query;
        }
        return query;
    }

    void staysAreTheOracles(Grain grain) {
        List<ContractSwitches> sampled = sampled(grain);
        for (int i = 0; i < sampled.size(); i += STAYS_OF) {
            ContractSwitches switches = sampled.get(i);
            ContractStays stays = new ContractStays(company, events, oracle, switches);
            List<String> expected = oracle.periods(grain.id()).stream()
                    .flatMap(span -> stays.lines(span, customer -> "" + keys.known(customer)).stream())
                    .sorted()
                    .toList();
            MetricQuery query = query("contract-stays", grain, switches);
            assertThat(stays(query)).as("%s, %s", grain, switches).containsExactlyInAnyOrderElementsOf(expected);
            String someone = expected.getFirst().split("\\|", -1)[1];
            assertThat(stays(query.with("customer", someone)))
                    .as("of one customer alone")
                    .containsExactlyInAnyOrderElementsOf(expected.stream()
                            .filter(line -> line.split("\\|", -1)[1].equals(someone))
                            .toList());
            assertThat(expected).anyMatch(line -> line.contains("|lost|")).anyMatch(line -> line.contains("|staying|"));
            // The counts are the rows, added up.
            assertThat(built.ask(query, List.of("customers")).stream()
                            .mapToLong(Long::parseLong)
                            .sum())
                    .isEqualTo(expected.size());
        }
    }

    private List<String> stays(MetricQuery query) {
        return Plain.lines(built.ask(
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
                        "monthly")));
    }

    void whatBefellContractsIsTheOracles(Grain grain) {
        List<String> expected = new Befallen(company, events, oracle).lines(grain.id());
        assertThat(expected).anyMatch(line -> line.contains("|pause|")).anyMatch(line -> line.contains("|refund|"));
        MetricQuery query = MetricQuery.of("contract-events", grain);
        assertThat(Plain.lines(built.ask(
                        query,
                        List.of(
                                "period",
                                "event_kind",
                                "begun",
                                "contracts",
                                "customers",
                                "lasting",
                                "refunded",
                                "off_monthly"))))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(built.ask(query.with("kind", "refund").rowsBehind(0), List.of("amount")))
                .as("every refund is a row")
                .hasSize(expected.stream()
                        .filter(line -> line.contains("|refund|"))
                        .mapToInt(line -> Integer.parseInt(line.split("\\|")[2]))
                        .sum());
    }

    void theRescueListIsTheOracles(Grain grain) {
        List<String> listed = new RecurringMoves(company, events, oracle, ContractSwitches.USUAL)
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
