package io.customerroom.statistics.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecialFunctionsTest {

    @Test
    void knownValuesOfTheGammaFamily() {
        assertThat(SpecialFunctions.digamma(1)).isCloseTo(-0.5772156649015329, within(1e-15));
        assertThat(SpecialFunctions.trigamma(1)).isCloseTo(Math.PI * Math.PI / 6, within(1e-15));
        assertThat(SpecialFunctions.digamma(0.5)).isCloseTo(-0.5772156649015329 - 2 * Math.log(2), within(1e-14));
        assertThat(SpecialFunctions.trigamma(0.5)).isCloseTo(Math.PI * Math.PI / 2, within(1e-14));
    }

    /** At 48 steps the way of computing changes. */
    @ParameterizedTest
    @CsvSource({"0.05", "1", "7.5", "300", "10000"})
    void theTwoWaysToADifferenceMeet(double a) {
        double last = SpecialFunctions.logRising(a, 48) + Math.log(a + 48);

        assertThat(SpecialFunctions.logRising(a, 49) / last).isCloseTo(1, within(1e-13));
        assertThat(SpecialFunctions.digammaRise(a, 49))
                .isCloseTo(SpecialFunctions.digammaRise(a, 48) + 1 / (a + 48), within(1e-13 * (1 + 1 / a)));
        assertThat(SpecialFunctions.trigammaRise(a, 49))
                .isCloseTo(
                        SpecialFunctions.trigammaRise(a, 48) - 1 / ((a + 48) * (a + 48)),
                        within(1e-13 * (1 + 1 / (a * a))));
    }

    @Test
    void quantilesAndTailsAreThoseOfTheTables() {
        assertThat(SpecialFunctions.normalQuantile(0.975)).isCloseTo(1.959963984540054, within(1e-12));
        assertThat(SpecialFunctions.chiSquaredTail(5.991464547107979, 2)).isCloseTo(0.05, within(1e-12));
        assertThat(SpecialFunctions.chiSquaredTail(-1, 2)).isEqualTo(1);
    }

    @Test
    void sumsInLogarithmsStayFinite() {
        assertThat(LogSpace.add(-1_000, -1_000)).isCloseTo(-1_000 + Math.log(2), within(1e-12));
        assertThat(LogSpace.add(Double.NEGATIVE_INFINITY, 3)).isEqualTo(3);
        assertThat(LogSpace.subtract(Math.log(3), Math.log(1))).isCloseTo(Math.log(2), within(1e-15));
        assertThat(LogSpace.subtract(5, 5)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(LogSpace.logOnePlusExp(800)).isEqualTo(800);
        assertThat(LogSpace.logistic(-800)).isZero();
        assertThat(LogSpace.logistic(-40)).isCloseTo(Math.exp(-40), within(1e-30));
    }
}
