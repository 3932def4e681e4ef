package io.customerroom.statistics.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.customerroom.statistics.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against 30-digit arithmetic; functions.py beside the values made them. */
class FunctionsTest {

    private static final List<String[]> ROWS = Golden.rows(FunctionsTest.class, "functions.csv");

    @Test
    void hypergeometricFunctionAgreesEverywhere() {
        assertThat(worst("2F1(1 b c z)", Hypergeometric::ofOne)).isLessThan(5e-13);
    }

    @Test
    void confluentFunctionAgreesFromTinyToLargeDiscounts() {
        assertThat(worst("U(1 b z)", (b, z, _) -> ConfluentU.ofOne(b, z))).isLessThan(1e-13);
    }

    @Test
    void halfLineHoldsProductsOfTwoScalesSevenOrdersApart() {
        assertThat(worst("tail(m n a/b)", FunctionsTest::tail)).isLessThan(3e-14);
    }

    @Test
    void halfLineNeedsFewNodes() {
        assertThat(HalfLine.of(0.8, 1, 1.2).size()).isLessThan(50);
        assertThat(HalfLine.of(1e-7, 1, 0.1).size()).isLessThan(160);
    }

    @Test
    void confluentFunctionHasALimitWithoutDiscount() {
        assertThat(ConfluentU.ofOne(-1, 0)).isEqualTo(0.5);
        assertThat(ConfluentU.ofOne(-1, 1e-12)).isCloseTo(0.5, within(1e-10));
        assertThatThrownBy(() -> ConfluentU.ofOne(1.5, 0)).hasMessageContaining("b < 1 and z = 0");
    }

    @Test
    void stretchesMayBeSteepOrInfiniteAtTheirEnds() {
        assertThat(Stretch.integral(4, Math::sqrt)).isCloseTo(16 / 3.0, within(1e-13));
        assertThat(Stretch.integral(1, y -> 1 / Math.sqrt(y))).isCloseTo(2, within(1e-7));
        assertThat(Stretch.integral(2, y -> Math.exp(-1000 * y))).isCloseTo(1e-3, within(1e-16));
        assertThat(Stretch.integral(0, y -> 1 / y)).isZero();
        assertThatThrownBy(() -> Stretch.integral(-1, y -> y)).hasMessageContaining("not negative");
    }

    @Test
    void argumentsOutsideAreRefused() {
        assertThatThrownBy(() -> Hypergeometric.ofOne(1, 2, 1)).hasMessageContaining("z = 1.0");
        assertThatThrownBy(() -> HalfLine.of(0, 1, 1)).hasMessageContaining("first must be positive");
        assertThatThrownBy(() -> HalfLine.of(1, Double.NaN, 1)).hasMessageContaining("last must be positive");
    }

    /** ∫ (1 + y/a)^-m (1 + y)^-n dy. */
    private static double tail(double m, double n, double a) {
        return HalfLine.of(1 / (m / a + n), Math.max(1, a), m + n - 1)
                .integral(y -> Math.exp(-m * Math.log1p(y / a) - n * Math.log1p(y)));
    }

    private static double worst(String function, Ternary ours) {
        return ROWS.stream()
                .filter(row -> row[0].equals(function))
                .mapToDouble(row ->
                        Math.abs(ours.of(number(row[1]), number(row[2]), number(row[3])) / number(row[4]) - 1))
                .max()
                .orElseThrow();
    }

    private static double number(String cell) {
        return Double.parseDouble(cell);
    }

    @FunctionalInterface
    private interface Ternary {
        double of(double first, double second, double third);
    }
}
