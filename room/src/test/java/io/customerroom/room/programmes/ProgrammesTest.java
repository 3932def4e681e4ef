package io.customerroom.room.programmes;

import static io.customerroom.room.RoomFixture.FAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.room.RoomFixture;
import io.customerroom.room.programmes.Programmes.Draft;
import io.customerroom.room.programmes.internal.StoredProgrammes;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgrammesTest {

    private static final List<CustomerId> HUNDRED =
            LongStream.rangeClosed(1, 100).mapToObj(CustomerId::new).toList();

    @TempDir
    Path workspace;

    private RoomFixture fixture;
    private Programmes programmes;

    @BeforeEach
    void open() {
        fixture = new RoomFixture(workspace).peopled();
        programmes = fixture.room.programmes();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void theSameSeedKeepsOutTheSameCustomersInWhateverOrderTheyCome() {
        List<CustomerId> turned = new ArrayList<>(HUNDRED);
        Collections.reverse(turned);
        Set<CustomerId> drawn = Draw.of(HUNDRED, 20, 7);
        assertThat(drawn).hasSize(20).isEqualTo(Draw.of(turned, 20, 7)).isNotEqualTo(Draw.of(HUNDRED, 20, 8));
        assertThat(Draw.of(HUNDRED, 0, 7)).isEmpty();
    }

    @Test
    void aProgrammeKnowsWhomItIsOfferedToAndWhomChanceKeptOut() {
        Programme planned = programmes.plan(FAY, draft(20), Set.copyOf(HUNDRED));
        assertThat(planned.offered()).hasSize(80);
        assertThat(planned.heldOut()).isEqualTo(Draw.of(HUNDRED, 20, 7));
        assertThat(planned.random()).isTrue();
        assertThat(fixture.about("g1").getFirst().details())
                .isEqualTo(
                        "{\"audience\":100,\"held-out\":20,\"is\":\"planned\",\"owner\":\"leo\",\"was\":\"nothing\"}");
        assertThatThrownBy(() -> programmes.plan(FAY, draft(20), Set.of()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("for nobody");
        assertThatThrownBy(() -> draft(51)).isInstanceOf(Failure.class);
    }

    /** Ten keys are customer 1 for a while: five had been offered it, five kept out. */
    @Test
    void anAudienceFollowsItsCustomersWhereKeysAreOneAndBack() {
        AtomicReference<UnaryOperator<CustomerId>> links = new AtomicReference<>(UnaryOperator.identity());
        Programmes following = new StoredProgrammes(fixture.store, links::get);
        Set<CustomerId> offered = Set.copyOf(HUNDRED.subList(5, 60));
        Set<CustomerId> keptOut =
                Set.copyOf(Stream.concat(HUNDRED.subList(0, 5).stream(), HUNDRED.subList(60, 100).stream())
                        .toList());
        Programme planned = following.planDrawn(FAY, draft(0), offered, keptOut, "by lot");
        CustomerId first = new CustomerId(1);
        UnaryOperator<CustomerId> merged = key -> key.value() <= 10 ? first : key;

        links.set(merged);
        assertThat(following.require("g1").offered()).hasSize(51).contains(first);
        assertThat(following.require("g1").heldOut()).hasSize(40).doesNotContain(first);
        assertThat(following.takenUp(FAY, "g1", Set.of(new CustomerId(9))).tookUp())
                .containsExactly(first);
        assertThat(following.takenUp(FAY, "g1", Set.of(first)).tookUp())
                .as("one customer takes it up once")
                .containsExactly(first);

        links.set(UnaryOperator.identity());
        assertThat(following.require("g1").offered()).isEqualTo(planned.offered());
        assertThat(following.require("g1").heldOut()).isEqualTo(planned.heldOut());
        assertThat(following.require("g1").tookUp()).containsExactly(new CustomerId(6));

        links.set(merged);
        assertThat(following.require("g1").tookUp()).containsExactly(first);
    }

    @Test
    void aLotDrawnElsewhereIsKeptWithTheWordsOnHowItWasDrawn() {
        Set<CustomerId> offered = Set.copyOf(HUNDRED.subList(0, 60));
        Set<CustomerId> keptOut = Set.copyOf(HUNDRED.subList(60, 100));
        Programme planned = programmes.planDrawn(FAY, draft(0), offered, keptOut, "drawn by the mailing house");
        assertThat(planned.lot()).contains("drawn by the mailing house");
        assertThat(planned.offered()).isEqualTo(offered);
        assertThat(planned.heldOut()).isEqualTo(keptOut);
        assertThat(planned.heldOutPercent()).isEqualTo(40);
        assertThatThrownBy(() -> programmes.planDrawn(FAY, draft(0), Set.copyOf(HUNDRED), keptOut, "by lot"))
                .isInstanceOf(Failure.class)
                .hasMessage("40 customers stand on both lists.");
        assertThatThrownBy(() -> programmes.planDrawn(FAY, draft(0), offered, Set.of(), "by lot"))
                .isInstanceOf(Failure.class);
        assertThatThrownBy(() -> programmes.planDrawn(FAY, draft(0), offered, keptOut, " "))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("how it was drawn");
    }

    @Test
    void onlyThoseItIsOfferedToTakeItUpAndOnlyOnce() {
        Programme planned = programmes.plan(FAY, draft(20), Set.copyOf(HUNDRED));
        assertThat(programmes.takenUp(FAY, "g1", Set.copyOf(HUNDRED)).tookUp()).isEqualTo(planned.offered());
        programmes.takenUp(FAY, "g1", Set.of(new CustomerId(4711)));
        assertThat(fixture.about("g1")).hasSize(2);
    }

    @Test
    void aProgrammeTakenBackStaysInTheList() {
        programmes.plan(FAY, draft(0), Set.of(HUNDRED.getFirst()));
        assertThat(programmes.withdraw(FAY, "g1", "planned twice").withdrawn()).contains("planned twice");
        programmes.withdraw(FAY, "g1", "again");
        assertThat(programmes.all()).hasSize(1);
        assertThat(programmes.require("g1").random()).isFalse();
    }

    private static Draft draft(int heldOut) {
        return new Draft(
                "Second line",
                Programme.Kind.CROSS_SALE,
                "homes",
                "leo",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 6, 30),
                new BigDecimal("1200.50"),
                heldOut,
                7);
    }
}
