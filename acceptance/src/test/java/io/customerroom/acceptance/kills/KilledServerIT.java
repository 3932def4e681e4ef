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
import io.customerroom.room.promises.Promise;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
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

/**
 * {@code kill -9} of the server while it freezes the walls of one meeting and two people write promises in another, one after the other:
 * the meeting is frozen as a whole or not at all, and can be frozen again; every promise that was answered is there, and none twice.
 */
@TestInstance(Lifecycle.PER_CLASS)
class KilledServerIT {

    private static final boolean LONG = Boolean.getBoolean("long");
    private static final int KILLS = LONG ? 200 : 1;
    private static final int PROMISES = 25;
    /** A thread for each: the common pool of a machine with two processors has one, and would do one thing after the other. */
    private static final Executor HANDS = work -> Thread.ofVirtual().start(work);

    private static final Authorship BY = new Authorship("command line", "cli", "kills", "kills");
    private static final String PASSWORD = "a long walk by the river";
    private static final Pattern ADDRESS = Pattern.compile("http://[0-9.:]+");

    private Path workspace = Path.of("");
    private String promising = "";
    private String exhibit = "";
    private Warm program = Warm.not();
    private Span freezing = new Span(0, 0);
    private Span writing = new Span(0, 0);
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
        if (LONG) {
            learnToServe(folder.resolve("server.aot"));
        }
        startServer();
        fay().redeem(link, "fay", PASSWORD);
        fay().signIn("fay", PASSWORD);
        promising = meeting;
        freezing = span(() -> freeze(fay(), meeting));
        readings = frozen(meeting);
        exhibit = inRoom(
                room -> room.meetings().readings(meeting).getFirst().reading().exhibit());
        PromiseWriter rehearsal = writer(0, 1);
        writing = span(rehearsal::run);
        assertThat(rehearsal.answered()).hasSize(PROMISES);
    }

    private void learnToServe(Path cache) {
        try (Child first = Child.start(workspace, Warm.learning(cache), "serve", "--port", "0")) {
            address(first);
            first.terminate();
            assertThat(first.waitFor(60)).isTrue();
        }
        program = Warm.from(cache);
    }

    private static Span span(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return new Span(0, (System.nanoTime() - begun) / 1_000_000);
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
    void keepsWhatItAnsweredAndFreezesAsAWholeOrNotAtAll(long seed) {
        boolean freezes = seed % 2 == 1;
        String meeting = freezes ? meeting("kill " + seed) : "";
        List<PromiseWriter> writers = List.of(writer(seed, 1), writer(seed, 2));
        List<Runnable> busy = new ArrayList<>(writers);
        if (freezes) {
            busy.add(() -> freeze(fay(), meeting));
        }
        List<CompletableFuture<Void>> begun = busy.stream()
                .map(work -> CompletableFuture.runAsync(work, HANDS))
                .toList();
        Child killed = Objects.requireNonNull(server);
        long moment = (freezes ? freezing : writing).moment(seed);
        killed.waitForMillis(moment);
        killed.kill();
        begun.forEach(work -> work.exceptionally(cut -> null).join());

        Typed doctor = Typed.in(workspace, "doctor");
        assertThat(doctor.exitCode()).as(doctor.out() + doctor.err()).isZero();
        String promises = judged(writers);
        int found = freezes ? frozen(meeting) : 0;
        assertThat(found).isIn(0, readings);

        startServer();
        fay().signIn("fay", PASSWORD);
        if (freezes) {
            freeze(fay(), meeting);
            assertThat(frozen(meeting)).isEqualTo(readings);
        }
        String walls = freezes ? (found == 0 ? "nothing frozen, " : "all frozen, ") : "";
        KillReport.add(seed, freezes ? "freeze" : "promise", moment, walls + promises);
    }

    /** Each answered promise is there once; of each writer at most the one that was under way is there without an answer. */
    private String judged(List<PromiseWriter> writers) {
        List<String> kept = inRoom(room ->
                room.promises().of(promising).stream().map(Promise::words).toList());
        assertThat(kept).doesNotHaveDuplicates();
        for (PromiseWriter writer : writers) {
            List<String> own = kept.stream().filter(writer::wrote).toList();
            assertThat(own).containsAll(writer.answered());
            assertThat(own.size())
                    .isBetween(writer.answered().size(), writer.answered().size() + 1);
        }
        return "%d promises answered and kept"
                .formatted(writers.stream().mapToInt(it -> it.answered().size()).sum());
    }

    private PromiseWriter writer(long seed, int hand) {
        String words = "kill %d, hand %d, promise ".formatted(seed, hand);
        return new PromiseWriter(fay(), promising, exhibit, words, (int) (seed * 1000 + hand * 100), PROMISES);
    }

    private void startServer() {
        stopServer();
        Child started = program.start(workspace, "serve", "--port", "0");
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
