package io.customerroom.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Grain;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.metrics.MetricQuery;
import io.customerroom.statistics.Interval;
import io.customerroom.statistics.MeanInterval;
import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.Investment;
import io.customerroom.testkit.company.RandomCompany;
import io.customerroom.testkit.company.RandomQuality;
import io.customerroom.testkit.company.Touch;
import io.customerroom.testkit.oracle.Best;
import io.customerroom.testkit.oracle.Oracle;
import io.customerroom.testkit.oracle.Plain;
import io.customerroom.testkit.oracle.Quality;
import io.customerroom.testkit.oracle.Quality.Newcomer;
import io.customerroom.testkit.oracle.Rules;
import io.customerroom.testkit.oracle.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Who came and who is best, of a random company, against the oracle. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class QualityMetricContract {

    private static final LocalDate THROUGH = LocalDate.parse("2024-10-17");
    private static final Instant KNOWN = Instant.parse("2029-01-01T00:00:00Z");

    @TempDir
    static Path folder;

    private final Company company = RandomCompany.of(20_261_122L, 60, 45);
    private final Oracle oracle = new Oracle(company, Rules.lapse(45), THROUGH, KNOWN);
    private final RandomQuality more = RandomQuality.around(company, 20_261_122L);
    private final Quality quality = new Quality(company, more, oracle);
    private final CustomerKeys keys = new CustomerKeys(company);
    private Engine engine;
    private BuiltLedger built;

    /** A fresh engine that may use the folder for what it spills. */
    protected abstract Engine start(Path folder);

    @BeforeAll
    void build() {
        engine = start(folder.resolve("engine"));
        define(folder.resolve("workspace/definitions"));
        CompanyCalendar calendar = new CompanyCalendar(company.zone(), company.fiscalYearStart(), DayOfWeek.MONDAY);
        built = BuiltLedger.of(
                engine,
                folder.resolve("workspace"),
                new CompanyFacts(company, more.investments(), more.touches()),
                calendar,
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
    @Checks("top-customers")
    void theBestFifthAndHowItChangedIsTheOracles() {
        for (Grain grain : List.of(Grain.MONTH, Grain.QUARTER)) {
            List<String> told = new Best(oracle).lines(grain.id());
            assertThat(ask("top-customers", grain, "period", "part", "customers", "contribution", "before"))
                    .isEqualTo(told);
            assertThat(told).anyMatch(line -> line.contains("|left|")).anyMatch(line -> line.contains("|fell|"));
        }
    }

    @Test
    @Checks("desired-customers")
    void whoIsDesiredBySegmentSiteProductAndFirstValueIsTheOracles() {
        Map<String, Function<Newcomer, @Nullable String>> splits = Map.of(
                "", it -> "", "segment", Newcomer::segment, "site", Newcomer::site, "channel", Newcomer::channel);
        splits.forEach((split, part) -> {
            MetricQuery query = MetricQuery.of("desired-customers", Grain.QUARTER);
            assertThat(Plain.lines(built.ask(
                            split.isEmpty() ? query : query.with("split", split),
                            List.of(
                                    "period",
                                    "name",
                                    "customers",
                                    "desired",
                                    "not_desired",
                                    "neither",
                                    "first_value"))))
                    .as(split)
                    .containsExactlyInAnyOrderElementsOf(quality.desired("quarter", part, WANTED, UNWANTED));
        });
        assertThat(quality.desired("year", it -> "", WANTED, UNWANTED))
                .as("each kind is there")
                .anyMatch(line -> line.startsWith("2024") && !line.contains("|0|"));
    }

    @Test
    void theCompanysRuleInForceAnswersADepartmentsAndAnEarlierVersionWhenAsked() {
        MetricQuery query = MetricQuery.of("desired-customers", Grain.YEAR);
        List<String> columns = List.of("definition", "in_force");
        assertThat(built.ask(query, columns)).containsOnly("desired-customers@2|1");
        assertThat(built.ask(query.with("definition", "every"), columns))
                .contains("desired-customers@2|1", "desired-customers/sales@1|0")
                .doesNotContain("desired-customers@1|0");
        assertThat(built.ask(query.with("definition", "desired-customers@1"), columns))
                .containsOnly("desired-customers@1|0");
    }

    @Test
    @Checks("gained-value")
    void howNewcomersBeginIsTheOracles() {
        for (Grain grain : List.of(Grain.MONTH, Grain.QUARTER)) {
            assertThat(ask(
                            "gained-value",
                            grain,
                            "period",
                            "customers",
                            "first_value",
                            "customers_3",
                            "value_3",
                            "customers_6",
                            "value_6",
                            "followed",
                            "left_early"))
                    .isEqualTo(quality.gained(grain.id()));
        }
    }

    @Test
    @Checks("acquisition-return")
    void whatNewcomersLeaveInTheirFirstYearBesideTheInvestmentIsTheOracles() {
        List<String> columns =
                List.of("period", "name", "customers", "unfinished", "without_cost", "contribution", "invested");
        MetricQuery query = MetricQuery.of("acquisition-return", Grain.QUARTER);
        assertThat(Plain.lines(built.ask(query.with("split", "site"), columns)))
                .containsExactlyInAnyOrderElementsOf(quality.returns("quarter", Newcomer::site, Investment::site));
        assertThat(Plain.lines(built.ask(query.with("split", "channel"), columns)))
                .containsExactlyInAnyOrderElementsOf(
                        quality.returns("quarter", Newcomer::channel, Investment::channel));
        assertThat(Plain.lines(built.ask(query, columns))).isEqualTo(quality.returns("quarter", it -> "", it -> ""));
    }

    @Test
    @Checks("acquisition-return")
    void whereTheMeanOfAFirstYearLiesIsTheOracles() {
        intervalsAreTheOracles("site", Newcomer::site);
        intervalsAreTheOracles("channel", Newcomer::channel);
    }

    private void intervalsAreTheOracles(String split, Function<Newcomer, @Nullable String> part) {
        Map<String, List<Double>> expected = quality.firstYears("quarter", part);
        assertThat(expected).isNotEmpty();
        Map<String, List<Double>> said = new TreeMap<>();
        for (String line : built.ask(
                MetricQuery.of("acquisition-return", Grain.QUARTER).with("split", split),
                List.of("period", "name", "customers", "without_cost", "contribution", "squares"))) {
            String[] cells = line.split("\\|", -1);
            long costed = Long.parseLong(cells[2]) - Long.parseLong(cells[3]);
            if (costed > 1) {
                Interval mean = MeanInterval.of(costed, Double.parseDouble(cells[4]), Double.parseDouble(cells[5]));
                said.put(cells[0] + "|" + cells[1], List.of(mean.low(), mean.high()));
            }
        }
        assertThat(said).containsOnlyKeys(expected.keySet());
        said.forEach((where, ends) -> {
            assertThat(ends.getFirst())
                    .as(where)
                    .isCloseTo(Objects.requireNonNull(expected.get(where)).getFirst(), within(1e-6));
            assertThat(ends.getLast())
                    .as(where)
                    .isCloseTo(Objects.requireNonNull(expected.get(where)).getLast(), within(1e-6));
        });
    }

    @Test
    @Checks("touch-list")
    void whoOfTheBestWasTouchedWhenIsTheOracles() {
        for (Grain grain : List.of(Grain.MONTH, Grain.QUARTER)) {
            assertThat(ask("touch-list", grain, "period", "customer", "days_since", "last_on", "state"))
                    .isEqualTo(quality.touches(
                            grain.id(), 20, List.of("call", "visit", "meeting"), name -> "" + keys.known(name)));
        }
    }

    @Test
    void aMassMailDoesNotResetTheSixtyDayClock() {
        Span month = oracle.periods("month").reversed().stream()
                .filter(span -> !new Best(oracle).names(span).isEmpty())
                .findFirst()
                .orElseThrow();
        String best = new Best(oracle).names(month).getFirst();
        LocalDate read = month.lastDay(THROUGH);
        Touch call = touch("c1", best, read.minusDays(61), "call");
        Touch mail = touch("m1", best, read.minusDays(1), "mass mail");
        CompanyCalendar calendar = new CompanyCalendar(company.zone(), company.fiscalYearStart(), DayOfWeek.MONDAY);
        try (BuiltLedger mailed = BuiltLedger.of(
                engine,
                folder.resolve("mailed"),
                new CompanyFacts(company, List.of(), List.of(call, mail)),
                calendar,
                Rules.lapse(45),
                THROUGH,
                KNOWN)) {
            assertThat(mailed.ask(
                            MetricQuery.of("touch-list", Grain.MONTH),
                            List.of("period", "customer", "days_since", "last_kind", "other_kind", "allowed", "state")))
                    .contains("%s|%d|61|call|mass mail|60|overdue".formatted(month.name(), keys.known(best)));
        }
    }

    /** Called personal, anticipated and relevant by whoever sent it. */
    private Touch touch(String key, String customer, LocalDate day, String kind) {
        Instant at = day.atTime(9, 0).atZone(company.zone()).toInstant();
        return new Touch("crm", key, customer, at, day, at, kind, true, true, true, null, null);
    }

    private static final Predicate<Newcomer> WANTED = it -> "home".equals(it.segment())
            || it.firstValue().compareTo(new BigDecimal("600")) >= 0
            || List.of("web", "shop").contains(it.channel()) && "north".equals(it.site());

    private static final Predicate<Newcomer> UNWANTED =
            it -> it.firstValue().compareTo(new BigDecimal("50")) < 0 || "plan".equals(it.product());

    private static void define(Path definitions) {
        String card = """
                owner: contract suite
                reason: test
                valid-from: 1900-01-01
                """;
        Map<String, String> files = Map.of(
                "desired-1.yaml",
                "name: desired-customers\nversion: 1\n" + card + "desired: [{segments: [nobody]}]\n",
                "desired-2.yaml",
                "name: desired-customers\nversion: 2\n" + card + """
                        desired:
                          - {segments: [home]}
                          - {first-value-at-least: 600}
                          - {channels: [web, shop], sites: [north]}
                        not-desired:
                          - {first-value-below: 50}
                          - {products: [plan]}
                        """,
                "desired-sales.yaml",
                "name: desired-customers\ndepartment: sales\nversion: 1\n" + card + "not-desired: [{sites: [south]}]\n",
                "touch.yaml",
                "name: touch\nversion: 1\n" + card + "days: 20\nkinds: [call, visit, meeting]\n");
        try {
            Files.createDirectories(definitions);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(definitions.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> ask(String metric, Grain grain, String... columns) {
        return Plain.lines(built.ask(MetricQuery.of(metric, grain), List.of(columns)));
    }
}
