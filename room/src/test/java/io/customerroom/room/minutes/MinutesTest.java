package io.customerroom.room.minutes;

import static io.customerroom.room.RoomFixture.FAY;
import static io.customerroom.room.RoomFixture.LEO;
import static io.customerroom.room.RoomFixture.walls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Failure;
import io.customerroom.room.RoomFixture;
import io.customerroom.room.agenda.AgendaItem;
import io.customerroom.room.agenda.Agendas;
import io.customerroom.room.agenda.Topic;
import io.customerroom.room.decisions.Decisions.Choice;
import io.customerroom.room.meetings.Attendance;
import io.customerroom.room.meetings.Cadence;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.state.TrailEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agenda, what is written about it, and the close that lets it stand. */
class MinutesTest {

    private static final Topic FLOW = new Topic(Topic.Kind.EXHIBIT, 1, "", "customer-flow", "", "Customer flow", 5);
    private static final Topic BREACH =
            new Topic(Topic.Kind.BREACH, 3, "delivery", "priority-contacts", "delivery", "delivery: 2 below", 5);
    private static final Topic COFFEE = Topic.own(0, "Who brings coffee", 1);

    @TempDir
    Path workspace;

    private RoomFixture fixture;
    private Agendas agendas;
    private Minutes minutes;
    private Meeting june;

    @BeforeEach
    void open() {
        fixture = new RoomFixture(workspace).peopled();
        agendas = fixture.room.agendas();
        minutes = fixture.room.minutes();
        june = fixture.room.meetings().plan(FAY, "June", LocalDate.of(2026, 6, 4), Cadence.MONTHLY);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anAgendaIsProposedOnceAddedToMovedTimedAndShortened() {
        assertThat(agendas.propose(FAY, "m1", List.of(FLOW, BREACH))).isEqualTo(2);
        agendas.add(FAY, "m1", COFFEE);
        assertThat(titles()).containsExactly("Customer flow", "delivery: 2 below", "Who brings coffee");
        agendas.move(FAY, "a3", -1);
        agendas.move(FAY, "a1", -1);
        assertThat(titles()).containsExactly("Customer flow", "Who brings coffee", "delivery: 2 below");
        agendas.plan(FAY, "a2", 15);
        agendas.takeOff(FAY, "a1");
        assertThat(titles()).containsExactly("Who brings coffee", "delivery: 2 below");
        assertThat(agendas.of("m1").getLast().topic().minutes()).isEqualTo(15);
        assertThat(agendas.propose(FAY, "m1", List.of(FLOW, BREACH))).isZero();
        assertThat(agendas.add(FAY, "m1", FLOW).id()).isEqualTo("a1");
        assertThat(titles()).containsExactly("Who brings coffee", "delivery: 2 below", "Customer flow");
        assertThat(fixture.about("a1"))
                .extracting(TrailEntry::event)
                .containsExactly("agenda-item-added", "agenda-item-taken-off");
    }

    @Test
    void minutesSayWhoWroteThemWhenAndRefuseToOverwriteAnother() {
        agendas.propose(FAY, "m1", List.of(FLOW));
        Note first = minutes.write(FAY, "a1", " The north lost most. ", 0);
        assertThat(first.words()).isEqualTo("The north lost most.");
        fixture.clock.pass(Duration.ofMinutes(3));
        assertThat(minutes.write(FAY, "a1", "The north lost most.", 1)).isEqualTo(first);
        refused("MINUTES_OVERTAKEN", () -> minutes.write(LEO, "a1", "Nothing happened.", 0));
        Note second = minutes.write(LEO, "a1", "The north lost most; the south held.", 1);
        assertThat(second.revision()).isEqualTo(2);
        assertThat(second.by()).isEqualTo("leo");
        assertThat(second.at()).isEqualTo("2026-06-04T08:03:00Z");
        assertThat(minutes.of("m1")).containsExactly(second);
        assertThat(fixture.about("a1").getFirst().details())
                .isEqualTo("{\"is\":\"revision 2\",\"meeting\":\"m1\",\"revision\":2,\"was\":\"revision 1\"}");
    }

    @Test
    void aClosedMeetingTakesAddendaAndNothingElse() {
        agendas.propose(FAY, "m1", List.of(FLOW));
        minutes.write(FAY, "a1", "The north lost most.", 0);
        refused("WALLS_NOT_FROZEN", () -> minutes.close(FAY, "m1"));
        refused("MEETING_OPEN", () -> minutes.add(FAY, "a1", "And the west."));
        fixture.room.meetings().freeze(FAY, "m1", walls(41));
        Closing closing = minutes.close(FAY, "m1");
        fixture.clock.pass(Duration.ofHours(1));
        assertThat(minutes.close(FAY, "m1")).isEqualTo(closing);
        refused("MEETING_CLOSED", () -> minutes.write(FAY, "a1", "Something else.", 1));
        refused("MEETING_CLOSED", () -> agendas.add(FAY, "m1", COFFEE));
        refused("MEETING_CLOSED", () -> agendas.move(FAY, "a1", 1));
        refused("MEETING_CLOSED", () -> fixture.room.decisions().take(FAY, choice()));
        refused("MEETING_CLOSED", () -> fixture.room.meetings().attend(FAY, "m1", new Attendance("leo", true, "")));
        minutes.add(LEO, "a1", "The west as well.");
        assertThat(minutes.addenda("m1")).extracting(Addendum::words).containsExactly("The west as well.");
        assertThat(minutes.of("m1")).extracting(Note::words).containsExactly("The north lost most.");
        assertThat(minutes.hold("m1")).isTrue();
        assertThat(fixture.about("m1").getFirst().event()).isEqualTo("meeting-closed");
    }

    @Test
    void theStoreItselfRefusesToChangeClosedMinutes() {
        agendas.propose(FAY, "m1", List.of(FLOW));
        minutes.write(FAY, "a1", "The north lost most.", 0);
        fixture.room.meetings().freeze(FAY, "m1", walls(41));
        minutes.close(FAY, "m1");
        for (String change : List.of(
                "UPDATE note SET words = 'nothing'",
                "DELETE FROM note",
                "UPDATE agenda_item SET title = 'nothing'",
                "DELETE FROM meeting_closure")) {
            assertThatThrownBy(() ->
                            fixture.store.write(FAY, writing -> writing.handle().execute(change)))
                    .as(change)
                    .isInstanceOf(Failure.class);
        }
    }

    @Test
    void whatIsUnknownIsSaidToBeUnknown() {
        refused("AGENDA_ITEM_UNKNOWN", () -> minutes.write(FAY, "a9", "words", 0));
        refused("AGENDA_ITEM_UNKNOWN", () -> agendas.move(FAY, "x", 1));
        refused("MEETING_UNKNOWN", () -> agendas.of("m9"));
        agendas.add(FAY, "m1", COFFEE);
        refused("MINUTES_MALFORMED", () -> agendas.plan(FAY, "a1", 300));
    }

    private Choice choice() {
        return new Choice("m1", Optional.of("a1"), "A second carrier", "the north", "leo", LocalDate.of(2026, 9, 1));
    }

    private List<String> titles() {
        return agendas.of(june.id()).stream()
                .map(AgendaItem::topic)
                .map(Topic::title)
                .toList();
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable verb) {
        assertThatThrownBy(verb)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
    }
}
