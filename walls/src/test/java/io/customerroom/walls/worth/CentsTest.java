package io.customerroom.walls.worth;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CentsTest {

    @Test
    void theMissingCentGoesToThePartThatLostMost() {
        assertThat(Cents.shared(new double[] {0.333, 0.333, 0.334}, 2)).isEqualTo(money("0.33", "0.33", "0.34"));
    }

    @Test
    void ofEqualPartsTheFirstGetsIt() {
        assertThat(Cents.shared(new double[] {2.5, 2.5, 2.0}, 0)).isEqualTo(money("3", "2", "2"));
    }

    @Test
    void aYenHasNoCents() {
        assertThat(Cents.whole(new double[] {10.4, 10.4}, 0)).isEqualTo("21");
    }

    @Test
    void partsOfAnySizeAddUpAndNoneIsOffByACent() {
        Random random = new Random(35);
        double[] parts = random.doubles(200, 0, 1e6).toArray();

        List<BigDecimal> shared = Cents.shared(parts, 2);

        assertThat(shared.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualTo(Cents.whole(parts, 2));
        for (int i = 0; i < parts.length; i++) {
            assertThat(Math.abs(shared.get(i).doubleValue() - parts[i])).isLessThan(0.01);
        }
    }

    private static List<BigDecimal> money(String... amounts) {
        return List.of(amounts).stream().map(BigDecimal::new).toList();
    }
}
