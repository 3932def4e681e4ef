package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.customerroom.statistics.Golden;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How likely a known customer buys n times in the next t: against {@code next_purchases.py}, and against what must hold of any distribution. */
class NextPurchasesTest {

    private static final double TOLERANCE = 1e-9;

    /** Below, a double may have lost the value. */
    private static final double TINY = 1e-290;

    private static final History KNOWN = new History(2, 30, 38);

    private static final List<PurchaseModel> MODELS = List.of(
            new Nbd(0.243, 4.414),
            new BgNbd(0.243, 4.414, 0.793, 2.426),
            new MbgNbd(0.243, 4.414, 0.793, 2.426),
            new MbgCnbd(3, 0.243, 4.414, 0.793, 2.426),
            new GeometricNbd(0.243, 4.414, 5),
            new ExponentialNbd(0.243, 4.414, 0.01),
            new ParetoNbd(0.553, 10.58, 0.606, 11.67),
            new BgBb(1.2, 0.75, 0.66, 2.78));

    @Test
    void isExactToAThousandMillionth() {
        List<String[]> rows = Golden.table(NextPurchasesTest.class, "next-purchases.tsv.gz");
        List<String> off = new ArrayList<>();
        for (String[] row : rows) {
            double[] at = numbers(row[2]);
            double ours = model(row[0], numbers(row[1]))
                    .probability((int) at[3], at[4], new History((int) at[0], at[1], at[2]));
            double theirs = Double.parseDouble(row[3]);
            if (theirs < TINY ? !(ours < TINY) : !(Math.abs(ours - theirs) <= TOLERANCE * theirs)) {
                off.add(String.join(" | ", row) + ": was " + ours);
            }
        }
        assertThat(off).isEmpty();
        assertThat(rows).hasSize(270);
    }

    @Test
    void addsUpToOneAndToTheExpectation() {
        for (PurchaseModel model : MODELS) {
            double[] chances = IntStream.range(0, 400)
                    .mapToDouble(n -> model.probability(n, 20, KNOWN))
                    .toArray();

            assertThat(Arrays.stream(chances).sum()).as("%s", model).isCloseTo(1, within(1e-12));
            assertThat(IntStream.range(0, 400).mapToDouble(n -> n * chances[n]).sum())
                    .as("%s", model)
                    .isCloseTo(model.expected(20, KNOWN), within(1e-11));
        }
    }

    @Test
    void inNoTimeNobodyBuys() {
        for (PurchaseModel model : MODELS) {
            assertThat(model.probability(0, 0, KNOWN)).as("%s", model).isCloseTo(1, within(1e-15));
            assertThat(model.probability(1, 0, KNOWN)).as("%s", model).isZero();
        }
    }

    @Test
    void lessThanNothingIsRefused() {
        for (PurchaseModel model : MODELS) {
            assertThatThrownBy(() -> model.probability(-1, 20, KNOWN))
                    .as("%s", model)
                    .hasMessageContaining("n must be finite and not negative, but was -1");
            assertThatThrownBy(() -> model.probability(1, -20, KNOWN))
                    .as("%s", model)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static PurchaseModel model(String name, double[] p) {
        return switch (name) {
            case "NBD" -> new Nbd(p[0], p[1]);
            case "BG/NBD" -> new BgNbd(p[0], p[1], p[2], p[3]);
            case "MBG/NBD" -> new MbgNbd(p[0], p[1], p[2], p[3]);
            case "MBG/CNBD-3" -> new MbgCnbd(3, p[0], p[1], p[2], p[3]);
            case "one chance" -> new GeometricNbd(p[0], p[1], p[2]);
            case "one rate" -> new ExponentialNbd(p[0], p[1], p[2]);
            case "BG/BB" -> new BgBb(p[0], p[1], p[2], p[3]);
            default -> throw new AssertionError(name);
        };
    }

    private static double[] numbers(String cells) {
        return Arrays.stream(cells.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
