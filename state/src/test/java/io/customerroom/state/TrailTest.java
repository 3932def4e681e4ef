package io.customerroom.state;

import static io.customerroom.state.StateStoreTest.ANA;
import static io.customerroom.state.StateStoreTest.EXAMPLE;
import static io.customerroom.state.StateStoreTest.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.state.Trail.Verification;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrailTest {

    @TempDir
    Path folder;

    private StateStore store;

    @BeforeEach
    void open() {
        store = StateStore.open(TestPlace.at(folder.resolve("room.db"), EXAMPLE), NOON, EXAMPLE);
        for (String id : List.of("a", "b", "c")) {
            store.write(ANA, writing -> {
                writing.record("thing-done", id, Map.of("count", 3));
                return id;
            });
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theNewestEntryIsFoundBehindThoseThatDoNotCount() {
        store.write(ANA, writing -> {
            writing.record("signed-in", "ana", Map.of());
            return "";
        });
        assertThat(store.trail().newest(Set.of())).isEqualTo(4);
        assertThat(store.trail().newest(Set.of("signed-in"))).isEqualTo(3);
        assertThat(store.trail().newest(Set.of("signed-in", "thing-done"))).isZero();
    }

    @Test
    void anUntouchedTrailIsWhole() {
        assertThat(store.trail().verify()).isEqualTo(new Verification.Whole(3, newest().hash()));
    }

    @Test
    void aHeadNotedEarlierIsKnownAndAnotherIsNot() {
        String noted = newest().hash();
        store.write(ANA, writing -> {
            writing.record("thing-done", "d", Map.of());
            return "d";
        });
        assertThat(store.trail().knows(noted)).isTrue();
        assertThat(store.trail().knows(noted.replace(noted.charAt(0), noted.charAt(0) == 'a' ? 'b' : 'a')))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE trail SET reason = ''", "DELETE FROM trail WHERE number = 3"})
    void theTrailRefusesToBeChanged(String sql) {
        assertThatThrownBy(() -> store.write(ANA, writing -> {
                    writing.record("thing-done", "d", Map.of());
                    return writing.handle().execute(sql);
                }))
                .rootCause()
                .hasMessageContaining("the trail is only added to");
        assertThat(store.trail().verify()).isInstanceOf(Verification.Whole.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "moment = '2026-06-04T12:00:00.000001Z'",
                "actor = 'anb'",
                "via = 'cli'",
                "reason = 'becausf'",
                "request = 'r2'",
                "event = 'thing-dona'",
                "subject = 'B'",
                "details = '{\"count\":4}'",
                "hash = replace(hash, substr(hash, 64), 'x')",
                "actor = 'anaw', via = 'eb'"
            })
    void anyChangedByteIsFound(String change) {
        tamper("UPDATE trail SET " + change + " WHERE number = 2");
        assertThat(store.trail().verify()).isEqualTo(new Verification.Broken(2, "entry 2 is not as it was written"));
    }

    @Test
    void aRemovedEntryIsFound() {
        tamper("DELETE FROM trail WHERE number = 2");
        assertThat(store.trail().verify()).isEqualTo(new Verification.Broken(2, "entry 2 is missing"));
    }

    @Test
    void entriesCanBeAskedForBySubject() {
        assertThat(store.trail().entries(TrailFilter.about("b"), 10))
                .extracting(TrailEntry::number)
                .containsExactly(2L);
        assertThat(store.trail().entries(new TrailFilter("ana", "thing-done", "", 3), 1))
                .extracting(TrailEntry::number)
                .containsExactly(2L);
        assertThat(within("2026-06-04T00:00:00Z", "2026-06-05T00:00:00Z")).isNotEmpty();
        assertThat(within("2026-06-05T00:00:00Z", "2026-06-06T00:00:00Z")).isEmpty();
        assertThat(store.trail().actors()).containsExactly("ana");
        assertThat(store.trail().events()).containsExactly("thing-done");
    }

    private List<TrailEntry> within(String from, String until) {
        TrailFilter.Span span = new TrailFilter.Span(Instant.parse(from), Instant.parse(until));
        return store.trail().entries(new TrailFilter("", "", "", span, Long.MAX_VALUE), 10);
    }

    private TrailEntry newest() {
        return store.trail().entries(TrailFilter.everything(), 1).getFirst();
    }

    private void tamper(String sql) {
        store.write(ANA, writing -> {
            for (String trigger : List.of("trail_is_not_changed", "trail_is_not_shortened")) {
                writing.handle()
                        .execute(
                                TestPlace.isServer()
                                        ? "DROP FUNCTION " + trigger + "() CASCADE"
                                        : "DROP TRIGGER " + trigger);
            }
            writing.handle().execute(sql);
            writing.record("tampered", "x", Map.of());
            return sql;
        });
    }
}
