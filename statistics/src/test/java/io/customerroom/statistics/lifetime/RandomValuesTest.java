package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.statistics.Golden;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every question that a lifetime model answers, at random parameters and histories, extreme ones among them: nobody has bought yet, bought this very moment, bought all on the first day,
 * a and s at and next to 1, nearly no discount. Against arbitrary precision by ways of its own ({@code random_values.py}): nothing is NaN, and nothing is off by more than 1e-9.
 */
class RandomValuesTest {

    private static final double TOLERANCE = 1e-9;

    /** Below, a double may have lost the value. */
    private static final double TINY = 1e-290;

    @Test
    void everyAnswerIsExactToAThousandMillionth() {
        List<String[]> rows = Golden.table(RandomValuesTest.class, "random-values.tsv.gz");
        List<String> off = new ArrayList<>();
        for (String[] row : rows) {
            double[] ours = ours(row[0], row[1], numbers(row[2]), numbers(row[3]));
            double[] theirs = numbers(row[4]);
            for (int i = 0; i < theirs.length; i++) {
                if (!same(row[0].equals("known") && i == 0, ours[i], theirs[i])) {
                    off.add("%s: value %d was %s".formatted(String.join(" | ", row), i, ours[i]));
                }
            }
        }
        assertThat(off).isEmpty();
        assertThat(rows.size()).isGreaterThan(700);
    }

    /** Of a likelihood near 1 the relative error is the absolute one of its logarithm. */
    private static boolean same(boolean logarithm, double ours, double theirs) {
        return Double.isInfinite(theirs) || Math.abs(theirs) < TINY
                ? ours == theirs || Math.abs(ours) < TINY
                : Math.abs(ours - theirs) <= TOLERANCE * (logarithm ? Math.max(1, Math.abs(theirs)) : Math.abs(theirs));
    }

    private static double[] ours(String question, String model, double[] p, double[] at) {
        if (question.equals("derl")) {
            RenewalModel stay =
                    p.length == 2 ? new ShiftedBetaGeometric(p[0], p[1]) : new BetaDiscreteWeibull(p[0], p[1], p[2]);
            return new double[] {stay.residualLifetime((int) at[0], at[1])};
        }
        PurchaseModel buying = model(model, p);
        return switch (question) {
            case "window" -> new double[] {buying.probability((int) at[0], at[1], at[2])};
            case "next" ->
                new double[] {
                    ((ParetoNbd) buying).probability((int) at[3], at[4], new History((int) at[0], at[1], at[2]))
                };
            default -> known(buying, new History((int) at[0], at[1], at[2]), at);
        };
    }

    /** ln of the likelihood, log-odds, purchases to come, and discounted for ever. */
    private static double[] known(PurchaseModel model, History history, double[] at) {
        double worth =
                switch (model) {
                    case BgNbd it -> it.discountedExpected(new Discount(at[4]), history);
                    case MbgNbd it -> it.discountedExpected(new Discount(at[4]), history);
                    case ParetoNbd it -> it.discountedExpected(new Discount(at[4]), history);
                    case BgBb it -> it.discountedExpected(at[4], history);
                    default -> Double.NaN;
                };
        return new double[] {
            model.logLikelihood(history), model.logOddsAlive(history), model.expected(at[3], history), worth
        };
    }

    private static PurchaseModel model(String name, double[] p) {
        return switch (name) {
            case "NBD" -> new Nbd(p[0], p[1]);
            case "BG/NBD" -> new BgNbd(p[0], p[1], p[2], p[3]);
            case "MBG/NBD" -> new MbgNbd(p[0], p[1], p[2], p[3]);
            case "Pareto/NBD" -> new ParetoNbd(p[0], p[1], p[2], p[3]);
            case "BG/BB" -> new BgBb(p[0], p[1], p[2], p[3]);
            default -> new MbgCnbd(Integer.parseInt(name.substring(name.lastIndexOf('-') + 1)), p[0], p[1], p[2], p[3]);
        };
    }

    private static double[] numbers(String cells) {
        return Arrays.stream(cells.split(" "))
                .mapToDouble(cell -> switch (cell) {
                    case "inf", "+inf" -> Double.POSITIVE_INFINITY;
                    default -> Double.parseDouble(cell);
                })
                .toArray();
    }
}
