package io.customerroom.room.meetings;

import static io.customerroom.room.RoomFixture.FAY;
import static io.customerroom.room.RoomFixture.walls;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.Room;
import io.customerroom.room.RoomFixture;
import io.customerroom.room.evidence.ExhibitSource;
import io.customerroom.room.people.Passwords;
import io.customerroom.state.StateStore;
import io.customerroom.state.TestPlace;
import io.customerroom.state.Trail;
import io.customerroom.state.TrailEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that stops dead while it freezes, without unwinding, as under {@code kill -9}. */
class FreezeCrashTest {

    private static final int DEAD = 137;

    @TempDir
    Path workspace;

    @ParameterizedTest
    @ValueSource(strings = {"in the second file", "in the transaction"})
    void aFreezeThatDiesLeavesNothingVisibleAndRunsAgain(String where) throws Exception {
        try (RoomFixture fixture = new RoomFixture(workspace).peopled()) {
            fixture.room.meetings().plan(FAY, "Customer room", LocalDate.of(2026, 6, 4), Cadence.MONTHLY);
        }
        Process dying = start(where);
        assertThat(dying.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(dying.exitValue()).isEqualTo(DEAD);
        try (RoomFixture fixture = new RoomFixture(workspace)) {
            Meetings meetings = fixture.room.meetings();
            assertThat(meetings.require("m1").frozen()).isFalse();
            assertThat(meetings.readings("m1")).isEmpty();
            assertThat(fixture.about("m1")).extracting(TrailEntry::event).containsExactly("meeting-planned");
            assertThat(fixture.room.trail().verify()).isInstanceOf(Trail.Verification.Whole.class);
            assertThat(meetings.freeze(FAY, "m1", walls(41)).frozen()).isTrue();
            assertThat(meetings.evidenceHolds("m1")).isTrue();
        }
    }

    /** The process that dies. */
    public static void main(String... arguments) {
        boolean inTransaction = arguments[1].equals("in the transaction");
        Workspace place = new Workspace(Path.of(arguments[0]));
        Clock clock = inTransaction ? new DeadlyClock() : Clock.systemUTC();
        StateStore store =
                StateStore.open(TestPlace.at(place.state(), List.of(Room.MIGRATIONS)), clock, List.of(Room.MIGRATIONS));
        Room room = Room.over(store, place, clock, Passwords.cheap());
        room.meetings().freeze(FAY, "m1", inTransaction ? walls(41) : FreezeCrashTest::deadlyWalls);
    }

    private static List<ExhibitSource.Hung> deadlyWalls() {
        ExhibitSource.Hung whole = walls(41).hung().getFirst();
        return List.of(whole, new ExhibitSource.Hung(RoomFixture.flow(41), csv -> {
            csv.append("half a li");
            Runtime.getRuntime().halt(DEAD);
        }));
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

    private Process start(String where) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FreezeCrashTest.class.getName(),
                        workspace.toString(),
                        where)
                .inheritIO()
                .start();
    }
}
