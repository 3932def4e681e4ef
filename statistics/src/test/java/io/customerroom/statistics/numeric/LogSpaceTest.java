package io.customerroom.statistics.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogSpaceTest {

    @Test
    void quickFormsOfLogarithmAndExponentialNearOneAreThoseOfTheLibrary() {
        for (double x = 1e-320; x < 1e300; x *= 1.37) {
            assertThat(LogSpace.logOnePlus(x)).isCloseTo(Math.log1p(x), within(2e-15 * Math.log1p(x)));
            assertThat(LogSpace.expMinusOne(-x)).isCloseTo(Math.expm1(-x), within(-2e-15 * Math.expm1(-x)));
        }
        assertThat(LogSpace.logOnePlus(0)).isZero();
        assertThat(LogSpace.expMinusOne(0)).isZero();
        assertThat(LogSpace.logOnePlus(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
    }
}
