package io.customerroom.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rooms that are made where the environment names a server for their state. */
class NewPlaceTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-07-01T12:00:00Z"), ZoneOffset.UTC);
    private static final List<String> EXAMPLE = StateStoreTest.EXAMPLE;

    @TempDir
    Path folder;

    private Path db;

    @BeforeEach
    void place() {
        db = folder.resolve("Shop & Söhne/state/customer-room.db");
    }

    private static Map<String, String> named(String url) {
        return Map.of(NewPlace.URL, url, NewPlace.USER, "room");
    }

    @Test
    void eachRoomHasASchemaOfItsOwnCalledAfterItsFolder() {
        Map<String, String> environment = named("jdbc:postgresql://db/rooms?currentSchema={room}");
        StateServer first = NewPlace.claim(db, environment::get).orElseThrow();
        assertThat(first.url()).matches("jdbc:postgresql://db/rooms\\?currentSchema=room_shop_s_hne_[0-9a-f]{12}");
        assertThat(first.user()).isEqualTo("room");
        assertThat(StateServer.beside(db)).contains(first);
        assertThat(NewPlace.claim(db, environment::get))
                .as("whoever comes second")
                .isEmpty();
        assertThat(StateServer.beside(db)).contains(first);

        StateServer other = NewPlace.claim(folder.resolve("b/state/customer-room.db"), environment::get)
                .orElseThrow();
        assertThat(other.url()).isNotEqualTo(first.url());
    }

    @Test
    void anAddressThatAllRoomsWouldShareIsRefused() {
        assertThatThrownBy(() -> NewPlace.claim(db, named("jdbc:postgresql://db/rooms")::get))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("share one schema");
        assertThat(StateServer.beside(db)).isEmpty();
    }

    @Test
    void aServerThatDoesNotAnswerLeavesNoPlaceBehind() {
        Map<String, String> environment = named("jdbc:postgresql://127.0.0.1:1/none?currentSchema={room}");
        assertThatThrownBy(() -> StateStore.open(db, NOON, EXAMPLE, environment::get))
                .hasFieldOrPropertyWithValue("code", "STATE_UNREACHABLE");
        assertThat(StateServer.beside(db)).isEmpty();
    }

    @Test
    void aRoomThatHasItsFileKeepsIt() {
        StateStore.open(db, NOON, EXAMPLE, name -> null).close();
        StateStore.open(db, NOON, EXAMPLE, named("jdbc:postgresql://127.0.0.1:1/none?currentSchema={room}")::get)
                .close();
        assertThat(StateServer.beside(db)).isEmpty();
        assertThat(Files.exists(db)).isTrue();
    }

    @Test
    void theStateOfANewRoomLiesOnTheServer() {
        assumeTrue(TestPlace.isServer(), "there is no PostgreSQL server: -Dpostgres=jdbc:postgresql://HOST:PORT/");
        Map<String, String> environment = named(TestPlace.empty().url() + "?currentSchema={room}");
        try (StateStore store = StateStore.open(db, NOON, EXAMPLE, environment::get)) {
            store.write(new Authorship("ana", "test", "", "1"), writing -> {
                writing.handle().execute("INSERT INTO note (words) VALUES (?)", "one");
                writing.record("note-written", "note", Map.of("words", "one"));
                return Optional.empty();
            });
        }
        assertThat(Files.exists(db)).isFalse();
        try (StateStore store = StateStore.open(db, NOON, EXAMPLE)) {
            List<String> notes = store.read(handle -> handle.createQuery("SELECT words FROM note")
                    .mapTo(String.class)
                    .list());
            assertThat(notes).containsExactly("one");
        }
    }
}
