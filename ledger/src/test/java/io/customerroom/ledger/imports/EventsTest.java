package io.customerroom.ledger.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.events.EventInbox;
import io.customerroom.ledger.imports.events.EventInbox.Answer;
import io.customerroom.ledger.imports.events.EventInbox.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop sends what its visitors do. */
class EventsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-04T08:00:00Z"), ZoneOffset.UTC);

    private static final String ORDER = """
            {"messageId": "m-%s", "type": "track", "event": "Order Completed", "userId": "%s", "timestamp": "2026-06-03T10:00:00.5+02:00",
             "properties": {"orderId": "%s", "revenue": %s}, "context": {"page": {"path": "/thanks"}}}""";
    private static final String IDENTIFY = """
            {"messageId": "m-i", "type": "identify", "userId": "u1", "traits": {"email": "ana@example.org", "plan": "gold"}}""";

    @TempDir
    Path folder;

    private ImportRoom room;
    private EventInbox inbox;

    @BeforeEach
    void open() throws IOException {
        room = new ImportRoom(folder);
        inbox = inbox(room.imports);
        Files.writeString(room.workspace.root().resolve("events.yaml"), """
                rules:
                  - {type: track, event: Order Completed, mapping: web-orders.yaml}
                  - {type: identify, mapping: web-people.yaml}
                """);
        Files.createDirectories(room.workspace.mappings());
        Files.writeString(room.workspace.mappings().resolve("web-orders.yaml"), """
                fact: purchase
                source: web
                columns: {order: properties.orderId, line: {constant: "1"}, customer: userId, date: {from: timestamp, format: iso}, amount: properties.revenue, product: properties.product}
                """);
        Files.writeString(room.workspace.mappings().resolve("web-people.yaml"), """
                fact: customer
                source: web
                columns: {customer: userId, email: traits.email, segment: traits.plan}
                """);
    }

    private EventInbox inbox(Imports imports) {
        return new EventInbox(room.workspace, imports, room.store, CLOCK);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void eventsBecomeFactsByTheMappingOfTheirRule() {
        assertThat(send(ORDER.formatted(1, "u1", "o1", "12.50"), IDENTIFY, ORDER.formatted(2, "u2", "o2", "3")))
                .extracting(Answer::result)
                .containsOnly(Result.ACCEPTED);
        assertThat(inbox.waiting()).isEqualTo(3);
        List<Receipt> receipts = drained();
        assertThat(receipts)
                .extracting(receipt -> receipt.file().name())
                .containsExactly("events, lot 1", "events, lot 2");
        assertThat(room.ask("SELECT order_id, occurred_at, amount FROM purchase ORDER BY line"))
                .isEqualTo("o1 2026-06-03T08:00:00.500Z 12.500000\no2 2026-06-03T08:00:00.500Z 3.000000\n");
        assertThat(room.ask("SELECT segment FROM customer")).isEqualTo("gold\n");
        assertThat(inbox.waiting()).isZero();
        assertThat(drained()).as("nothing is left").isEmpty();
    }

    @Test
    void whatIsSentAgainIsToldByItsIdAlsoAfterItsImportAndARestart() {
        send(ORDER.formatted(1, "u1", "o1", "12.50"));
        assertThat(send(ORDER.formatted(1, "u1", "o1", "12.50"), ORDER.formatted(2, "u1", "o2", "1")))
                .extracting(Answer::result)
                .containsExactly(Result.DUPLICATE, Result.ACCEPTED);
        drained();
        assertThat(inbox(room.imports).receive(ImportRoom.ANA, batch(ORDER.formatted(1, "u1", "o1", "99"))))
                .containsExactly(new Answer("m-1", Result.DUPLICATE, ""));
        assertThat(room.ask("SELECT order_id, amount FROM purchase ORDER BY ALL"))
                .isEqualTo("o1 12.500000\no2 1.000000\n");
    }

    @Test
    void aFaultyEventSpoilsNoOtherAndSaysWhatIsWrong() {
        List<Answer> answers = send(
                ORDER.formatted(1, "u1", "o1", "5"),
                "17",
                "{\"type\": \"track\", \"userId\": \"u1\", \"event\": \"x\"}",
                "{\"messageId\": \"a\", \"type\": \"alias\", \"userId\": \"u1\"}",
                "{\"messageId\": \"b\", \"type\": \"page\"}",
                "{\"messageId\": \"c\", \"type\": \"track\", \"userId\": \"u1\"}",
                "{\"messageId\": \"d\", \"type\": \"group\", \"userId\": \"u1\"}",
                "{\"messageId\": \"e\", \"type\": \"page\", \"anonymousId\": \"x\", \"timestamp\": \"yesterday\"}",
                "{\"messageId\": \"f\", \"type\": \"page\", \"anonymousId\": \"x\", \"name\": \"" + "x".repeat(33_000)
                        + "\"}",
                "{\"messageId\": \"g\", \"type\": \"page\", \"anonymousId\": \"x\"}");
        assertThat(answers.stream().collect(Collectors.groupingBy(Answer::result, Collectors.counting())))
                .isEqualTo(Map.of(Result.ACCEPTED, 1L, Result.REFUSED, 8L, Result.PASSED_OVER, 1L));
        assertThat(answers.get(5)).isEqualTo(new Answer("c", Result.REFUSED, "it tracks an event without a name"));
        assertThat(inbox.waiting()).isEqualTo(1);
    }

    @Test
    void aRowThatCannotBeAFactIsSetAsideLikeThatOfAFile() {
        send(ORDER.formatted(1, "u1", "o1", "\"nine\""), ORDER.formatted(2, "u1", "o2", "2"));
        assertThat(drained().getFirst().counts().setAside()).hasToString("{NUMBER_UNREADABLE=1}");
    }

    @Test
    void requestsThatAreNoBatchAreRefused() {
        for (String body : List.of("", "[", "{}", "{\"batch\": []}", "{\"batch\": {}}", "[".repeat(100_000))) {
            assertThat(refusal(body.getBytes(StandardCharsets.UTF_8))).isEqualTo("EVENTS_UNREADABLE");
        }
        assertThat(refusal(new byte[EventInbox.LONGEST_REQUEST + 1])).isEqualTo("EVENTS_TOO_LARGE");
    }

    @Test
    void aLotThatCannotBeImportedWaitsAndIsTriedAgain() throws IOException {
        Path mapping = room.workspace.mappings().resolve("web-orders.yaml");
        String right = Files.readString(mapping);
        Files.writeString(mapping, "fact: purchase\n");
        send(ORDER.formatted(1, "u1", "o1", "12.50"));
        EventInbox.Drained failed = inbox.drain(ImportRoom.ANA);
        assertThat(failed.receipts()).isEmpty();
        assertThat(failed.failures()).hasSize(1);
        Files.writeString(mapping, right);
        send(ORDER.formatted(2, "u1", "o2", "1"));
        assertThat(drained()).hasSize(2);
        assertThat(room.ask("SELECT count(*) FROM purchase")).isEqualTo("2\n");
    }

    /** The import is there, the note that the lot is done is not: what a crash between the two leaves. */
    @Test
    void aLotWhoseImportWasNotNotedIsNotImportedTwice() {
        send(ORDER.formatted(1, "u1", "o1", "12.50"));
        drained();
        String line = ORDER.formatted(1, "u1", "o1", "12.50").replace("\n", "");
        room.store.write(ImportRoom.ANA, writing -> {
            writing.handle().execute("UPDATE event_lot SET batch = NULL");
            writing.handle()
                    .execute(
                            "UPDATE event_inbox SET line = ?",
                            line.substring(0, line.length() - 1) + ",\"receivedAt\":\"2026-06-04T08:00:00Z\"}");
            writing.record("test", "events", Map.of());
            return null;
        });
        send(ORDER.formatted(3, "u1", "o3", "1"));
        drained();
        assertThat(room.ask("SELECT order_id FROM purchase ORDER BY ALL")).isEqualTo("o1\no3\n");
        assertThat(inbox.waiting()).isZero();
    }

    @Test
    void whatAnEventSaidIsForgottenOnceItIsAFact() {
        send(IDENTIFY);
        drained();
        List<String> lines = room.store.read(handle -> handle.createQuery("SELECT line FROM event_inbox")
                .mapTo(String.class)
                .list());
        assertThat(lines).containsExactly("");
    }

    private List<Answer> send(String... events) {
        return inbox.receive(ImportRoom.ANA, batch(events));
    }

    private static byte[] batch(String... events) {
        return ("{\"batch\": [" + String.join(",", events) + "], \"sentAt\": \"2026-06-04T08:00:00Z\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private List<Receipt> drained() {
        EventInbox.Drained drained = inbox.drain(ImportRoom.ANA);
        assertThat(drained.failures()).isEmpty();
        return drained.receipts();
    }

    private String refusal(byte[] body) {
        return catchThrowableOfType(Failure.class, () -> inbox.receive(ImportRoom.ANA, body))
                .code();
    }
}
