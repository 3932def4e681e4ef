package io.customerroom.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.engine.Engine;
import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.GoldenCompany;
import io.customerroom.testkit.company.RandomCompany;
import io.customerroom.testkit.oracle.Oracle;
import io.customerroom.testkit.oracle.Rules;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The ledger that an engine builds is the oracle's, row for row and to the last digit, in every grain. */
public abstract class LedgerContract {

    private static final Instant EVERYTHING = Instant.parse("2029-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private Engine engine;

    /** A fresh engine that may use the folder for what it spills. */
    protected abstract Engine start(Path folder);

    @BeforeEach
    void open() {
        engine = start(folder.resolve("engine"));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    static Stream<Arguments> readings() {
        return Stream.of(30, 90, 180)
                .flatMap(lapse -> Stream.of(
                        Arguments.of(lapse, Month.JULY, LocalDate.parse("2024-02-29")),
                        Arguments.of(lapse, Month.JULY, LocalDate.parse("2024-10-01")),
                        Arguments.of(lapse, Month.JULY, LocalDate.parse("2025-06-10")),
                        Arguments.of(lapse, Month.JULY, LocalDate.parse("2025-06-30")),
                        Arguments.of(lapse, Month.JANUARY, LocalDate.parse("2025-06-30"))));
    }

    @ParameterizedTest(name = "lapse {0}, fiscal year from {1}, through {2}")
    @MethodSource("readings")
    void theGoldenCompanyIsTheOracles(int lapse, Month fiscalYearStart, LocalDate through) {
        sameLedger(GoldenCompany.company().withFiscalYear(fiscalYearStart), Rules.lapse(lapse), through, EVERYTHING);
    }

    static Stream<Arguments> seeds() {
        return Stream.of(0, 1, 30, 91)
                .flatMap(lapse -> Stream.of(20_261_122L, 7L).map(seed -> Arguments.of(seed + lapse, lapse)));
    }

    @ParameterizedTest(name = "seed {0}, lapse {1}")
    @MethodSource("seeds")
    void aRandomCompanyIsTheOracles(long seed, int lapse) {
        Company company = RandomCompany.of(seed, 250, lapse);
        Rules rules = Rules.lapse(lapse).withLapse("rare", lapse * 2).withLapse("trade", 45);

        sameLedger(company, rules, LocalDate.parse("2024-12-05"), Instant.parse("2024-12-20T00:00:00Z"));
    }

    private void sameLedger(Company company, Rules rules, LocalDate through, Instant known) {
        Oracle oracle = new Oracle(company, rules, through, known);
        LedgerLines expected = new LedgerLines(oracle, new CustomerKeys(company)::known);
        try (BuiltLedger built = BuiltLedger.of(engine, folder.resolve("workspace"), company, rules, through, known)) {
            assertThat(expected.differences(built)).isEmpty();
        }
    }
}
