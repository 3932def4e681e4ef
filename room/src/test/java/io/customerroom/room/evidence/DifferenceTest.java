package io.customerroom.room.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.room.RoomFixture;
import io.customerroom.room.evidence.Difference.Pair;
import io.customerroom.room.evidence.Figures.Figure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static final LocalDate JUNE_4 = LocalDate.of(2026, 6, 4);

    @Test
    void openingFiguresStandBesideEachOtherWithTheirChange() {
        Reading then = RoomFixture.flow(41);
        Difference flow = Difference.between(List.of(then), JUNE_4, List.of(withNet("-4", "−4")))
                .getFirst();
        assertThat(flow.figures())
                .containsExactly(new Pair(
                        "Net",
                        java.util.Optional.of("−11"),
                        java.util.Optional.of("−4"),
                        java.util.Optional.of(new BigDecimal("7"))));
        assertThat(flow.figures().getFirst().changed()).isTrue();
        assertThat(flow.redefined()).isFalse();
        assertThat(flow.foundOtherwise()).isFalse();
    }

    @Test
    void restatedFiguresAreNamed() {
        Difference flow = Difference.between(List.of(RoomFixture.flow(41)), JUNE_4, List.of(RoomFixture.flow(43)))
                .getFirst();
        assertThat(flow.restated()).hasSize(1);
        assertThat(flow.restated().getFirst().figure()).isEqualTo("Lost");
        assertThat(flow.figures()).noneMatch(Pair::changed);
        assertThat(flow.same()).isFalse();
        assertThat(Difference.between(List.of(RoomFixture.flow(41)), JUNE_4, List.of(RoomFixture.flow(41))))
                .allMatch(Difference::same);
    }

    @Test
    void exhibitsThatCameAndWentAreShown() {
        List<Difference> came = Difference.between(List.of(), JUNE_4, List.of(RoomFixture.flow(41)));
        assertThat(came).singleElement().satisfies(it -> assertThat(it.then()).isEmpty());
        List<Difference> went = Difference.between(List.of(RoomFixture.flow(41)), JUNE_4, List.of());
        assertThat(went).singleElement().satisfies(it -> assertThat(it.now()).isEmpty());
        assertThat(went.getFirst().reading().exhibit()).isEqualTo("customer-flow");
    }

    @Test
    void figuresHaveNamesThatStayFromPeriodToPeriod() {
        assertThat(Figures.of(RoomFixture.flow(41)))
                .extracting(Figure::id)
                .containsExactly("tile|net", "row||opening", "row||lost");
        assertThat(Figures.find(RoomFixture.flow(41), "row||lost"))
                .hasValueSatisfying(lost -> assertThat(lost.value()).contains(new BigDecimal("41")));
        assertThat(Figures.find(RoomFixture.flow(41), "row||gained")).isEmpty();
    }

    private static Reading withNet(String value, String shown) {
        Reading flow = RoomFixture.flow(41);
        ExhibitView view = flow.view();
        return new Reading(
                flow.exhibit(),
                flow.title(),
                flow.wall(),
                flow.metric(),
                flow.period(),
                new ExhibitView(
                        view.finding(),
                        view.measure(),
                        List.of(new ExhibitView.Tile("net", "Net", value, shown, "")),
                        view.columns(),
                        view.rows(),
                        view.chart(),
                        view.warnings()),
                flow.uncertainty(),
                flow.clocks(),
                flow.definitions(),
                flow.receipts(),
                flow.question());
    }
}
