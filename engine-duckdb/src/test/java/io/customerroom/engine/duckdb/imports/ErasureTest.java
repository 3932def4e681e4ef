package io.customerroom.engine.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.imports.ImportRoom;
import io.customerroom.ledger.persons.Persons;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureTest {

    private static final String CUSTOMERS = """
            customer,name,email,phone,segment,since
            rosa-4711,Rosalind Quux,rq@example.org,555-0199,gold,2025-01-01
            c-78,Otto Normal,otto@example.org,555-0200,silver,2025-02-01
            rosa-4711,Rosalind Quux,rq@example.org,555-0199,gold,2025-02-31
            """;

    @TempDir
    Path folder;

    @Test
    void anErasedNameIsNowhereAndDoesNotComeBack() throws IOException {
        try (ImportRoom room = new ImportRoom(folder)) {
            room.load(FactKind.CUSTOMER_FACT, "customers.csv", CUSTOMERS);
            room.load(FactKind.TICKET, "tickets.csv", """
                    ticket,customer,opened,text
                    t1,rosa-4711,2026-01-05,"I am Rosalind Quux.
                    Write to rq@example.org or 0049 555 0199 123"
                    t2,,2026-31-01,Rosalind Quux called again
                    """);
            Path facts = room.workspace.facts("customer", "b0001-customer");
            byte[] before = Files.readAllBytes(facts);
            assertThat(found(room, "rosalind quux", "rq@example.org")).isNotEmpty();

            Persons persons = new Persons(room.workspace, room.store, new DuckDbPersonFiles(room.engine));
            persons.erase("customer", "rosa-4711", ImportRoom.ANA);
            assertThat(found(room, "rosalind quux", "rq@example.org", "555-0199", "rosa-4711"))
                    .isEmpty();
            assertThat(Files.readAllBytes(facts)).isEqualTo(before);
            assertThat(room.store
                            .trail()
                            .entries(io.customerroom.state.TrailFilter.everything(), 1)
                            .getFirst()
                            .event())
                    .isEqualTo("person-erased");

            room.load(FactKind.CUSTOMER_FACT, "customers again.csv", CUSTOMERS);
            assertThat(found(room, "rosalind quux", "rq@example.org", "555-0199", "rosa-4711"))
                    .isEmpty();
            assertThat(found(room, "otto normal")).as("others stay").isNotEmpty();
            persons.finish();
            assertThat(found(room, "otto normal")).isNotEmpty();
        }
    }

    @Test
    void whatAnUndoneBatchSaidOfPeopleIsNowhere() throws IOException {
        try (ImportRoom room = new ImportRoom(folder)) {
            String first = room.load(FactKind.CUSTOMER_FACT, "customers.csv", CUSTOMERS)
                    .batch();
            room.imports.undo(first, ImportRoom.ANA);
            assertThat(found(room, "rosalind quux", "otto normal", "rq@example.org", "555-0199"))
                    .isEmpty();
            assertThat(room.workspace.facts("customer", first)).as("keys only").exists();
            assertThat(room.imports.quarantine(first)).isEmpty();

            String again = room.load(FactKind.CUSTOMER_FACT, "customers.csv", CUSTOMERS)
                    .batch();
            assertThat(again).isNotEqualTo(first);
            assertThat(found(room, "otto normal"))
                    .as("the same file brings them back")
                    .hasSize(1);
            Files.copy(room.workspace.persons(again), room.workspace.persons(first));
            assertThat(room.imports.leftovers()).containsExactly("persons/" + first + ".parquet");
            assertThat(room.imports.sweep())
                    .as("a crash between undo and removal")
                    .isEqualTo(1);
            assertThat(found(room, "otto normal")).hasSize(1);
        }
    }

    /** Files of the workspace in which one of the words stands, as bytes; Parquet is read, since it packs its texts. */
    private static List<String> found(ImportRoom room, String... words) throws IOException {
        try (Stream<Path> files = Files.walk(room.workspace.root())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(words)
                            .anyMatch(word -> content(room, file).contains(word)))
                    .map(Path::toString)
                    .toList();
        }
    }

    private static String content(ImportRoom room, Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            if (file.toString().endsWith(".parquet")) {
                try (var session = room.engine.open()) {
                    session.table("any_file", List.of(file));
                    text += session.query("SELECT * FROM any_file", java.util.Map.of())
                            .rows();
                }
            }
            return text.toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
