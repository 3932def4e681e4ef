package io.customerroom.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeanIntervalTest {

    @Test
    void theMeanOfFourNumbersReachesAsFarAsWorkedByHand() {
        // 1, 2, 3, 6: mean 3, s² = (50 − 36) / 3 = 14/3, s/√4 = 1.080123, times 1.959964 = 2.117003
        Interval interval = MeanInterval.of(4, 12, 50);
        assertThat(interval.low()).isCloseTo(0.882997, within(1e-5));
        assertThat(interval.high()).isCloseTo(5.117003, within(1e-5));
    }

    @Test
    void equalNumbersHaveNoSpread() {
        assertThat(MeanInterval.of(3, 6, 12)).isEqualTo(new Interval(2, 2, 0.95));
    }

    @Test
    void oneNumberSaysNothingOfItsSpread() {
        assertThatThrownBy(() -> MeanInterval.of(1, 5, 25)).hasMessageContaining("but was 1");
    }
}
