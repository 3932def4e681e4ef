package io.customerroom.engine.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.ImportRequest;
import io.customerroom.ledger.imports.mapping.MappingYaml;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expected figures were computed independently of this code. */
class RealDataIT {

    @TempDir
    Path folder;

    @Test
    void onlineRetailAddsUpWithAndWithoutDuplicates() {
        Path file = RealData.file("online-retail/online_retail.csv.gz");
        String mapping = RealData.mapping("online-retail.yaml");
        String figures = """
                SELECT count(*), sum(amount), sum(CASE WHEN customer IS NOT NULL THEN amount END),
                    count(CASE WHEN customer IS NULL THEN 1 END), count(DISTINCT customer)
                FROM purchase
                """;
        try (ImportRoom room = new ImportRoom(folder)) {
            Receipt all = load(room, file, mapping);
            assertThat(all.counts().read()).isEqualTo(541_909);
            assertThat(all.counts().kept()).isEqualTo(541_909);
            assertThat(room.ask(figures)).isEqualTo("541909 9747747.934000 8300065.814000 135080 4372\n");
            assertThat(room.ask("SELECT line_kind, count(*) FROM purchase GROUP BY line_kind ORDER BY line_kind"))
                    .isEqualTo("adjustment 3\ncancellation 9288\nreturn 1336\nsale 531282\n");
            room.imports.undo("1", ImportRoom.ANA);
            Receipt once = load(room, file, mapping.replace("duplicates: keep", "duplicates: drop"));
            assertThat(once.counts().read()).isEqualTo(541_909);
            assertThat(once.counts().setAside()).hasToString("{DUPLICATE_ROW=5268}");
            assertThat(room.ask(figures))
                    .startsWith("536641 9726006.954000 8278519.424000 ")
                    .endsWith(" 4372\n");
        }
    }

    @Test
    void superstoreEqualsItsTwinInWindows1252() {
        String facts = "SELECT * EXCLUDE (batch, recorded_at) FROM purchase ORDER BY line";
        try (ImportRoom room = new ImportRoom(folder)) {
            Receipt receipt =
                    room.load(ImportRequest.of(RealData.file("superstore/superstore.csv.gz"), FactKind.PURCHASE)
                            .from("superstore"));
            assertThat(receipt.counts().kept()).isEqualTo(9_994);
            String facts1 = room.ask(facts);
            assertThat(room.ask("SELECT sum(amount), sum(amount - cost), count(DISTINCT customer) FROM purchase"))
                    .isEqualTo("2297200.860300 286397.021700 793\n");
            room.imports.undo("1", ImportRoom.ANA);
            Receipt twin = room.load(
                    ImportRequest.of(RealData.file("superstore/superstore_DERIVED_cp1252.csv.gz"), FactKind.PURCHASE)
                            .from("superstore"));
            assertThat(twin.file().notes()).contains("read as Windows-1252, since it is not UTF-8");
            assertThat(room.ask(facts)).isEqualTo(facts1);
        }
    }

    @Test
    void ticketsMayHaveManyRowsAndTheLastOneCounts() {
        try (ImportRoom room = new ImportRoom(folder)) {
            load(room, RealData.file("incident-servicenow/incident_event_log.csv.gz"), """
                    fact: ticket
                    nulls: ["?"]
                    columns:
                      ticket: number
                      customer: caller_id
                      issue: category
                      opened: {from: opened_at, format: d/M/yyyy H:mm}
                      closed: {from: closed_at, format: d/M/yyyy H:mm}
                    """);
            assertThat(room.ask("SELECT count(*) FROM ticket")).isEqualTo("20769\n");
        }
    }

    private static Receipt load(ImportRoom room, Path file, String mapping) {
        var read = MappingYaml.read(mapping, "mapping.yaml", Optional.empty());
        return room.load(ImportRequest.of(file, read.fact()).with(read));
    }
}
