package io.customerroom.engine.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.ReceivedFacts;
import io.customerroom.ledger.imports.ImportRoom;
import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.GoldenCompany;
import io.customerroom.testkit.company.Sheet;
import io.customerroom.testkit.company.Sheets;
import io.customerroom.testkit.contract.BuiltLedger;
import io.customerroom.testkit.contract.LedgerLines;
import io.customerroom.testkit.oracle.Oracle;
import io.customerroom.testkit.oracle.Rules;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The golden company's own lists, imported without any mapping, are the ledger that the oracle walks through. */
class GoldenCompanyImportIT {

    private static final String SETTINGS = """
            company:
              zone: Europe/Vienna
              fiscal-year-start: july
            """;
    private static final Map<String, FactKind> KINDS = Map.of(
            "customers", FactKind.CUSTOMER_FACT,
            "purchases", FactKind.PURCHASE,
            "contracts", FactKind.CONTRACT,
            "tickets", FactKind.TICKET,
            "contacts", FactKind.OPERATION,
            "feedback", FactKind.FEEDBACK,
            "departures", FactKind.DEPARTURE,
            "referrals", FactKind.REFERRAL,
            "costs", FactKind.COST,
            "crosswalk", FactKind.CROSSWALK);
    private static final List<String> IVO = List.of("ivo", "ivo@web", "S-9");

    @TempDir
    Path folder;

    private final Company company = GoldenCompany.company();

    @ParameterizedTest(name = "through {0}, known {1}")
    @CsvSource({
        "2025-06-30, 2026-01-01T00:00:00Z",
        "2025-01-31, 2025-01-10T00:00:00Z", // Alma's purchase is not known yet
        "2024-07-31, 2024-07-31T12:00:00Z", // Zeno's contract is not corrected yet
        "2024-06-30, 2024-06-21T00:00:00Z", // Ivo's third id is not linked yet
        "2024-03-31, 2024-03-31T22:00:00Z"
    })
    void bothClocksCutTheImportedFactsLikeTheOracles(LocalDate through, Instant known) {
        try (ImportRoom room = new ImportRoom(folder, SETTINGS)) {
            load(room, Sheets.everything(company));

            assertThat(differences(room, through, known)).isEmpty();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfImportsDoesNotMatterWhereRecordedIsGiven(long seed) {
        List<Sheet> sheets = new ArrayList<>();
        for (Sheet sheet : Sheets.everything(company)) {
            sheets.addAll(torn(sheet));
        }
        Collections.shuffle(sheets, new Random(seed));
        try (ImportRoom room = new ImportRoom(folder, SETTINGS)) {
            load(room, sheets);

            assertThat(differences(room, GoldenCompany.LAST_DAY, Instant.parse("2026-01-01T00:00:00Z")))
                    .isEmpty();
        }
    }

    @Test
    void nothingOfTheStoryIsSetAside() {
        try (ImportRoom room = new ImportRoom(folder, SETTINGS)) {
            load(room, Sheets.everything(company));

            assertThat(room.receipts.all())
                    .allSatisfy(receipt -> assertThat(receipt.counts().allSetAside())
                            .as(receipt.batch())
                            .isZero());
        }
    }

    /** The first and the second half of a list, as two exports of one source. */
    private static List<Sheet> torn(Sheet sheet) {
        int middle = sheet.rows().size() / 2;
        return List.of(
                new Sheet(sheet.name() + "-1", sheet.header(), sheet.rows().subList(0, middle)),
                new Sheet(
                        sheet.name() + "-2",
                        sheet.header(),
                        sheet.rows().subList(middle, sheet.rows().size())));
    }

    private static void load(ImportRoom room, List<Sheet> sheets) {
        for (Sheet sheet : sheets) {
            FactKind kind = KINDS.get(sheet.name().replaceAll("-\\d", ""));
            room.load(kind, sheet.name() + ".csv", sheet.csv());
        }
    }

    private String differences(ImportRoom room, LocalDate through, Instant known) {
        CompanyCalendar calendar = new CompanyCalendar(GoldenCompany.ZONE, Month.JULY, DayOfWeek.MONDAY);
        Rules rules = Rules.lapse(90);
        Oracle oracle = new Oracle(company, rules, through, known);
        LedgerLines expected = new LedgerLines(oracle, id -> key(room, oracle, id));
        try (BuiltLedger built = BuiltLedger.of(
                room.engine,
                room.workspace.root(),
                new ReceivedFacts(room.workspace, room.receipts, room.engine, GoldenCompany.ZONE),
                calendar,
                rules,
                through,
                known)) {
            return expected.differences(built);
        }
    }

    /** The smallest key of all ids that are one customer. */
    private static long key(ImportRoom room, Oracle oracle, String id) {
        return Stream.concat(Stream.of(id), IVO.stream().filter(other -> id.equals(oracle.customer(other))))
                .mapToLong(same -> room.key("customer", same))
                .min()
                .orElseThrow();
    }
}
