package io.customerroom.room.decisions;

import static io.customerroom.room.RoomFixture.FAY;
import static io.customerroom.room.RoomFixture.LEO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Failure;
import io.customerroom.room.RoomFixture;
import io.customerroom.room.agenda.Topic;
import io.customerroom.room.decisions.Decisions.Choice;
import io.customerroom.room.meetings.Cadence;
import io.customerroom.state.TrailEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionsTest {

    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);

    @TempDir
    Path workspace;

    private RoomFixture fixture;
    private Decisions decisions;

    @BeforeEach
    void open() {
        fixture = new RoomFixture(workspace).peopled();
        decisions = fixture.room.decisions();
        fixture.room.meetings().plan(FAY, "June", LocalDate.of(2026, 6, 4), Cadence.MONTHLY);
        fixture.room.meetings().plan(FAY, "July", LocalDate.of(2026, 7, 2), Cadence.MONTHLY);
        fixture.room.agendas().add(FAY, "m1", Topic.own(1, "Carriers", 5));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aDecisionHasReasonOwnerAndADayToLookAgain() {
        Decision decision = decisions.take(FAY, carrier("leo"));
        assertThat(decision.id()).isEqualTo("d1");
        assertThat(decision.item()).contains("a1");
        assertThat(decision.reason()).isEqualTo("the north waits longest");
        assertThat(decision.reviewOn()).contains(SEPTEMBER);
        assertThat(decisions.take(FAY, carrier("leo"))).isEqualTo(decision);
        assertThat(decisions.of("m1")).containsExactly(decision);
        TrailEntry entry = fixture.about("d1").getFirst();
        assertThat(entry.event()).isEqualTo("decision-taken");
        assertThat(entry.details())
                .isEqualTo(
                        "{\"is\":\"stands, review 2026-09-01\",\"meeting\":\"m1\",\"owner\":\"leo\",\"review\":\"2026-09-01\",\"was\":\"nothing\"}");
    }

    @Test
    void itComesUpOnItsDayAndAgainOnTheNextOne() {
        decisions.take(FAY, carrier("leo"));
        assertThat(decisions.dueOn(SEPTEMBER.minusDays(1))).isEmpty();
        assertThat(decisions.dueOn(SEPTEMBER)).extracting(Decision::id).containsExactly("d1");
        decisions.confirm(FAY, "d1", "It helps.", DECEMBER);
        assertThat(decisions.dueOn(SEPTEMBER)).isEmpty();
        assertThat(decisions.dueOn(DECEMBER)).extracting(Decision::id).containsExactly("d1");
        refused("REVIEW_NOT_LATER", () -> decisions.confirm(FAY, "d1", "Still.", DECEMBER));
        decisions.end(LEO, "d1", "The carrier closed.");
        assertThat(decisions.dueOn(DECEMBER)).isEmpty();
        assertThat(decisions.require("d1").stands()).isFalse();
        refused("DECISION_ENDED", () -> decisions.confirm(FAY, "d1", "Still.", DECEMBER.plusDays(1)));
    }

    @Test
    void aDecisionIsSeenAsItStoodThen() {
        decisions.take(FAY, carrier("leo"));
        Instant then = fixture.clock.instant();
        fixture.clock.pass(Duration.ofDays(30));
        decisions.end(FAY, "d1", "Too dear.");
        assertThat(decisions.asOf(then).getFirst().stands()).isTrue();
        assertThat(decisions.asOf(then.minusSeconds(1))).isEmpty();
        assertThat(decisions.all().getFirst().stands()).isFalse();
    }

    @Test
    void whatCannotBeCarriedOutIsRefused() {
        refused("OWNER_UNKNOWN", () -> decisions.take(FAY, carrier("nobody")));
        refused("REASON_MISSING", () -> new Choice("m1", Optional.empty(), "Something", " ", "leo", SEPTEMBER));
        refused(
                "AGENDA_ITEM_UNKNOWN",
                () -> decisions.take(
                        FAY, new Choice("m2", Optional.of("a1"), "Elsewhere", "because", "leo", SEPTEMBER)));
        refused("DECISION_UNKNOWN", () -> decisions.require("d7"));
    }

    private static Choice carrier(String owner) {
        return new Choice("m1", Optional.of("a1"), "A second carrier", "the north waits longest", owner, SEPTEMBER);
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable verb) {
        assertThatThrownBy(verb)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
    }
}
