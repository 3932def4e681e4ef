package io.customerroom.engine.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Clocks;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Feed;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.ImportRequest;
import io.customerroom.ledger.imports.ImportResult;
import io.customerroom.ledger.imports.ImportRoom;
import io.customerroom.ledger.imports.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** January; January and February; a corrected February, where o3 costs less, o4 was never sold and o5 was forgotten. */
class CorrectionTest {

    private static final String HEAD = "order,line,customer,date,amount,recorded\n";
    private static final String JANUARY = HEAD + """
            o1,1,anna,2026-01-05,10,2026-01-06
            o2,1,ben,2026-01-20,20,2026-01-31
            """;
    private static final String BOTH = HEAD + """
            o1,1,anna,2026-01-05,10,2026-01-06
            o2,1,ben,2026-01-20,20,2026-01-31
            o3,1,anna,2026-02-01,30,2026-02-02
            o4,1,ben,2026-02-15,40,2026-02-16
            o6,1,ben,2026-02-28,60,2026-02-28
            """;
    private static final String FEBRUARY = HEAD + """
            o3,1,anna,2026-02-01,33,2026-03-02
            o5,1,cleo,2026-02-20,50,2026-03-03
            o6,1,ben,2026-02-28,60,2026-02-28
            """;
    private static final String CORRECTED = HEAD + """
            o1,1,anna,2026-01-05,10,2026-01-06
            o2,1,ben,2026-01-20,20,2026-01-31
            o3,1,anna,2026-02-01,33,2026-03-02
            o5,1,cleo,2026-02-20,50,2026-03-03
            o6,1,ben,2026-02-28,60,2026-02-28
            """;
    private static final String FACTS = """
            SELECT order_id, customer, occurred_at, amount, recorded_at FROM purchase ORDER BY order_id
            """;

    @TempDir
    Path folder;

    private ImportRoom room;

    @BeforeEach
    void open() {
        room = new ImportRoom(folder);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aFileWithARowThatCannotBeReadWithdrawsNothing() {
        String file = "ticket,opened,issue\nt1,2026-01-05,late\nt2,2026-01-06,lost\nt3,2026-01-07,late\n";
        for (Feed feed : List.of(Feed.CUMULATIVE, Feed.SNAPSHOT)) {
            Receipt before = room.load(ImportRequest.of(room.file("t.csv", file), FactKind.TICKET));
            Receipt damaged = room.load(ImportRequest.of(
                            room.file("t2.csv", file.replace("2026-01-06", "?").replace("t3,2026-01-07,late\n", "")),
                            FactKind.TICKET)
                    .with(feed));
            assertThat(room.ask("SELECT ticket_id FROM ticket ORDER BY ticket_id"))
                    .isEqualTo("t1\nt2\nt3\n");
            assertThat(damaged.file().notes())
                    .anySatisfy(
                            note -> assertThat(note).startsWith("withdraws nothing, although it is " + feed.word()));
            room.imports.undo(damaged.batch(), ImportRoom.ANA);
            Receipt whole = room.load(ImportRequest.of(
                            room.file("t3.csv", file.replace("t3,2026-01-07,late\n", "t4,2026-01-07,late\n")),
                            FactKind.TICKET)
                    .with(feed));
            assertThat(room.ask("SELECT ticket_id FROM ticket ORDER BY ticket_id"))
                    .isEqualTo("t1\nt2\nt4\n");
            room.imports.undo(whole.batch(), ImportRoom.ANA);
            room.imports.undo(before.batch(), ImportRoom.ANA);
        }
    }

    @Test
    void aFileThatWasReplacedSinceSaysByWhatAndHowToHaveItBack() {
        load(JANUARY);
        ImportRequest january = ImportRequest.of(room.file("january.csv", JANUARY), FactKind.PURCHASE);
        room.imports.undo("1", ImportRoom.ANA);
        Receipt first = room.load(january);
        assertThat(again(january)).isEmpty();
        Receipt later =
                room.load(ImportRequest.of(room.file("other.csv", JANUARY.replace(",20,", ",21,")), FactKind.PURCHASE));
        assertThat(again(january))
                .contains(
                        "Rows of it were replaced since by %s; undo that, or undo %s and import this file again, to have them back."
                                .formatted(later.batch(), first.batch()));
    }

    private Optional<String> again(ImportRequest request) {
        ImportResult result = room.imports.run(request, ImportRoom.ANA, Progress.NONE);
        assertThat(result.again()).isTrue();
        return result.replacedSince();
    }

    @Test
    void anyOrderOfImportsEqualsTheCorrectedWhole() {
        load(CORRECTED);
        String whole = room.ask(FACTS);
        room.imports.undo("1", ImportRoom.ANA);
        for (List<String> order : permutations(List.of(JANUARY, BOTH, FEBRUARY))) {
            List<Receipt> loaded = order.stream().map(this::load).toList();
            assertThat(room.ask(FACTS)).isEqualTo(whole);
            loaded.forEach(receipt -> room.imports.undo(receipt.batch(), ImportRoom.ANA));
        }
    }

    @Test
    void anUndoBetweenChangesNothing() {
        load(CORRECTED);
        String whole = room.ask(FACTS);
        room.imports.undo("1", ImportRoom.ANA);
        load(JANUARY);
        Receipt wrong = load(FEBRUARY.replace(",33,", ",99,"));
        load(BOTH);
        room.imports.undo(wrong.batch(), ImportRoom.ANA);
        load(FEBRUARY);
        assertThat(room.ask(FACTS)).isEqualTo(whole);
    }

    @Test
    void withoutMomentsTheLaterImportIsTheLaterKnowledge() {
        load(withoutMoments(JANUARY));
        load(withoutMoments(BOTH));
        load(withoutMoments(FEBRUARY));
        assertThat(room.ask("SELECT order_id, amount FROM purchase ORDER BY order_id"))
                .isEqualTo("o1 10.000000\no2 20.000000\no3 33.000000\no5 50.000000\no6 60.000000\n");
    }

    @Test
    void readingsKnownEarlierSeeWhatWasKnownThen() {
        load(BOTH);
        load(FEBRUARY);
        String amounts = "SELECT order_id, amount FROM purchase ORDER BY order_id";
        assertThat(room.ask(amounts, clocks("2026-12-31", "2026-02-20T00:00:00Z")))
                .isEqualTo("o1 10.000000\no2 20.000000\no3 30.000000\no4 40.000000\n");
        assertThat(room.ask(amounts, clocks("2026-12-31", "2026-03-02T12:00:00Z")))
                .as("the correction of o3 is known, the file's last word is not")
                .isEqualTo("o1 10.000000\no2 20.000000\no3 33.000000\no4 40.000000\no6 60.000000\n");
        assertThat(room.ask(amounts, clocks("2026-02-01", "2026-12-31T00:00:00Z")))
                .isEqualTo("o1 10.000000\no2 20.000000\no3 33.000000\n");
    }

    @Test
    void aCorrectionThatMovesARowOutOfTheSpanTakesItAlong() {
        load(FactKind.PURCHASE, Feed.DELTA, HEAD + "o1,1,anna,2026-01-05,10,2026-01-06\n");
        load(FactKind.PURCHASE, Feed.DELTA, HEAD + "o1,1,anna,2026-03-05,10,2026-03-06\n");
        assertThat(room.ask("SELECT occurred_on FROM purchase", clocks("2026-02-28", "2026-12-31T00:00:00Z")))
                .isEmpty();
        assertThat(room.ask("SELECT occurred_on FROM purchase")).isEqualTo("2026-03-05\n");
    }

    @Test
    void aSnapshotIsCompleteForItsSourceAndKind() {
        load(
                FactKind.CONTRACT,
                Feed.SNAPSHOT,
                "contract,customer,started,amount\nk1,anna,2025-01-01,10\nk2,ben,2025-06-01,20\n");
        load(FactKind.CONTRACT, Feed.SNAPSHOT, "contract,customer,started,amount\nk2,ben,2025-06-01,25\n");
        assertThat(room.ask("SELECT contract_id, amount FROM contract")).isEqualTo("k2 25.000000\n");
    }

    @Test
    void aStatedDelayNeverReachesBeyondTheImport() {
        room.load("""
                fact: purchase
                known: 2 days
                columns: {order: order, customer: customer, date: date, amount: amount}
                """, "sales.csv", "order,customer,date,amount\no1,anna,2026-01-05,1\no2,anna,2026-06-01,1\n");
        assertThat(room.ask("SELECT recorded_at FROM purchase ORDER BY order_id"))
                .isEqualTo("2026-01-07T00:00:00Z\n2026-06-01T09:00:00Z\n");
    }

    private Receipt load(String text) {
        return load(FactKind.PURCHASE, Feed.CUMULATIVE, text);
    }

    private Receipt load(FactKind kind, Feed feed, String text) {
        return room.load(ImportRequest.of(room.file("rows.csv", text), kind).with(feed));
    }

    private static String withoutMoments(String text) {
        return text.replaceAll("(?m),[^,]*$", "");
    }

    private static Clocks clocks(String through, String known) {
        return new Clocks(LocalDate.parse(through), Instant.parse(known));
    }

    private static List<List<String>> permutations(List<String> files) {
        if (files.size() < 2) {
            return List.of(files);
        }
        List<List<String>> all = new ArrayList<>();
        for (String first : files) {
            List<String> rest = new ArrayList<>(files);
            rest.remove(first);
            for (List<String> tail : permutations(rest)) {
                List<String> one = new ArrayList<>(List.of(first));
                one.addAll(tail);
                all.add(one);
            }
        }
        return all;
    }
}
