package io.customerroom.acceptance.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shop, the web shop and the hotline each call Anna by an id of their own; Ben buys in the shop only. */
class OneCustomerIT {

    private static final String SALES = """
            fact: purchase
            source: %1$s
            ids: %1$s
            columns: {order: order, customer: customer, date: date, amount: amount}
            """;
    private static final String LINKS = """
            fact: crosswalk
            known: recorded
            columns:
              customer: {from: shop, ids: shop}
              other: {from: other, ids: %s}
              linked: linked
            """;

    @TempDir
    Path folder;

    private Room room;
    private String apart;

    @BeforeEach
    void threeSources() throws IOException {
        room = Room.init(folder.resolve("room"));
        sell("shop", "o1,17,2026-01-05,10\no2,18,2026-01-05,20\n");
        sell("web", "o1,A-17,2026-02-06,30\n");
        sell("hotline", "o1,9917,2026-03-07,40\n");
        apart = room.figures();
    }

    @Test
    void threeIdsAreOneLedgerRowUntilUnlinked() throws IOException {
        assertThat(customers()).isEqualTo(4);
        link("web", "17,A-17,yes,2026-04-01");
        link("hotline", "17,9917,yes,2026-04-01");
        String together = room.figures();

        assertThat(customers()).isEqualTo(2);
        assertThat(room.show("revenue", "year")).contains("2026,100,100,0,0,4,2");

        link("web", "17,A-17,no,2026-05-01");
        link("hotline", "17,9917,no,2026-05-01");
        assertThat(room.figures()).as("unmerged").isEqualTo(apart);

        link("web", "17,A-17,yes,2026-06-01");
        link("hotline", "17,9917,yes,2026-06-01");
        assertThat(room.figures()).as("merged again").isEqualTo(together).isNotEqualTo(apart);
    }

    @Test
    void undoingTheLinksRestoresTheLedger() throws IOException {
        link("web", "17,A-17,yes,2026-04-01");
        link("hotline", "17,9917,yes,2026-04-01");
        assertThat(customers()).isEqualTo(2);

        room.undo(5);
        assertThat(customers()).isEqualTo(3);
        room.undo(4);
        assertThat(room.figures()).isEqualTo(apart);
    }

    private void sell(String source, String rows) throws IOException {
        room.load(
                source + ".csv",
                "order,customer,date,amount\n" + rows,
                "--mapping",
                mapping("sales-" + source, SALES.formatted(source)));
    }

    private void link(String space, String row) throws IOException {
        room.load(
                space + "-links.csv",
                "shop,other,linked,recorded\n" + row + "\n",
                "--mapping",
                mapping("links-" + space, LINKS.formatted(space)));
    }

    private String mapping(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name + ".yaml"), text).toString();
    }

    private long customers() {
        return room.show("customers", "year").lines().skip(1).count();
    }
}
