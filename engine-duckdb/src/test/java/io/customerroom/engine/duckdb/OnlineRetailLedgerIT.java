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
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Half a million real invoice lines: what the engine builds is what the oracle walks through, for three lapses in every grain. */
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

    @TempDir
    Path folder;

    @Test
    void flowsAgreeForThreeLapsesInEveryGrain() {
        assumeTrue(
                OnlineRetail.present(),
                () -> "online-retail is not in " + OnlineRetail.folder() + "; set CUSTOMER_ROOM_DATA to its folder");
        Company company = OnlineRetail.company();
        try (Engine engine =
                DuckDbEngine.start(new DuckDbSettings(512, 2, folder.resolve("spill"), Duration.ofMinutes(5)))) {
            for (int lapse : List.of(30, 90, 180)) {
                Oracle oracle = new Oracle(company, Rules.lapse(lapse), LAST_DAY);
                try (BuiltLedger built = BuiltLedger.of(
                        engine,
                        folder.resolve("w" + lapse),
                        new Lines(),
                        CALENDAR,
                        Rules.lapse(lapse),
                        LAST_DAY,
                        KNOWN)) {
                    assertThat(built.lines(FLOWS)).containsExactlyInAnyOrderElementsOf(flows(oracle));
                }
            }
        }
    }

    @Test
    void publishedTotalsComeOut() {
        assumeTrue(
                OnlineRetail.present(),
                () -> "online-retail is not in " + OnlineRetail.folder() + "; set CUSTOMER_ROOM_DATA to its folder");
        try (Engine engine =
                        DuckDbEngine.start(new DuckDbSettings(512, 2, folder.resolve("spill"), Duration.ofMinutes(5)));
                BuiltLedger built = BuiltLedger.of(
                        engine, folder.resolve("w"), new Lines(), CALENDAR, Rules.lapse(90), LAST_DAY, KNOWN)) {
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
    }

    /** Each way of telling a change apart is exact, and starts and ends where the figures' own metrics stand. */
    @Test
    void whyItChangedAddsUpForAllNeighbouringMonths() {
        assumeTrue(
                OnlineRetail.present(),
                () -> "online-retail is not in " + OnlineRetail.folder() + "; set CUSTOMER_ROOM_DATA to its folder");
        Oracle oracle = new Oracle(OnlineRetail.company(), Rules.lapse(90), LAST_DAY);
        Map<String, Long> closing = oracle.customerMath("month").stream()
                .collect(Collectors.toMap(row -> row.period(), row -> row.closing()));
        Map<String, BigDecimal> value = oracle.customerPeriods("month").stream()
                .filter(row -> row.closing() == 1)
                .collect(Collectors.toMap(CustomerPeriod::period, CustomerPeriod::value, BigDecimal::add));
        try (Engine engine =
                        DuckDbEngine.start(new DuckDbSettings(512, 2, folder.resolve("spill"), Duration.ofMinutes(5)));
                BuiltLedger built = BuiltLedger.of(
                        engine, folder.resolve("w"), new Lines(), CALENDAR, Rules.lapse(90), LAST_DAY, KNOWN)) {
            for (int i = 1; i <= 12; i++) {
                Period month = CALENDAR.parse("2011-%02d".formatted(i));
                String name = month.name();
                String previous = CALENDAR.previous(month).name();
                Rows rows = built.answer(MetricQuery.of(ChangeExplained.METRIC, Grain.MONTH)
                                .in(month))
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
            session.execute("DROP TABLE customer", Map.of());
            session.execute(
                    "CREATE TABLE customer AS SELECT key, source, customer, occurred_at, occurred_on, recorded_at, line, source AS segment, site, channel, batch FROM purchase",
                    Map.of());
            session.execute(PURCHASE, Map.of("file", OnlineRetail.file().toString()));
        }
    }
}
