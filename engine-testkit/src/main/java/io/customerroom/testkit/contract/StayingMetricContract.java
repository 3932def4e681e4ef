package io.customerroom.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Grain;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.metrics.Answer;
import io.customerroom.ledger.metrics.MetricQuery;
import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.RandomCompany;
import io.customerroom.testkit.company.RandomContacts;
import io.customerroom.testkit.company.RandomPurses;
import io.customerroom.testkit.oracle.Oracle;
import io.customerroom.testkit.oracle.Rules;
import io.customerroom.testkit.oracle.Span;
import io.customerroom.testkit.oracle.Staying;
import io.customerroom.testkit.oracle.Staying.Behaviour;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Who stays and who comes back in a random company, by what they did, said and were called, against the oracle. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class StayingMetricContract {

    private static final LocalDate THROUGH = LocalDate.parse("2024-10-17");
    private static final Instant KNOWN = Instant.parse("2029-01-01T00:00:00Z");
    private static final long SEED = 20_261_122L;
    private static final int MONTHS = 4;
    private static final CompanyCalendar CALENDAR =
            new CompanyCalendar(ZoneOffset.UTC, Month.JANUARY, DayOfWeek.MONDAY);

    @TempDir
    static Path folder;

    private final Company company =
            RandomPurses.around(RandomContacts.around(RandomCompany.of(SEED, 90, 45), SEED), SEED);
    private final Oracle oracle = new Oracle(company, Rules.lapse(45), THROUGH, KNOWN);
    private final Staying staying = new Staying(company, oracle);
    private final CustomerKeys keys = new CustomerKeys(company);
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
    @Checks("loyalty-behaviours")
    void whoStayedWithAndWithoutABehaviourIsTheOracles() {
        for (Behaviour behaviour : List.of(
                new Behaviour("contracts", null, 1, 365, "all"),
                new Behaviour("contracts", null, 2, 365, "contract"),
                new Behaviour("product", "plan", 1, 365, "all"),
                new Behaviour("months-ahead", null, 7, 365, "contract"),
                new Behaviour("categories", null, 2, 60, "buyers"),
                new Behaviour("orders", null, 2, 50, "all"),
                new Behaviour("channel", "web", 1, 80, "all"),
                new Behaviour("survey", null, 1, 100, "all"),
                new Behaviour("recommended", null, 1, 200, "all"))) {
            List<String> asked = built.ask(
                    with(MetricQuery.of("loyalty-behaviours", Grain.MONTH), behaviour),
                    List.of("period", "segment", "with_it", "with_stayed", "without_it", "without_stayed"));
            assertThat(asked)
                    .as("%s", behaviour)
                    .isEqualTo(lines(Grain.MONTH, span -> staying.loyalty(span, behaviour, MONTHS)));
            assertThat(asked)
                    .as("somebody shows %s", behaviour)
                    .anyMatch(line -> !line.split("\\|", -1)[2].equals("0"));
        }
    }

    private static MetricQuery with(MetricQuery query, Behaviour behaviour) {
        MetricQuery asked = query.with("kind", behaviour.kind())
                .with("at_least", Integer.toString(behaviour.atLeast()))
                .with("days", Integer.toString(behaviour.days()))
                .with("months", Integer.toString(MONTHS))
                .with("among", behaviour.among());
        return behaviour.what() == null ? asked : asked.with("what", behaviour.what());
    }

    @Test
    @Checks("usage-change")
    void whoUsesUsMoreAndLessIsTheOracles() {
        for (Grain grain : List.of(Grain.MONTH, Grain.QUARTER)) {
            assertThat(built.ask(
                            MetricQuery.of("usage-change", grain),
                            List.of("period", "usage", "moved", "customers", "uses_before", "uses_now", "stayed")))
                    .isEqualTo(lines(grain, staying::usage))
                    .isNotEmpty();
        }
    }

    @Test
    @Checks("said-and-did")
    void whatCustomersSaidAndDidIsTheOracles() {
        assertThat(built.ask(
                        MetricQuery.of("said-and-did", Grain.MONTH).with("months", Integer.toString(MONTHS)),
                        List.of("period", "survey", "said", "customers", "stayed", "bought_more", "recommended")))
                .isEqualTo(lines(Grain.MONTH, span -> staying.said(span, MONTHS)))
                .anyMatch(line -> line.contains("would not recommend"));
    }

    @Test
    @Checks("share-of-wallet")
    void whatOfTheirSpendingCustomersLeaveWithUsIsTheOracles() {
        for (Grain grain : List.of(Grain.MONTH, Grain.QUARTER)) {
            assertThat(built.ask(
                            MetricQuery.of("share-of-wallet", grain),
                            List.of("period", "part", "customers", "told", "estimated", "revenue", "spend", "above")))
                    .isEqualTo(lines(grain, staying::wallet))
                    .anyMatch(line -> !line.split("\\|", -1)[3].equals("0"))
                    .anyMatch(line -> !line.split("\\|", -1)[4].equals("0"));
        }
    }

    @Test
    @Checks("save-count")
    void whoCameBackCalledOrNotIsTheOracles() {
        List<String> everybody = oracle.spells().stream()
                .map(it -> it.customer())
                .distinct()
                .sorted()
                .toList();
        List<String> called =
                everybody.stream().filter(it -> it.hashCode() % 2 == 0).toList();
        String listed =
                called.stream().map(it -> Long.toString(keys.known(it))).collect(Collectors.joining(",", ",", ","));
        List<String> columns = List.of("period", "called", "customers", "decided", "back");
        assertThat(built.ask(
                        MetricQuery.of("save-count", Grain.MONTH)
                                .with("called", listed)
                                .with("days", "30"),
                        columns))
                .isEqualTo(lines(Grain.MONTH, span -> staying.saved(span, null, 30, called::contains)))
                .anyMatch(line -> line.contains("|yes|") && !line.endsWith("|0"));
        assertThat(built.ask(MetricQuery.of("save-count", Grain.QUARTER).with("since", "2024-08-15"), columns))
                .isEqualTo(lines(
                        Grain.QUARTER, span -> staying.saved(span, LocalDate.parse("2024-08-15"), 90, name -> false)))
                .isNotEmpty();
    }

    @Test
    void theRowsBehindAreThoseCounted() {
        Span span = oracle.periods("month").get(8);
        for (String metric :
                List.of("loyalty-behaviours", "usage-change", "said-and-did", "save-count", "share-of-wallet")) {
            MetricQuery query = MetricQuery.of(metric, Grain.MONTH).in(CALENDAR.periodOf(Grain.MONTH, span.startsOn()));
            if (metric.equals("loyalty-behaviours") || metric.equals("said-and-did")) {
                query = query.with("months", "2");
            }
            Answer figure = built.answer(query);
            List<String> counted =
                    metric.equals("loyalty-behaviours") ? List.of("with_it", "without_it") : List.of("customers");
            long sum = 0;
            for (int row = 0; row < figure.rows().size(); row++) {
                for (String column : counted) {
                    sum += Long.parseLong(String.valueOf(figure.value(row, column)));
                }
            }
            assertThat(built.answer(query.rowsBehind(0)).rows().size())
                    .as(metric)
                    .isEqualTo((int) sum)
                    .isPositive();
        }
    }

    private List<String> lines(Grain grain, Function<Span, List<String>> told) {
        return oracle.periods(grain.id()).stream()
                .flatMap(span -> told.apply(span).stream())
                .toList();
    }
}
