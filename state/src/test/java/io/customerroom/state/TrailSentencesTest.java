package io.customerroom.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Authorship;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrailSentencesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            promise-moved | p1 | carrier on strike | {"from":"2026-07-31","to":"2026-08-31","owner":"leo"} | ana moved the promise p1 of leo from 31 Jul 2026 to 31 Aug 2026: carrier on strike.
            walls-frozen | m1 | `` | {"readings":9,"evidence":"abc$1"} | ana froze the walls of the meeting m1: 9 readings, evidence abc$1.
            account-closed | vera | Left. | {} | ana closed the account vera: Left.
            link-issued | vera | `` | {"purpose":"invitation","expires":"2026-11-24T05:31:31.101701Z"} | ana issued a one-time link for vera (invitation, until 2026-11-24 05:31 UTC).
            role-given | vera | `` | {} | ana made vera –; before that –.
            comet-seen | sky | `` | {} | ana: comet seen (sky).
            """)
    void anEntryReadsAsASentence(String event, String subject, String reason, String details, String sentence) {
        TrailEntry entry = new TrailEntry(
                1, Instant.EPOCH, new Authorship("ana", "web", reason, "r1"), event, subject, details, "0");
        assertThat(TrailSentences.of(entry)).isEqualTo(sentence);
    }
}
