package io.customerroom.state;

import static io.customerroom.state.StateStoreTest.ANA;
import static io.customerroom.state.StateStoreTest.EXAMPLE;
import static io.customerroom.state.StateStoreTest.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** There, and back again. Runs where the tests have a server. */
@EnabledIf("io.customerroom.state.TestPlace#isServer")
class StateMoveTest {

    @TempDir
    Path folder;

    private Path db;

    @BeforeEach
    void fill() {
        db = folder.resolve("room.db");
        try (StateStore store =
                StateStore.open(db, NOON, EXAMPLE, name -> null)) { // in the file, wherever new rooms lie
            write(store, "one");
            write(store, "two");
        }
    }

    @Test
    void theTrailGoesOnFromPlaceToPlace() {
        StateMove.run(db, Optional.of(TestPlace.empty()), NOON, EXAMPLE, ANA);
        assertThat(db).doesNotExist();
        try (StateStore store = open()) {
            assertThat(notes(store)).containsExactly("one", "two");
            write(store, "three");
            assertThat(store.trail().verify())
                    .isInstanceOfSatisfying(
                            Trail.Verification.Whole.class,
                            whole -> assertThat(whole.entries()).isEqualTo(5));
        }
        assertThat(StateMove.run(db, Optional.empty(), NOON, EXAMPLE, ANA)).isEqualTo(7);
        assertThat(folder.resolve(StateServer.FILE)).doesNotExist();
        try (StateStore store = open()) {
            write(store, "four");
            assertThat(notes(store)).containsExactly("one", "two", "three", "four");
            assertThat(store.trail().entries(TrailFilter.everything(), 10).reversed())
                    .extracting(TrailEntry::event)
                    .containsExactly(
                            "note-written",
                            "note-written",
                            "state-moved",
                            "state-arrived",
                            "note-written",
                            "state-moved",
                            "state-arrived",
                            "note-written");
        }
    }

    @Test
    void theGuardsAreUpAgainAfterACopy() {
        StateMove.run(db, Optional.of(TestPlace.empty()), NOON, EXAMPLE, ANA);
        for (String sql : List.of("DELETE FROM trail", "TRUNCATE trail", "UPDATE trail SET reason = ''")) {
            try (StateStore store = open()) {
                assertThatThrownBy(() -> store.write(ANA, writing -> {
                            writing.record("tampered", "x", Map.of());
                            return writing.handle().execute(sql);
                        }))
                        .rootCause()
                        .hasMessageContaining("the trail is only added to");
            }
        }
    }

    @Test
    void aProgramThatStillHasTheOldPlaceOpenIsRefused() {
        try (StateStore late = open()) {
            StateMove.run(db, Optional.of(TestPlace.empty()), NOON, EXAMPLE, ANA);
            assertThatThrownBy(() -> write(late, "too late")).hasMessageContaining("moved to another place");
        }
    }

    @Test
    void whatCannotBeMovedStaysWhereItIs() {
        StateServer target = TestPlace.empty();
        Path other = folder.resolve("other").resolve("room.db");
        TestPlace.write(other, target);
        try (StateStore taken = StateStore.open(other, NOON, EXAMPLE)) {
            write(taken, "somebody else's");
        }
        assertThatThrownBy(() -> StateMove.run(db, Optional.of(target), NOON, EXAMPLE, ANA))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("STATE_NOT_EMPTY"));
        StateServer nowhere = new StateServer("jdbc:postgresql://127.0.0.1:1/none", "room", "");
        assertThatThrownBy(() -> StateMove.run(db, Optional.of(nowhere), NOON, EXAMPLE, ANA))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("STATE_UNREACHABLE"));
        try (StateStore store = open()) {
            write(store, "three");
            assertThat(notes(store)).containsExactly("one", "two", "three");
            assertThat(store.trail().verify()).isInstanceOf(Trail.Verification.Whole.class);
        }
        assertThat(Files.exists(db)).isTrue();
    }

    private StateStore open() {
        return StateStore.open(db, NOON, EXAMPLE);
    }

    private static void write(StateStore store, String words) {
        store.write(ANA, writing -> {
            writing.handle().execute("INSERT INTO note (words) VALUES (?)", words);
            writing.record("note-written", "note", Map.of("words", words));
            return words;
        });
    }

    private static List<String> notes(StateStore store) {
        return store.read(handle -> handle.createQuery("SELECT words FROM note ORDER BY id")
                .mapTo(String.class)
                .list());
    }
}
