package io.customerroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.app.workbench.Workbench;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cora wrote long ago and has not been heard of since; Dora writes today; a row of 2019 could not be read. Every byte
 * is searched, so the ids are long: three letters lie in compressed bytes and random ids by chance.
 */
class RetainVerbTest {

    @TempDir
    Path folder;

    @BeforeEach
    void aShop() throws IOException {
        well("init", ".");
        load(
                "customers.csv",
                "customer,name,phone\ncora-4711,Cora Crumb,0151 234\ndora-4712,Dora Drum,0151 567\n",
                "customer");
        load(
                "sales.csv",
                "order,customer,date,amount\n1,cora-4711,2020-01-10,10\n2,dora-4712,2026-05-01,20\n",
                "purchase");
        load("tickets.csv", """
                ticket,customer,opened,text
                t1,cora-4711,2020-02-01,the blue kettle leaks
                t2,dora-4712,2026-05-02,the green kettle leaks
                t3,dora-4712,2019-13-01,the red kettle leaks
                """, "ticket");
        well("build");
    }

    @Test
    void withoutARuleNothingIsOver() throws IOException {
        assertThat(well("retain"))
                .containsPattern("words +for good +2 +2020-02-01 +0 +0 +730 days")
                .containsPattern("names +for good +2 +2020-02-01 +0 +0 +1095 days");
        well("retain", "--go");
        assertThat(found("blue kettle", "Cora Crumb", "red kettle")).hasSize(3);
    }

    @Test
    void whatIsOverGoesAndNoFigureAndNoFactChanges() throws IOException {
        String figures = figures();
        SortedMap<String, byte[]> facts = facts();
        well("retain", "--state", "words=365", "--reason", "request of the works council");
        well("retain", "--state", "names=1095", "--owner", "Dan", "--reason", "our own rule");
        assertThat(well("retain")).containsPattern("words +365 days +2 +2020-02-01 +1 +0 ");
        assertThat(found("blue kettle", "Cora Crumb")).as("it only shows").hasSize(2);

        assertThat(well("retain", "--go")).contains("words: 1 removed", "names: 1 removed");

        assertThat(found("blue kettle", "Cora Crumb", "0151 234", "cora-4711")).isEmpty();
        assertThat(found("green kettle", "Dora Drum", "0151 567", "red kettle")).hasSize(4);
        assertThat(figures()).isEqualTo(figures);
        facts().forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(facts.get(name)));
        assertThat(well("retain", "--go")).contains("words: 0 removed", "names: 0 removed");
        assertThat(well("doctor")).isEqualTo("All is well.\n");
        load("more.csv", "order,customer,date,amount\n3,dora-4712,2026-05-03,30\n", "purchase");
        well("build");
        assertThat(well("doctor", "--deep")).isEqualTo("All is well.\n");
    }

    @Test
    void rowsSetAsideGoAndTheReceiptGoesOnSayingHowMany() throws IOException {
        well("retain", "--state", "set-aside=1", "--reason", "they are mended at once or never");
        Clock later = Clock.offset(Typed.NOON, java.time.Duration.ofDays(3));
        try (Workbench bench = Workbench.open(new Workspace(folder), later)) {
            bench.retentionRound().go(new io.customerroom.kernel.Authorship("system", "schedule", "night", ""));
        }
        assertThat(found("red kettle")).isEmpty();
        assertThat(well("batches")).containsPattern("tickets.csv +3 +2 +1 ");
        assertThat(well("doctor")).isEqualTo("All is well.\n");
    }

    @Test
    void whoIsHeldStays() throws IOException {
        well("retain", "--state", "words=365", "--reason", "our own rule");
        assertThat(well("retain", "--hold", "cora-4711", "--reason", "case 7"))
                .contains("k1 holds one customer.", "On hold: k1");
        assertThat(well("retain", "--go")).contains("words: 0 removed");
        assertThat(found("blue kettle")).isNotEmpty();
        well("retain", "--release", "k1", "--reason", "case 7 is over");
        assertThat(well("retain", "--go")).contains("words: 1 removed");
    }

    private void load(String name, String rows, String fact) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, rows);
        well("import", name, "--as", fact);
        Files.delete(file);
    }

    private String figures() {
        return Stream.of("customer-math", "revenue", "tickets-by-stage")
                .map(metric -> well("show", metric, "--format", "json"))
                .reduce("", String::concat);
    }

    private SortedMap<String, byte[]> facts() throws IOException {
        SortedMap<String, byte[]> facts = new TreeMap<>();
        for (Path file : files()) {
            String name = folder.relativize(file).toString();
            if (name.startsWith("facts/tickets") || name.startsWith("facts/purchase") || name.startsWith("ledger/")) {
                facts.put(name, Files.readAllBytes(file));
            }
        }
        assertThat(facts).isNotEmpty();
        return facts;
    }

    /** Which of the words stand somewhere in the workspace: in bytes, or in the rows of a Parquet file. */
    private List<String> found(String... words) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Workbench bench = Workbench.open(new Workspace(folder), Typed.NOON);
                Session session = bench.engine().open()) {
            for (Path file : files()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                if (file.toString().endsWith(".parquet")) {
                    session.table("any_file", List.of(file));
                    all.append(session.query("SELECT * FROM any_file", Map.of()).rows());
                }
            }
        }
        return Stream.of(words).filter(word -> all.indexOf(word) >= 0).toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private String well(String... words) {
        Typed typed = Typed.in(folder, words);
        assertThat(typed.exitCode()).as(typed.err()).isZero();
        return typed.out();
    }
}
