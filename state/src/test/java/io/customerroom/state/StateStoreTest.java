package io.customerroom.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;

class StateStoreTest {

    static final Authorship ANA = new Authorship("ana", "web", "because", "r1");
    static final Clock NOON = Clock.fixed(Instant.parse("2026-06-04T12:00:00Z"), ZoneOffset.UTC);
    static final List<String> EXAMPLE = List.of("db/migration/example");

    @TempDir
    Path folder;

    private Path file;
    private StateStore store;

    @BeforeEach
    void open() {
        file = folder.resolve("state").resolve("room.db");
        store = StateStore.open(TestPlace.at(file, EXAMPLE), NOON, EXAMPLE);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aWriteAndItsEntryArriveTogether() {
        store.write(ANA, writing -> note(writing, "hello", true));
        assertThat(notes()).containsExactly("hello");
        TrailEntry entry = store.trail().entries(TrailFilter.everything(), 10).getFirst();
        assertThat(entry.number()).isEqualTo(1);
        assertThat(entry.moment()).isEqualTo("2026-06-04T12:00:00Z");
        assertThat(entry.by()).isEqualTo(ANA);
        assertThat(entry.event()).isEqualTo("note-written");
        assertThat(entry.subject()).isEqualTo("note");
        assertThat(entry.details()).isEqualTo("{\"words\":\"hello\"}");
    }

    @Test
    void aWriteThatRecordsNothingIsRolledBack() {
        assertThatThrownBy(() -> store.write(ANA, writing -> note(writing, "hello", false)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(notes()).isEmpty();
    }

    @Test
    void aFailingWriteLeavesNeitherRowNorEntry() {
        assertThatThrownBy(() -> store.write(ANA, writing -> {
                    note(writing, "hello", true);
                    throw new IllegalArgumentException("no");
                }))
                .hasMessage("no");
        assertThat(notes()).isEmpty();
        assertThat(store.trail().entries(TrailFilter.everything(), 10)).isEmpty();
        store.write(ANA, writing -> note(writing, "next", true));
        assertThat(notes()).containsExactly("next");
    }

    @Test
    void aWriteWithNothingToChangeLeavesNoTrace() {
        String answer = store.write(ANA, writing -> {
            writing.unchanged();
            return "as before";
        });
        assertThat(answer).isEqualTo("as before");
        assertThat(store.trail().entries(TrailFilter.everything(), 10)).isEmpty();
    }

    @Test
    void aWriteInsideAWriteIsRefused() {
        assertThatThrownBy(() -> store.write(ANA, outer -> store.write(ANA, inner -> note(inner, "deep", true))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aReadCannotWrite() {
        assertThatThrownBy(() -> store.read(handle -> handle.execute("INSERT INTO note (words) VALUES ('x')")))
                .isInstanceOf(Failure.class);
        assertThat(notes()).isEmpty();
    }

    @Test
    @DisabledIf("io.customerroom.state.TestPlace#isServer")
    void theStoreIsDurableAndChecksReferences() {
        Map<String, String> settings = store.write(ANA, writing -> {
            writing.unchanged();
            return Map.of(
                    "journal", pragma(writing, "journal_mode"),
                    "synchronous", pragma(writing, "synchronous"),
                    "foreign keys", pragma(writing, "foreign_keys"));
        });
        assertThat(settings)
                .containsEntry("journal", "wal")
                .containsEntry("synchronous", "2")
                .containsEntry("foreign keys", "1");
    }

    @Test
    void valuesComeBackAsTheyWent() {
        Instant moment = Instant.parse("2026-06-04T12:00:00.000001Z");
        store.read(handle -> {
            assertThat(handle.createQuery("SELECT :v")
                            .bind("v", moment)
                            .mapTo(Instant.class)
                            .one())
                    .isEqualTo(moment);
            assertThat(handle.createQuery("SELECT :v")
                            .bind("v", LocalDate.of(2026, 2, 28))
                            .mapTo(LocalDate.class)
                            .one())
                    .isEqualTo("2026-02-28");
            assertThat(handle.createQuery("SELECT :v")
                            .bind("v", new BigDecimal("1E+3"))
                            .mapTo(String.class)
                            .one())
                    .isEqualTo("1000");
            return "read";
        });
    }

    @Test
    void aStoreIsOpenedAgainWithWhatItHeld() {
        store.write(ANA, writing -> note(writing, "hello", true));
        store.close();
        store = StateStore.open(TestPlace.at(file, EXAMPLE), NOON, EXAMPLE);
        assertThat(notes()).containsExactly("hello");
    }

    @Test
    void aStoreOfANewerProgramIsRefused() {
        store.write(ANA, writing -> {
            writing.handle().execute("UPDATE schema_history SET version = '9.7' WHERE version = '9.1'");
            writing.handle().execute("DELETE FROM schema_fingerprint");
            return note(writing, "from the future", true);
        });
        store.close();
        assertThatThrownBy(() -> StateStore.open(TestPlace.at(file, EXAMPLE), NOON, EXAMPLE))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("STATE_TOO_NEW"));
    }

    @Test
    void aFileThatIsNoDatabaseIsNamed() throws Exception {
        Path other = Files.writeString(folder.resolve("other.db"), "this is a letter and not a database".repeat(40));
        assertThatThrownBy(() -> StateStore.open(other, NOON, EXAMPLE))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("STATE_DAMAGED"));
    }

    private static String note(Writing writing, String words, boolean recorded) {
        writing.handle().execute("INSERT INTO note (words) VALUES (?)", words);
        if (recorded) {
            writing.record("note-written", "note", Map.of("words", words));
        }
        return words;
    }

    private static String pragma(Writing writing, String name) {
        return writing.handle()
                .createQuery("PRAGMA " + name)
                .mapTo(String.class)
                .one();
    }

    private List<String> notes() {
        return store.read(handle -> handle.createQuery("SELECT words FROM note ORDER BY id")
                .mapTo(String.class)
                .list());
    }
}
