package io.customerroom.room.artefacts;

import static io.customerroom.room.RoomFixture.FAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.Room;
import io.customerroom.room.RoomFixture;
import io.customerroom.state.StateStore;
import io.customerroom.state.TestPlace;
import io.customerroom.state.Trail;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that stops dead between the file and the record, without unwinding, as under {@code kill -9}. */
class HangingCrashTest {

    private static final int DEAD = 137;

    @TempDir
    Path workspace;

    @Test
    void aHangingThatDiesLeavesAStrayAndHangsAgain() throws Exception {
        new RoomFixture(workspace).close();
        Process dying = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HangingCrashTest.class.getName(),
                        workspace.toString())
                .inheritIO()
                .start();
        assertThat(dying.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(dying.exitValue()).isEqualTo(DEAD);
        try (RoomFixture fixture = new RoomFixture(workspace)) {
            Artefacts artefacts = fixture.room.artefacts();
            assertThat(artefacts.all()).isEmpty();
            assertThat(artefacts.strays()).hasSize(1);
            assertThat(fixture.room.trail().verify()).isInstanceOf(Trail.Verification.Whole.class);

            artefacts.hang(FAY, letter());
            assertThat(artefacts.strays()).isEmpty();
            assertThat(artefacts.damaged()).isEmpty();
        }
    }

    private static Draft letter() {
        return new Draft(
                Kind.LETTER,
                "A letter",
                "",
                "",
                Optional.empty(),
                Subject.of("contact", "delivery"),
                Optional.empty(),
                Consent.Given.nobodyIsInIt(),
                Optional.of(new Draft.Sent(Files.bytes("Nobody told me."))),
                Draft.Redaction.NONE);
    }

    /** The process that dies. */
    public static void main(String... arguments) {
        Workspace place = new Workspace(Path.of(arguments[0]));
        StateStore store = StateStore.open(
                TestPlace.at(place.state(), List.of(Room.MIGRATIONS)), new DeadlyClock(), List.of(Room.MIGRATIONS));
        Room.artefacts(store, place).hang(FAY, letter());
    }

    /** The store asks for the time when its transaction has begun. */
    private static final class DeadlyClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            Runtime.getRuntime().halt(DEAD);
            return Instant.EPOCH;
        }
    }
}
