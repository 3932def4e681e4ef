package io.customerroom.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Grain;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.metrics.MetricQuery;
import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.Contract;
import io.customerroom.testkit.company.Purchase;
import io.customerroom.testkit.company.RandomCompany;
import io.customerroom.testkit.company.Ticket;
import io.customerroom.testkit.oracle.Costing;
import io.customerroom.testkit.oracle.Oracle;
import io.customerroom.testkit.oracle.Plain;
import io.customerroom.testkit.oracle.Rules;
import io.customerroom.testkit.oracle.Span;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Costs of a random company under cost rules, against the oracle. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class CostMetricContract {

    private static final LocalDate THROUGH = LocalDate.parse("2025-01-20");
    private static final Instant KNOWN = Instant.parse("2029-01-01T00:00:00Z");

    @TempDir
    static Path folder;

    private final Company company = complaining(RandomCompany.of(20_261_123L, 60, 45));
    private final Oracle oracle = new Oracle(company, Rules.lapse(180), THROUGH, KNOWN);
    private final Costing costing = new Costing(oracle, company);
    private Engine engine;
    private BuiltLedger built;

    /** A fresh engine that may use the folder for what it spills. */
    protected abstract Engine start(Path folder);

    @BeforeAll
    void build() {
        engine = start(folder.resolve("engine"));
        built = BuiltLedger.of(
                engine, folder.resolve("workspace"), company, Rules.lapse(180), THROUGH, KNOWN, Costing.RULES);
    }

    @AfterAll
    void close() {
        built.close();
        engine.close();
    }

    /**
     * Complaints now and then; every fifth ticket is a request, every seventh nobody's. Twelve have had a contract since the beginning, and every fourth of them ends it;
     * six more buy every second month, and every third of them stops.
     */
    private static Company complaining(Company company) {
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            LocalDate day = LocalDate.parse("2023-12-01").plusDays(i * 5 % 400);
            Instant at = day.atStartOfDay(company.zone()).toInstant();
            tickets.add(new Ticket(
                    "desk",
                    "t" + i,
                    i % 7 == 0 ? null : "c%04d".formatted(i * 3 % 60),
                    at,
                    day,
                    at,
                    "Use",
                    null,
                    null,
                    i % 5 == 0 ? "request" : "complaint",
                    null,
                    null,
                    i % 4 == 0 ? "north" : null));
        }
        List<Contract> contracts = new ArrayList<>(company.contracts());
        List<Purchase> purchases = new ArrayList<>(company.purchases());
        for (int i = 0; i < 18; i++) {
            LocalDate day = LocalDate.parse("2023-11-25");
            Instant at = day.atStartOfDay(company.zone()).toInstant();
            String customer = "c%04d".formatted(i * 3);
            if (i < 12) {
                LocalDate end = i % 4 == 0 ? LocalDate.parse("2025-01-10") : null;
                contracts.add(new Contract(
                        "crm", "old" + i, customer, at, day, at, "plan", end, end, BigDecimal.TEN, 1, null, null));
            } else {
                for (int order = 0; order < (i % 3 == 0 ? 3 : 7); order++) {
                    LocalDate on = day.plusDays(60L * order);
                    Instant then = on.atStartOfDay(company.zone()).toInstant();
                    purchases.add(new Purchase(
                            "till",
                            "old%d-%d".formatted(i, order),
                            "1",
                            customer,
                            then,
                            on,
                            then,
                            "sale",
                            "thing",
                            BigDecimal.TEN,
                            BigDecimal.ONE,
                            null,
                            "web"));
                }
            }
        }
        return new Company(
                company.zone(),
                company.fiscalYearStart(),
                company.customers(),
                purchases,
                contracts,
                tickets,
                company.feedback(),
                company.operations(),
                company.departures(),
                company.referrals(),
                company.costs(),
                company.links());
    }

    @Test
    @Checks("activity-costs")
    void activitiesCostWhatTheOraclesBookSays() {
        for (Grain grain : List.of(Grain.MONTH, Grain.QUARTER)) {
            assertThat(ask(
                            "activity-costs",
                            grain,
                            "period",
                            "cost_kind",
                            "activity",
                            "customers",
                            "uncosted",
                            "imported",
                            "timed",
                            "shared",
                            "amount",
                            "company"))
                    .containsExactlyInAnyOrderElementsOf(lines(grain, costing::activities))
                    .hasSizeGreaterThan(15);
        }
    }

    @Test
    void eventsBeforeTheFirstRateAreCountedAndCostNothing() {
        List<String> counted = ask("activity-costs", Grain.QUARTER, "activity", "uncosted").stream()
                .filter(line -> !line.endsWith("|0"))
                .toList();

        assertThat(counted)
                .anyMatch(line -> line.startsWith("delivery|"))
                .anyMatch(line -> line.startsWith("complaint|"))
                .noneMatch(line -> line.startsWith("return|"));
        assertThat(counted.stream()
                        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf('|') + 1)))
                        .sum())
                .isEqualTo(Long.parseLong(built.lines("""
                        SELECT CAST(SUM(events) AS BIGINT) FROM cost_entry WHERE entry = 'not costed' AND amount = 0 AND minutes = 0""").getFirst()));
    }

    @Test
    void everyCentThatIsSharedIsTheOracles() {
        assertThat(Plain.lines(built.lines("""
                        SELECT occurred_on, amount FROM cost_entry WHERE customer IS NOT NULL AND entry = 'shared' ORDER BY occurred_on, amount"""))).isEqualTo(costing.shared()).hasSizeGreaterThan(50);
    }

    @Test
    void sixMonthsAreThoseToThePeriodsEnd() {
        List<String> columns = List.of(
                "period",
                "cost_kind",
                "activity",
                "customers",
                "uncosted",
                "imported",
                "timed",
                "shared",
                "amount",
                "company");
        assertThat(Plain.lines(
                        built.ask(MetricQuery.of("activity-costs", Grain.MONTH).with("window", "half"), columns)))
                .containsExactlyInAnyOrderElementsOf(oracle.periods("month").stream()
                        .map(month -> new Span(
                                month.grain(), month.name(), month.startsOn().minusMonths(5), month.endsOn()))
                        .flatMap(half -> costing.activities(half).stream())
                        .toList())
                .hasSizeGreaterThan(15);
    }

    @Test
    @Checks("cost-by-group")
    void groupsCostWhatTheirCustomersCost() {
        assertThat(ask(
                        "cost-by-group",
                        Grain.QUARTER,
                        "period",
                        "split",
                        "name",
                        "cost_kind",
                        "activity",
                        "customers",
                        "amount"))
                .containsExactlyInAnyOrderElementsOf(lines(Grain.QUARTER, costing::groups))
                .hasSizeGreaterThan(50);
    }

    @Test
    @Checks("cost-change")
    void whoStayedAndComplainedByTheChangeOfTheirCostIsTheOracles() {
        for (Grain grain : List.of(Grain.MONTH, Grain.QUARTER)) {
            assertThat(ask(
                            "cost-change",
                            grain,
                            "period",
                            "setting",
                            "cost_group",
                            "customers",
                            "still_here",
                            "complaints",
                            "complainers"))
                    .isEqualTo(lines(grain, costing::change))
                    .isNotEmpty();
        }
    }

    private List<String> ask(String metric, Grain grain, String... columns) {
        return Plain.lines(built.ask(MetricQuery.of(metric, grain).with("window", "period"), List.of(columns)));
    }

    private List<String> lines(Grain grain, Function<Span, List<String>> told) {
        return oracle.periods(grain.id()).stream()
                .flatMap(span -> told.apply(span).stream())
                .toList();
    }
}
