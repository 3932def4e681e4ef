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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
                .flatMap(lapse -> Stream.of(Month.JANUARY, Month.JULY)
                        .flatMap(fiscal -> Stream.of("2024-02-29", "2024-10-01", "2025-06-10", "2025-06-30")
                                .map(through -> Arguments.of(lapse, fiscal, LocalDate.parse(through)))));
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
        LedgerLines expected = new LedgerLines(company, oracle);
        try (BuiltLedger built = BuiltLedger.of(engine, folder.resolve("workspace"), company, rules, through, known)) {
            same(built, LedgerLines.CALENDAR, expected.calendar());
            same(built, LedgerLines.SPELLS, expected.spells());
            same(built, LedgerLines.CUSTOMER_PERIODS, expected.customerPeriods());
            same(built, LedgerLines.UNKNOWN_PERIODS, expected.unknownPeriods());
        }
    }

    private static void same(BuiltLedger built, String sql, List<String> expected) {
        List<String> surplus = new ArrayList<>(built.lines(sql));
        List<String> missing = new ArrayList<>(expected);
        expected.forEach(surplus::remove);
        built.lines(sql).forEach(missing::remove);
        assertThat(shown("missing", missing) + shown("surplus", surplus))
                .as(sql)
                .isEmpty();
    }

    private static String shown(String title, List<String> lines) {
        return lines.stream()
                .sorted()
                .limit(20)
                .map(line -> title + " " + line + "\n")
                .collect(Collectors.joining());
    }
}
