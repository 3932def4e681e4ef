package io.customerroom.room.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CustomerId;
import io.customerroom.room.RoomFixture;
import io.customerroom.room.decisions.Decision;
import io.customerroom.room.evidence.ExhibitView;
import io.customerroom.room.evidence.ExhibitView.Column;
import io.customerroom.room.evidence.ExhibitView.Kind;
import io.customerroom.room.evidence.Reading;
import io.customerroom.room.promises.Level;
import io.customerroom.room.promises.Opening;
import io.customerroom.room.promises.Promise;
import io.customerroom.room.promises.PromiseEvent.Made;
import io.customerroom.room.unprofitable.CustomerCase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProposalTest {

    private static final LocalDate JUNE_4 = LocalDate.of(2026, 6, 4);
    private static final LocalDate JULY_2 = LocalDate.of(2026, 7, 2);
    private static final Instant THEN = Instant.parse("2026-06-04T09:00:00Z");

    private final Proposal proposal = new Proposal(List.of("order", "delivery", "support"));

    @Test
    void promisesComeFirstThenDecisionsThenWallByWallAndStageByStage() {
        List<Topic> topics = proposal.of(new Proposal.Before(
                JULY_2,
                Opening.of(List.of(promise("p1", "2026-06-30"), promise("p2", "2026-07-31")), JULY_2, Instant.EPOCH),
                List.of(decision()),
                List.of(customerCase()),
                List.of(RoomFixture.flow(43), contacts(), tickets()),
                List.of(RoomFixture.flow(41)),
                JUNE_4));
        assertThat(topics)
                .extracting(topic -> topic.wall() + " " + topic.title())
                .containsExactly(
                        "1 Promise p1 is overdue. Customer flow: at most 30 customers",
                        "0 Look again at decision d1: Drop the entrance fee",
                        "1 Unprofitable customer, case u1: no treatment yet",
                        "1 Customer flow: 1 figure reads differently since the last meeting",
                        "1 Customer flow: More customers left than came back",
                        "2 support: 9 tickets opened, 7 closed",
                        "3 Contacts: Two contacts are below",
                        "3 delivery: 2 measures are below the minimum standard",
                        "3 support: 1 measure is below the minimum standard");
    }

    @Test
    void aPromiseDueOnTheDayOfTheMeetingIsATopicAndALaterOneIsNot() {
        Opening opening =
                Opening.of(List.of(promise("p1", "2026-07-02"), promise("p2", "2026-07-03")), JULY_2, Instant.EPOCH);
        assertThat(proposal.of(before(opening)))
                .extracting(Topic::title)
                .containsExactly("Promise p1 is due. Customer flow: at most 30 customers");
    }

    @Test
    void whereNothingHangsAndNothingIsOpenNothingIsProposed() {
        assertThat(proposal.of(before(Opening.of(List.of(), JULY_2, Instant.EPOCH))))
                .isEmpty();
    }

    private static Proposal.Before before(Opening opening) {
        return new Proposal.Before(JULY_2, opening, List.of(), List.of(), List.of(), List.of(), JUNE_4);
    }

    private static Promise promise(String id, String due) {
        return new Promise(
                id,
                "m1",
                "customer-flow",
                "Customer flow",
                Optional.empty(),
                new Level(new BigDecimal("30"), "customers", Level.Direction.AT_MOST),
                "leo",
                "",
                List.of(new Made(THEN, "leo", LocalDate.parse(due))));
    }

    private static CustomerCase customerCase() {
        return new CustomerCase(
                "u1",
                new CustomerId(7),
                new CustomerCase.Before(new BigDecimal("-5"), 12, JUNE_4),
                "calls every week",
                Instant.EPOCH,
                "leo",
                List.of());
    }

    private static Decision decision() {
        return new Decision(
                "d1",
                "m1",
                Optional.empty(),
                "Drop the entrance fee",
                "it hurts",
                "leo",
                JULY_2,
                THEN,
                "fay",
                List.of());
    }

    private static Reading contacts() {
        return reading(
                "priority-contacts",
                "Contacts",
                3,
                "Two contacts are below",
                List.of(new ExhibitView.Tile("breach", "Below", "3", "3", "")),
                List.of(note("standing"), note("stage")),
                row("breach", "support"),
                row("breach", "delivery"),
                row("breach, 3 readings in a row", "delivery"),
                row("holds", "order"),
                row("holds", null));
    }

    private static Reading tickets() {
        return reading(
                "tickets-by-stage",
                "Tickets",
                2,
                "Support hurts most",
                List.of(),
                List.of(note("stage"), note("opened"), note("closed")),
                row("delivery", "4", "4"),
                row("support", "9", "7"),
                row("order", "3", null));
    }

    private static Column note(String name) {
        return new Column(name, name, Kind.NOTE, "");
    }

    private static List<@Nullable String> row(@Nullable String... cells) {
        return Arrays.asList(cells);
    }

    @SafeVarargs
    private static Reading reading(
            String exhibit,
            String title,
            int wall,
            String finding,
            List<ExhibitView.Tile> tiles,
            List<Column> columns,
            List<@Nullable String>... rows) {
        return new Reading(
                exhibit,
                title,
                wall,
                exhibit,
                "2026-06",
                new ExhibitView(finding, "", tiles, columns, List.of(rows), "", List.of()),
                Optional.empty(),
                new Clocks(LocalDate.of(2026, 6, 30), THEN),
                "d@1",
                List.of(),
                "q");
    }
}
