package io.customerroom.walls.exhibit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExhibitValuesTest {

    @Test
    void twentyTwoThousandInAndTwentySevenThousandOutAreFiveThousandPeopleLess() {
        Chart.Waterfall flow = new Chart.Waterfall(40_000, 22_000, 0, 27_000, 35_000);
        assertThat(flow.identity())
                .isEqualTo("40,000 opening + 22,000 gained + 0 regained − 27,000 lost = 35,000 closing");
        assertThat(Numbers.signed(BigDecimal.valueOf(flow.closing() - flow.opening()), 0))
                .isEqualTo("−5,000");
    }

    @Test
    void aFlowThatDoesNotAddUpIsNotDrawn() {
        assertThatThrownBy(() -> new Chart.Waterfall(10, 2, 1, 3, 11))
                .hasMessage("closing must be opening + gained + regained - lost, but 10 + 2 + 1 - 3 is not 11");
    }

    @ParameterizedTest
    @CsvSource({
        "3, UP, IMPROVING",
        "-3, UP, CONCERNING",
        "3, DOWN, CONCERNING",
        "-3, DOWN, IMPROVING",
        "3, NONE, NOTABLE",
        "-3, NONE, NOTABLE",
        "0, UP, NONE",
        "0, DOWN, NONE"
    })
    void theMarkFollowsFromTheDirectionAndNotFromUpAndDown(BigDecimal change, Direction direction, Mark mark) {
        assertThat(Mark.of(change, direction)).isEqualTo(mark);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    166.666666   | 2 | 166.67
                    0.005        | 2 | 0.01
                    -1234.5      | 0 | −1,235
                    -0.4         | 0 | 0
                    9747747.934  | 2 | 9,747,747.93
                    """)
    void numbersRoundOnceHalfUpAndLookTheSameEverywhere(BigDecimal value, int digits, String shown) {
        assertThat(Numbers.fixed(value, digits)).isEqualTo(shown);
    }

    @Test
    void missingIsNotZero() {
        Table.Column lost = Table.Column.count("lost", "Lost");
        assertThat(lost.shown(null)).isEqualTo("–");
        assertThat(lost.shown("0")).isEqualTo("0");
    }

    @Test
    void aRowMustFitItsColumns() {
        assertThatThrownBy(() -> new Table(
                        "One row per segment",
                        List.of(Table.Column.text("segment", "Segment")),
                        List.of(Table.Row.of("retail", "12"))))
                .hasMessageContaining("rows must have 1 values");
    }

    @Test
    void aSeriesHasOneValuePerName() {
        Chart.Series short1 = new Chart.Series("lost", Chart.Tone.CONCERNING, List.of(BigDecimal.ONE), 0);
        assertThatThrownBy(() ->
                        new Chart.Line("customers", List.of("2026-01", "2026-02"), List.of(short1), Optional.empty()))
                .hasMessage("series lost must have 2 values, but has 1");
    }
}
