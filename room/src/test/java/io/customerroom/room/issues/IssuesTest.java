package io.customerroom.room.issues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Authorship;
import io.customerroom.room.RoomFixture;
import io.customerroom.room.evidence.ExhibitSource;
import io.customerroom.room.evidence.ExhibitView;
import io.customerroom.room.evidence.ExhibitView.Column;
import io.customerroom.room.evidence.ExhibitView.Kind;
import io.customerroom.room.evidence.Reading;
import io.customerroom.room.meetings.Cadence;
import io.customerroom.room.promises.Level;
import io.customerroom.room.promises.Promises.Offer;
import io.customerroom.state.TrailSentences;
import io.customerroom.walls.listening.IssueCare;
import io.customerroom.walls.listening.IssueLevel;
import io.customerroom.walls.listening.LevelChange;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuesTest {

    private static final String LATE = "Technician did not come";
    private static final Authorship LEO = RoomFixture.by("leo", "customers wait in vain");

    @TempDir
    Path folder;

    private RoomFixture fixture;
    private Issues issues;

    @BeforeEach
    void open() {
        fixture = new RoomFixture(folder).peopled();
        issues = fixture.room.boards().issues();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aTargetIsSetAsVersionsWithNameReasonAndTrail() {
        issues.aim(LEO, LATE, 10, 3);
        issues.aim(LEO, LATE, 10, 3);
        fixture.clock.pass(Duration.ofDays(40));
        issues.aim(RoomFixture.by("fay", "we can do better"), LATE, 5, 2);
        issues.lift(RoomFixture.by("fay", "merged with another"), LATE);

        assertThat(issues.targets(LATE))
                .extracting(target -> target.most() + " " + target.calm() + " " + target.reason() + " " + target.by())
                .containsExactly(
                        "OptionalLong.empty 2 merged with another fay",
                        "OptionalLong[5] 2 we can do better fay",
                        "OptionalLong[10] 3 customers wait in vain leo");
        assertThat(fixture.about(LATE).stream().map(TrailSentences::of))
                .containsExactly(
                        "fay lifted the target of the issue Technician did not come: merged with another.",
                        "fay set the target of the issue Technician did not come to at most 5 tickets a month, 2 calm months in a row: we can do better.",
                        "leo set the target of the issue Technician did not come to at most 10 tickets a month, 3 calm months in a row: customers wait in vain.");
    }

    @Test
    void aTargetIsRefusedWithoutReasonOrWithImpossibleNumbers() {
        assertThatThrownBy(() -> issues.aim(RoomFixture.by("leo", " "), LATE, 10, 3))
                .hasMessageContaining("A target is set for a reason.");
        assertThatThrownBy(() -> issues.aim(LEO, LATE, -1, 3)).hasMessageContaining("number of tickets");
        assertThatThrownBy(() -> issues.aim(LEO, LATE, 1, 13)).hasMessageContaining("number of calm months");
        assertThatThrownBy(() -> issues.aim(LEO, " ", 1, 3)).hasMessageContaining("An issue has a name.");
        assertThatThrownBy(() -> issues.lift(LEO, LATE)).hasMessageContaining("No target is set on this issue.");
    }

    @Test
    void anOpenPromiseGoesBeforeATargetAndAWithdrawnOneSaysNothing() {
        issues.aim(LEO, LATE, 10, 2);
        Instant first = fixture.clock.instant();
        fixture.clock.pass(Duration.ofDays(1));
        String promise = promised("row|" + LATE + "|opened", Level.Direction.AT_MOST, "4.5");
        Instant second = fixture.clock.instant();
        fixture.clock.pass(Duration.ofDays(1));
        issues.aim(LEO, LATE, 8, 2);
        fixture.clock.pass(Duration.ofDays(1));
        fixture.room.promises().withdraw(RoomFixture.by("leo", "asked of another team"), promise);
        Instant fourth = fixture.clock.instant();

        IssueLevel target = new IssueLevel(10, 2, "leo", Optional.empty(), Optional.empty());
        IssueLevel given =
                new IssueLevel(4, 2, "leo", Optional.of(promise), Optional.of(LocalDate.parse("2026-12-31")));
        assertThat(issues.cares(Optional.empty()).get(LATE).levels())
                .containsExactly(
                        new LevelChange(first, Optional.of(target)),
                        new LevelChange(second, Optional.of(given)),
                        new LevelChange(
                                fourth, Optional.of(new IssueLevel(8, 2, "leo", Optional.empty(), Optional.empty()))));
        assertThat(issues.cares(Optional.of(second)).get(LATE).levels()).hasSize(2);
        assertThat(issues.cares(Optional.of(first.minusSeconds(1)))).isEmpty();
    }

    @Test
    void aPromiseThatWasDecidedHoldsUntilSomethingElseIsSaid() {
        String promise = promised("row|" + LATE + "|opened", Level.Direction.AT_MOST, "4");
        fixture.clock.pass(Duration.ofDays(1));
        fixture.room.promises().breakOff(RoomFixture.by("leo", ""), promise, "twelve in May");
        assertThat(issues.cares(Optional.empty()).get(LATE).levels()).hasSize(1);
        fixture.clock.pass(Duration.ofDays(1));
        issues.aim(LEO, LATE, 6, 3);

        List<LevelChange> levels = issues.cares(Optional.empty()).get(LATE).levels();
        assertThat(levels.getLast().level().map(IssueLevel::most)).contains(6L);
    }

    @Test
    void promisesOfOtherFiguresAreAboutTheIssueButSetNoClock() {
        promised("row|" + LATE + "|open", Level.Direction.AT_MOST, "3");

        assertThat(issues.promises(LATE)).hasSize(1);
        assertThat(issues.cares(Optional.empty())).isEmpty();
    }

    @Test
    void whoAnswersForAnIssueIsSaidAndHandedOver() {
        issues.entrust(RoomFixture.by("leo", ""), LATE, "Leo", "Night shift");
        issues.entrust(RoomFixture.by("leo", ""), LATE, "Leo", "Night shift");
        fixture.clock.pass(Duration.ofDays(1));
        issues.entrust(LEO, LATE, "Fay", "");

        assertThat(issues.cares(Optional.empty())).isEqualTo(Map.of(LATE, new IssueCare("Fay", "", List.of())));
        assertThat(fixture.about(LATE).stream().map(TrailSentences::of))
                .containsExactly(
                        "leo entrusted the issue Technician did not come to Fay, team none: customers wait in vain.",
                        "leo entrusted the issue Technician did not come to Leo, team Night shift.");
        assertThatThrownBy(() -> issues.entrust(LEO, LATE, "", "x"))
                .hasMessageContaining("Somebody answers for an issue.");
    }

    @Test
    void aPlanHasLinesAndEachLineItsStates() {
        LocalDate day = LocalDate.parse("2026-06-01");
        PlanLine line = issues.write(LEO, LATE, "Two crews return", "Finn", day, PlanLine.State.PLANNED);
        issues.write(LEO, LATE, "Two crews return", "Finn", day, PlanLine.State.PLANNED);
        issues.move(RoomFixture.by("fay", "both are back"), line.id(), PlanLine.State.DONE);
        issues.move(RoomFixture.by("fay", "both are back"), line.id(), PlanLine.State.DONE);

        assertThat(issues.plan(LATE)).singleElement().satisfies(known -> {
            assertThat(known.state()).isEqualTo(PlanLine.State.DONE);
            assertThat(known.steps()).extracting(PlanLine.Step::by).containsExactly("leo", "fay");
        });
        assertThat(TrailSentences.of(fixture.about(LATE).getFirst()))
                .isEqualTo(
                        "fay noted that the line l1 of the plan for the issue Technician did not come is done: both are back.");
        assertThatThrownBy(() -> issues.move(LEO, "l9", PlanLine.State.DONE))
                .hasMessageContaining("There is no such line of a plan.");
        assertThatThrownBy(() -> PlanLine.State.of("paused")).hasMessageContaining("There is no state 'paused'.");
    }

    /** Leo promises for a figure of the issue's row on a frozen wall 2; answers the promise's id. */
    private String promised(String figure, Level.Direction direction, String level) {
        String meeting = fixture.room
                .meetings()
                .plan(RoomFixture.FAY, "Room of May", LocalDate.parse("2026-06-04"), Cadence.MONTHLY)
                .id();
        fixture.room.meetings().freeze(RoomFixture.FAY, meeting, walls());
        return fixture.room
                .promises()
                .make(
                        RoomFixture.by("leo", ""),
                        new Offer(
                                meeting,
                                "top-issues",
                                figure,
                                new Level(new BigDecimal(level), "tickets", direction),
                                LocalDate.parse("2026-12-31"),
                                "leo",
                                "Two crews return."))
                .id();
    }

    private static ExhibitSource walls() {
        Reading flow = RoomFixture.flow(41);
        ExhibitView view = new ExhibitView(
                "It is the largest issue",
                "Tickets opened",
                List.of(),
                List.of(
                        new Column("issue", "Issue", Kind.KEY, ""),
                        new Column("opened", "Opened", Kind.FIGURE, "tickets"),
                        new Column("open", "Open at the end", Kind.FIGURE, "tickets")),
                List.of(List.of(LATE, "12", "7")),
                "",
                List.of());
        Reading issues = new Reading(
                "top-issues",
                "Top issues",
                2,
                "top-issues",
                "2026-05",
                view,
                Optional.empty(),
                flow.clocks(),
                flow.definitions(),
                flow.receipts(),
                flow.question());
        return () -> List.of(new ExhibitSource.Hung(issues, csv -> csv.append("ticket\nt1\n")));
    }
}
