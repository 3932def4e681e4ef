package io.customerroom.room.promises;

import static io.customerroom.room.RoomFixture.FAY;
import static io.customerroom.room.RoomFixture.LEO;
import static io.customerroom.room.RoomFixture.by;
import static io.customerroom.room.RoomFixture.walls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Failure;
import io.customerroom.room.RoomFixture;
import io.customerroom.room.meetings.Cadence;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.room.promises.Promise.State;
import io.customerroom.room.promises.PromiseEvent.Moved;
import io.customerroom.room.promises.Promises.Offer;
import io.customerroom.state.TrailEntry;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromisesTest {

    private static final Level AT_MOST_30 = new Level(new BigDecimal("30"), "customers", Level.Direction.AT_MOST);

    @TempDir
    Path workspace;

    private RoomFixture fixture;
    private Promises promises;
    private Meeting june;

    @BeforeEach
    void open() {
        fixture = new RoomFixture(workspace).peopled();
        promises = fixture.room.promises();
        june = fixture.room.meetings().plan(FAY, "June", LocalDate.of(2026, 6, 4), Cadence.MONTHLY);
        june = fixture.room.meetings().freeze(FAY, june.id(), walls(41));
        fixture.clock.pass(Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aPromiseIsMadeWithItsActorAndItsEvent() {
        Promise promise = make("2026-07-31");
        assertThat(promise.id()).isEqualTo("p1");
        assertThat(promise.exhibitTitle()).isEqualTo("Customer flow");
        assertThat(promise.level().words()).isEqualTo("at most 30 customers");
        assertThat(promise.state()).isEqualTo(State.OPEN);
        assertThat(promise.due()).isEqualTo("2026-07-31");
        TrailEntry entry = fixture.about("p1").getFirst();
        assertThat(entry.event()).isEqualTo("promise-made");
        assertThat(entry.by()).isEqualTo(LEO);
        assertThat(promises.of(june.id())).containsExactly(promise);
    }

    /** V14: a promise whose date was moved three times shows all four dates. */
    @Test
    void aPromiseMovedThreeTimesShowsAllFourDates() {
        make("2026-07-31");
        promises.move(by("leo", "supplier delivers late"), "p1", LocalDate.of(2026, 8, 31));
        promises.move(by("leo", "carrier on strike"), "p1", LocalDate.of(2026, 9, 30));
        Promise promise = promises.move(by("fay", "holidays"), "p1", LocalDate.of(2026, 10, 15));
        assertThat(promise.dates())
                .containsExactly(
                        LocalDate.of(2026, 7, 31),
                        LocalDate.of(2026, 8, 31),
                        LocalDate.of(2026, 9, 30),
                        LocalDate.of(2026, 10, 15));
        assertThat(promise.moves()).isEqualTo(3);
        assertThat(promises.require("p1")).isEqualTo(promise);
        assertThat(promise.events().stream()
                        .filter(Moved.class::isInstance)
                        .map(event -> ((Moved) event).reason() + ", " + event.by()))
                .containsExactly("supplier delivers late, leo", "carrier on strike, leo", "holidays, fay");
        assertThat(fixture.about("p1"))
                .extracting(TrailEntry::event)
                .containsExactly("promise-moved", "promise-moved", "promise-moved", "promise-made");
        assertThat(fixture.about("p1").getFirst().details())
                .isEqualTo(
                        "{\"from\":\"2026-09-30\",\"is\":\"due 2026-10-15\",\"owner\":\"leo\",\"to\":\"2026-10-15\",\"was\":\"due 2026-09-30\"}");
    }

    @Test
    void askingTwiceChangesNothing() {
        Promise promise = make("2026-07-31");
        assertThat(make("2026-07-31")).isEqualTo(promise);
        assertThat(promises.move(LEO, "p1", LocalDate.of(2026, 7, 31))).isEqualTo(promise);
        Promise kept = promises.keep(LEO, "p1", "29 lost in July");
        assertThat(promises.keep(LEO, "p1", "28 lost in July")).isEqualTo(kept);
        assertThat(fixture.about("p1")).extracting(TrailEntry::event).containsExactly("promise-kept", "promise-made");
    }

    @Test
    void aPromiseAboutAFigureIsShownKeptByTheNextFrozenWall() {
        Promise promise = promises.make(
                LEO,
                new Offer(june.id(), "customer-flow", "row||lost", AT_MOST_30, LocalDate.of(2026, 5, 31), "leo", ""));
        assertThat(promise.sentence()).isEqualTo("Customer flow, Lost: at most 30 customers");
        assertThat(promises.judgement(promise)).isEqualTo(new Judgement.NotYet(Optional.empty()));
        Meeting july = fixture.room.meetings().plan(FAY, "July", LocalDate.of(2026, 7, 2), Cadence.MONTHLY);
        fixture.room.meetings().freeze(FAY, july.id(), walls(29));
        FrozenLevel level = new FrozenLevel("m2", "customer-flow", "row||lost", new BigDecimal("29"));
        assertThat(promises.judgement(promise)).isEqualTo(new Judgement.Read(level, true));
        Promise kept = promises.keep(LEO, "p1", "the wall of July", Optional.of(level));
        assertThat(kept.events().getLast())
                .isEqualTo(
                        new PromiseEvent.Kept(fixture.clock.instant(), "leo", "the wall of July", Optional.of(level)));
        refused(
                "FIGURE_UNKNOWN",
                () -> promises.make(
                        LEO, new Offer(june.id(), "customer-flow", "row||x", AT_MOST_30, june.day(), "leo", "")));
    }

    @Test
    void promisesAreSeenAsTheyStoodThen() {
        make("2026-07-31");
        Instant then = fixture.clock.instant();
        fixture.clock.pass(Duration.ofDays(3));
        promises.move(LEO, "p1", LocalDate.of(2026, 9, 1));
        assertThat(promises.asOf(then).getFirst().due()).isEqualTo("2026-07-31");
        assertThat(promises.asOf(then.minusSeconds(1))).isEmpty();
    }

    @Test
    void aClosedPromiseRefusesEveryOtherVerb() {
        make("2026-07-31");
        assertThat(promises.breakOff(FAY, "p1", "44 lost in July").state()).isEqualTo(State.BROKEN);
        refused("PROMISE_CLOSED", () -> promises.keep(LEO, "p1", "29 lost"));
        refused("PROMISE_CLOSED", () -> promises.move(LEO, "p1", LocalDate.of(2026, 9, 1)));
        refused("PROMISE_CLOSED", () -> promises.withdraw(LEO, "p1"));
    }

    @Test
    void movesAndEndsWantWords() {
        make("2026-07-31");
        refused("REASON_MISSING", () -> promises.move(by("leo", " "), "p1", LocalDate.of(2026, 9, 1)));
        refused("REASON_MISSING", () -> promises.keep(LEO, "p1", ""));
        refused("REASON_MISSING", () -> promises.withdraw(by("leo", ""), "p1"));
        assertThat(promises.withdraw(LEO, "p1").state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void aPromiseWantsAFrozenExhibitAndAnOwnerWhoCanSignIn() {
        refused(
                "EXHIBIT_UNKNOWN",
                () -> promises.make(
                        LEO, new Offer(june.id(), "nowhere", AT_MOST_30, LocalDate.of(2026, 7, 31), "leo", "")));
        refused(
                "OWNER_UNKNOWN",
                () -> promises.make(
                        LEO,
                        new Offer(june.id(), "customer-flow", AT_MOST_30, LocalDate.of(2026, 7, 31), "nobody", "")));
        refused("PROMISE_UNKNOWN", () -> promises.keep(LEO, "p9", "29 lost"));
        assertThat(promises.all()).isEmpty();
    }

    @Test
    void onItsDateAPromiseIsNotYetOverdue() {
        Promise promise = make("2026-07-31");
        assertThat(promise.overdue(LocalDate.of(2026, 7, 31))).isFalse();
        assertThat(promise.overdue(LocalDate.of(2026, 8, 1))).isTrue();
        assertThat(promises.keep(LEO, "p1", "29 lost").overdue(LocalDate.of(2026, 8, 1)))
                .isFalse();
    }

    @Test
    void theNextMeetingOpensWithWhatBecameOfThePromises() {
        make("2026-06-20");
        make("2026-07-31");
        make("2026-08-31");
        make("2026-09-30");
        make("2026-12-31");
        promises.keep(LEO, "p2", "29 lost");
        promises.move(LEO, "p3", LocalDate.of(2026, 10, 31));
        promises.breakOff(LEO, "p4", "44 lost");
        fixture.clock.pass(Duration.ofDays(28));
        Meeting july = fixture.room.meetings().plan(FAY, "July", LocalDate.of(2026, 7, 2), Cadence.MONTHLY);
        Opening opening = promises.opening(july);
        assertThat(opening.overdue()).extracting(Promise::id).containsExactly("p1");
        assertThat(opening.kept()).extracting(Promise::id).containsExactly("p2");
        assertThat(opening.moved()).extracting(Promise::id).containsExactly("p3");
        assertThat(opening.broken()).extracting(Promise::id).containsExactly("p4");
        assertThat(opening.open()).extracting(Promise::id).containsExactly("p5");
        assertThat(opening.withdrawn()).isEmpty();
        assertThat(promises.opening(june).empty()).isTrue();
    }

    @Test
    void aFrozenMeetingGoesOnOpeningAsItDid() {
        make("2026-12-31");
        fixture.clock.pass(Duration.ofDays(28));
        Meeting july = fixture.room.meetings().plan(FAY, "July", LocalDate.of(2026, 7, 2), Cadence.MONTHLY);
        july = fixture.room.meetings().freeze(FAY, july.id(), walls(43));
        fixture.clock.pass(Duration.ofDays(1));
        promises.keep(LEO, "p1", "29 lost");
        assertThat(promises.opening(july).open()).extracting(Promise::id).containsExactly("p1");
        Meeting august = fixture.room.meetings().plan(FAY, "August", LocalDate.of(2026, 8, 6), Cadence.MONTHLY);
        assertThat(promises.opening(august).kept()).extracting(Promise::id).containsExactly("p1");
        assertThat(promises.opening(august).open()).isEmpty();
    }

    @Test
    void theLevelItselfKeepsThePromise() {
        assertThat(AT_MOST_30.metBy(new BigDecimal("30.0"))).isTrue();
        assertThat(AT_MOST_30.metBy(new BigDecimal("30.1"))).isFalse();
        Level atLeast = new Level(new BigDecimal("95"), "%", Level.Direction.AT_LEAST);
        assertThat(atLeast.metBy(new BigDecimal("95"))).isTrue();
        assertThat(atLeast.metBy(new BigDecimal("94.9"))).isFalse();
    }

    private Promise make(String due) {
        return promises.make(
                LEO,
                new Offer(june.id(), "customer-flow", AT_MOST_30, LocalDate.parse(due), "leo", "a second carrier"));
    }

    private static void refused(String code, Runnable verb) {
        assertThatThrownBy(verb::run)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
    }
}
