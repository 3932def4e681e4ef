package io.customerroom.room.retention;

import static io.customerroom.room.RoomFixture.FAY;
import static io.customerroom.room.RoomFixture.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.room.RoomFixture;
import io.customerroom.room.retention.Retention.Hold;
import io.customerroom.room.retention.Retention.Rule;
import io.customerroom.room.unprofitable.CustomerCase.Before;
import io.customerroom.room.vips.Vip;
import io.customerroom.room.vips.Vips;
import io.customerroom.state.Trail;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anna is a VIP with a plan and a visit; Ben's case was taken up. All of it was written today. */
class RetentionTest {

    private static final CustomerId ANNA = new CustomerId(77);
    private static final CustomerId BEN = new CustomerId(78);
    private static final Set<CustomerId> NOBODY = Set.of();

    @TempDir
    Path folder;

    private RoomFixture fixture;
    private Retention retention;
    private LocalDate today;

    @BeforeEach
    void open() {
        fixture = new RoomFixture(folder).peopled();
        retention = fixture.room.retention();
        today = fixture.store.today();
        Vips vips = fixture.room.vips();
        vips.choose(FAY, ANNA, Vip.Way.TOP, "knows everybody in the north");
        vips.plan(FAY, "v1", new Vips.Draft("her dog is welcome", "leo", "ask about the dog", today, BigDecimal.TEN));
        fixture.room.cases().open(by("leo", "Ben calls at night"), BEN, new Before(BigDecimal.ONE.negate(), 12, today));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void theRuleStatedLastHoldsAndEachStandsInTheTrail() {
        retention.state(by("dan", "law of 2018"), KeptClass.WORDS, OptionalInt.of(730), "Dan");
        retention.state(by("dan", "law of 2018"), KeptClass.WORDS, OptionalInt.of(730), "Dan");
        retention.state(by("dan", "law of 2026"), KeptClass.WORDS, OptionalInt.of(365), "Dan");

        assertThat(retention.rules()).extracting(Rule::days).containsExactly(OptionalInt.of(365));
        assertThat(fixture.about("words"))
                .extracting(entry -> entry.event() + " " + entry.details())
                .containsExactly(
                        "retention-stated {\"is\":\"365 days\",\"keep\":\"365 days\",\"was\":\"730 days\"}",
                        "retention-stated {\"is\":\"730 days\",\"keep\":\"730 days\",\"was\":\"nothing\"}");
        assertThatThrownBy(() -> retention.state(by("dan", "x"), KeptClass.WORDS, OptionalInt.of(0), ""))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("0 days");
        assertThatThrownBy(() -> retention.state(by("dan", " "), KeptClass.WORDS, OptionalInt.of(1), ""))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("for a reason");
    }

    @Test
    void wordsGoWhenTheyAreOverAndWhatTheyStoodBesideStays() {
        assertThat(retention.look(KeptClass.VISITS, today, NOBODY).held()).isEqualTo(3);
        assertThat(retention.look(KeptClass.VISITS, today, NOBODY).over())
                .as("of today, and today is not over")
                .isZero();
        assertThat(retention.remove(FAY, KeptClass.VISITS, today, NOBODY)).isZero();

        assertThat(retention.remove(FAY, KeptClass.VISITS, today.plusDays(1), NOBODY))
                .isEqualTo(3);

        Vip anna = fixture.room.vips().all().getFirst();
        assertThat(anna.plan().orElseThrow().keeps()).isEqualTo("removed by retention");
        assertThat(anna.plan().orElseThrow().expected()).isEqualByComparingTo("10");
        assertThat(fixture.room.cases().all().getFirst().last()).isEmpty();
        assertThat(fixture.about("visits").getFirst().details())
                .isEqualTo("{\"before\":\"%s\",\"count\":3,\"is\":\"removed\",\"was\":\"texts: 3\"}"
                        .formatted(today.plusDays(1)));
        assertThat(retention.remove(FAY, KeptClass.VISITS, today.plusDays(1), NOBODY))
                .isZero();
        assertThat(fixture.store.trail().verify()).isInstanceOf(Trail.Verification.Whole.class);
    }

    @Test
    void whoIsHeldKeepsEverythingUntilTheHoldEnds() {
        Hold hold = retention.hold(by("dan", "case 7 at court"), ANNA);
        assertThat(retention.hold(by("dan", "again"), ANNA)).isEqualTo(hold);

        assertThat(retention
                        .look(KeptClass.VISITS, today.plusDays(1), Set.of(ANNA))
                        .excepted())
                .isEqualTo(3);
        assertThat(retention.remove(FAY, KeptClass.VISITS, today.plusDays(1), Set.of(ANNA)))
                .isZero();
        retention.release(by("dan", "case 7 is over"), hold.id());
        assertThat(retention.holds()).isEmpty();
    }

    @Test
    void anErasedPersonIsSpokenOfInNoNoteAndOthersAre() {
        assertThat(retention.eraseOf(by("ada", "request 12"), Set.of(BEN))).isEqualTo(1);
        assertThat(retention.eraseOf(by("ada", "request 12"), Set.of(BEN))).isZero();
        assertThat(retention.eraseOf(by("ada", "request 13"), Set.of(ANNA))).isEqualTo(3);
        assertThat(retention.look(KeptClass.CASES, today.plusDays(1), NOBODY).held())
                .isZero();
    }

    @Test
    void nothingElseOfANoteCanBeChangedThatWay() {
        assertThatThrownBy(() -> change("UPDATE customer_case SET reason = 'he was nice'"))
                .hasStackTraceContaining("a case is not changed");
        assertThatThrownBy(() -> change("UPDATE customer_case SET reason = 'erased', months = 6"))
                .hasStackTraceContaining("a case is not changed");
        assertThatThrownBy(() -> change("UPDATE vip_plan SET expected = '99'"))
                .hasStackTraceContaining("plans are only added");
    }

    private void change(String sql) {
        fixture.store.write(FAY, writing -> {
            writing.record("tried", "x", java.util.Map.of());
            return writing.handle().execute(sql);
        });
    }

    @Test
    void linksThatEndedLongAgoGo() {
        assertThat(retention.look(KeptClass.LINKS, today.plusDays(30), NOBODY).over())
                .isEqualTo(5);
        assertThat(retention.remove(FAY, KeptClass.LINKS, today.plusDays(30), NOBODY))
                .isEqualTo(5);
        assertThat(retention.look(KeptClass.LINKS, today.plusDays(30), NOBODY).held())
                .isZero();
    }
}
