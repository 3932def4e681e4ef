package io.customerroom.room.vips;

import static io.customerroom.room.RoomFixture.FAY;
import static io.customerroom.room.RoomFixture.LEO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.room.RoomFixture;
import io.customerroom.room.vips.Vips.Draft;
import io.customerroom.room.vips.Vips.Invitation;
import io.customerroom.state.TrailEntry;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VipsTest {

    private static final CustomerId ANNA = new CustomerId(77);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 20);

    @TempDir
    Path workspace;

    private RoomFixture fixture;
    private Vips vips;

    @BeforeEach
    void open() {
        fixture = new RoomFixture(workspace).peopled();
        vips = fixture.room.vips();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aVipIsChosenOnceForAReasonAndStandsByKey() {
        Vip vip = vips.choose(FAY, ANNA, Vip.Way.TOP, "ninth of all by contribution");
        assertThat(vip.id()).isEqualTo("v1");
        assertThat(vip.chosen()).isTrue();
        assertThat(vips.choose(LEO, ANNA, Vip.Way.HAND, "again")).isEqualTo(vip);
        TrailEntry entry = fixture.about("v1").getFirst();
        assertThat(entry.event()).isEqualTo("vip-chosen");
        assertThat(entry.details()).isEqualTo("{\"customer\":\"" + ANNA + "\",\"is\":\"chosen\",\"was\":\"nothing\"}");
        assertThatThrownBy(() -> vips.choose(FAY, new CustomerId(78), Vip.Way.HAND, " "))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("for a reason");
    }

    @Test
    void whoIsReleasedStaysInTheListAndCanBeChosenAnew() {
        vips.choose(FAY, ANNA, Vip.Way.HAND, "opens doors in the north");
        Vip released = vips.release(FAY, "v1", "left the north");
        assertThat(released.chosen()).isFalse();
        assertThat(vips.release(LEO, "v1", "twice")).isEqualTo(released);
        assertThatThrownBy(() -> vips.plan(FAY, "v1", draft("0")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no VIP any more");
        assertThat(vips.choose(FAY, ANNA, Vip.Way.TOP, "came back").id()).isEqualTo("v2");
        assertThat(vips.all()).hasSize(2);
    }

    @Test
    void everyVersionOfAPlanStaysAndTheNewestCounts() {
        vips.choose(FAY, ANNA, Vip.Way.TOP, "first of all");
        vips.plan(FAY, "v1", draft("1200"));
        vips.plan(FAY, "v1", draft("1200.00"));
        Vip planned = vips.plan(LEO, "v1", draft("1500.5"));
        assertThat(planned.plans()).hasSize(2);
        assertThat(planned.plan().orElseThrow().expected()).isEqualByComparingTo("1500.50");
        assertThat(planned.overdue(MAY)).isFalse();
        assertThat(planned.overdue(MAY.plusDays(1))).isTrue();
        assertThatThrownBy(() -> draft("-1")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> vips.plan(FAY, "v1", new Draft("calls", "nobody", "call", MAY, BigDecimal.ZERO)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no open account");
    }

    @Test
    void whatBecameOfAHostContactIsNotedMendedAndTakenBack() {
        vips.choose(FAY, ANNA, Vip.Way.TOP, "first of all");
        LocalDate today = LocalDate.now(fixture.clock);
        vips.invite(FAY, "v1", new Invitation(HostContact.Kind.VISIT, "leo", today, "ask what is missing"));
        assertThat(vips.held(LEO, "h1", today, "glad").contacts().getFirst().heldOn())
                .contains(today);
        assertThat(vips.notHeld(LEO, "h1", "was ill").contacts().getFirst().heldOn())
                .isEmpty();
        assertThat(vips.reopen(LEO, "h1").contacts().getFirst().outcome()).isEmpty();
        assertThat(fixture.about("h1").stream().map(TrailEntry::event))
                .containsExactlyInAnyOrder(
                        "host-contact-planned", "host-contact-held", "host-contact-not-held", "host-contact-open");
        assertThatThrownBy(() -> vips.held(LEO, "h1", today.plusDays(1), ""))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("its day has come");
        assertThatThrownBy(() -> vips.reopen(LEO, "h9")).isInstanceOf(Failure.class);
    }

    private static Draft draft(String expected) {
        return new Draft("one person who knows them", "leo", "visit", MAY, new BigDecimal(expected));
    }
}
