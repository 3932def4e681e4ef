package io.customerroom.room.losses;

import static io.customerroom.room.RoomFixture.FAY;
import static io.customerroom.room.RoomFixture.LEO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Grain;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.Boards;
import io.customerroom.room.Room;
import io.customerroom.room.RoomFixture;
import io.customerroom.room.losses.Drawing.Drawn;
import io.customerroom.room.people.Passwords;
import io.customerroom.walls.asset.LossBook;
import io.customerroom.walls.asset.LossBook.Outcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossReviewsTest {

    private static final LocalDate END = LocalDate.parse("2026-05-31");

    @TempDir
    Path folder;

    private RoomFixture fixture;
    private LossReviews reviews;

    @BeforeEach
    void open() {
        fixture = new RoomFixture(folder);
        reviews = fixture.room.losses();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void tenEachAreDealtInTheOrderOfTheDrawAndTheEvidenceDrawsThemAgain() {
        Drawing drawn =
                reviews.draw(FAY, leavers(5, 100), List.of("leo", "fay")).orElseThrow();

        assertThat(drawn.id()).isEqualTo("d1");
        assertThat(drawn.of("fay")).extracting(Drawn::place).containsExactly(1, 3, 5, 7, 9, 11, 13, 15, 17, 19);
        assertThat(drawn.of("leo")).hasSize(10);
        assertThat(drawn.seed()).isEqualTo("loss-review|2026-05|b1");
        assertThat(drawn.eligible()).isEqualTo(96);
        assertThat(drawn.drawn()).allMatch(one -> one.inclusion() > 0 && one.inclusion() < 1);
        assertThat(reviews.repeats(drawn)).isTrue();
        assertThat(fixture.room.evidence().holds(drawn.population())).isTrue();
    }

    @Test
    void theWallsReadOfALeaverFollowsTheLinksAndBack() {
        AtomicReference<UnaryOperator<CustomerId>> links = new AtomicReference<>(UnaryOperator.identity());
        LossBook book = Boards.over(fixture.store, links::get).losses();
        CustomerId drawn = reviews.draw(FAY, leavers(5, 30), List.of("leo"))
                .orElseThrow()
                .drawn()
                .getFirst()
                .customer();
        reviews.note(LEO, drawn, note(Outcome.REACHED, "", "too slow", ""));
        CustomerId smaller = new CustomerId(100_000);

        links.set(key -> key.equals(drawn) ? smaller : key);
        assertThat(book.leavers(Instant.MAX))
                .hasSize(10)
                .filteredOn(leaver -> leaver.customer().equals(smaller))
                .singleElement()
                .satisfies(leaver -> assertThat(leaver.call()).isPresent());

        links.set(UnaryOperator.identity());
        assertThat(book.leavers(Instant.MAX))
                .noneMatch(leaver -> leaver.customer().equals(smaller))
                .filteredOn(leaver -> leaver.call().isPresent())
                .extracting(LossBook.Leaver::customer)
                .containsExactly(drawn);

        links.set(key -> key.equals(drawn) ? smaller : key);
        assertThat(book.leavers(Instant.MAX))
                .extracting(LossBook.Leaver::customer)
                .contains(smaller)
                .doesNotContain(drawn);
    }

    @Test
    void aCallToSomebodyWhoWentOverIntoAnotherKeyIsNotedUnderTheOneDrawn() {
        AtomicReference<UnaryOperator<CustomerId>> links = new AtomicReference<>(UnaryOperator.identity());
        LossReviews following = Room.over(
                        fixture.store, new Workspace(folder), fixture.clock, Passwords.cheap(), links::get)
                .losses();
        CustomerId drawn = reviews.draw(FAY, leavers(5, 30), List.of("leo"))
                .orElseThrow()
                .drawn()
                .getFirst()
                .customer();
        CustomerId smaller = new CustomerId(100_000);
        assertThatThrownBy(() -> following.note(LEO, smaller, note(Outcome.REACHED, "", "too slow", "")))
                .hasFieldOrPropertyWithValue("code", "LEAVER_NOT_DRAWN");

        links.set(key -> key.equals(drawn) ? smaller : key);
        following.note(LEO, smaller, note(Outcome.REACHED, "", "too slow", ""));
        following.carried(LEO, smaller, "b7");

        assertThat(following.drawn(smaller)).map(Drawn::customer).contains(drawn);
        assertThat(following.notes(smaller)).extracting(CallNote::reason).containsExactly("too slow");
        assertThat(following.origin("b7")).map(LossReviews.Origin::customer).contains(drawn);
        links.set(UnaryOperator.identity());
        assertThat(following.notes(drawn)).extracting(CallNote::batch).containsExactly("b7");
        assertThat(following.notes(smaller)).isEmpty();
    }

    @Test
    void anAlteredPopulationDrawsNobodyAgain() throws IOException {
        Drawing drawn = reviews.draw(FAY, leavers(5, 30), List.of("leo")).orElseThrow();
        Files.write(fixture.room.evidence().file(drawn.population()), new byte[] {1, 2, 3});

        assertThat(reviews.repeats(drawn)).isFalse();
    }

    @Test
    void whoMustNotBeCalledIsNeverDrawnAndNobodyIsDrawnTwice() {
        Population may = leavers(5, 40);
        Set<CustomerId> drawn = new HashSet<>();
        for (String executive : List.of("leo", "fay", "ada")) {
            Population now = before(may, reviews.everDrawn());
            reviews.draw(FAY, now, List.of(executive))
                    .orElseThrow()
                    .drawn()
                    .forEach(one -> assertThat(drawn.add(one.customer())).isTrue());
        }
        assertThat(drawn).hasSize(30).doesNotContainAnyElementsOf(may.barred());
        Drawing rest = reviews.draw(FAY, before(leavers(6, 40), reviews.everDrawn()), List.of("leo"))
                .orElseThrow();
        assertThat(rest.drawn()).hasSize(6);
        assertThatThrownBy(() -> reviews.draw(FAY, before(leavers(7, 40), reviews.everDrawn()), List.of("leo")))
                .hasFieldOrPropertyWithValue("code", "NOBODY_TO_DRAW");
    }

    @Test
    void aStaleListOfThoseDrawnBeforeIsRefusedByTheStore() {
        Population stale = leavers(5, 25);
        reviews.draw(FAY, stale, List.of("leo"));

        assertThatThrownBy(() -> reviews.draw(FAY, stale, List.of("fay")))
                .hasFieldOrPropertyWithValue("code", "DRAWN_MEANWHILE");
    }

    @Test
    void askingTwiceForAMonthChangesNothing() {
        reviews.draw(FAY, leavers(5, 50), List.of("leo"));

        assertThat(reviews.draw(FAY, leavers(5, 50), List.of("leo"))).isEmpty();
        assertThat(reviews.drawings()).hasSize(1);
    }

    @Test
    void moreLostIsMoreLikelyDrawn() {
        Drawing drawn = reviews.draw(FAY, leavers(5, 200), List.of("leo")).orElseThrow();
        Drawn dearest = drawn.drawn().stream()
                .max((a, b) -> a.value().compareTo(b.value()))
                .orElseThrow();
        Drawn cheapest = drawn.drawn().stream()
                .min((a, b) -> a.value().compareTo(b.value()))
                .orElseThrow();

        assertThat(dearest.inclusion()).isGreaterThan(cheapest.inclusion());
    }

    @Test
    void aNoteIsMaskedKeptInVersionsAndLeadsToItsIssue() {
        CustomerId customer =
                first(reviews.draw(FAY, leavers(5, 30), List.of("leo")).orElseThrow());
        reviews.note(LEO, customer, note(Outcome.NOT_REACHED, "", "", ""));
        reviews.note(LEO, customer, note(Outcome.REACHED, "Call back on 0151 2345678", "too slow", "router restarts"));
        reviews.note(LEO, customer, note(Outcome.REACHED, "Call back on 0151 2345678", "too slow", "router restarts"));

        assertThat(reviews.notes(customer))
                .extracting(CallNote::outcome, CallNote::notes)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Outcome.REACHED, "Call back on [number]"),
                        org.assertj.core.groups.Tuple.tuple(Outcome.NOT_REACHED, ""));
        assertThat(reviews.about("router restarts"))
                .singleElement()
                .satisfies(it -> assertThat(it.executive()).isEqualTo("leo"));
        assertThat(reviews.leavers(Instant.MAX).getFirst().call().orElseThrow().reason())
                .isEqualTo("too slow");
    }

    @Test
    void reasonsNeedSomebodyWhoWasReachedAndIssuesAReason() {
        CustomerId customer =
                first(reviews.draw(FAY, leavers(5, 30), List.of("leo")).orElseThrow());

        assertThatThrownBy(() -> reviews.note(LEO, customer, note(Outcome.DECLINED, "", "too slow", "")))
                .hasFieldOrPropertyWithValue("code", "CALL_NOT_REACHED");
        assertThatThrownBy(() -> reviews.note(LEO, customer, note(Outcome.REACHED, "", "", "router restarts")))
                .hasFieldOrPropertyWithValue("code", "REASON_MISSING");
        assertThatThrownBy(() -> reviews.note(LEO, new CustomerId(999), note(Outcome.REACHED, "", "", "")))
                .hasFieldOrPropertyWithValue("code", "LEAVER_NOT_DRAWN");
    }

    @Test
    void aNoteLeadsToTheBatchOfItsReasonAndTheBatchBackToTheNote() {
        CustomerId customer =
                first(reviews.draw(FAY, leavers(5, 30), List.of("leo")).orElseThrow());
        assertThatThrownBy(() -> reviews.carried(LEO, customer, "b0042"))
                .hasFieldOrPropertyWithValue("code", "NOTE_MISSING");
        reviews.note(LEO, customer, note(Outcome.REACHED, "", "too slow", ""));
        reviews.carried(LEO, customer, "b0042");
        reviews.carried(LEO, customer, "b0042");

        assertThat(reviews.notes(customer)).extracting(CallNote::batch).containsExactly("b0042");
        assertThat(reviews.origin("b0042").orElseThrow())
                .extracting(LossReviews.Origin::drawing, LossReviews.Origin::executive, LossReviews.Origin::customer)
                .containsExactly("d1", "leo", customer);
        assertThat(reviews.origin("b0043")).isEmpty();
        assertThatThrownBy(() -> reviews.carried(LEO, customer, "b0043"))
                .hasFieldOrPropertyWithValue("code", "NOTE_CARRIED");
    }

    @Test
    void whoAnswersForAnIssueIsReadFromTheIssue() {
        fixture.room.boards().issues().entrust(LEO, "router restarts", "Cleo", "");

        assertThat(reviews.owners(fixture.clock.instant())).containsEntry("router restarts", "Cleo");
    }

    private static CallNote note(Outcome outcome, String notes, String reason, String issue) {
        return new CallNote(outcome, notes, reason, issue, Optional.empty(), "", Instant.EPOCH, "");
    }

    private static CustomerId first(Drawing drawing) {
        return drawing.drawn().getFirst().customer();
    }

    /** Customers 1, 2, …; each is worth its number; customers 7, 14, 21 and 28 must not be called. */
    private static Population leavers(int month, int many) {
        LocalDate end = END.plusMonths(month - 5L);
        return new Population(
                CompanyCalendar.utc().periodOf(Grain.MONTH, end.withDayOfMonth(1)),
                end,
                "b1",
                new Clocks(end, Instant.parse("2026-06-01T00:00:00Z")),
                "activity@1,value@1",
                LongStream.rangeClosed(1, many)
                        .mapToObj(
                                i -> new Population.Leaver(new CustomerId(i), BigDecimal.valueOf(i), end.minusDays(3)))
                        .toList(),
                LongStream.of(7, 14, 21, 28).mapToObj(CustomerId::new).collect(Collectors.toSet()),
                Set.of());
    }

    private static Population before(Population population, Set<CustomerId> drawn) {
        return new Population(
                population.month(),
                population.since(),
                population.build(),
                population.clocks(),
                population.definitions(),
                population.leavers(),
                population.barred(),
                drawn);
    }
}
