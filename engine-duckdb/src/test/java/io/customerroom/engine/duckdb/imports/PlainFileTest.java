package io.customerroom.engine.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.ImportRequest;
import io.customerroom.ledger.imports.Progress;
import io.customerroom.ledger.imports.mapping.MappingYaml;
import io.customerroom.ledger.imports.plain.PlainFacts;
import io.customerroom.ledger.imports.plain.PlainStager;
import io.customerroom.ledger.imports.staging.StagedFacts;
import io.customerroom.ledger.imports.staging.StagedPersons;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the engine reads a file where it lies or we read it row by row: facts, persons and receipt are the same. */
class PlainFileTest {

    private static final String HEAD = "order,line,customer,date,product,quantity,unit_price,amount,cost,site\n";

    private static ImportRoom room;

    @BeforeAll
    static void open(@TempDir Path folder) {
        room = new ImportRoom(folder, "company: {zone: Europe/Berlin}\n");
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void aPlainFileGivesTheSameFactsBothWays() {
        assertThat(both(HEAD + """
                        N2,1,anna,2026-03-29,P1,1,9.99,9.99,5,Harbour
                        N1,2,ben,2026-03-29,"P, 2",-3,0.333333,-0.999999,,
                        N1,1,,2026-10-25,é€𝄞,-1,0,0,0.000001,"Nord ""
                        """.replace(" \"\"", "\"") + "N9,,17850.0,1900-01-01,,0,0,0,-0,x"))
                .isEqualTo("in place");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "N1,1,anna,2026-02-30,P1,1,1,1,1,x", // no such day: seen by the engine, told by the reader
                "N1,1,anna,2026-02-28,P1,1,1,1",
                "N1,1,anna\u00a0,2026-02-28,P1,1,1,1,1,x",
                "N1,1,anna,2026-02-28,\"a \"\"b\"\"\",1,1,1,1,x",
                "N1,1,anna,2026-02-28,\"a\nb\",1,1,1,1,x",
                ",1,anna,2026-02-28,P1,1,1,1,1,x",
            })
    void oneRowThatIsNotPlainChangesTheWayAndNothingElse(String row) {
        assertThat(both(HEAD + "N0,1,anna,2026-01-05,P1,1,1,1,1,x\n" + row + "\n"))
                .isEqualTo("row by row");
    }

    @Test
    void quantityTimesPriceIsRoundedAlike() {
        String mapping = """
                fact: purchase
                columns: {order: order, customer: customer, date: date, quantity: quantity, unit_price: unit_price, profit: cost}
                """;
        assertThat(both(mapping, HEAD + """
                        o1,1,anna,2026-01-05,p,0.000001,0.5,,0,x
                        o1,1,anna,2026-01-05,p,-0.000001,0.5,,0,x
                        o1,1,anna,2026-01-05,p,-0.000003,0.49,,1.5,x
                        o2,1,anna,2026-01-05,p,1000000,999999.999999,,2,x
                        """)).isEqualTo("in place");
        assertThat(both(mapping, HEAD + "o1,1,anna,2026-01-05,p,1000000,1000000,,0,x\n"))
                .isEqualTo("row by row");
    }

    @Test
    void momentsAroundChangesOfTheClockAreTheSame() {
        StringBuilder rows = new StringBuilder(HEAD);
        for (String day : List.of("2026-03-28", "2026-03-29", "2026-10-25", "2026-10-26")) {
            for (int hour = 0; hour < 24; hour++) {
                rows.append("o1,,anna,%s %02d:30:00,p,1,1,1,1,x\n".formatted(day, hour));
            }
        }
        assertThat(both(rows.toString())).isEqualTo("in place");
    }

    @Test
    void datesInOtherFormsAndNumberedIdsAreTheSame() {
        String mapping = """
                fact: purchase
                nulls: ["?", "n/a"]
                columns:
                  order: order
                  customer: {from: customer, number: true}
                  date: {from: date, format: d/M/yyyy H:mm}
                  amount: {from: amount, sign: negate}
                """;
        assertThat(both(mapping, HEAD.replace(',', ';') + """
                        o1;1;17850.0;1/2/2026 8:05;p;1;1;-1.5;1;x
                        o2;1;17850;31/12/2026 23:59;p;1;1;2.25;1;x
                        o3;1;;1/2/2026 8:05;p;1;1;-1.5;1;?
                        """.replace("\n", "\r\n")))
                .isEqualTo("row by row"); // the header's line ends another way
        assertThat(both(mapping, (HEAD.replace(',', ';') + """
                        o1;1;17850.0;1/2/2026 8:05;p;1;1;-1.5;1;x
                        o2;1;17850;31/12/2026 23:59;p;1;1;2.25;1;x
                        o3;1;;1/2/2026 8:05;p;1;1;-1.5;1;
                        """).replace("\n", "\r\n")))
                .isEqualTo("in place");
    }

    @Test
    void linesOutOfOrderAndLinesTwiceAreNoticed() {
        assertThat(both(HEAD + """
                        o10,1,anna,2026-01-05,p,1,1,1,1,x
                        o9,1,anna,2026-01-05,p,1,1,1,1,x
                        """)).isEqualTo("in place");
        assertThat(both(HEAD + """
                        o1,1,anna,2026-01-05,p,1,1,1,1,x
                        o1,1,anna,2026-01-06,p,1,1,1,1,x
                        """)).isEqualTo("in place");
        assertThat(room.imports.batches().getLast().keysUnique()).isFalse();
    }

    @Test
    void aNameLikeAPatternIsAName() {
        room.file("a1.csv", HEAD + "o1,1,anna,2026-01-05,p,1,1,1,1,x\no2,1,anna,2026-01-05,p,1,1,1,1,x\n");
        Path file = room.file("a[1].csv", HEAD + "o1,1,anna,2026-01-05,p,1,1,1,1,x\n");
        assertThat(both(ImportRequest.of(file, FactKind.PURCHASE))).isEqualTo("in place");
    }

    private String both(String text) {
        return both(ImportRequest.of(room.file("rows.csv", text), FactKind.PURCHASE));
    }

    private String both(String mapping, String text) {
        var read = MappingYaml.read(mapping, "test.yaml", Optional.empty());
        return both(
                ImportRequest.of(room.file("rows.csv", text), FactKind.PURCHASE).with(read));
    }

    /** Imports the file both ways, compares everything, and answers which way it would have gone. */
    private String both(ImportRequest request) {
        Choice first = new Choice(true);
        Receipt one =
                room.imports(first).run(request, ImportRoom.ANA, Progress.NONE).receipt();
        room.imports.undo(one.batch(), ImportRoom.ANA);
        Choice second = new Choice(false);
        Receipt other =
                room.imports(second).run(request, ImportRoom.ANA, Progress.NONE).receipt();
        room.imports.undo(other.batch(), ImportRoom.ANA);
        assertThat(one.counts()).isEqualTo(other.counts());
        assertThat(one.file()).isEqualTo(other.file());
        assertThat(one.keysUnique()).isEqualTo(other.keysUnique());
        assertThat(one.span().map(Receipt.Span::firstOn)).isEqualTo(other.span().map(Receipt.Span::firstOn));
        assertThat(rows(facts(one))).isEqualTo(rows(facts(other)));
        assertThat(rows(room.workspace.persons(one.batch()))).isEqualTo(rows(room.workspace.persons(other.batch())));
        assertThat(quarantine(one)).isEqualTo(quarantine(other));
        return first.inPlace ? "in place" : "row by row";
    }

    private Path facts(Receipt receipt) {
        return room.workspace.facts(receipt.kind().table(), receipt.batch());
    }

    private static List<String> quarantine(Receipt receipt, Path file) {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file)
                    : List.of(receipt.counts().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> quarantine(Receipt receipt) {
        return quarantine(receipt, room.workspace.quarantine(receipt.batch()));
    }

    /** All rows in the file's order, without what tells the two imports apart. */
    private List<String> rows(Path parquet) {
        if (!Files.exists(parquet)) {
            return List.of();
        }
        try (Session session = room.engine.open()) {
            session.table("file", List.of(parquet));
            List<String> rows = new ArrayList<>();
            boolean facts = parquet.endsWith("facts.parquet");
            session.query("SELECT * " + (facts ? "EXCLUDE (batch, recorded_at) " : "") + "FROM file", Map.of())
                    .rows()
                    .forEach(row -> rows.add(row.toString()));
            return rows;
        }
    }

    /** The real stager, which may be kept from reading a file where it lies, and remembers whether it did. */
    private final class Choice implements PlainStager {

        private final DuckDbStager stager = new DuckDbStager(room.engine);
        private final boolean allowed;
        private boolean inPlace;

        Choice(boolean allowed) {
            this.allowed = allowed;
        }

        @Override
        public Optional<Written> writePlain(PlainFacts facts, Translator translator, Path parquet) throws IOException {
            Optional<Written> written = allowed ? stager.writePlain(facts, translator, parquet) : Optional.empty();
            inPlace = written.isPresent();
            return written;
        }

        @Override
        public Written write(StagedFacts facts, Path parquet) {
            return stager.write(facts, parquet);
        }

        @Override
        public SequencedMap<String, Long> shared(List<Path> earlier, Path parquet) {
            return stager.shared(earlier, parquet);
        }

        @Override
        public Optional<Long> writePersons(StagedPersons persons, List<Path> others, Path parquet) {
            return stager.writePersons(persons, others, parquet);
        }
    }
}
