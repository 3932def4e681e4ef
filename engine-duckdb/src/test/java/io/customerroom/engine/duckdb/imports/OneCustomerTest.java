package io.customerroom.engine.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.imports.ImportRoom;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shop, the hotline and the loyalty scheme each call Anna by an id of their own. */
class OneCustomerTest {

    private static final String LINKS = """
            fact: crosswalk
            known: recorded
            columns:
              customer: {from: shop id, ids: shop}
              other: {from: other id, ids: %s}
              linked: linked
            """;

    @TempDir
    Path folder;

    @Test
    void aCustomerKnownByThreeIdsIsOneUntilUnlinked() {
        try (ImportRoom room = new ImportRoom(folder)) {
            room.load(
                    "fact: purchase\nids: shop\ncolumns: {order: order, customer: customer, date: date, amount: amount}\n",
                    "shop.csv",
                    "order,customer,date,amount\no1,17,2026-01-05,10\no2,18,2026-01-05,20\n");
            room.load(
                    "fact: ticket\nids: hotline\ncolumns: {ticket: ticket, customer: caller, opened: opened}\n",
                    "hotline.csv",
                    "ticket,caller,opened\nt1,A-17,2026-01-06\n");
            room.load(
                    "fact: referral\nids: loyalty\ncolumns: {customer: card, referred: {from: friend, ids: shop}, date: date}\n",
                    "loyalty.csv",
                    "card,friend,date\n9917,18,2026-01-07\n");
            String apart = facts(room);
            assertThat(room.ask("SELECT count(DISTINCT customer) FROM (SELECT customer FROM purchase UNION ALL"
                            + " SELECT customer FROM ticket UNION ALL SELECT customer FROM referral)"))
                    .isEqualTo("4\n");
            room.load(
                    LINKS.formatted("hotline"),
                    "calls.csv",
                    "shop id,other id,linked,recorded\n17,A-17,yes,2026-02-01\n");
            room.load(
                    LINKS.formatted("loyalty"),
                    "cards.csv",
                    "shop id,other id,linked,recorded\n17,9917,yes,2026-02-01\n");
            long anna = Math.min(
                    room.key("shop", "17"), Math.min(room.key("hotline", "A-17"), room.key("loyalty", "9917")));
            assertThat(room.ask(
                            "SELECT customer FROM purchase WHERE order_id = 'o1' UNION ALL SELECT customer FROM ticket"
                                    + " UNION ALL SELECT customer FROM referral"))
                    .isEqualTo((anna + "\n").repeat(3));
            room.load(
                    LINKS.formatted("hotline"),
                    "calls.csv",
                    "shop id,other id,linked,recorded\n17,A-17,no,2026-03-01\n");
            room.load(
                    LINKS.formatted("loyalty"),
                    "cards.csv",
                    "shop id,other id,linked,recorded\n17,9917,no,2026-03-01\n");
            assertThat(facts(room)).isEqualTo(apart);
        }
    }

    @Test
    void undoingTheLinksRestoresEverything() {
        try (ImportRoom room = new ImportRoom(folder)) {
            room.load(FactKind.DEPARTURE, "left.csv", "customer,left,reason\n1,2026-01-05,price\n2,2026-01-06,moved\n");
            String apart = room.ask("SELECT * FROM departure ORDER BY line");
            room.load(FactKind.CROSSWALK, "same.csv", "customer,other\n1,2\n");
            assertThat(room.ask("SELECT count(DISTINCT customer) FROM departure"))
                    .isEqualTo("1\n");
            room.imports.undo("2", ImportRoom.ANA);
            assertThat(room.ask("SELECT * FROM departure ORDER BY line")).isEqualTo(apart);
        }
    }

    private static String facts(ImportRoom room) {
        return room.ask("SELECT * FROM purchase ORDER BY line")
                + room.ask("SELECT * FROM ticket")
                + room.ask("SELECT * FROM referral");
    }
}
