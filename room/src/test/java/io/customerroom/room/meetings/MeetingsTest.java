package io.customerroom.room.meetings;

import static io.customerroom.room.RoomFixture.FAY;
import static io.customerroom.room.RoomFixture.LEO;
import static io.customerroom.room.RoomFixture.walls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Failure;
import io.customerroom.room.RoomFixture;
import io.customerroom.room.evidence.EvidenceFiles;
import io.customerroom.room.evidence.ExhibitSource;
import io.customerroom.room.evidence.FrozenReading;
import io.customerroom.room.evidence.Reading;
import io.customerroom.room.evidence.Restatement;
import io.customerroom.room.evidence.Restatements;
import io.customerroom.state.Hash;
import io.customerroom.state.TrailEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeetingsTest {

    private static final LocalDate JUNE_4 = LocalDate.of(2026, 6, 4);
    private static final Answer.Words WORDS = new Answer.Words("late lorries", "in August", "a second carrier");

    @TempDir
    Path workspace;

    private RoomFixture fixture;
    private Meetings meetings;
    private Meeting june;

    @BeforeEach
    void open() {
        fixture = new RoomFixture(workspace).peopled();
        meetings = fixture.room.meetings();
        june = meetings.plan(FAY, "Customer room", JUNE_4, Cadence.MONTHLY);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aMeetingHasATimeAndAPlaceAndCountsItsChanges() {
        Meetings meetings = fixture.room.meetings();
        Meeting june = meetings.plan(FAY, "June", LocalDate.of(2026, 6, 4), Cadence.MONTHLY);
        assertThat(meetings.slot(june.id())).isEmpty();
        Slot ten = new Slot(LocalTime.of(10, 0), 90, "Room 3", 0);
        meetings.schedule(FAY, june.id(), june.day(), ten);
        meetings.schedule(FAY, june.id(), june.day(), ten);
        assertThat(meetings.slot(june.id())).contains(ten);
        Meeting moved = meetings.schedule(FAY, june.id(), june.day().plusDays(1), ten);
        assertThat(moved.day()).isEqualTo("2026-06-05");
        assertThat(meetings.slot(june.id()).orElseThrow().sequence()).isEqualTo(1);
        meetings.freeze(FAY, june.id(), walls(41));
        assertThatThrownBy(() -> meetings.schedule(FAY, june.id(), june.day(), ten))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("MEETING_FROZEN"));
    }

    @Test
    void planningTheSameMeetingTwiceMakesOne() {
        assertThat(meetings.plan(FAY, " Customer room ", JUNE_4, Cadence.MONTHLY))
                .isEqualTo(june);
        assertThat(meetings.all()).containsExactly(june);
        assertThat(fixture.about("m1")).hasSize(1);
    }

    @Test
    void freezingKeepsReadingsRowsActorAndEventTogether() {
        Meeting frozen = meetings.freeze(FAY, june.id(), walls(41));
        List<FrozenReading> readings = meetings.readings(june.id());
        assertThat(readings)
                .extracting(it -> it.reading().exhibit())
                .containsExactly("customer-flow", "priority-contacts");
        assertThat(readings.getFirst().reading()).isEqualTo(RoomFixture.flow(41));
        assertThat(frozen.freeze().orElseThrow().by()).isEqualTo("fay");
        assertThat(frozen.freeze().orElseThrow().evidenceHash()).isEqualTo(FrozenReading.evidenceHash(readings));
        TrailEntry entry = fixture.about("m1").getFirst();
        assertThat(entry.event()).isEqualTo("walls-frozen");
        assertThat(entry.by()).isEqualTo(FAY);
        assertThat(entry.details())
                .isEqualTo(
                        "{\"evidence\":\"%1$s\",\"is\":\"frozen, evidence %1$s\",\"readings\":2,\"was\":\"not frozen\"}"
                                .formatted(FrozenReading.evidenceHash(readings)));
        assertThat(fixture.room.evidence().holds(readings.getFirst().rowsHash()))
                .isTrue();
        assertThat(meetings.evidenceHolds(june.id())).isTrue();
    }

    @Test
    void readingsOnTheSameRowsHaveThemWrittenOnce() {
        AtomicInteger written = new AtomicInteger();
        ExhibitSource.RowsBehind rows = csv -> csv.append("customer\nc%d\n".formatted(written.incrementAndGet()));
        meetings.freeze(
                FAY,
                june.id(),
                () -> List.of(
                        new ExhibitSource.Hung(RoomFixture.flow(41), rows),
                        new ExhibitSource.Hung(walls(41).hung().getLast().reading(), rows)));
        assertThat(written).hasValue(1);
        assertThat(meetings.readings(june.id()))
                .extracting(FrozenReading::rowsHash)
                .hasSize(2)
                .containsOnly(Hash.of("customer\nc1\n"));
    }

    /** V17: late data after a meeting leave the frozen wall unchanged, and the new wall shows a restatement line. */
    @Test
    void lateDataLeaveTheFrozenWallAndAreShownAsARestatement() {
        String hash = meetings.freeze(FAY, june.id(), walls(41))
                .freeze()
                .orElseThrow()
                .evidenceHash();
        fixture.clock.pass(Duration.ofDays(10));
        Reading today = RoomFixture.flow(43);
        meetings.freeze(FAY, june.id(), walls(43));
        Reading frozen = meetings.readings(june.id()).getFirst().reading();
        assertThat(frozen).isEqualTo(RoomFixture.flow(41));
        assertThat(meetings.require(june.id()).freeze().orElseThrow().evidenceHash())
                .isEqualTo(hash);
        assertThat(Restatements.between(frozen, june.day(), today))
                .extracting(Restatement::sentence)
                .containsExactly("May 2026: lost 41 as shown on 4 June 2026, 43 as known today");
    }

    @Test
    void freezingTwiceChangesNothing() {
        Meeting first = meetings.freeze(FAY, june.id(), walls(41));
        fixture.clock.pass(Duration.ofHours(1));
        assertThat(meetings.freeze(LEO, june.id(), walls(50))).isEqualTo(first);
        assertThat(fixture.about("m1")).hasSize(2);
    }

    @Test
    void aFreezeThatOverlapsAnotherAnswersTheFirst() {
        ExhibitSource overlapping = () -> {
            meetings.freeze(LEO, june.id(), walls(41));
            return walls(50).hung();
        };
        assertThat(meetings.freeze(FAY, june.id(), overlapping)
                        .freeze()
                        .orElseThrow()
                        .by())
                .isEqualTo("leo");
        assertThat(meetings.readings(june.id()).getFirst().reading()).isEqualTo(RoomFixture.flow(41));
    }

    @Test
    void aCrashBetweenFileAndRecordLeavesNothingVisible() throws IOException {
        ExhibitSource dying =
                () -> List.of(walls(41).hung().getFirst(), new ExhibitSource.Hung(RoomFixture.flow(41), csv -> {
                    csv.append("half a li");
                    throw new Crash();
                }));
        assertThatThrownBy(() -> meetings.freeze(FAY, june.id(), dying)).isInstanceOf(Crash.class);
        assertThat(meetings.require(june.id()).frozen()).isFalse();
        assertThat(meetings.readings(june.id())).isEmpty();
        assertThat(fixture.about("m1")).extracting(TrailEntry::event).containsExactly("meeting-planned");
        assertThat(files(workspace.resolve("staging"))).isEmpty();
        assertThat(meetings.freeze(FAY, june.id(), walls(41)).frozen()).isTrue();
        assertThat(meetings.evidenceHolds(june.id())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE frozen_reading SET view = '{}'",
                "DELETE FROM frozen_reading",
                "UPDATE \"freeze\" SET evidence_hash = ''",
                "DELETE FROM \"freeze\"",
                "UPDATE meeting SET day = '2027-01-01'",
                "UPDATE answer SET why = ''",
                "DELETE FROM answer"
            })
    void theStoreItselfRefusesToChangeAFrozenMeeting(String sql) {
        meetings.freeze(FAY, june.id(), walls(41));
        meetings.answer(FAY, june.id(), "customer-flow", "leo", WORDS);
        assertThatThrownBy(() -> fixture.store.write(FAY, writing -> {
                    writing.record("tampered", "m1", Map.of());
                    return writing.handle().execute(sql);
                }))
                .rootCause()
                .hasMessageMatching("(?s).*(is not changed|are only added).*");
    }

    @Test
    void changedRowsBehindAReadingAreFound() throws IOException {
        meetings.freeze(FAY, june.id(), walls(41));
        String hash = meetings.readings(june.id()).getFirst().rowsHash();
        EvidenceFiles files = fixture.room.evidence();
        Files.write(files.file(hash), new byte[] {1, 2, 3});
        assertThat(meetings.evidenceHolds(june.id())).isFalse();
        Files.delete(files.file(hash));
        assertThat(meetings.evidenceHolds(june.id())).isFalse();
    }

    @Test
    void emptyWallsAreNotFrozen() {
        refused("WALLS_EMPTY", () -> meetings.freeze(FAY, june.id(), List::of));
    }

    @Test
    void attendanceNamesSubstitutesAndIsNotedOnce() {
        Attendance away = new Attendance("leo", false, "Lena");
        meetings.attend(FAY, june.id(), away);
        meetings.attend(FAY, june.id(), away);
        meetings.attend(FAY, june.id(), new Attendance("fay", true, ""));
        assertThat(meetings.attendance(june.id())).containsExactly(new Attendance("fay", true, ""), away);
        assertThat(fixture.about("m1"))
                .extracting(TrailEntry::event)
                .containsExactly("attendance-noted", "attendance-noted", "meeting-planned");
    }

    @Test
    void anAnswerIsGivenForAFrozenExhibitAndALaterOneStandsBeforeIt() {
        refused("EXHIBIT_UNKNOWN", () -> meetings.answer(FAY, june.id(), "customer-flow", "leo", WORDS));
        meetings.freeze(FAY, june.id(), walls(41));
        meetings.answer(FAY, june.id(), "customer-flow", "leo", WORDS);
        meetings.answer(FAY, june.id(), "customer-flow", "leo", WORDS);
        Answer.Words better = new Answer.Words("late lorries", "in July", "a second carrier");
        meetings.answer(FAY, june.id(), "customer-flow", "leo", better);
        assertThat(meetings.answers(june.id())).extracting(Answer::words).containsExactly(better, WORDS);
        assertThat(meetings.answers(june.id()).getFirst().leader()).isEqualTo("leo");
        assertThat(fixture.about("m1").getFirst().event()).isEqualTo("questions-answered");
    }

    @Test
    void onlyPeopleWithAnAccountAnswerOrAttend() {
        meetings.freeze(FAY, june.id(), walls(41));
        refused("PERSON_UNKNOWN", () -> meetings.answer(FAY, june.id(), "customer-flow", "nobody", WORDS));
        refused("PERSON_UNKNOWN", () -> meetings.attend(FAY, june.id(), new Attendance("nobody", true, "")));
    }

    @Test
    void anAnswerToOneQuestionIsNoAnswer() {
        meetings.freeze(FAY, june.id(), walls(41));
        refused(
                "ANSWER_INCOMPLETE",
                () -> meetings.answer(
                        FAY, june.id(), "customer-flow", "leo", new Answer.Words("late lorries", " ", "")));
    }

    @Test
    void theMeetingBeforeIsTheLatestFrozenOneOfAnEarlierDay() {
        Meeting july = meetings.plan(FAY, "Customer room", LocalDate.of(2026, 7, 2), Cadence.MONTHLY);
        assertThat(meetings.before(july)).isEmpty();
        Meeting frozen = meetings.freeze(FAY, june.id(), walls(41));
        assertThat(meetings.before(july)).contains(frozen);
        assertThat(meetings.before(frozen)).isEmpty();
        assertThat(meetings.latestFrozen()).contains(frozen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"m2", "m0", "1", "m1'", "m99999999999999999999"})
    void anUnknownMeetingIsAFailureThatSaysWhereToLook(String id) {
        refused("MEETING_UNKNOWN", () -> meetings.require(id));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void refused(String code, Runnable verb) {
        assertThatThrownBy(verb::run)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
    }

    private static final class Crash extends RuntimeException {}
}
