package io.customerroom.state;

import static io.customerroom.state.StateStoreTest.ANA;
import static io.customerroom.state.StateStoreTest.EXAMPLE;
import static io.customerroom.state.StateStoreTest.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of an older program meets a newer one. */
class UpgradeTest {

    static final List<String> UPGRADED = List.of("db/migration/example", "db/migration/upgraded");
    private static final List<String> BROKEN = List.of("db/migration/example", "db/migration/broken");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void storeOfTheOlderProgram() {
        file = TestPlace.at(folder.resolve("room.db"), EXAMPLE);
        try (StateStore store = StateStore.open(file, NOON, EXAMPLE)) {
            write(store, "old");
        }
    }

    @Test
    void rowsAndTrailStayAndTheNewColumnIsThere() {
        try (StateStore store = StateStore.open(file, NOON, UPGRADED)) {
            assertThat(notes(store, "words || ' ' || author")).containsExactly("old unknown");
            write(store, "new");
            assertThat(store.trail().verify()).isInstanceOf(Trail.Verification.Whole.class);
        }
    }

    @Test
    void theOlderProgramRefusesWhatTheNewerOneWrote() {
        StateStore.open(file, NOON, UPGRADED).close();
        try (StateStore store = StateStore.open(file, NOON, UPGRADED)) {
            store.write(ANA, writing -> {
                writing.record("program-replaced", "state", Map.of());
                return writing.handle().execute("DELETE FROM schema_fingerprint");
            });
        }
        assertThatThrownBy(() -> StateStore.open(file, NOON, EXAMPLE))
                .isInstanceOfSatisfying(Failure.class, failure -> {
                    assertThat(failure.code()).isEqualTo("STATE_TOO_NEW");
                    assertThat(failure).hasMessageContaining("9.2");
                });
    }

    @Test
    void aMigrationThatBreaksLeavesTheOldStateAsAWhole() {
        assertThatThrownBy(() -> StateStore.open(file, NOON, BROKEN))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("STATE_MIGRATION_FAILED"));
        try (StateStore store = StateStore.open(file, NOON, EXAMPLE)) {
            write(store, "on");
            assertThat(notes(store, "words")).containsExactly("old", "on");
            assertThatThrownBy(() -> store.read(handle -> handle.createQuery("SELECT words FROM fine")
                            .mapTo(String.class)
                            .list()))
                    .as("nor is the part that works there")
                    .isInstanceOf(Failure.class);
        }
        StateStore.open(file, NOON, UPGRADED).close();
    }

    @Test
    void aCopyIsKeptBeforeTheFirstChangeUntilSomebodyIsErased() {
        Path copy = folder.resolve("room.db.before-9.2");
        assertThat(copy).doesNotExist();
        try (StateStore store = StateStore.open(file, NOON, UPGRADED)) {
            write(store, "new");
            assertThat(Files.exists(copy)).isTrue();
            Path again = folder.resolve("again").resolve("room.db");
            copied(copy, again);
            try (StateStore old = StateStore.open(again, NOON, EXAMPLE)) {
                assertThat(notes(old, "words")).containsExactly("old");
            }
            store.fold();
        }
        assertThat(copy).doesNotExist();
    }

    private static void copied(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(StateStore store, String words) {
        store.write(ANA, writing -> {
            writing.handle().execute("INSERT INTO note (words) VALUES (?)", words);
            writing.record("note-written", "note", Map.of("words", words));
            return words;
        });
    }

    private static List<String> notes(StateStore store, String what) {
        return store.read(handle -> handle.createQuery("SELECT " + what + " FROM note ORDER BY id")
                .mapTo(String.class)
                .list());
    }
}
