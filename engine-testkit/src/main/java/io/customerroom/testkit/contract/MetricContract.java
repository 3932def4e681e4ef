package io.customerroom.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.metrics.Dimension;
import io.customerroom.ledger.metrics.MetricQuery;
import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.GoldenCompany;
import io.customerroom.testkit.oracle.Cohorts;
import io.customerroom.testkit.oracle.CustomerPeriod;
import io.customerroom.testkit.oracle.Earning;
import io.customerroom.testkit.oracle.Oracle;
import io.customerroom.testkit.oracle.Plain;
import io.customerroom.testkit.oracle.Repeats;
import io.customerroom.testkit.oracle.Rules;
import io.customerroom.testkit.oracle.Span;
import io.customerroom.testkit.oracle.UnknownPeriod;
import io.customerroom.testkit.oracle.WorkedByHand;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The built-in metrics of the golden company say what was worked out by hand, and what the oracle says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class MetricContract {

    private static final List<String> FLOW = List.of("period", "opening", "gained", "regained", "lost", "closing");

    @TempDir
    static Path folder;

    private final Company company = GoldenCompany.company();
    private final Oracle oracle = new Oracle(company, Rules.lapse(90), GoldenCompany.LAST_DAY);
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
                company,
                Rules.lapse(90),
                GoldenCompany.LAST_DAY,
                Instant.parse("2029-01-01T00:00:00Z"));
    }

    @AfterAll
    void close() {
        built.close();
        engine.close();
    }

    @Test
    @Checks("customer-math")
    void customerMathIsAsWorkedByHand() {
        assertThat(flows(Grain.MONTH)).isEqualTo(WorkedByHand.MONTHS);
        assertThat(flows(Grain.QUARTER) + flows(Grain.YEAR) + flows(Grain.FISCAL_YEAR))
                .isEqualTo(WorkedByHand.COARSER);
    }

    @Test
    void customerMathOfASegmentOrSiteIsTheOraclesPart() {
        assertThat(built.ask(MetricQuery.of("customer-math", Grain.MONTH).by(Dimension.SEGMENT), with("segment", FLOW)))
                .containsExactlyElementsOf(parts(CustomerPeriod::segment, Stream.of("", "home", "trade")));
        assertThat(built.ask(MetricQuery.of("customer-math", Grain.MONTH).by(Dimension.SITE), with("site", FLOW)))
                .containsExactlyElementsOf(parts(CustomerPeriod::site, Stream.of("Graz", "Wien")));
    }

    @Test
    @Checks("customer-math-bridge")
    void theBridgeExplainsMonthsAndQuarters() {
        assertThat(built
                        .ask(
                                MetricQuery.of("customer-math", Grain.QUARTER),
                                List.of("period", "gained_inside", "regained_inside", "lost_inside"))
                        .stream()
                        .map(line -> line.replace('|', ' ') + "\n")
                        .collect(Collectors.joining()))
                .isEqualTo(WorkedByHand.INSIDE_QUARTERS);
    }

    @Test
    @Checks("revenue")
    void revenueIsTheOraclesForKnownAndUnknownCustomers() {
        for (Grain grain : Grain.values()) {
            List<CustomerPeriod> rows = oracle.customerPeriods(grain.id());
            List<UnknownPeriod> unknown = oracle.unknownPeriods(grain.id());
            List<String> expected = oracle.periods(grain.id()).stream()
                    .map(span -> span.name() + "|" + Plain.amount(sum(of(rows, span), CustomerPeriod::revenue)) + "|"
                            + Plain.amount(sum(
                                    unknown.stream()
                                            .filter(row -> row.period().equals(span.name()))
                                            .toList(),
                                    UnknownPeriod::revenue)))
                    .toList();
            assertThat(Plain.lines(built.ask(
                            MetricQuery.of("revenue", grain),
                            List.of("period", "known_customers", "unknown_customers"))))
                    .isEqualTo(expected);
        }
    }

    @Test
    @Checks("contribution")
    void contributionIsTheOraclesWhereCostIsKnown() {
        List<CustomerPeriod> rows = oracle.customerPeriods("month");
        List<String> expected = oracle.periods("month").stream()
                .map(span -> span.name() + "|"
                        + Plain.amount(sum(
                                of(rows, span).stream()
                                        .filter(row -> row.contribution() != null)
                                        .toList(),
                                row -> Objects.requireNonNull(row.contribution()))))
                .toList();

        assertThat(Plain.lines(
                        built.ask(MetricQuery.of("contribution", Grain.MONTH), List.of("period", "contribution"))))
                .isEqualTo(expected);
    }

    @Test
    @Checks("whale-curve")
    void theWhaleCurveOfEveryQuarterIsTheOracles() {
        Earning earning = new Earning(oracle);
        assertThat(Plain.lines(built.ask(
                        MetricQuery.of("whale-curve", Grain.QUARTER),
                        List.of(
                                "period",
                                "place",
                                "customers",
                                "earning",
                                "below_zero",
                                "without_cost",
                                "cumulative"))))
                .isEqualTo(oracle.periods("quarter").stream()
                        .flatMap(span -> earning.whale(span).stream())
                        .toList());
    }

    @Test
    void theWhaleCurveOf2024IsAsWorkedByHand() {
        Period year = new Period(Grain.YEAR, "2024", LocalDate.parse("2024-01-01"), LocalDate.parse("2025-01-01"));
        assertThat(Plain.lines(built.ask(
                                MetricQuery.of("whale-curve", Grain.YEAR).in(year),
                                List.of("place", "cumulative", "point")))
                        .stream()
                        .map(line -> line.replace('|', ' ') + "\n")
                        .collect(Collectors.joining()))
                .isEqualTo(WorkedByHand.WHALE_OF_2024);
    }

    @Test
    @Checks("loss-makers")
    void whoCostsMoreThanTheyBringIsTheOracles() {
        Earning earning = new Earning(oracle);
        assertThat(Plain.lines(built.ask(
                        MetricQuery.of("loss-makers", Grain.QUARTER), List.of("period", "customers", "contribution"))))
                .isEqualTo(
                        oracle.periods("quarter").stream().map(earning::losses).toList());
    }

    @Test
    @Checks("profitability-groups")
    void profitabilityGroupsOfEveryQuarterAreTheOraclesAsFifthsAndAsHalves() {
        Earning earning = new Earning(oracle);
        List<String> columns =
                List.of("period", "profit_group", "customers", "revenue", "cost_to_serve", "contribution");
        for (int parts : List.of(5, 2)) {
            MetricQuery groups = MetricQuery.of("profitability-groups", Grain.QUARTER);
            assertThat(Plain.lines(built.ask(parts == 5 ? groups : groups.with("groups", "2"), columns)))
                    .isEqualTo(oracle.periods("quarter").stream()
                            .flatMap(span -> earning.groups(span, parts).stream())
                            .toList());
        }
    }

    @Test
    @Checks("profit-migration")
    void theMovesBetweenProfitGroupsAreTheOraclesAndAddUpToTheChange() {
        Earning earning = new Earning(oracle);
        for (int parts : List.of(5, 2)) {
            MetricQuery moves = MetricQuery.of("profit-migration", Grain.QUARTER);
            assertThat(Plain.lines(built.ask(
                            parts == 5 ? moves : moves.with("groups", "2"),
                            List.of(
                                    "period",
                                    "from_group",
                                    "to_group",
                                    "movement",
                                    "customers",
                                    "before",
                                    "after",
                                    "change"))))
                    .isEqualTo(oracle.periods("quarter").stream()
                            .flatMap(span -> earning.migration(span, parts).stream())
                            .toList());
        }
    }

    @Test
    @Checks("purchase-states")
    void theStatesOfEveryMonthAreTheOraclesCustomersCountedByState() {
        Map<String, Long> expected = new Repeats(oracle, company)
                .states("month").stream()
                        .map(line -> line.split("\\|"))
                        .collect(Collectors.groupingBy(
                                parts -> String.join("|", List.of(parts).subList(0, 6)), Collectors.counting()));
        assertThat(Plain.lines(built.ask(
                        MetricQuery.of("purchase-states", Grain.MONTH),
                        List.of("period", "segment", "first_on", "last_on", "x", "spend", "customers"))))
                .containsExactlyInAnyOrderElementsOf(expected.entrySet().stream()
                        .map(state -> state.getKey() + "|" + state.getValue())
                        .toList());
    }

    @Test
    void theCustomersBehindTheStatesAreTheOracles() {
        MetricQuery customers = MetricQuery.of("purchase-states", Grain.QUARTER).rowsBehind(0);
        assertThat(Plain.lines(built.ask(
                        customers, List.of("period", "segment", "first_on", "last_on", "x", "spend", "sold", "kept"))))
                .containsExactlyInAnyOrderElementsOf(new Repeats(oracle, company).states("quarter"));
    }

    @Test
    @Checks("state-moves")
    void theMovesUntilAMonthsEndLeadToTheOraclesStates() {
        Repeats repeats = new Repeats(oracle, company);
        Map<String, Long> counts = new TreeMap<>();
        for (String move : Plain.lines(built.ask(
                MetricQuery.of("state-moves", Grain.MONTH),
                List.of(
                        "period",
                        "segment",
                        "first_on",
                        "last_before",
                        "x_before",
                        "spend_before",
                        "last_on",
                        "x",
                        "spend",
                        "customers")))) {
            List<String> told = List.of(move.split("\\|", -1));
            String who = told.get(1) + "|" + told.get(2) + "|";
            long customers = Long.parseLong(told.get(9));
            if (!told.get(3).isEmpty()) {
                counts.merge(who + String.join("|", told.subList(3, 6)), -customers, Long::sum);
            }
            counts.merge(who + String.join("|", told.subList(6, 9)), customers, Long::sum);
        }
        counts.values().removeIf(customers -> customers == 0);
        String last = repeats.states("month").getLast().split("\\|")[0];
        assertThat(counts)
                .isEqualTo(repeats.states("month").stream()
                        .map(line -> List.of(line.split("\\|")))
                        .filter(line -> line.getFirst().equals(last))
                        .collect(Collectors.groupingBy(
                                line -> String.join("|", line.subList(1, 6)), TreeMap::new, Collectors.counting())));
    }

    @Test
    @Checks("repeat-purchases")
    void repeatPurchasesAreTheOraclesWhetherAllCustomersCountOrThoseKnownByADay() {
        Repeats repeats = new Repeats(oracle, company);
        MetricQuery all = MetricQuery.of("repeat-purchases", Grain.MONTH);
        List<String> columns = List.of("period", "customers", "purchases");
        assertThat(built.ask(all, columns)).isEqualTo(repeats.purchases("month", LocalDate.MAX));
        LocalDate before = LocalDate.parse("2024-07-01");
        assertThat(built.ask(all.with("before", before.toString()), columns))
                .isEqualTo(repeats.purchases("month", before))
                .isNotEqualTo(repeats.purchases("month", LocalDate.MAX));
    }

    @Test
    @Checks("contribution-split")
    void theContributionOfSegmentsSitesAndChannelsIsTheOracles() {
        Map<String, Function<Earning.Customer, @Nullable String>> splits = Map.of(
                "segment",
                Earning.Customer::segment,
                "site",
                Earning.Customer::site,
                "channel",
                Earning.Customer::channel);
        Earning earning = new Earning(oracle);
        splits.forEach((split, trait) -> assertThat(Plain.lines(built.ask(
                        MetricQuery.of("contribution-split", Grain.QUARTER).with("split", split),
                        List.of(
                                "period",
                                "name",
                                "customers",
                                "cost_to_serve",
                                "contribution",
                                "customers_without_cost"))))
                .as(split)
                .containsExactlyInAnyOrderElementsOf(oracle.periods("quarter").stream()
                        .flatMap(span -> earning.split(span, trait).stream())
                        .toList()));
    }

    @Test
    @Checks("cohorts")
    void cohortsOfEveryGrainAreTheOracles() {
        for (Grain grain : Grain.values()) {
            assertThat(Plain.lines(built.ask(
                            MetricQuery.of("cohorts", grain),
                            List.of("cohort", "age", "period", "customers", "active", "revenue"))))
                    .isEqualTo(new Cohorts(oracle).lines(grain.id()));
        }
    }

    @Test
    void theCohortOfTheThirdQuarterIsAsWorkedByHand() {
        assertThat(built
                        .ask(
                                MetricQuery.of("cohorts", Grain.QUARTER),
                                List.of("cohort", "age", "customers", "active", "share", "complete"))
                        .stream()
                        .filter(line -> line.startsWith("2024-Q3"))
                        .map(line -> line.replace('|', ' ') + "\n")
                        .collect(Collectors.joining()))
                .isEqualTo(WorkedByHand.COHORT_OF_2024_Q3);
    }

    @Test
    @Checks("value-flow")
    void valueFlowsFromOpeningToClosing() {
        List<CustomerPeriod> rows = oracle.customerPeriods("month");
        List<String> expected = oracle.periods("month").stream()
                .map(span -> span.name() + "|"
                        + Plain.amount(sum(only(of(rows, span), row -> row.opening() == 1), CustomerPeriod::priorValue))
                        + "|"
                        + Plain.amount(sum(only(of(rows, span), row -> row.gained() == 1), CustomerPeriod::value)) + "|"
                        + Plain.amount(sum(only(of(rows, span), row -> row.closing() == 1), CustomerPeriod::value)))
                .toList();

        assertThat(Plain.lines(built.ask(
                        MetricQuery.of("value-flow", Grain.MONTH), List.of("period", "opening", "gained", "closing"))))
                .isEqualTo(expected);
    }

    @Test
    @Checks("tickets-by-stage")
    void ticketsByStageAreAsWorkedByHand() {
        assertThat(built
                        .ask(
                                MetricQuery.of("tickets-by-stage", Grain.MONTH),
                                List.of("period", "stage", "opened", "closed", "open"))
                        .stream()
                        .map(line -> line.replace('|', ' ') + "\n")
                        .collect(Collectors.joining()))
                .isEqualTo(WorkedByHand.TICKETS);
    }

    @Test
    @Checks("priority-contacts")
    void priorityContactsAreAsWorkedByHand() {
        Period june = new Period(Grain.MONTH, "2025-06", LocalDate.parse("2025-06-01"), LocalDate.parse("2025-07-01"));

        assertThat(Plain.lines(built.ask(
                                MetricQuery.of("priority-contacts", Grain.MONTH).in(june),
                                List.of("contact", "value", "standing")))
                        .stream()
                        .map(line -> line.replace('|', ' ') + "\n")
                        .collect(Collectors.joining()))
                .isEqualTo(WorkedByHand.CONTACTS);
    }

    @Test
    @Checks("leaving-reasons")
    void departuresAreCountedByReason() {
        List<String> expected = new ArrayList<>();
        for (Span span : oracle.periods("year")) {
            oracle.walls()
                    .reasons(span)
                    .forEach((reason, count) -> expected.add(span.name() + "|" + reason + "|" + count));
        }

        assertThat(
                        built
                                .ask(
                                        MetricQuery.of("leaving-reasons", Grain.YEAR),
                                        List.of("period", "reason", "departures"))
                                .stream()
                                .filter(line -> !line.endsWith("|0")))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    @Checks({"recommenders", "top-issues"})
    void recommendersAndIssuesAreTheOracles() {
        assertThat(built.ask(MetricQuery.of("recommenders", Grain.MONTH), List.of("period", "recommenders")))
                .isEqualTo(oracle.periods("month").stream()
                        .map(span -> span.name() + "|" + oracle.walls().recommenders(span))
                        .toList());

        List<String> issues = new ArrayList<>();
        for (Span span : oracle.periods("month")) {
            oracle.walls().issues(span).forEach((issue, count) -> issues.add(span.name() + "|" + issue + "|" + count));
        }
        assertThat(built.ask(MetricQuery.of("top-issues", Grain.MONTH), List.of("period", "issue", "opened")).stream()
                        .filter(line -> !line.endsWith("|0")))
                .containsExactlyInAnyOrderElementsOf(issues);
    }

    @Test
    void purchasesWithoutCustomerStandOnTheirOwnLine() {
        assertThat(Plain.lines(built.lines(
                                "SELECT period, COALESCE(site, '-') AS site, lines, revenue FROM unknown_period "
                                        + "WHERE grain = 'month' ORDER BY period, site"))
                        .stream()
                        .map(line -> line.replace('|', ' ') + "\n")
                        .collect(Collectors.joining()))
                .isEqualTo(WorkedByHand.UNKNOWN);
    }

    private String flows(Grain grain) {
        return built.ask(MetricQuery.of("customer-math", grain), FLOW).stream()
                .map(line -> line.split("\\|"))
                .map(cells -> "%s %s+%s+%s-%s=%s\n".formatted((Object[]) cells))
                .collect(Collectors.joining());
    }

    private List<String> parts(Function<CustomerPeriod, @Nullable String> trait, Stream<String> members) {
        List<CustomerPeriod> rows = oracle.customerPeriods("month");
        return members.flatMap(member -> oracle.periods("month").stream().map(span -> {
                    List<CustomerPeriod> part = only(
                            of(rows, span),
                            row -> Objects.requireNonNullElse(trait.apply(row), "")
                                    .equals(member));
                    return member + "|" + span.name() + "|"
                            + Stream.<Function<CustomerPeriod, Integer>>of(
                                            CustomerPeriod::opening,
                                            CustomerPeriod::gained,
                                            CustomerPeriod::regained,
                                            CustomerPeriod::lost,
                                            CustomerPeriod::closing)
                                    .map(count -> ""
                                            + part.stream()
                                                    .mapToInt(count::apply)
                                                    .sum())
                                    .collect(Collectors.joining("|"));
                }))
                .toList();
    }

    private static List<CustomerPeriod> of(List<CustomerPeriod> rows, Span span) {
        return only(rows, row -> row.period().equals(span.name()));
    }

    private static List<CustomerPeriod> only(List<CustomerPeriod> rows, Predicate<CustomerPeriod> which) {
        return rows.stream().filter(which).toList();
    }

    private static <T> BigDecimal sum(List<T> rows, Function<T, BigDecimal> amount) {
        return rows.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<String> with(String first, List<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }
}
