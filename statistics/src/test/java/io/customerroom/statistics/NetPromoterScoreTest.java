package io.customerroom.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class NetPromoterScoreTest {

    @Test
    void promotersLessDetractorsOfAll() {
        NetPromoterScore airport = new NetPromoterScore(1436, 342, 2746);

        assertThat(airport.points()).isEqualTo("39.84");
        assertThat(airport.interval().low()).isCloseTo(37.23, within(0.01));
        assertThat(airport.interval().high()).isCloseTo(42.45, within(0.01));
    }

    @Test
    void weightsTakeThePlaceOfCounts() {
        assertThat(NetPromoterScore.points(new BigDecimal("3.5"), new BigDecimal("1.5"), new BigDecimal("8")))
                .isEqualTo("25.00");
    }

    @Test
    void theEdgesStayInside() {
        assertThat(new NetPromoterScore(4, 0, 4).points()).isEqualTo("100.00");
        assertThat(new NetPromoterScore(4, 0, 4).interval()).isEqualTo(new Interval(100, 100, 0.95));
        assertThat(new NetPromoterScore(0, 3, 3).points()).isEqualTo("-100.00");
        assertThat(new NetPromoterScore(1, 1, 2).interval()).isEqualTo(new Interval(-100, 100, 0.95));
        assertThatThrownBy(() -> new NetPromoterScore(2, 2, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NetPromoterScore(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
