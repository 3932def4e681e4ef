package io.customerroom.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.metrics.MetricQuery;
import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.RandomCompany;
import io.customerroom.testkit.company.RandomContacts;
import io.customerroom.testkit.oracle.Audit;
import io.customerroom.testkit.oracle.Oracle;
import io.customerroom.testkit.oracle.Plain;
import io.customerroom.testkit.oracle.Reasons;
import io.customerroom.testkit.oracle.Repeats;
import io.customerroom.testkit.oracle.Rules;
import io.customerroom.testkit.oracle.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The customer-base audit of a random company with purchases, returns, contracts and reasons for leaving, against the oracle. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AuditMetricContract {

    private static final long SEED = 20_261_122L;
    private static final LocalDate THROUGH = LocalDate.parse("2024-10-17");
    private static final Instant KNOWN = Instant.parse("2029-01-01T00:00:00Z");

    private static final List<String> MOVES = List.of(
            "period",
            "segment",
            "move",
            "standing",
            "first_on",
            "last_before",
            "x_before",
            "last_on",
            "x",
            "customers",
            "sold_before",
            "sold");

    @TempDir
    static Path folder;

    private final Company company = RandomContacts.around(RandomCompany.of(SEED, 60, 45), SEED);
    private final Oracle oracle = new Oracle(company, Rules.lapse(45), THROUGH, KNOWN);
    private final Audit audit = new Audit(oracle);
    private Engine engine;
    private BuiltLedger built;

    /** A fresh engine that may use the folder for what it spills. */
    protected abstract Engine start(Path folder);

    @BeforeAll
    void build() {
        engine = start(folder.resolve("engine"));
        built = BuiltLedger.of(engine, folder.resolve("workspace"), company, Rules.lapse(45), THROUGH, KNOWN);
    }

    @AfterAll
    void close() {
        built.close();
        engine.close();
    }

    @Test
    @Checks("buying-moves")
    void whatBecameOfEverybodyWhoEverBoughtIsTheOracles() {
        for (String grain : List.of("month", "year")) {
            List<String> moves = new Repeats(oracle, company).moves(grain);
            assertThat(counted(Plain.lines(built.ask(MetricQuery.of("buying-moves", Grain.of(grain)), MOVES))))
                    .isEqualTo(counted(moves.stream()
                            .map(line -> line.replaceAll("\\|([^|]*\\|[^|]*)$", "|1|$1"))
                            .toList()));
            MetricQuery lost = MetricQuery.of("buying-moves", Grain.of(grain))
                    .rowsBehind(0)
                    .with("move", "lost");
            assertThat(Plain.lines(built.ask(lost, MOVES.subList(0, 9))))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(moves.stream()
                            .filter(line -> line.contains("|lost|"))
                            .map(line -> line.replaceAll("\\|[^|]*\\|[^|]*$", ""))
                            .toList());
        }
    }

    @Test
    void threeMonthsUpToTheEndOfMarchAreTheFirstQuarter() {
        Period march = new Period(Grain.MONTH, "2024-03", LocalDate.parse("2024-03-01"), LocalDate.parse("2024-04-01"));
        Period quarter =
                new Period(Grain.QUARTER, "2024-Q1", LocalDate.parse("2024-01-01"), LocalDate.parse("2024-04-01"));
        List<String> columns = MOVES.subList(1, MOVES.size());
        assertThat(built.ask(
                        MetricQuery.of("buying-moves", Grain.MONTH).in(march).with("months", "3"), columns))
                .isNotEmpty()
                .isEqualTo(
                        built.ask(MetricQuery.of("buying-moves", Grain.QUARTER).in(quarter), columns));
        assertThat(built.ask(
                        MetricQuery.of("buying-moves", Grain.MONTH).in(march).with("months", "120"), columns))
                .as("longer ago than anything is known")
                .isEmpty();
    }

    /** Customers and money by what the first nine columns hold: those who spent differently meet. */
    private static Map<String, String> counted(List<String> lines) {
        Map<String, String> counted = new TreeMap<>();
        for (String line : lines) {
            List<String> parts = List.of(line.split("\\|", -1));
            counted.merge(
                    String.join("|", parts.subList(0, 9)),
                    String.join("|", parts.subList(9, 12)),
                    AuditMetricContract::added);
        }
        return counted;
    }

    private static String added(String one, String other) {
        String[] left = one.split("\\|");
        String[] right = other.split("\\|");
        return IntStream.range(0, 3)
                .mapToObj(i -> Plain.amount(new BigDecimal(left[i]).add(new BigDecimal(right[i]))))
                .collect(Collectors.joining("|"));
    }

    @Test
    @Checks("audit-period")
    void whoBoughtHowOftenForHowMuchIsTheOracles() {
        for (Grain grain : List.of(Grain.MONTH, Grain.QUARTER)) {
            List<String> asked = ask(
                    "audit-period",
                    grain,
                    "period",
                    "customers",
                    "orders",
                    "revenue",
                    "mean_of_customers",
                    "with_margin",
                    "revenue_with_margin",
                    "margin",
                    "without_order",
                    "revenue_without_order");
            assertThat(asked.stream().map(AuditMetricContract::sixDecimals)).isEqualTo(lines(grain, audit::period));
            assertThat(asked).hasSizeGreaterThan(2);
        }
    }

    @Test
    @Checks("audit-tenths")
    void tenthsOfTheCustomersAndOfTheRevenueAreTheOracles() {
        for (Grain grain : List.of(Grain.MONTH, Grain.QUARTER)) {
            assertThat(ask("audit-tenths", grain, "period", "cut", "part", "customers", "revenue", "highest", "lowest"))
                    .isEqualTo(lines(grain, audit::tenths));
        }
    }

    @Test
    @Checks("audit-change")
    void whoBoughtInBothWindowsAndWhatRoseIsTheOracles() {
        for (Grain grain : List.of(Grain.MONTH, Grain.QUARTER)) {
            assertThat(ask(
                            "audit-change",
                            grain,
                            "period",
                            "bought_in",
                            "orders_moved",
                            "value_moved",
                            "customers",
                            "orders_before",
                            "orders_now",
                            "before",
                            "after",
                            "known_customers_before",
                            "known_orders_before",
                            "known_ordered_before",
                            "margin_before",
                            "known_customers_now",
                            "known_orders_now",
                            "known_ordered_now",
                            "margin_now"))
                    .isEqualTo(lines(grain, audit::change));
        }
    }

    @Test
    @Checks("reason-register")
    void reasonsAreRegisteredWithFirstAndLastUseAsTheOracleDoes() {
        Reasons reasons = new Reasons(company, oracle);
        for (Grain grain : List.of(Grain.MONTH, Grain.FISCAL_YEAR)) {
            List<String> asked = ask(
                    "reason-register",
                    grain,
                    "period",
                    "reason",
                    "first_on",
                    "last_on",
                    "departures",
                    "losses",
                    "value",
                    "losses_inside");
            assertThat(asked).containsExactlyInAnyOrderElementsOf(lines(grain, reasons::register));
            assertThat(asked).hasSizeGreaterThan(2);
        }
    }

    @Test
    @Checks("audit-cohorts")
    void whatEachCohortOrdersInEachPeriodIsTheOracles() {
        for (Grain grain : List.of(Grain.MONTH, Grain.QUARTER)) {
            assertThat(ask(
                            "audit-cohorts",
                            grain,
                            "cohort",
                            "period",
                            "gained",
                            "customers",
                            "orders",
                            "revenue",
                            "with_margin",
                            "margin",
                            "without_order",
                            "revenue_without_order"))
                    .isEqualTo(lines(grain, span -> audit.cohorts(span, oracle.periods(grain.id()))));
        }
    }

    private List<String> ask(String metric, Grain grain, String... columns) {
        return Plain.lines(built.ask(MetricQuery.of(metric, grain), List.of(columns)));
    }

    private List<String> lines(Grain grain, Function<Span, List<String>> told) {
        return oracle.periods(grain.id()).stream()
                .flatMap(span -> told.apply(span).stream())
                .toList();
    }

    /** The fifth value rounded for the comparison: both sides divide. */
    private static String sixDecimals(String line) {
        String[] values = line.split("\\|", -1);
        values[4] = values[4].equals("undefined")
                ? values[4]
                : Plain.amount(new BigDecimal(values[4]).setScale(6, RoundingMode.HALF_UP));
        return String.join("|", values);
    }
}
