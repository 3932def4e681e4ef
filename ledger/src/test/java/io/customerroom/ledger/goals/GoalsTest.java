package io.customerroom.ledger.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.state.StateStore;
import io.customerroom.state.TestPlace;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoalsTest {

    private static final Instant MONDAY = Instant.parse("2026-06-01T08:00:00Z");
    private static final Authorship ADA = new Authorship("ada", "test", "agreed in May", "r1");

    @TempDir
    Path folder;

    private Clock clock = Clock.fixed(MONDAY, ZoneOffset.UTC);
    private StateStore store;
    private Goals goals;

    @BeforeEach
    void open() {
        store = StateStore.open(
                TestPlace.at(folder.resolve("customer-room.db"), List.of("db/migration/ledger")),
                new Clock() {
                    @Override
                    public ZoneOffset getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(java.time.ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return clock.instant();
                    }
                },
                List.of("db/migration/ledger"));
        goals = new Goals(store, CompanyCalendar.utc());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void v8AValueThatEqualsTheGoalIsNotBelowIt() {
        state(Aimed.REVENUE, "18760");
        Goal goal = goals.inForce().getFirst();
        assertThat(goal.missedBy(new BigDecimal("18760"))).isFalse();
        assertThat(goal.missedBy(new BigDecimal("18760.00"))).isFalse();
        assertThat(goal.missedBy(new BigDecimal("18759.99"))).isTrue();
    }

    @Test
    void aCeilingIsMissedFromAbove() {
        state(Aimed.OUT, "41");
        assertThat(goals.inForce().getFirst().missedBy(new BigDecimal("41"))).isFalse();
        assertThat(goals.inForce().getFirst().missedBy(new BigDecimal("42"))).isTrue();
    }

    @Test
    void aGoalStatedAgainTakesTheEarlierOnesPlaceAndTheEarlierStaysKnown() {
        state(Aimed.IN, "200");
        clock = Clock.offset(clock, Duration.ofDays(1));
        state(Aimed.IN, "180");
        assertThat(goals.history()).extracting(Goal::level).containsExactly(level("200"), level("180"));
        assertThat(goals.inForce()).extracting(Goal::level).containsExactly(level("180"));
        assertThat(goals.inForce(MONDAY)).extracting(Goal::level).containsExactly(level("200"));
        assertThat(goals.inForce().getFirst())
                .isEqualTo(new Goal(
                        Aimed.IN,
                        "2026-06",
                        Optional.empty(),
                        level("180"),
                        "agreed in May",
                        "ada",
                        MONDAY.plus(Duration.ofDays(1))));
    }

    @Test
    void aPlanFromAFileIsKeptRowByRowAndWrongRowsAreNamed() throws IOException {
        Path file = folder.resolve("plan.csv");
        Files.writeString(file, """
                Figure;Month;Segment;Plan
                gained;2026-07;;120
                gained value;2026-07;;9000.50
                lost;2026-07;homes;41
                gained;July;;120
                rescued;2026-07;;3

                gained;2026-08;;-5
                gained;2026-08;;many
                """);

        PlanFile plan = PlanFile.read(file, "plan.csv", CompanyCalendar.utc());

        assertThat(plan.wrong()).extracting(PlanFile.Wrong::row).containsExactly(4L, 5L, 6L, 7L);
        assertThat(plan.wrong().getLast().reason()).isEqualTo("'many' is not a number.");
        assertThat(goals.state(ADA, plan.stated())).isEqualTo(3);
        assertThat(goals.inForce())
                .extracting(Goal::figure, Goal::period, Goal::segment, Goal::level)
                .containsExactly(
                        tuple(Aimed.GAINED, "2026-07", Optional.empty(), level("120")),
                        tuple(Aimed.GAINED_VALUE, "2026-07", Optional.empty(), level("9000.50")),
                        tuple(Aimed.OUT, "2026-07", Optional.of("homes"), level("41")));
        assertThat(goals.state(ADA, plan.stated())).as("the same plan again").isZero();
        Files.writeString(file, "figure,goal\ngained,1\n");
        assertThatThrownBy(() -> PlanFile.read(file, "plan.csv", CompanyCalendar.utc()))
                .hasFieldOrPropertyWithValue("code", "PLAN_COLUMN_MISSING");
    }

    @Test
    void aGoalTakenBackIsNoGoalAndStatingItTwiceChangesNothing() {
        state(Aimed.IN, "200");
        long before = goals.version();
        state(Aimed.IN, "200.0");
        assertThat(goals.version()).isEqualTo(before);
        goals.state(ADA, Aimed.IN, "2026-06", Optional.empty(), Optional.empty());
        assertThat(goals.inForce()).isEmpty();
        assertThat(goals.history()).hasSize(2);
    }

    @Test
    void theResidualIsOursLessTheirsAndTheCountEnteredLastCounts() {
        goals.count(ADA, "CRM", Aimed.CLOSING, "2026-06", new BigDecimal(1250), "Ola Berg");
        goals.count(ADA, " CRM ", Aimed.CLOSING, "2026-06", new BigDecimal(1252), "Ola Berg");
        assertThat(goals.counts()).hasSize(2);
        assertThat(goals.countsInForce(MONDAY)).singleElement().satisfies(count -> {
            assertThat(count.residual(new BigDecimal(1240))).isEqualByComparingTo("-12");
            assertThat(count.owner()).isEqualTo("Ola Berg");
            assertThat(count.reason()).isEqualTo("agreed in May");
        });
    }

    @Test
    void whatCannotBeAGoalIsRefusedWithANextStep() {
        assertThatThrownBy(() -> state(Aimed.IN, "-1"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("GOAL_NEGATIVE"));
        assertThatThrownBy(() -> goals.state(ADA, Aimed.IN, "June", Optional.empty(), Optional.of(BigDecimal.ONE)))
                .isInstanceOf(Failure.class);
        assertThat(goals.history()).isEmpty();
    }

    private void state(Aimed figure, String level) {
        goals.state(ADA, figure, "2026-06", Optional.empty(), level(level));
    }

    private static Optional<BigDecimal> level(String level) {
        return Optional.of(new BigDecimal(level));
    }
}
