package io.customerroom.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.build.FactSource;
import io.customerroom.ledger.build.LedgerTables;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.metrics.ChangeExplained;
import io.customerroom.ledger.metrics.ChangeExplained.Figure;
import io.customerroom.ledger.metrics.MetricQuery;
import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.OnlineRetail;
import io.customerroom.testkit.contract.BuiltLedger;
import io.customerroom.testkit.oracle.CustomerPeriod;
import io.customerroom.testkit.oracle.Oracle;
import io.customerroom.testkit.oracle.Rules;
import io.customerroom.testkit.oracle.Span;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Half a million real invoice lines: what the engine builds is what the oracle walks through, for three lapses in every grain. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnlineRetailLedgerIT {

    private static final LocalDate LAST_DAY = LocalDate.parse("2011-12-09");
    private static final Instant KNOWN = Instant.parse("2020-01-01T00:00:00Z");
    private static final CompanyCalendar CALENDAR = new CompanyCalendar(ZoneOffset.UTC, Month.JULY, DayOfWeek.MONDAY);

    private static final String FLOWS = """
            SELECT p.grain, p.period, SUM(p.opening), SUM(p.gained), SUM(p.regained), SUM(p.lost), SUM(p.closing), SUM(p.gained_inside),
                   SUM(p.regained_inside), SUM(p.lost_inside)
            FROM customer_period p
            GROUP BY p.grain, p.period
            """;

    private static final Path GUIDE = Path.of("").toAbsolutePath().resolveSibling("docs/guide");

    @TempDir
    static Path folder;

    private Engine engine;
    private @Nullable BuiltLedger ninety;

    @BeforeAll
    void start() {
        engine = DuckDbEngine.start(new DuckDbSettings(512, 2, folder.resolve("spill"), Duration.ofMinutes(5)));
    }

    @AfterAll
    void close() {
        if (ninety != null) {
            ninety.close();
        }
        engine.close();
    }

    /** With a lapse of 90 days and the guide's cost rules, which change nothing but costs; built once. */
    private BuiltLedger ninety() throws IOException {
        assumeTrue(
                OnlineRetail.present(),
                () -> "online-retail is not in " + OnlineRetail.folder() + "; set CUSTOMER_ROOM_DATA to its folder");
        if (ninety == null) {
            String costs = Files.readString(GUIDE.resolve("online-retail-cost-rules.yaml"));
            ninety = BuiltLedger.of(
                    engine, folder.resolve("w"), new Lines(), CALENDAR, Rules.lapse(90), LAST_DAY, KNOWN, costs);
        }
        return ninety;
    }

    @Test
    void flowsAgreeForThreeLapsesInEveryGrain() throws IOException {
        assumeTrue(
                OnlineRetail.present(),
                () -> "online-retail is not in " + OnlineRetail.folder() + "; set CUSTOMER_ROOM_DATA to its folder");
        Company company = OnlineRetail.company();
        for (int lapse : List.of(30, 180)) {
            try (BuiltLedger built = BuiltLedger.of(
                    engine, folder.resolve("w" + lapse), new Lines(), CALENDAR, Rules.lapse(lapse), LAST_DAY, KNOWN)) {
                assertThat(built.lines(FLOWS))
                        .containsExactlyInAnyOrderElementsOf(flows(new Oracle(company, Rules.lapse(lapse), LAST_DAY)));
            }
        }
        assertThat(ninety().lines(FLOWS))
                .containsExactlyInAnyOrderElementsOf(flows(new Oracle(company, Rules.lapse(90), LAST_DAY)));
    }

    @Test
    void publishedTotalsComeOut() throws IOException {
        BuiltLedger built = ninety();
        assertThat(built.lines(
                        "SELECT SUM(gained), SUM(regained), SUM(lost), SUM(gained + regained - lost), SUM(revenue) "
                                + "FROM customer_period WHERE grain = 'month'"))
                .containsExactly("4339|1753|3202|2890|8300065.8140000000");
        assertThat(built.lines("SELECT SUM(lines), SUM(revenue) FROM unknown_period WHERE grain = 'year'"))
                .containsExactly("135080|1447682.1200000000");
        assertThat(built.lines("SELECT SUM(orders) FROM customer_period WHERE grain = 'month'"))
                .as("invoices with a customer that are not cancelled")
                .containsExactly("18536");
        assertThat(built.lines("SELECT COUNT(DISTINCT customer) FROM customer_period"))
                .containsExactly("4372");
        assertThat(
                        built.lines(
                                "SELECT COUNT(*) FROM (SELECT customer FROM customer_period GROUP BY customer HAVING MIN(state) = 'none' AND MAX(state) = 'none') c"))
                .containsExactly("33");
    }

    /**
     * The cost rules of the guide. The literals were summed over the file by a script of its own; what the wall says is the sum of what
     * its rows say, of the entries, and of the ledger.
     */
    @Test
    void whatItCostsToServeThemIsTheSumOfItsRows() throws IOException {
        BuiltLedger built = ninety();
        MetricQuery activities = ofTheWholeTime("activity-costs");
        assertThat(built.ask(activities, List.of("activity", "events", "uncosted", "amount", "company")))
                .map(OnlineRetailLedgerIT::plain)
                .containsExactly(
                        "delivery|18536|0|87791.85|0",
                        "picking a line|397924|0|19896.2|0",
                        "credit note|3346|308|17378.75|0");
        assertThat(left(built, activities, "amount", "SELECT SUM(amount) FROM cost_entry"))
                .isEqualTo("0.00");
        assertThat(left(
                        built,
                        activities,
                        "amount",
                        "SELECT SUM(cost_to_serve) FROM customer_period WHERE grain = 'month'"))
                .isEqualTo("0.00");
        assertThat(sum(built, activities.rowsBehind(50_000), "amount")
                        .subtract(sum(built, activities, "amount"))
                        .setScale(2))
                .hasToString("0.00");

        assertThat(built.ask(
                        ofTheWholeTime("whale-curve"),
                        List.of("point", "place", "customers", "below_zero", "cumulative", "share_of_contribution")))
                .map(OnlineRetailLedgerIT::plain)
                .filteredOn(line -> !line.startsWith("step"))
                .containsExactly("peak|4311|4372|61|2784987.9409|100.18", "end|4372|4372|61|2779956.2349|100");
        MetricQuery tenths = ofTheWholeTime("profitability-groups").with("groups", "10");
        assertThat(built.ask(tenths, List.of("profit_group", "customers", "contribution")))
                .map(OnlineRetailLedgerIT::plain)
                .hasSize(11)
                .contains("1 of 10|432|1687378.828", "10 of 10|431|13351.447", "below zero|61|-5031.706");
        assertThat(left(
                        built,
                        tenths,
                        "contribution",
                        "SELECT SUM(revenue) - 5395042.7791 - 125066.8 FROM customer_period WHERE grain = 'year'"))
                .isEqualTo("0.00");
        assertThat(Files.readString(GUIDE.resolve("online-retail.md")))
                .contains(
                        "| credit note | 3,346 | 308 | 17,378.75 |",
                        "2,779,956.2349",
                        "4,311 of 4,372",
                        "1,687,378.828");
    }

    /** Tenths and moves between the halves of 2011, each held against the months themselves; the numbers of buyers were counted over the file by a script. */
    @Test
    void theHalvesOf2011AddUpAndLeadFromOneToTheOther() throws IOException {
        BuiltLedger built = ninety();
        Map<String, Long> buyers = Map.of("2011-06", 2724L, "2011-12", 3367L);
        for (String end : List.of("2011-06", "2011-12")) {
            MetricQuery groups = ofTheHalf("profitability-groups", end);
            assertThat(left(
                            built,
                            groups,
                            "contribution",
                            "SELECT SUM(contribution) FROM customer_period WHERE " + months(end)))
                    .as(end)
                    .isEqualTo("0.00");
            List<List<String>> tenths =
                    built.ask(ofTheHalf("audit-tenths", end), List.of("cut", "customers", "revenue")).stream()
                            .map(line -> List.of(line.split("\\|")))
                            .filter(line -> line.getFirst().equals("customers"))
                            .toList();
            assertThat(tenths.stream()
                            .mapToLong(line -> Long.parseLong(line.get(1)))
                            .sum())
                    .as(end)
                    .isEqualTo(buyers.get(end));
            assertThat(tenths.stream()
                            .map(line -> new BigDecimal(line.get(2)))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as(end)
                    .isEqualByComparingTo(
                            built.lines("""
                            SELECT SUM(revenue) FROM (SELECT SUM(revenue) AS revenue FROM customer_period
                            WHERE %s GROUP BY customer HAVING SUM(orders) > 0) b""".formatted(months(end))).getFirst());
        }
        MetricQuery moves = ofTheHalf("profit-migration", "2011-12");
        String contribution = "SELECT SUM(contribution) FROM customer_period WHERE ";
        assertThat(left(built, moves, "before", contribution + months("2011-06")))
                .isEqualTo("0.00");
        assertThat(left(built, moves, "after", contribution + months("2011-12")))
                .isEqualTo("0.00");
        assertThat(sum(built, moves, "after")
                        .subtract(sum(built, moves, "before"))
                        .subtract(sum(built, moves, "change")))
                .isEqualByComparingTo("0.00");
        MetricQuery change = ofTheHalf("audit-change", "2011-12");
        assertThat(left(built, change, "before", "SELECT SUM(revenue) FROM customer_period WHERE " + months("2011-06")))
                .isEqualTo("0.00");
        assertThat(left(built, change, "after", "SELECT SUM(revenue) FROM customer_period WHERE " + months("2011-12")))
                .isEqualTo("0.00");
    }

    private static MetricQuery ofTheHalf(String metric, String end) {
        return MetricQuery.of(metric, Grain.MONTH).in(CALENDAR.parse(end)).with("window", "half");
    }

    private static String months(String end) {
        return "grain = 'month' AND period <= '%s' AND period > '%s'"
                .formatted(end, end.equals("2011-06") ? "2010-12" : "2011-06");
    }

    private static MetricQuery ofTheWholeTime(String metric) {
        return MetricQuery.of(metric, Grain.QUARTER)
                .in(CALENDAR.parse("2011-Q4"))
                .with("window", "all");
    }

    private static BigDecimal sum(BuiltLedger built, MetricQuery query, String column) {
        return built.ask(query, List.of(column)).stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What a check leaves over, to the penny. */
    private static String left(BuiltLedger built, MetricQuery query, String column, String sql) {
        return sum(built, query, column)
                .subtract(new BigDecimal(built.lines(sql).getFirst()))
                .setScale(2, RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    private static String plain(String line) {
        return Arrays.stream(line.split("\\|"))
                .map(cell -> cell.contains(".")
                        ? new BigDecimal(cell).stripTrailingZeros().toPlainString()
                        : cell)
                .collect(Collectors.joining("|"));
    }

    /** Each way of telling a change apart is exact, and starts and ends where the figures' own metrics stand. */
    @Test
    void whyItChangedAddsUpForAllNeighbouringMonths() throws IOException {
        BuiltLedger built = ninety();
        Oracle oracle = new Oracle(OnlineRetail.company(), Rules.lapse(90), LAST_DAY);
        Map<String, Long> closing = oracle.customerMath("month").stream()
                .collect(Collectors.toMap(row -> row.period(), row -> row.closing()));
        Map<String, BigDecimal> value = oracle.customerPeriods("month").stream()
                .filter(row -> row.closing() == 1)
                .collect(Collectors.toMap(CustomerPeriod::period, CustomerPeriod::value, BigDecimal::add));
        for (int i = 1; i <= 12; i++) {
            Period month = CALENDAR.parse("2011-%02d".formatted(i));
            String name = month.name();
            String previous = CALENDAR.previous(month).name();
            Rows rows = built.answer(
                            MetricQuery.of(ChangeExplained.METRIC, Grain.MONTH).in(month))
                    .rows();
            assertThat(ChangeExplained.of(rows, Figure.CUSTOMERS))
                    .as(name)
                    .hasSize(5)
                    .allSatisfy(why -> {
                        assertThat(why.parts()).isNotEmpty();
                        assertThat(why.before().longValueExact()).isEqualTo(closing.get(previous));
                        assertThat(why.now().longValueExact()).isEqualTo(closing.get(name));
                    });
            assertThat(byState(rows)).as(name).isEqualTo(byState(oracle, previous, name));
            assertThat(ChangeExplained.of(rows, Figure.VALUE))
                    .as(name)
                    .hasSize(5)
                    .allSatisfy(why -> {
                        assertThat(why.before()).isEqualByComparingTo(value.get(previous));
                        assertThat(why.now()).isEqualByComparingTo(value.get(name));
                    });
        }
    }

    private static Map<String, BigDecimal> byState(Rows rows) {
        return ChangeExplained.of(rows, Figure.CUSTOMERS).getFirst().parts().stream()
                .collect(Collectors.toMap(ChangeExplained.Part::name, ChangeExplained.Part::change));
    }

    /** Who was there stands under what became of them. */
    private static Map<String, BigDecimal> byState(Oracle oracle, String previous, String month) {
        List<CustomerPeriod> all = oracle.customerPeriods("month");
        Map<String, String> states = all.stream()
                .filter(row -> row.period().equals(month))
                .collect(Collectors.toMap(CustomerPeriod::customer, CustomerPeriod::state));
        Map<String, BigDecimal> changes = new HashMap<>();
        all.stream().filter(row -> row.closing() == 1).forEach(row -> {
            if (row.period().equals(month)) {
                changes.merge(row.state(), BigDecimal.ONE, BigDecimal::add);
            } else if (row.period().equals(previous)) {
                changes.merge(states.getOrDefault(row.customer(), "none"), BigDecimal.ONE.negate(), BigDecimal::add);
            }
        });
        return changes;
    }

    private static List<String> flows(Oracle oracle) {
        return Span.GRAINS.stream()
                .flatMap(grain -> oracle.customerMath(grain).stream()
                        .map(row -> "%s|%s|%d|%d|%d|%d|%d|%d|%d|%d"
                                .formatted(
                                        grain,
                                        row.period(),
                                        row.opening(),
                                        row.gained(),
                                        row.regained(),
                                        row.lost(),
                                        row.closing(),
                                        row.gainedInside(),
                                        row.regainedInside(),
                                        row.lostInside())))
                .toList();
    }

    /** The file read by the engine itself, exact duplicates kept. */
    private static final class Lines implements FactSource {

        private static final String PURCHASE = """
                INSERT INTO purchase
                SELECT InvoiceNo || '/' || row_number() OVER (), 'online-retail', CAST(CAST(CustomerID AS DECIMAL(12, 1)) AS BIGINT),
                       CAST(InvoiceDate AS TIMESTAMP), CAST(InvoiceDate AS DATE), CAST(InvoiceDate AS TIMESTAMP), row_number() OVER (),
                       InvoiceNo, CAST(row_number() OVER () AS VARCHAR),
                       CASE WHEN InvoiceNo LIKE 'C%' THEN 'cancellation' WHEN InvoiceNo LIKE 'A%' THEN 'adjustment' ELSE 'sale' END,
                       StockCode, NULL, CAST(Quantity AS DECIMAL(18, 6)),
                       CAST(CAST(Quantity AS DECIMAL(12, 0)) * CAST(UnitPrice AS DECIMAL(12, 3)) AS DECIMAL(18, 6)), 'GBP', NULL, Country, NULL, 'b1'
                FROM read_csv(:file, header = true, all_varchar = true)
                """;

        @Override
        public List<String> receipts(Instant known) {
            return List.of("online-retail");
        }

        @Override
        public Optional<Instant> latestKnown() {
            return Optional.of(KNOWN);
        }

        @Override
        public Optional<LocalDate> latestDay(Instant known) {
            return Optional.of(LAST_DAY);
        }

        @Override
        public void define(Session session, Clocks clocks) {
            LedgerTables.createEmpty(session);
            session.execute("DROP TABLE conversion", Map.of()); // the build makes its own where nothing is converted
            session.execute("DROP TABLE customer", Map.of());
            session.execute(
                    "CREATE TABLE customer AS SELECT key, source, customer, occurred_at, occurred_on, recorded_at, line, source AS segment, site, channel, batch FROM purchase",
                    Map.of());
            session.execute(PURCHASE, Map.of("file", OnlineRetail.file().toString()));
        }
    }
}
