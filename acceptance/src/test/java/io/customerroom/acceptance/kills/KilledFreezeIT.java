package io.customerroom.acceptance.kills;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.acceptance.browser.Requests;
import io.customerroom.acceptance.support.Child;
import io.customerroom.acceptance.support.Typed;
import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Authorship;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.Room;
import io.customerroom.room.meetings.Cadence;
import io.customerroom.room.people.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code kill -9} while the server freezes the walls: the meeting is frozen as a whole or not at all, and can be frozen again. */
@TestInstance(Lifecycle.PER_CLASS)
class KilledFreezeIT {

    private static final int KILLS = Boolean.getBoolean("long") ? 10 : 1;
    private static final Authorship BY = new Authorship("command line", "cli", "kills", "kills");
    private static final String PASSWORD = "a long walk by the river";
    private static final Pattern ADDRESS = Pattern.compile("http://[0-9.:]+");

    private Path workspace = Path.of("");
    private long millisOfAFreeze;
    private int readings;
    private @Nullable Child server;
    private @Nullable Requests visitor;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, KILLS);
    }

    @BeforeAll
    void aRoomWithAFacilitator(@TempDir Path folder) throws java.io.IOException {
        workspace = folder.resolve("room");
        Path purchases = folder.resolve("purchases.csv");
        Files.writeString(purchases, """
                order,customer,date,amount
                1,Ada,2026-01-05,10
                2,Ben,2026-02-06,20
                3,Ada,2026-03-07,30
                """);
        Typed.well(folder, "init", workspace.toString());
        Typed.well(workspace, "import", purchases.toString(), "--as", "purchase");
        Typed.well(workspace, "build");
        String link = inRoom(
                room -> room.people().invite(BY, "fay", "Fay", Role.FACILITATOR).path());
        String meeting = meeting("rehearsal");
        startServer();
        fay().redeem(link, "fay", PASSWORD);
        fay().signIn("fay", PASSWORD);
        long begun = System.nanoTime();
        freeze(fay(), meeting);
        millisOfAFreeze = (System.nanoTime() - begun) / 1_000_000;
        readings = frozen(meeting);
    }

    @AfterAll
    void stopServer() {
        if (visitor != null) {
            visitor.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aFreezeHoldsAllExhibits() {
        assertThat(readings).isGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void freezesAsAWholeOrNotAtAll(long seed) {
        String meeting = meeting("kill " + seed);
        CompletableFuture<Void> freezing = CompletableFuture.runAsync(() -> freeze(fay(), meeting));
        Child killed = Objects.requireNonNull(server);
        long moment = (long) (millisOfAFreeze * Moments.of(seed));
        killed.waitForMillis(moment);
        killed.kill();
        freezing.exceptionally(cut -> null).join();

        Typed doctor = Typed.in(workspace, "doctor");
        assertThat(doctor.exitCode()).as(doctor.out() + doctor.err()).isZero();
        int found = frozen(meeting);
        assertThat(found).isIn(0, readings);

        startServer();
        fay().signIn("fay", PASSWORD);
        freeze(fay(), meeting);
        assertThat(frozen(meeting)).isEqualTo(readings);
        KillReport.add(seed, "freeze", moment, found == 0 ? "nothing frozen" : "all frozen");
    }

    private void startServer() {
        stopServer();
        Child started = Child.start(workspace, "serve", "--port", "0");
        server = started;
        visitor = new Requests(address(started));
    }

    private Requests fay() {
        return Objects.requireNonNull(visitor);
    }

    private static void freeze(Requests fay, String meeting) {
        fay.freeze("/meetings/" + meeting);
    }

    private String meeting(String title) {
        return inRoom(room -> room.meetings()
                .plan(BY, title, LocalDate.parse("2026-04-01"), Cadence.MONTHLY)
                .id());
    }

    private int frozen(String meeting) {
        return inRoom(room -> room.meetings().readings(meeting).size());
    }

    private <T> T inRoom(Function<Room, T> work) {
        try (Workbench bench = Workbench.open(new Workspace(workspace), Typed.TODAY)) {
            return work.apply(bench.room());
        }
    }

    /** Waits until the server says where it is. */
    private static String address(Child server) {
        for (int tenths = 0; tenths < 900; tenths++) {
            Matcher said = ADDRESS.matcher(server.outSoFar());
            if (said.find()) {
                return said.group();
            }
            if (server.waitForMillis(100)) {
                throw new AssertionError("The server ended: " + server.ended());
            }
        }
        throw new AssertionError("The server did not say its address: " + server.errSoFar());
    }
}
