package io.customerroom.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Grain;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.metrics.MetricQuery;
import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.RandomCompany;
import io.customerroom.testkit.oracle.Best;
import io.customerroom.testkit.oracle.Oracle;
import io.customerroom.testkit.oracle.Plain;
import io.customerroom.testkit.oracle.Rules;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
    @Checks("top-customers")
    void theBestFifthAndHowItChangedIsTheOracles() {
        for (Grain grain : List.of(Grain.MONTH, Grain.QUARTER)) {
            List<String> told = new Best(oracle).lines(grain.id());
            assertThat(ask("top-customers", grain, "period", "part", "customers", "contribution", "before"))
                    .isEqualTo(told);
            assertThat(told).anyMatch(line -> line.contains("|left|")).anyMatch(line -> line.contains("|fell|"));
        }
    }

    private List<String> ask(String metric, Grain grain, String... columns) {
        return Plain.lines(built.ask(MetricQuery.of(metric, grain), List.of(columns)));
    }
}
