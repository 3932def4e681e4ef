package io.customerroom.ledger.imports.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class EventMessageTest {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            17                                                                       | it is no object
            {"type":"track","userId":"u1","event":"Order"}                           | its messageId is missing
            {"messageId":"m1","type":"alias","userId":"u1"}                          | its type is none of
            {"messageId":"m1","type":"page"}                                         | it has neither userId nor anonymousId
            {"messageId":"m1","type":"track","userId":"u1"}                          | it tracks an event without a name
            {"messageId":"m1","type":"group","userId":"u1"}                          | it has no groupId
            {"messageId":"m1","type":"page","userId":"u1","timestamp":"yesterday"}   | its timestamp is no moment
            """)
    void whatEveryEventHasIsAskedForAndNoValueIsQuoted(String sent, String reason) {
        assertThat(EventMessage.check(JSON.readTree(sent)).refused())
                .get()
                .satisfies(refused ->
                        assertThat(refused.reason()).startsWith(reason).doesNotContain("yesterday"));
    }

    @Test
    void anEventThatDoesNotSayWhenHappenedWhenItArrived() {
        EventMessage message = EventMessage.check(
                        JSON.readTree("{\"messageId\":\"m1\",\"type\":\"page\",\"anonymousId\":4}"))
                .message()
                .orElseThrow();
        assertThat(message.event()).isEmpty();
        assertThat(message.line("2026-06-04T08:30:00Z"))
                .contains("\"timestamp\":\"2026-06-04T08:30:00Z\"", "\"receivedAt\":\"2026-06-04T08:30:00Z\"");
        // sha256sum of m1
        assertThat(message.fingerprint()).isEqualTo("ca0df2c95aa144c1d0ff2ff3c8f967fdc1de9ef0c4120b3726416701b519d619");
    }
}
