package io.customerroom.acceptance.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.acceptance.support.Typed;
import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Authorship;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.metrics.Questions;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.Boards;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.listening.IssueView;
import io.customerroom.walls.listening.ListeningWall;
import io.customerroom.walls.reading.LedgerReadings;
import io.customerroom.walls.reading.WallQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * The count-down clock over a real ledger, from January to June 2025. In January Leo promised at most two tickets a month of each issue. Of
 * "broken" four come every month, and every one is closed on its day. Of "old pile" five came in January and are open to this day; no new one
 * came. Of "relapse" none came from February to April, then three each month.
 */
@TestInstance(Lifecycle.PER_CLASS)
class CountDownIT {

    private static final Clock JANUARY = Clock.fixed(Instant.parse("2025-01-03T08:00:00Z"), ZoneOffset.UTC);
    private static final Clock JULY = Clock.fixed(Instant.parse("2025-07-02T08:00:00Z"), ZoneOffset.UTC);

    private Workbench bench;
    private Build build;
    private ListeningWall listening;

    @BeforeAll
    void sixMonthsOfTickets(@TempDir Path folder) throws IOException {
        StringBuilder tickets = new StringBuilder("ticket,customer,opened,closed,kind,stage,contact,issue\n");
        for (int month = 1; month <= 6; month++) {
            String day = YearMonth.of(2025, month).atDay(10).toString();
            for (int i = 1; i <= 4; i++) {
                tickets.append("b%d-%d,c%d,%s,%s,complaint,use,hotline,broken\n".formatted(month, i, i, day, day));
            }
            for (int i = 1; i <= 3 && month >= 5; i++) {
                tickets.append("r%d-%d,c%d,%s,,complaint,use,hotline,relapse\n".formatted(month, i, i, day));
            }
        }
        for (int i = 1; i <= 5; i++) {
            tickets.append("o%d,c%d,2025-01-20,,request,use,counter,old pile\n".formatted(i, i));
        }
        Path workspace = folder.resolve("room");
        Typed.well(workspace, "init");
        Path files = Files.createDirectories(folder.resolve("files"));
        Typed.well(
                workspace,
                "import",
                Files.writeString(files.resolve("tickets.csv"), tickets).toString(),
                "--as",
                "ticket");
        Typed.well(
                workspace,
                "import",
                Files.writeString(
                                files.resolve("shop.csv"),
                                "order,customer,date,amount\n1,c1,2025-01-02,10\n2,c1,2025-06-30,10\n")
                        .toString(),
                "--as",
                "purchase");
        Typed.well(workspace, "build");
        bench = Workbench.open(new Workspace(workspace), JULY);
        try (Workbench.PastRoom january = bench.roomAt(JANUARY)) {
            for (String issue : List.of("broken", "old pile", "relapse")) {
                january.room().boards().issues().aim(leo(), issue, 2, 3);
            }
        }
        build = bench.builds().current().orElseThrow();
        Questions questions = bench.questions();
        listening = new ListeningWall(
                new LedgerReadings(() -> questions, query -> Optional.of(build)),
                bench.settings().calendar(),
                List.of("use"),
                Boards.over(bench.store()).issues());
    }

    @AfterAll
    void close() {
        bench.close();
    }

    private static Authorship leo() {
        return new Authorship("leo", "test", "promised to customers", "r1");
    }

    @Test
    void v16AllTicketsClosedWhileNewOnesKeepComingDoesNotStopTheClock() {
        IssueView view = listening.issue("broken", june());
        assertThat(view.clock().orElseThrow().sentence())
                .isEqualTo("The clock has been running for 6 months: 4 tickets in June 2025 against at most 2 aimed at;"
                        + " 0 of 3 calm months");
        assertThat(volume(view, "2025-06"))
                .as("nothing is open, and still it runs")
                .containsExactly("2025-06", "0", "4", "4", "0");
    }

    @Test
    void v16ThePileOfOldOpenTicketsKeepsNoClockRunningWhenNoNewOneComes() {
        IssueView view = listening.issue("old pile", june());
        assertThat(view.clock().orElseThrow().sentence())
                .isEqualTo(
                        "The clock stopped in April 2025, after 4 months: 0 tickets in June 2025 against at most 2 aimed at");
        assertThat(volume(view, "2025-06"))
                .as("five are open, and still it stands")
                .containsExactly("2025-06", "5", "0", "0", "5");
    }

    @Test
    void theWallShowsWhichClocksRunTheLongestFirst() {
        Wall wall = listening.compose(june());
        Exhibit countDown = wall.opening().getLast();
        assertThat(countDown.title()).isEqualTo("2 of 3 clocks run, “broken” for 6 months");
        assertThat(countDown.table().rows().stream().map(row -> row.values().subList(0, 6)))
                .containsExactly(
                        List.of("broken", "● runs", "for 6 months, since January 2025", "4", "2", "0 of 3"),
                        List.of("relapse", "● runs", "for 2 months, since May 2025", "3", "2", "0 of 3"),
                        List.of("old pile", "○ stopped", "in April 2025, after 4 months", "0", "2", "3 of 3"));
        assertThat(countDown.figures().getFirst().shown()).isEqualTo("2");
        assertThat(countDown.figures().getFirst().prior().orElseThrow().shown()).isEqualTo("2");
        assertThat(wall.sentence()).endsWith("2 count-down clocks run.");
    }

    @Test
    void aQuarterShowsTheClocksAtItsEnd() {
        assertThat(listening
                        .issue("relapse", query("2025-Q1", LocalDate.parse("2025-06-30")))
                        .clock()
                        .orElseThrow()
                        .sentence())
                .isEqualTo(
                        "The clock stopped in March 2025, after 3 months: 0 tickets in March 2025 against at most 2 aimed at");
    }

    @Test
    void aPartOfTheCompanySaysThatLevelsAreForAll() {
        WallQuery part = new WallQuery(june().period(), Optional.of("retail"), Optional.empty(), june().clocks());
        Exhibit countDown = listening.compose(part).opening().getLast();
        assertThat(countDown.title()).isEqualTo("2 of 3 clocks run, “broken” for 6 months");
        assertThat(countDown.warnings()).contains("Not narrowed to retail: levels are promised for all customers.");
    }

    private static List<String> volume(IssueView view, String month) {
        return view.exhibits().getFirst().table().rows().stream()
                .map(row -> row.values().subList(0, 5))
                .filter(values -> month.equals(values.getFirst()))
                .map(values -> values.stream().map(String::valueOf).toList())
                .findFirst()
                .orElseThrow();
    }

    private WallQuery june() {
        return query("2025-06", LocalDate.parse("2025-06-30"));
    }

    private WallQuery query(String period, LocalDate through) {
        assertThat(build.clocks().through()).isEqualTo(through);
        return new WallQuery(
                bench.settings().calendar().parse(period), Optional.empty(), Optional.empty(), build.clocks());
    }
}
