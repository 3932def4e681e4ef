package io.customerroom.statistics.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialDrawTest {

    @ParameterizedTest
    @CsvSource({"20, 0.1", "20, 0.9", "1000, 0.4", "100000000, 0.3", "1000000, 0.000001"})
    void meanAndVarianceAreThoseOfTheDistribution(long n, double p) {
        int draws = 20_000;
        Random random = new Random(7);
        double mean = n * p;
        double variance = n * p * (1 - p);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            double distance = BinomialDraw.draw(random, n, p) - mean;
            sum += distance;
            squares += distance * distance;
        }

        assertThat(sum / draws).isCloseTo(0, within(4 * Math.sqrt(variance / draws)));
        assertThat(squares / draws / variance).isCloseTo(1, within(0.05));
    }

    @Test
    void certainOutcomesAreCertain() {
        assertThat(BinomialDraw.draw(new Random(1), 5, 0)).isZero();
        assertThat(BinomialDraw.draw(new Random(1), 5, 1)).isEqualTo(5);
        assertThatThrownBy(() -> BinomialDraw.draw(new Random(1), 5, 1.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
