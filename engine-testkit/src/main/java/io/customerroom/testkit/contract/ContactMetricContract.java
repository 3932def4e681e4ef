package io.customerroom.testkit.contract;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.metrics.Catalogue;
import io.customerroom.ledger.metrics.MetricQuery;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.ContractEvent;
import io.customerroom.testkit.company.Fact;
import io.customerroom.testkit.company.RandomCompany;
import io.customerroom.testkit.company.RandomContacts;
import io.customerroom.testkit.company.RandomEvents;
import io.customerroom.testkit.oracle.Changes;
import io.customerroom.testkit.oracle.Contacts;
import io.customerroom.testkit.oracle.CustomerPeriod;
import io.customerroom.testkit.oracle.Oracle;
import io.customerroom.testkit.oracle.Plain;
import io.customerroom.testkit.oracle.Rules;
import io.customerroom.testkit.oracle.Span;
import io.customerroom.testkit.oracle.TicketWalk;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The built-in metrics of a random company whose customers complain, answer, are measured and promised things, against the oracle: read in the middle of a
 * month, when some of it is not known yet and some promises are not due.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ContactMetricContract {

    private static final LocalDate THROUGH = LocalDate.parse("2024-10-17");
    private static final Instant KNOWN = Instant.parse("2024-10-25T12:00:00Z");
    private static final long SEED = 20_261_122L;

    /** Metrics without an oracle, and why. */
    private static final Map<String, String> EXCEPTIONS = Map.of();

    @TempDir
    static Path folder;

    private final Company company = RandomContacts.around(RandomCompany.of(SEED, 60, 45), SEED);
    private final Oracle oracle = new Oracle(company, Rules.lapse(45), THROUGH, KNOWN);
    private final Contacts contacts = new Contacts(company, oracle);
    private final CustomerKeys keys = new CustomerKeys(company);
    private final List<ContractEvent> events = RandomEvents.around(company, SEED);
    private Engine engine;
    private BuiltLedger built;

    /** A fresh engine that may use the folder for what it spills. */
    protected abstract Engine start(Path folder);

    @BeforeAll
    void build() {
        engine = start(folder.resolve("engine"));
        built = BuiltLedger.of(
                engine,
                folder.resolve("workspace"),
                new CompanyFacts(company, events),
                new CompanyCalendar(company.zone(), company.fiscalYearStart(), DayOfWeek.MONDAY),
                Rules.lapse(45),
                THROUGH,
                KNOWN);
    }

    @AfterAll
    void close() {
        built.close();
        engine.close();
    }

    @Test
    void everyMetricOfTheCatalogueHasAnOracle() {
        TreeSet<String> checked = new TreeSet<>(EXCEPTIONS.keySet());
        Stream.of(
                        MetricContract.class,
                        ContactMetricContract.class,
                        AuditMetricContract.class,
                        CostMetricContract.class,
                        QualityMetricContract.class,
                        StayingMetricContract.class)
                .flatMap(contract -> Arrays.stream(contract.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> method.getAnnotation(Checks.class))
                .filter(Objects::nonNull)
                .forEach(checks -> checked.addAll(List.of(checks.value())));
        assertThat(checked)
                .containsExactlyElementsOf(
                        Catalogue.load(new Workspace(folder.resolve("workspace")), engine).all().stream()
                                .map(metric -> metric.card().name())
                                .toList());
    }

    @Test
    @Checks("net-promoter-score")
    void recommendationIsTheOracles() {
        for (Grain grain : Grain.values()) {
            assertThat(ask("net-promoter-score", grain, "period", "n", "promoters", "passives", "detractors", "nps"))
                    .isEqualTo(lines(grain, contacts::recommendation));
        }
    }

    @Test
    @Checks("punctuality")
    void aPromiseIsKeptMissedOrNotDueAsTheOracleSees() {
        for (Grain grain : Grain.values()) {
            assertThat(ask(
                            "punctuality",
                            grain,
                            "period",
                            "contact",
                            "measure",
                            "done",
                            "late_by_instant",
                            "late_by_day",
                            "not_done"))
                    .isEqualTo(lines(grain, contacts::punctuality));
        }
    }

    @Test
    @Checks("contact-inventory")
    void whatPassesThroughEachContactIsTheOracles() {
        for (Grain grain : Grain.values()) {
            assertThat(ask(
                            "contact-inventory",
                            grain,
                            "period",
                            "contact",
                            "stage",
                            "contact_kind",
                            "owner",
                            "tickets",
                            "complaints",
                            "answers",
                            "customers",
                            "value",
                            "readings"))
                    .isEqualTo(lines(grain, contacts::inventory));
        }
    }

    @Test
    @Checks({"contact-readings", "priority-contacts"})
    void everyReadingSaysAndStandsAsTheOraclesInEveryMonth() {
        List<String> columns =
                List.of("contact", "measure", "site", "read_on", "value", "n", "says", "standing", "run");
        for (Span span : oracle.periods("month")) {
            List<String> readings = contacts.readings(span);
            MetricQuery query = MetricQuery.of("contact-readings", Grain.MONTH).in(period(span));
            assertThat(Plain.lines(built.ask(query, columns))).as(span.name()).isEqualTo(readings);
            Map<String, String> newest = new TreeMap<>();
            for (String line : readings.reversed()) {
                newest.put(line.replaceAll("^([^|]*\\|[^|]*\\|[^|]*)\\|.*", "$1"), line);
            }
            assertThat(Plain.lines(built.ask(
                            MetricQuery.of("priority-contacts", Grain.MONTH).in(period(span)),
                            List.of("contact", "measure", "site", "read_on", "value", "n", "standing", "run"))))
                    .containsExactlyInAnyOrderElementsOf(newest.values().stream()
                            .map(line -> line.replaceAll("\\|(right|wrong|too-few)(\\|[^|]*\\|[^|]*)$", "$2"))
                            .toList());
        }
    }

    @Test
    @Checks("why-changed")
    void whyItChangedIsTheOraclesForEverySplit() {
        for (Grain grain : Grain.values()) {
            assertThat(ask(
                            "why-changed",
                            grain,
                            "period",
                            "split",
                            "part",
                            "reason",
                            "customers_before",
                            "customers",
                            "came_before",
                            "came",
                            "left_before",
                            "left_now",
                            "value_before",
                            "value"))
                    .containsExactlyInAnyOrderElementsOf(new Changes(company, oracle).lines(grain.id()));
        }
    }

    @Test
    @Checks({"value-by-segment", "value-by-site"})
    void theValueOfSegmentsAndSitesIsTheOracles() {
        for (Grain grain : Grain.values()) {
            isSplit(grain, "segment", CustomerPeriod::segment);
            isSplit(grain, "site", CustomerPeriod::site);
        }
    }

    private void isSplit(Grain grain, String split, Function<CustomerPeriod, @Nullable String> trait) {
        Map<String, List<CustomerPeriod>> parts = new TreeMap<>();
        for (CustomerPeriod row : oracle.customerPeriods(grain.id())) {
            parts.computeIfAbsent(row.period() + "|" + text(trait.apply(row)), key -> new ArrayList<>())
                    .add(row);
        }
        assertThat(ask(
                        "value-by-" + split,
                        grain,
                        "period",
                        split,
                        "customers",
                        "gained",
                        "regained",
                        "lost",
                        "value",
                        "revenue",
                        "contribution"))
                .containsExactlyInAnyOrderElementsOf(parts.entrySet().stream()
                        .map(part -> part.getKey() + "|"
                                + part.getValue().stream()
                                        .mapToInt(CustomerPeriod::closing)
                                        .sum()
                                + "|"
                                + part.getValue().stream()
                                        .mapToInt(CustomerPeriod::gained)
                                        .sum()
                                + "|"
                                + part.getValue().stream()
                                        .mapToInt(CustomerPeriod::regained)
                                        .sum()
                                + "|"
                                + part.getValue().stream()
                                        .mapToInt(CustomerPeriod::lost)
                                        .sum()
                                + "|"
                                + sum(
                                        part.getValue().stream()
                                                .filter(row -> row.closing() == 1)
                                                .toList(),
                                        CustomerPeriod::value,
                                        BigDecimal.ZERO)
                                + "|" + sum(part.getValue(), CustomerPeriod::revenue, BigDecimal.ZERO) + "|"
                                + sum(part.getValue(), CustomerPeriod::contribution, null))
                        .toList());
    }

    @Test
    @Checks("customers")
    void everyCustomersRowIsTheOracles() {
        for (Grain grain : Grain.values()) {
            assertThat(ask(
                            "customers",
                            grain,
                            "period",
                            "customer",
                            "segment",
                            "site",
                            "channel",
                            "state",
                            "orders",
                            "revenue",
                            "contribution",
                            "recurring",
                            "value",
                            "prior_value"))
                    .containsExactlyInAnyOrderElementsOf(oracle.customerPeriods(grain.id()).stream()
                            .map(row -> Stream.of(
                                            row.period(),
                                            "" + keys.known(row.customer()),
                                            text(row.segment()),
                                            text(row.site()),
                                            text(row.channel()),
                                            row.state(),
                                            "" + row.orders(),
                                            Plain.amount(row.revenue()),
                                            Plain.amount(row.contribution()),
                                            Plain.amount(row.recurring()),
                                            Plain.amount(row.value()),
                                            Plain.amount(row.priorValue()))
                                    .collect(joining("|")))
                            .toList());
        }
    }

    @Test
    @Checks("unknown-customer")
    void whatNobodyBoughtIsTheOracles() {
        for (Grain grain : Grain.values()) {
            assertThat(ask("unknown-customer", grain, "period", "site", "lines", "revenue", "cost_of_sales"))
                    .containsExactlyInAnyOrderElementsOf(oracle.unknownPeriods(grain.id()).stream()
                            .map(row -> "%s|%s|%d|%s|%s"
                                    .formatted(
                                            row.period(),
                                            text(row.site()),
                                            row.lines(),
                                            Plain.amount(row.revenue()),
                                            Plain.amount(row.costOfSales())))
                            .toList());
        }
    }

    @Test
    @Checks({"contract-events", "contract-stays", "recurring-value", "rescue-list"})
    void contractsMoveAsTheOraclesDoHoweverTheSwitchesStand() {
        RecurringContract contracts = new RecurringContract(company, events, oracle, keys, built);
        contracts.everyChoiceMovesSomething();
        for (Grain grain : Grain.values()) {
            contracts.movesAreTheOracles(grain);
            contracts.theRescueListIsTheOracles(grain);
            contracts.whatBefellContractsIsTheOracles(grain);
            contracts.staysAreTheOracles(grain);
        }
    }

    @Test
    @Checks({"issue-flow", "ticket-nature", "open-ticket-age", "feedback-by-theme"})
    void ticketsComeGoAndWaitAsTheOracleSees() {
        for (TicketWalk.Walked walked : new TicketWalk(company, oracle).all()) {
            for (Grain grain : Grain.values()) {
                assertThat(ask(walked.metric(), grain, walked.columns().toArray(String[]::new)))
                        .containsExactlyInAnyOrderElementsOf(lines(grain, walked.lines()));
            }
        }
    }

    @Test
    @Checks({"referral-asset", "recommended-by", "recommending-rate", "referral-replies"})
    void whoBringsOthersIsTheOraclesAndNobodyIsBroughtTwice() {
        AdvocacyContract advocates = new AdvocacyContract(company, oracle, keys, built);
        for (Grain grain : List.of(Grain.MONTH, Grain.QUARTER, Grain.YEAR)) {
            advocates.referredCustomersAddUp(grain);
            advocates.groupsAndRepliesAreTheOracles(grain);
        }
    }

    @Test
    @Checks("programme-base")
    void whatBecameOfCustomersIsTheOracles() {
        AdvocacyContract advocates = new AdvocacyContract(company, oracle, keys, built);
        advocates.customersAreFollowedAsTheOracleFollowsThem(Grain.MONTH);
        advocates.customersAreFollowedAsTheOracleFollowsThem(Grain.QUARTER);
    }

    @Test
    @Checks("customer-facts")
    void aCustomersFactsAreAllOfTheirs() {
        Map<String, List<String>> facts = new TreeMap<>();
        collect(facts, "purchase", oracle.inForce(company.purchases()));
        collect(facts, "contract", oracle.inForce(company.contracts()));
        collect(facts, "contract_event", oracle.inForce(events));
        collect(facts, "ticket", oracle.inForce(company.tickets()));
        collect(facts, "feedback", oracle.inForce(company.feedback()));
        collect(facts, "operation", oracle.inForce(company.operations()));
        collect(facts, "departure", oracle.inForce(company.departures()));
        collect(facts, "referral", oracle.inForce(company.referrals()));
        collect(facts, "cost", oracle.inForce(company.costs()));
        facts.entrySet().stream()
                .limit(25)
                .forEach(customer -> assertThat(built.ask(
                                MetricQuery.of("customer-facts", Grain.MONTH)
                                        .with("customer", "" + keys.known(customer.getKey())),
                                List.of("kind", "occurred_on", "source", "key")))
                        .containsExactlyInAnyOrderElementsOf(customer.getValue()));
    }

    private void collect(Map<String, List<String>> facts, String kind, List<? extends Fact> inForce) {
        for (Fact fact : inForce) {
            String customer = oracle.customer(fact.customer());
            if (customer != null) {
                facts.computeIfAbsent(customer, key -> new ArrayList<>())
                        .add(kind + "|" + fact.on() + "|" + fact.source() + "|" + fact.key());
            }
        }
    }

    private List<String> ask(String metric, Grain grain, String... columns) {
        return Plain.lines(built.ask(MetricQuery.of(metric, grain), List.of(columns)));
    }

    private List<String> lines(Grain grain, Function<Span, List<String>> oracles) {
        return oracle.periods(grain.id()).stream()
                .flatMap(span -> oracles.apply(span).stream())
                .toList();
    }

    private static Period period(Span span) {
        return new Period(Grain.MONTH, span.name(), span.startsOn(), span.endsOn());
    }

    private static String sum(
            List<CustomerPeriod> rows,
            Function<CustomerPeriod, @Nullable BigDecimal> amount,
            @Nullable BigDecimal nothing) {
        return Plain.amount(rows.stream()
                .map(amount)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(nothing));
    }

    private static String text(@Nullable String word) {
        return Objects.requireNonNullElse(word, "");
    }
}
