package io.customerroom.engine.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Clocks;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.ReceivedFacts;
import io.customerroom.ledger.imports.ImportRoom;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first clock cuts what happened. Who somebody is has no day; imports in this room arrive on 1 June 2026. */
class ThroughTest {

    private static final Instant KNOWN = Instant.parse("2026-12-31T00:00:00Z");

    @TempDir
    Path folder;

    private ImportRoom room;

    @BeforeEach
    void open() {
        room = new ImportRoom(folder);
        room.load(
                FactKind.PURCHASE,
                "sales.csv",
                "order,customer,date,amount\no1,anna,2026-01-05,10\no2,a-2,2026-01-20,20\n");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void peopleAndLinksDoNotMoveTheLastDay() {
        room.load(FactKind.CUSTOMER_FACT, "customers.csv", "customer,segment\nanna,trade\n");
        room.load(FactKind.CROSSWALK, "same.csv", "customer,other\nanna,a-2\n");

        assertThat(latestDay()).isEqualTo("2026-01-20");
    }

    @Test
    void anEarlierDayKnowsEverybodyStill() {
        room.load(FactKind.CUSTOMER_FACT, "customers.csv", "customer,segment\nanna,trade\n");
        room.load(FactKind.CROSSWALK, "same.csv", "customer,other\nanna,a-2\n");
        Clocks january = new Clocks(LocalDate.parse("2026-01-31"), KNOWN);

        assertThat(room.ask("SELECT count(*), count(DISTINCT customer) FROM purchase", january))
                .isEqualTo("2 1\n");
        assertThat(room.ask("SELECT segment FROM customer", january)).isEqualTo("trade\n");
    }

    @Test
    void whatAContractAnnouncesHasNotHappened() {
        contract("k1,anna,2026-01-01,,2026-02-03\nk2,a-2,2026-09-01,,\nk3,anna,2026-01-02,2026-08-31,\n");

        assertThat(latestDay()).as("the notice, not the end it announces").isEqualTo("2026-02-03");
    }

    @Test
    void theEndOfAContractHappens() {
        contract("k1,anna,2026-01-01,2026-03-15,2026-02-03\n");

        assertThat(latestDay()).isEqualTo("2026-03-15");
    }

    @Test
    void timeAloneDoesNotMakeAnAnnouncementHappen() {
        contract("k1,anna,2026-01-01,2026-06-02,\n");

        assertThat(latestDay()).as("read in December, told on 1 June").isEqualTo("2026-01-20");
    }

    @Test
    void aDayThatWasCorrectedIsNobodysDay() {
        room.load(
                FactKind.PURCHASE,
                "wrong.csv",
                "order,customer,date,amount,recorded\no3,anna,2026-05-30,10,2026-05-30\n");
        assertThat(latestDay()).isEqualTo("2026-05-30");
        room.load(
                FactKind.PURCHASE,
                "right.csv",
                "order,customer,date,amount,recorded\no3,anna,2026-03-05,10,2026-05-31\n");

        assertThat(latestDay()).isEqualTo("2026-03-05");
    }

    private void contract(String rows) {
        room.load(
                FactKind.CONTRACT,
                "contracts.csv",
                "contract,customer,started,ended,noticed,amount\n" + rows.replace("\n", ",10\n"));
    }

    private String latestDay() {
        return new ReceivedFacts(room.workspace, room.receipts, room.engine, ZoneOffset.UTC)
                .latestDay(KNOWN)
                .orElseThrow()
                .toString();
    }
}
