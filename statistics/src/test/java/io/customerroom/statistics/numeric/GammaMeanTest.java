package io.customerroom.statistics.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Moments of the gamma distribution: E[λ] = shape / rate, E[λ³] = shape (shape + 1) (shape + 2) / rate³. */
class GammaMeanTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.5, 1, 5, 17, 99.9, 100, 2_000, 150_000})
    void powersComeOut(double shape) {
        double rate = 40;
        double cube = shape * (shape + 1) * (shape + 2) / (rate * rate * rate);

        assertThat(GammaMean.of(shape, rate, 1, lambda -> lambda) / (shape / rate))
                .isCloseTo(1, within(1e-11));
        assertThat(GammaMean.of(shape, rate, 3, lambda -> lambda * lambda * lambda) / cube)
                .isCloseTo(1, within(1e-11));
    }
}
