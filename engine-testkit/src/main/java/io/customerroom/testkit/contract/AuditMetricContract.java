package io.customerroom.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Grain;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.metrics.MetricQuery;
import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.RandomCompany;
import io.customerroom.testkit.oracle.Audit;
import io.customerroom.testkit.oracle.Oracle;
import io.customerroom.testkit.oracle.Plain;
import io.customerroom.testkit.oracle.Rules;
import io.customerroom.testkit.oracle.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The customer-base audit of a random company with purchases, returns and contracts, against the oracle. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AuditMetricContract {

    private static final LocalDate THROUGH = LocalDate.parse("2024-10-17");
    private static final Instant KNOWN = Instant.parse("2029-01-01T00:00:00Z");

    @TempDir
    static Path folder;

    private final Company company = RandomCompany.of(20_261_122L, 60, 45);
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
                            "after"))
                    .isEqualTo(lines(grain, audit::change));
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
