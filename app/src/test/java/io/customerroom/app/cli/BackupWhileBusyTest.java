package io.customerroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.Failure;
import io.customerroom.kernel.Grain;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.metrics.MetricQuery;
import io.customerroom.ledger.metrics.Questions;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.Room;
import io.customerroom.room.evidence.ExhibitSource;
import io.customerroom.room.evidence.ExhibitView;
import io.customerroom.room.evidence.ExhibitView.Column;
import io.customerroom.room.evidence.ExhibitView.Kind;
import io.customerroom.room.evidence.Reading;
import io.customerroom.room.meetings.Cadence;
import io.customerroom.room.people.Role;
import io.customerroom.room.promises.Level;
import io.customerroom.room.promises.Promise;
import io.customerroom.room.promises.Promises.Offer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups made while others import and a meeting goes on, in which promise after promise is given. */
class BackupWhileBusyTest {

    private static final int BACKUPS = Boolean.getBoolean("long") ? 25 : 2;
    private static final Executor HANDS = work -> Thread.ofVirtual().start(work);
    private static final int PROMISES = 20 * BACKUPS;
    private static final Authorship BY = new Authorship("fay", "web", "", "r1");
    private static final Reading READING = new Reading(
            "flow",
            "Customer flow",
            1,
            "flow",
            "2026-05",
            new ExhibitView(
                    "One came",
                    "Customers per month",
                    List.of(),
                    List.of(
                            new Column("period", "Period", Kind.KEY, ""),
                            new Column("came", "Came", Kind.FIGURE, "customers")),
                    List.of(List.of("2026-05", "1")),
                    "",
                    List.of()),
            Optional.empty(),
            new Clocks(LocalDate.of(2026, 5, 31), Instant.parse("2026-06-03T00:00:00Z")),
            "definitions@1",
            List.of("b1"),
            "q1");

    @TempDir
    Path folder;

    @Test
    void theLastAnsweredWriteIsInTheBackupAndTheRestIsWhole() throws IOException {
        Path shop = Files.createDirectory(folder.resolve("shop"));
        well(shop, "init", ".");
        Files.writeString(shop.resolve("sales.csv"), "order,customer,date,amount\n1,ada,2025-01-10,10.00\n");
        well(shop, "import", "sales.csv", "--as", "purchase");
        well(shop, "build");
        String figures = figures(shop);
        String meeting = frozenMeeting(shop);
        AtomicBoolean enough = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(2);
        CompletableFuture<Void> others = CompletableFuture.runAsync(() -> importing(shop, enough, begun), HANDS);
        List<String> promised = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> forum =
                CompletableFuture.runAsync(() -> promising(shop, meeting, enough, begun, promised), HANDS);
        try {
            begun.await();
            for (int i = 1; i <= BACKUPS; i++) {
                well(shop, "user", "add", "person" + i, "--role", "viewer");
                List<String> answered = List.copyOf(promised);
                well(shop, "backup", "../shop" + i + ".zip");
                Path again = folder.resolve("again" + i);
                well(folder, "restore", "shop" + i + ".zip", "--dir", again.toString());
                assertThat(well(again, "user", "list")).contains("person" + i);
                assertThat(promises(again)).containsAll(answered).doesNotHaveDuplicates();
                assertThat(well(again, "doctor", "--deep")).isEqualTo("All is well.\n");
                assertThat(figures(again))
                        .as("every metric; January is not touched by what the others import")
                        .isEqualTo(figures);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            enough.set(true);
            others.join();
            forum.join();
        }
        assertThat(promised).isNotEmpty();
    }

    private static String frozenMeeting(Path shop) {
        try (Workbench bench = bench(shop)) {
            Room room = bench.room();
            room.people().invite(BY, "fay", "Fay", Role.FACILITATOR);
            String meeting = room.meetings()
                    .plan(BY, "June", LocalDate.parse("2026-06-01"), Cadence.MONTHLY)
                    .id();
            room.meetings()
                    .freeze(
                            BY,
                            meeting,
                            () -> List.of(new ExhibitSource.Hung(READING, csv -> csv.append("customer\n"))));
            return meeting;
        }
    }

    /** One promise after the other, each with its own level, since the same one twice is one. */
    private static void promising(
            Path shop, String meeting, AtomicBoolean enough, CountDownLatch begun, List<String> promised) {
        try (Workbench bench = bench(shop)) {
            Room room = bench.room();
            for (int i = 1; i <= PROMISES && !enough.get(); i++) {
                Level level = new Level(BigDecimal.valueOf(i), "customers", Level.Direction.AT_LEAST);
                LocalDate due = LocalDate.parse("2026-12-31");
                promised.add(room.promises()
                        .make(BY, new Offer(meeting, "flow", level, due, "fay", "promise " + i))
                        .words());
                if (i == 1) {
                    begun.countDown();
                }
            }
        }
    }

    private static List<String> promises(Path again) {
        try (Workbench bench = bench(again)) {
            return bench.room().promises().all().stream().map(Promise::words).toList();
        }
    }

    private static Workbench bench(Path workspace) {
        return Workbench.open(new Workspace(workspace), Typed.NOON);
    }

    /** December comes, again and again, each time as another file. */
    private static void importing(Path shop, AtomicBoolean enough, CountDownLatch begun) {
        try {
            for (int i = 1; !enough.get(); i++) {
                Files.writeString(
                        shop.resolve("more.csv"),
                        "order,customer,date,amount\nf%d,eve,2025-12-12,%d.00\n".formatted(i, i));
                well(shop, "import", "more.csv", "--as", "purchase", "--source", "other");
                if (i == 1) {
                    begun.countDown();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hash of what every metric of the catalogue answers, or why it does not. */
    private static String figures(Path workspace) {
        try (Workbench bench = bench(workspace)) {
            Questions questions = bench.questions();
            Build build = bench.builds().current().orElseThrow();
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

    private static String well(Path where, String... words) {
        Typed typed = Typed.in(where, words);
        assertThat(typed.exitCode()).as(typed.err()).isZero();
        return typed.out();
    }
}
