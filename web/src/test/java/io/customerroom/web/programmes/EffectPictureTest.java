package io.customerroom.web.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.CustomerId;
import io.customerroom.room.programmes.Programme;
import io.customerroom.statistics.Interval;
import io.customerroom.web.charts.Charts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EffectPictureTest {

    private static final EffectPicture PICTURE = new EffectPicture(new Charts());

    @Test
    void eachProgrammeHasABarInPointsWithItsIntervalOnPageAndTelephone() {
        EffectPicture.Drawn drawn = PICTURE.of(List.of(
                        card("g2", "Points", true, 0.0676, 0.024, 0.112),
                        card("g1", "Line check", false, -0.031, -0.05, -0.012)))
                .orElseThrow();

        assertThat(drawn.svg())
                .contains("percentage points that more stayed", "drawn by lot", "set beside others like them")
                .contains("95 % interval", "6.76", "−3.1");
        assertThat(drawn.narrow()).contains("6.76", "−3.1").isNotEqualTo(drawn.svg());
    }

    @Test
    void programmesOfOneKindStandWithoutTheOtherInTheKey() {
        assertThat(PICTURE.of(List.of(card("g1", "Line check", true, 0.05, -0.01, 0.11)))
                        .orElseThrow()
                        .svg())
                .contains("drawn by lot")
                .doesNotContain("set beside others");
    }

    @Test
    void whereNothingCanBeSaidNothingIsDrawn() {
        ProgrammeCard said = card("g1", "Line check", true, 0.05, -0.01, 0.11);

        assertThat(PICTURE.of(List.of())).isEmpty();
        assertThat(PICTURE.of(List.of(new ProgrammeCard(said.programme(), List.of(), List.of()))))
                .isEmpty();
    }

    private static ProgrammeCard card(
            String id, String name, boolean lots, double difference, double low, double high) {
        Programme programme = new Programme(
                id,
                name,
                Programme.Kind.LOYALTY,
                "everybody",
                "leo",
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-06-30"),
                new BigDecimal("100"),
                0,
                7,
                Optional.empty(),
                Set.of(new CustomerId(1)),
                lots ? Set.of(new CustomerId(2)) : Set.of(),
                Set.of(),
                Optional.empty());
        return new ProgrammeCard(
                programme,
                List.of(),
                List.of(),
                List.of(),
                Optional.of(new ProgrammeCard.Effect(difference, new Interval(low, high, 0.95))));
    }
}
