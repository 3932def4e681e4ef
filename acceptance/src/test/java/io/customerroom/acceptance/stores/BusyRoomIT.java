package io.customerroom.acceptance.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.acceptance.browser.Requests;
import io.customerroom.acceptance.browser.Served;
import io.customerroom.acceptance.kills.PromiseWriter;
import io.customerroom.acceptance.support.Typed;
import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Failure;
import io.customerroom.kernel.Grain;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.metrics.MetricQuery;
import io.customerroom.ledger.metrics.Questions;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.people.Role;
import io.customerroom.room.promises.Promise;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A room is served, a meeting is held in it, a file is brought in and others are imported beside; backups are made meanwhile. The same with the state in a file and on
 * a server. Every backup, restored elsewhere, holds what was answered before it.
 */
class BusyRoomIT {

    private static final int BACKUPS = Boolean.getBoolean("long") ? 25 : 2;
    private static final int PROMISES = 10;
    private static final String PASSWORD = "a lantern over the pier";
    private static final Executor HANDS = work -> Thread.ofVirtual().start(work);

    @TempDir
    Path folder;

    private Path shop;
    private final AtomicBoolean enough = new AtomicBoolean();
    private final CountDownLatch begun = new CountDownLatch(2);
    private final List<PromiseWriter> writers = new java.util.concurrent.CopyOnWriteArrayList<>();

    @ParameterizedTest
    @EnumSource(StatePlace.class)
    void whatWasAnsweredIsInTheBackupAndTheRestIsWhole(StatePlace place) throws IOException, InterruptedException {
        shop = folder.resolve("shop");
        Typed.well(folder, "init", shop.toString());
        askedAsOftenAsItCanAnswer(shop.resolve("customer-room.yaml"));
        load("sales.csv", "order,customer,date,amount\n1,ada,2025-01-10,10.00\n2,ben,2025-02-11,20.00\n");
        Typed.well(shop, "build");
        place.take(shop);
        try (Served served = Served.from(shop, Typed.TODAY);
                Requests fay = new Requests(served.address())) {
            served.settle("fay", "Fay", Role.ADMINISTRATOR, PASSWORD);
            fay.signIn("fay", PASSWORD);
            String meeting = held(fay);
            brought(fay);
            CompletableFuture<Void> forum = CompletableFuture.runAsync(() -> promising(fay, meeting), HANDS);
            CompletableFuture<Void> others = CompletableFuture.runAsync(this::importing, HANDS);
            try {
                begun.await();
                for (int i = 1; i <= BACKUPS; i++) {
                    backedUp(i);
                }
            } finally {
                enough.set(true);
                others.join();
                forum.join();
            }
            assertThat(answered()).hasSizeGreaterThanOrEqualTo(PROMISES);
            assertThat(fay.get("/trail/verification").body()).contains("whole");
            assertThat(promises(shop)).containsAll(answered()).doesNotHaveDuplicates();
        }
    }

    /** One hand gives more promises in a minute than a person may. */
    private static void askedAsOftenAsItCanAnswer(Path settings) throws IOException {
        String text = Files.readString(settings);
        assertThat(text).contains("requests-per-minute: 1500");
        Files.writeString(settings, text.replace("requests-per-minute: 1500", "requests-per-minute: 1000000"));
    }

    /** Brings a file in through the browser's door; it is a batch when its job is done. */
    private void brought(Requests fay) {
        HttpResponse<String> kept = fay.upload(
                "/data/upload",
                Map.of("kind", "purchase"),
                "brought.csv",
                "order,customer,date,amount\nu1,ula,2025-12-24,5.00\n");
        String upload = kept.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]*", "");
        String job = fay.postFrom(upload, upload + "/import", Map.of("yaml", ""))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^https?://[^/]*", "");
        while (!Typed.well(shop, "batches").out().contains("brought.csv")) {
            assertThat(fay.get(job).statusCode()).isLessThan(400);
        }
    }

    /** Plans a meeting and freezes the walls for it; answers its number. */
    private static String held(Requests fay) {
        HttpResponse<String> planned = fay.postFrom(
                "/meetings", "/meetings", Map.of("title", "June", "day", "2026-11-22", "cadence", "monthly"));
        String page = planned.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]*", "");
        String meeting = page.replaceFirst("^/meetings/", "").replaceFirst("[#?].*", "");
        fay.freeze("/meetings/" + meeting);
        return meeting;
    }

    private void backedUp(int number) throws IOException {
        List<String> before = answered();
        Path zip = folder.resolve("shop%d.zip".formatted(number));
        Typed.well(shop, "backup", zip.toString());
        Path again = folder.resolve("again" + number);
        Typed.well(folder, "restore", zip.toString(), "--dir", again.toString());
        assertThat(promises(again)).containsAll(before).doesNotHaveDuplicates();
        assertThat(Typed.well(again, "doctor", "--deep").out()).isEqualTo("All is well.\n");
        String build = current(again);
        assertThat(figures(again, build))
                .as("every metric over the ledger of the backup")
                .isEqualTo(figures(shop, build))
                .contains("customer-math ");
    }

    private static String current(Path workspace) {
        try (Workbench bench = bench(workspace)) {
            return bench.builds().current().orElseThrow().id();
        }
    }

    /** One hand after the other gives promises over HTTP. */
    private void promising(Requests fay, String meeting) {
        try (Workbench bench = bench(shop)) {
            String exhibit = bench.room()
                    .meetings()
                    .readings(meeting)
                    .getFirst()
                    .reading()
                    .exhibit();
            for (int hand = 1; !enough.get(); hand++) {
                PromiseWriter writer = new PromiseWriter(
                        fay, meeting, exhibit, "hand %d, promise ".formatted(hand), hand * 100, PROMISES);
                writers.add(writer);
                writer.run();
                begun.countDown();
            }
        } finally {
            begun.countDown();
            begun.countDown();
        }
    }

    /** December comes, again and again, each time as another file. */
    private void importing() {
        try {
            for (int i = 1; !enough.get(); i++) {
                load("more.csv", "order,customer,date,amount\nf%d,eve,2025-12-12,%d.00\n".formatted(i, i));
                if (i == 1) {
                    begun.countDown();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void load(String name, String rows) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, rows);
        Typed.well(shop, "import", file.toString(), "--as", "purchase", "--source", name);
    }

    private List<String> answered() {
        List<String> answered = new ArrayList<>();
        writers.forEach(writer -> answered.addAll(writer.answered()));
        return answered;
    }

    private static List<String> promises(Path again) {
        try (Workbench bench = bench(again)) {
            return bench.room().promises().all().stream().map(Promise::words).toList();
        }
    }

    private static Workbench bench(Path workspace) {
        return Workbench.open(new Workspace(workspace), Typed.TODAY);
    }

    /** The hash of what every metric of the catalogue answers over a ledger, or why it does not. */
    private static String figures(Path workspace, String id) {
        try (Workbench bench = bench(workspace)) {
            Questions questions = bench.questions();
            Build build = bench.builds().find(id).orElseThrow();
            return questions.catalogue().all().stream()
                    .map(metric -> metric.card().name() + " "
                            + hash(questions, build, metric.card().name()))
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String hash(Questions questions, Build build, String metric) {
        try {
            return questions.ask(build, MetricQuery.of(metric, Grain.MONTH)).hash();
        } catch (Failure refused) {
            return refused.code();
        }
    }
}
