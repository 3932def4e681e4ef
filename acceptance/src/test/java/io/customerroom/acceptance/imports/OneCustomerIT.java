package io.customerroom.acceptance.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.acceptance.support.Typed;
import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.people.Role;
import io.customerroom.room.unprofitable.CustomerCase;
import io.customerroom.room.vips.Vip;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
        takeUpEverybody();
        Set<String> four = keys();
        assertThat(inCases()).isEqualTo(four).isEqualTo(looked());
        link("web", "17,A-17,yes,2026-04-01");
        link("hotline", "17,9917,yes,2026-04-01");
        String together = room.figures();
        assertThat(inCases()).as("cases of merged customers").isEqualTo(keys()).isEqualTo(looked());

        assertThat(customers()).isEqualTo(2);
        assertThat(room.show("revenue", "year")).contains("2026,100,100,0,0,4,2");

        link("web", "17,A-17,no,2026-05-01");
        link("hotline", "17,9917,no,2026-05-01");
        assertThat(room.figures()).as("unmerged").isEqualTo(apart);
        assertThat(inCases()).as("cases of parted customers").isEqualTo(four).isEqualTo(looked());

        link("web", "17,A-17,yes,2026-06-01");
        link("hotline", "17,9917,yes,2026-06-01");
        assertThat(room.figures()).as("merged again").isEqualTo(together).isNotEqualTo(apart);
        assertThat(inCases())
                .as("cases merged again")
                .hasSize(2)
                .isEqualTo(keys())
                .isEqualTo(looked());
    }

    /** A case and a VIP for every customer of the ledger as it is. */
    private void takeUpEverybody() {
        Authorship leo = new Authorship("leo", "test", "calls every week", "r1");
        CustomerCase.Before before = new CustomerCase.Before(BigDecimal.TEN.negate(), 12, LocalDate.of(2026, 3, 31));
        try (Workbench bench = bench()) {
            bench.room().people().invite(leo, "leo", "Leo Leader", Role.LEADER);
            for (String key : keys()) {
                CustomerId customer = CustomerId.parse(key);
                bench.room().cases().open(leo, customer, before);
                bench.room().vips().choose(leo, customer, Vip.Way.HAND, "speaks for many");
            }
        }
    }

    /** Of whom the cases are. */
    private Set<String> inCases() {
        try (Workbench bench = bench()) {
            return bench.room().cases().all().stream()
                    .map(it -> it.customer().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Who the VIPs are. */
    private Set<String> looked() {
        try (Workbench bench = bench()) {
            return bench.room().vips().all().stream()
                    .map(it -> it.customer().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Workbench bench() {
        return Workbench.open(new Workspace(room.folder()), Typed.TODAY);
    }

    private Set<String> keys() {
        return new TreeSet<>(Table.of(room.show("customers", "year")).column("customer"));
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
