package io.customerroom.engine.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.identity.CustomerKeys;
import io.customerroom.ledger.identity.IdentitySecret;
import io.customerroom.ledger.imports.ImportRoom;
import io.customerroom.ledger.persons.CallBook.SourceId;
import io.customerroom.ledger.persons.PersonCalls;
import io.customerroom.ledger.typed.TypedDepartures;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallBookTest {

    private static final Clocks NOW = new Clocks(LocalDate.parse("2029-12-31"), Instant.parse("2030-06-01T00:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void whoSaidNotToBeCalledIsFoundUnderTheKeyOfTodayAndMayTakeItBack() {
        try (ImportRoom room = new ImportRoom(folder)) {
            CustomerKeys keys = new CustomerKeys(IdentitySecret.of(room.workspace));
            PersonCalls calls = new PersonCalls(room.workspace, room.store, room.engine);
            room.load(FactKind.CUSTOMER_FACT, "old.csv", "customer,name,since\nc-1,Ada,2025-01-01\n");
            room.load(FactKind.CUSTOMER_FACT, "new.csv", """
                    customer,name,phone,since,do not call,recorded
                    c-2,Otto,555-0200,2025-02-01,yes,2025-03-01
                    c-3,Rosa,555-0201,2025-02-01,no,2025-03-01
                    c-4,Rosa at the till,,2025-02-01,yes,2025-03-01
                    """);
            room.load(FactKind.CROSSWALK, "links.csv", "customer,other,linked,date\nc-3,c-4,yes,2025-04-01\n");
            CustomerId rosa = smaller(keys.key("customer", "c-3"), keys.key("customer", "c-4"));

            assertThat(calls.doNotCall(NOW)).containsExactlyInAnyOrder(keys.key("customer", "c-2"), rosa);
            assertThat(calls.today(Set.of(keys.key("customer", "c-4")), NOW))
                    .containsEntry(keys.key("customer", "c-4"), rosa);
            assertThat(calls.entries(Set.of(rosa), NOW).get(rosa)).satisfies(entry -> {
                assertThat(entry.names()).containsExactly("Rosa", "Rosa at the till");
                assertThat(entry.phones()).containsExactly("555-0201");
                assertThat(entry.ids())
                        .containsExactlyInAnyOrder(new SourceId("customer", "c-3"), new SourceId("customer", "c-4"));
                assertThat(entry).hasToString("Entry[2 names, 1 phones, 0 e-mails, 2 ids]");
            });

            room.load(FactKind.CUSTOMER_FACT, "later.csv", """
                    customer,name,since,do not call,recorded
                    c-2,Otto,2025-02-01,no,2025-06-01
                    """);
            assertThat(calls.doNotCall(NOW)).containsExactly(rosa);
        }
    }

    @Test
    void aReasonToldOnTheTelephoneIsADepartureOfItsOwnSourceAndALaterOneReplacesIt() {
        try (ImportRoom room = new ImportRoom(folder)) {
            CustomerId ada = new CustomerKeys(IdentitySecret.of(room.workspace)).key("customer", "c-1");
            TypedDepartures typed = new TypedDepartures(
                    room.workspace, room.imports, Clock.fixed(Instant.parse("2026-06-02T09:00:00Z"), ZoneOffset.UTC));
            LocalDate lost = LocalDate.parse("2026-05-03");
            room.load(FactKind.DEPARTURE, "departures.csv", "customer,left,reason\nc-1,2026-05-01,too expensive\n");

            assertThat(typed.tell(ImportRoom.ANA, ada, List.of(), lost, "too slow"))
                    .isEmpty();
            List<SourceId> ids = List.of(new SourceId("card", "9"), new SourceId("customer", "c-1"));
            assertThat(typed.tell(ImportRoom.ANA, ada, ids, lost, "too slow").orElseThrow())
                    .satisfies(receipt -> assertThat(receipt.author()).isEqualTo("ana"));
            typed.tell(ImportRoom.ANA, ada, ids, lost, "=1+1, \"moved\"");

            assertThat(room.query("SELECT source, customer, left_on, reason FROM departure ORDER BY source")
                            .rows())
                    .containsExactly(
                            List.of("main", ada.value(), LocalDate.parse("2026-05-01"), "too expensive"),
                            List.of("typed", ada.value(), lost, "=1+1, \"moved\""));
        }
    }

    private static CustomerId smaller(CustomerId one, CustomerId other) {
        return List.of(one, other).stream().sorted().findFirst().orElseThrow();
    }
}
