package io.customerroom.room.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customerroom.room.RoomFixture;
import io.customerroom.room.promises.Judgement.Seen;
import io.customerroom.room.promises.PromiseEvent.Broken;
import io.customerroom.room.promises.PromiseEvent.Kept;
import io.customerroom.room.promises.PromiseEvent.Made;
import io.customerroom.room.promises.PromiseEvent.Moved;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said about a leader's promises, and what a frozen wall says about one promise. */
class KeptRateTest {

    private static final Instant THEN = Instant.parse("2026-06-04T09:00:00Z");
    private static final LocalDate MAY_31 = LocalDate.of(2026, 5, 31);
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 2);

    @Test
    void fromFiveDecidedPromisesOnThereIsARateWithItsInterval() {
        List<Promise> promises = Stream.concat(
                        IntStream.range(0, 4).mapToObj(i -> promise("leo", MAY_31, new Kept(THEN, "leo", "", none()))),
                        Stream.of(promise("leo", MAY_31, new Broken(THEN, "leo", "", none()))))
                .toList();
        KeptRate leo = KeptRate.of(promises, TODAY).getFirst();
        assertThat(leo.decided()).isEqualTo(5);
        // 4 of 5: Wilson 0.3755 to 0.9638
        assertThat(leo.rate().orElseThrow().interval().low()).isCloseTo(0.3755, within(0.0001));
        assertThat(leo.rate().orElseThrow().interval().high()).isCloseTo(0.9638, within(0.0001));
    }

    @Test
    void belowFiveThereAreCountsOnly() {
        List<Promise> four = IntStream.range(0, 4)
                .mapToObj(i -> promise("leo", MAY_31, new Kept(THEN, "leo", "", none())))
                .toList();
        KeptRate leo = KeptRate.of(four, TODAY).getFirst();
        assertThat(leo.kept()).isEqualTo(4);
        assertThat(leo.rate()).isEmpty();
    }

    @Test
    void everySlipCountsAndAnOverduePromiseIsNotKept() {
        List<Promise> promises = List.of(
                promise(
                        "leo",
                        MAY_31,
                        new Moved(THEN, "leo", MAY_31, TODAY.minusDays(9), "strike"),
                        new Moved(THEN, "leo", TODAY.minusDays(9), TODAY.minusDays(2), "holidays"),
                        new Kept(THEN, "leo", "", none())),
                promise("leo", MAY_31),
                promise("leo", TODAY),
                promise("fay", TODAY));
        assertThat(KeptRate.of(promises, TODAY))
                .containsExactly(new KeptRate("fay", 0, 0, 0, 0, 1, 0, 0), new KeptRate("leo", 1, 0, 0, 1, 1, 0, 2));
    }

    @Test
    void theFirstFrozenWallThatReachesTheDateDecides() {
        Promise promise = about("row||lost", MAY_31);
        List<Seen> seen = List.of(new Seen("m2", RoomFixture.flow(29)), new Seen("m3", RoomFixture.flow(45)));
        assertThat(Judgement.of(promise, seen))
                .isEqualTo(new Judgement.Read(
                        new FrozenLevel("m2", "customer-flow", "row||lost", new BigDecimal("29")), true));
        assertThat(Judgement.of(promise, List.of(new Seen("m2", RoomFixture.flow(31)))))
                .isInstanceOfSatisfying(
                        Judgement.Read.class, it -> assertThat(it.met()).isFalse());
    }

    @Test
    void whatNoWallReachesIsNotYetJudged() {
        Promise promise = about("row||lost", MAY_31.plusDays(1));
        assertThat(Judgement.of(promise, List.of(new Seen("m2", RoomFixture.flow(29)))))
                .isEqualTo(new Judgement.NotYet(
                        Optional.of(new FrozenLevel("m2", "customer-flow", "row||lost", new BigDecimal("29")))));
        assertThat(Judgement.of(promise, List.of())).isEqualTo(new Judgement.NotYet(Optional.empty()));
    }

    @Test
    void withoutAFigureOrWhereItIsGoneNothingIsSuggested() {
        assertThat(Judgement.of(promise("leo", MAY_31), List.of(new Seen("m2", RoomFixture.flow(29)))))
                .isEqualTo(new Judgement.NoFigure());
        assertThat(Judgement.of(about("row||gained", MAY_31), List.of(new Seen("m2", RoomFixture.flow(29)))))
                .isEqualTo(new Judgement.Unreadable("m2"));
    }

    private static Promise about(String figure, LocalDate due) {
        Promise promise = promise("leo", due);
        return new Promise(
                promise.id(),
                promise.meeting(),
                promise.exhibit(),
                promise.exhibitTitle(),
                Optional.of(new Promise.Named(figure, "Lost")),
                promise.level(),
                promise.owner(),
                promise.words(),
                promise.events());
    }

    private static Promise promise(String owner, LocalDate due, PromiseEvent... later) {
        List<PromiseEvent> events = new ArrayList<>(List.of(new Made(THEN, owner, due)));
        events.addAll(List.of(later));
        return new Promise(
                "p1",
                "m1",
                "customer-flow",
                "Customer flow",
                Optional.empty(),
                new Level(new BigDecimal("30"), "customers", Level.Direction.AT_MOST),
                owner,
                "",
                events);
    }

    private static Optional<FrozenLevel> none() {
        return Optional.empty();
    }
}
