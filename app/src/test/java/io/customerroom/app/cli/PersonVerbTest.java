package io.customerroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.identity.CustomerKeys;
import io.customerroom.ledger.identity.IdentitySecret;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.people.Role;
import io.customerroom.room.unprofitable.CustomerCase.Before;
import io.customerroom.room.vips.Vip;
import io.customerroom.state.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rosa is known by two ids, in every kind of fact and in what the room noted; Otto stands beside her everywhere. */
class PersonVerbTest {

    @TempDir
    Path folder;

    @BeforeEach
    void rosaAndOttoInEverything() throws IOException {
        well("init", ".");
        load("customer", "customer,name,email\nr-1,Rosa Rot,rosa@rot.example\no-1,Otto Oker,otto@oker.example\n");
        load("purchase", "order,customer,date,amount\n1,r-1,2026-01-10,10\n2,o-1,2026-01-11,20\n3,r-1,2026-02-10,30\n");
        load("contract", "contract,customer,started,amount\nk1,r-1,2026-01-01,5\nk2,o-1,2026-01-01,7\n");
        load(
                "ticket",
                "ticket,customer,opened,text\nt1,h-9,2026-01-07,the kettle leaks\nt2,o-1,2026-01-08,the cup leaks\n");
        load("feedback", "feedback,customer,date,score,survey\nf1,r-1,2026-01-09,9,nps\nf2,o-1,2026-01-09,3,nps\n");
        load("departure", "customer,left,reason\nr-1,2026-03-01,price\no-1,2026-03-02,moved\n");
        load("referral", "customer,referred,date,outcome\no-1,r-1,2026-01-02,joined\n");
        load("cost", "customer,date,kind,amount\nr-1,2026-01-12,serve,3\no-1,2026-01-12,serve,4\n");
        load("touch", "customer,date,kind\nr-1,2026-01-20,call\no-1,2026-01-21,call\n");
        load("crosswalk", "customer,other\nr-1,h-9\n");
        well("build");
        try (Workbench bench = bench()) {
            Authorship by = new Authorship("leo", "web", "knows the north", "r1");
            bench.room().people().invite(by, "leo", "Leo", Role.LEADER);
            for (String id : List.of("r-1", "o-1")) {
                CustomerId customer = key(bench, id);
                Vip vip = bench.room().vips().choose(by, customer, Vip.Way.TOP, "note of " + id);
                assertThat(vip.chosen()).isTrue();
                bench.room()
                        .cases()
                        .open(
                                new Authorship("leo", "web", "case of " + id, "r1"),
                                customer,
                                new Before(BigDecimal.ONE.negate(), 12, LocalDate.parse("2026-03-01")));
            }
        }
    }

    @Test
    void everyRowThatCarriesOneOfTheirKeysIsInTheAnswerAndNobodyElse() throws IOException {
        String told = well("person", "r-1", "--format", "json");
        Map<String, ?> answer = Json.readObject(told);
        SortedMap<String, Long> counts = new TreeMap<>();
        answer.forEach((what, rows) -> counts.put(what, (long) ((List<?>) rows).size()));

        SortedMap<String, Long> independent = counted("r-1", "h-9");
        assertThat(independent)
                .hasSizeGreaterThan(9)
                .containsEntry("purchase", 2L)
                .containsEntry("ticket", 1L);
        independent.forEach((what, count) -> assertThat(counts).containsEntry(what, count));
        assertThat(counts)
                .containsEntry("best-customer", 1L)
                .containsEntry("cases", 1L)
                .containsKey("trail");
        assertThat(told)
                .contains("Rosa Rot", "rosa@rot.example", "h-9", "the kettle leaks", "note of r-1", "case of r-1")
                .doesNotContain("Otto", "o-1", "otto@oker.example", "the cup leaks", "note of o-1", "case of o-1");
        try (Workbench bench = bench()) {
            assertThat(told).doesNotContain(String.valueOf(key(bench, "o-1").value()));
            assertThat(told).doesNotContain(key(bench, "o-1").toString());
        }
        assertThat(well("person", "h-9")).as("by any of their ids").contains("Rosa Rot", "purchase (2)");
    }

    @Test
    void afterAnErasureFiguresAreLeftUnderTheKeyAndNoWord() {
        well("erase", "r-1", "--reason", "request 12");

        String told = well("person", "r-1");
        assertThat(told).contains("purchase (2)", "erased (2)", "trail").doesNotContain("Rosa", "kettle", "note of");
    }

    @Test
    void anOldBackupIsRestoredWithoutWhomTheRegisterNames() throws IOException {
        well("backup", "old.zip");
        well("erase", "r-1", "--reason", "request 12");
        assertThat(well("erase", "--register", "erased.txt")).isEqualTo("2 keys are written.\n");
        assertThat(Files.readString(folder.resolve("erased.txt"))).doesNotContain("r-1", "h-9", "Rosa");

        assertThat(well("restore", "old.zip", "--erased", "erased.txt", "--dir", "again"))
                .isEqualTo("2 keys were not erased in this backup, and are now.\n");
        assertThat(well("person", "r-1", "--dir", "again"))
                .contains("purchase (2)", "erased (2)")
                .doesNotContain("Rosa", "kettle", "note of");
        assertThat(well("doctor", "--deep", "--dir", "again")).isEqualTo("All is well.\n");

        well("restore", "old.zip", "--dir", "later");
        assertThat(well("person", "r-1", "--dir", "later")).contains("Rosa Rot", "kettle", "note of");
        assertThat(well("erase", "--again", "erased.txt", "--dir", "later"))
                .isEqualTo("2 keys were not erased here, and are now.\n");
        assertThat(well("person", "r-1", "--dir", "later")).doesNotContain("Rosa", "kettle", "note of");
        assertThat(well("erase", "--again", "erased.txt", "--dir", "later"))
                .as("asked twice changes nothing")
                .startsWith("0 keys");
    }

    @Test
    void aRegisterOfAnotherRoomIsRefused() throws IOException {
        Files.writeString(folder.resolve("other.txt"), "customer-room-erased 1\n00\nc1\n");
        Typed refused = Typed.in(folder, "erase", "--again", "other.txt");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("[REGISTER_OF_ANOTHER_ROOM]");
    }

    /** Rows of each facts file and person table in which any of the keys stands, counted without the program's own lists. */
    private SortedMap<String, Long> counted(String... ids) throws IOException {
        SortedMap<String, Long> counts = new TreeMap<>();
        try (Workbench bench = bench();
                Session session = bench.engine().open();
                Stream<Path> files = Files.walk(folder)) {
            List<Object> keys =
                    Stream.of(ids).map(id -> (Object) key(bench, id).value()).toList();
            for (Path file :
                    files.filter(it -> it.toString().endsWith(".parquet")).toList()) {
                String name = folder.relativize(file).toString();
                String what =
                        name.startsWith("persons/") ? "person" : name.startsWith("facts/") ? name.split("/")[1] : "";
                if (!what.isEmpty()) {
                    session.table("any_file", List.of(file));
                    long rows = session.query("SELECT * FROM any_file", Map.of()).rows().stream()
                            .filter(row -> row.stream().anyMatch(keys::contains))
                            .count();
                    if (rows > 0) {
                        counts.merge(what, rows, Long::sum);
                    }
                }
            }
        }
        return counts;
    }

    private static CustomerId key(Workbench bench, String id) {
        return new CustomerKeys(IdentitySecret.of(bench.workspace())).key("customer", id);
    }

    private Workbench bench() {
        return Workbench.open(new Workspace(folder), Typed.NOON);
    }

    private void load(String fact, String rows) throws IOException {
        Path file = folder.resolve(fact + ".csv");
        Files.writeString(file, rows);
        well("import", fact + ".csv", "--as", fact);
        Files.delete(file);
    }

    private String well(String... words) {
        Typed typed = Typed.in(folder, words);
        assertThat(typed.exitCode()).as(typed.err()).isZero();
        return typed.out();
    }
}
