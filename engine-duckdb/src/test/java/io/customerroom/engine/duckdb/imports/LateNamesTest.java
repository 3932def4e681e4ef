package io.customerroom.engine.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.build.BuildRequest;
import io.customerroom.ledger.build.Builds;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.ReceivedFacts;
import io.customerroom.ledger.facts.Reporting;
import io.customerroom.ledger.imports.ImportRoom;
import io.customerroom.ledger.imports.WorkspaceLock;
import io.customerroom.ledger.persons.LateNames;
import io.customerroom.ledger.workspace.CompanySettings;
import io.customerroom.state.TrailEntry;
import io.customerroom.state.TrailFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that come in after the texts in which they stand. */
class LateNamesTest {

    private static final String TICKETS = """
            ticket,customer,opened,text
            t1,c-77,2026-01-05,Rosalind Quux never called me back
            t2,c-78,2026-01-06,Ask Rosalind Quux or Harro about it
            t3,c-78,2026-01-07,The parcel was wet
            """;

    private static final String CUSTOMERS = """
            customer,name,segment,since
            c-77,Rosalind Quux,gold,2025-01-01
            """;

    @TempDir
    Path folder;

    @Test
    void aNameThatComesAfterATextIsHiddenInItWithTheNextBuildAndOnlyOnce() throws IOException {
        try (ImportRoom room = new ImportRoom(folder)) {
            String tickets = room.load(FactKind.TICKET, "tickets.csv", TICKETS).batch();
            build(room);
            assertThat(texts(room, tickets)).contains("Rosalind Quux never called me back");
            assertThat(trail(room)).doesNotContain("late-names-hidden");

            room.load(FactKind.CUSTOMER_FACT, "customers.csv", CUSTOMERS);
            byte[] facts = Files.readAllBytes(room.workspace.facts("ticket", tickets));
            build(room);
            assertThat(texts(room, tickets))
                    .containsExactly(
                            "Ask [name] or Harro about it", "The parcel was wet", "[name] never called me back");
            assertThat(Files.readAllBytes(room.workspace.facts("ticket", tickets)))
                    .isEqualTo(facts);
            assertThat(late(room).hidden()).isEqualTo(2);
            assertThat(trail(room)).containsOnlyOnce("late-names-hidden");

            byte[] once = Files.readAllBytes(room.workspace.persons(tickets));
            build(room);
            assertThat(Files.readAllBytes(room.workspace.persons(tickets))).isEqualTo(once);
            assertThat(trail(room)).containsOnlyOnce("late-names-hidden");
        }
    }

    @Test
    void aListThatIsWrittenLaterHidesItsNamesToo() throws IOException {
        try (ImportRoom room = new ImportRoom(folder)) {
            String tickets = room.load(FactKind.TICKET, "tickets.csv", TICKETS).batch();
            build(room);
            Files.writeString(room.workspace.root().resolve("names.txt"), "Harro\nName\n");
            build(room);
            assertThat(texts(room, tickets)).contains("Ask Rosalind Quux or [name] about it");
            Files.writeString(room.workspace.root().resolve("names.txt"), "Harro\nName\nNumber\n");
            build(room);
            assertThat(texts(room, tickets)).as("marks stay").contains("Ask Rosalind Quux or [name] about it");
            assertThat(late(room).hidden()).isEqualTo(1);
        }
    }

    @Test
    void whileAnImportRunsNothingIsRewrittenAndTheNextBuildCatchesUp() throws Exception {
        try (ImportRoom room = new ImportRoom(folder)) {
            String tickets = room.load(FactKind.TICKET, "tickets.csv", TICKETS).batch();
            room.load(FactKind.CUSTOMER_FACT, "customers.csv", CUSTOMERS);
            try (WorkspaceLock importing = WorkspaceLock.take(room.workspace)) {
                Thread other = Thread.ofPlatform().start(() -> build(room));
                other.join();
            }
            assertThat(texts(room, tickets)).contains("Rosalind Quux never called me back");
            build(room);
            assertThat(texts(room, tickets)).contains("[name] never called me back");
        }
    }

    private static LateNames late(ImportRoom room) {
        return new LateNames(room.workspace, room.store, room.engine);
    }

    private static void build(ImportRoom room) {
        CompanySettings settings = CompanySettings.read(room.workspace);
        ReceivedFacts facts = new ReceivedFacts(
                room.workspace,
                room.receipts::active,
                room.engine,
                settings.calendar().zone(),
                Reporting.of(settings));
        new Builds(room.workspace, room.store, room.engine, facts, settings.calendar(), Clock.systemUTC())
                .at(BuildRequest.standard(), ImportRoom.ANA);
    }

    private static List<String> texts(ImportRoom room, String batch) {
        try (var session = room.engine.open()) {
            session.table("batch_person", List.of(room.workspace.persons(batch)));
            return session.query("SELECT text FROM batch_person WHERE text <> '' ORDER BY 1", Map.of()).rows().stream()
                    .map(row -> String.valueOf(row.getFirst()))
                    .toList();
        }
    }

    private static List<String> trail(ImportRoom room) {
        return room.store.trail().entries(TrailFilter.everything(), 50).stream()
                .map(TrailEntry::event)
                .toList();
    }
}
