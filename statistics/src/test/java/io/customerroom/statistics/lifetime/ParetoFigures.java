package io.customerroom.statistics.lifetime;

import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Pareto/NBD: the manual and the walkthrough of the R package BTYD, and cases in which other programs failed. */
final class ParetoFigures {

    private static final ParetoNbd WALK = new ParetoNbd(0.5534, 10.5802, 0.6061, 11.6562);
    private static final ParetoNbd MANUAL = new ParetoNbd(0.55, 10.56, 0.61, 11.64);

    /** Fitted to 78 weeks of CDNOW. */
    private static final ParetoNbd LONG = new ParetoNbd(0.5629966, 12.559037, 0.4081095, 10.5148048);

    private static final ParetoNbd UNDERFLOW = new ParetoNbd(0.55, 10.58, 0.61, 11.67);
    private static final ParetoNbd OVERFLOW = new ParetoNbd(10.465, 0.00798565181, 3.0516, 2.82);
    private static final ParetoNbd APPAREL = new ParetoNbd(0.5143, 2.8845, 0.2856, 14.1087);

    private ParetoFigures() {}

    static void addTo(Map<String, Supplier<double[]>> all) {
        all.put("PN01", () -> of(WALK.probabilityAlive(new History(26, 30.86, 31))));
        all.put("PN02", () -> of(WALK.expected(52, new History(26, 216 / 7.0, 31))));
        for (int t : new int[] {1, 2, 3, 4, 5, 7, 9}) {
            all.put(String.format(Locale.ROOT, "PN%02d", t + 2), () -> of(MANUAL.expected(t)));
        }
        all.put("PN12", () -> of(MANUAL.expected(2, new History(10, 35, 39))));
        all.put("PN13", () -> of(discounted(7, 35)));
        all.put("PN14", () -> of(discounted(1, 30)));
        for (int x = 4; x <= 6; x++) {
            int bought = x;
            all.put("PN1" + (x + 3), () -> of(discounted(bought, 30)));
        }
        all.put("PN-uf132", () -> of(UNDERFLOW.expected(10, new History(132, 200, 200))));
        all.put("PN-uf133", () -> of(UNDERFLOW.expected(10, new History(133, 200, 200))));
        all.put("PN-of400-5", () -> of(logA0(OVERFLOW, 400, 5, 6)));
        all.put("PN-of500-4", () -> of(logA0(OVERFLOW, 500, 4, 37)));
        all.put("PN-clv221", () -> of(APPAREL.probabilityAlive(new History(221, 103.42857, 103.57143))));
        all.put("PN-clv254", () -> of(APPAREL.probabilityAlive(new History(254, 97.14286, 97.28571))));
        all.put("PN-clv161", () -> of(APPAREL.probabilityAlive(new History(161, 94.71429, 98))));
        all.put("PN-clv204", () -> of(APPAREL.probabilityAlive(new History(204, 98.57143, 99.42857))));
    }

    private static double discounted(int x, double recency) {
        return LONG.discountedExpected(new Discount(0.0027), new History(x, recency, 77.86));
    }

    /** A₀ of the papers: (r + s + x) ∫ (α + y)^−(r+x) (β + y)^−(s+1) dy between t_x and T. */
    private static double logA0(ParetoNbd model, int x, double recency, double age) {
        double m = model.r() + x;
        return Math.log((m + model.s()) / model.s())
                + model.tail().logOddsGone(x, recency, age)
                - m * Math.log(model.alpha() + age)
                - model.s() * Math.log(model.beta() + age);
    }

    private static double[] of(double value) {
        return new double[] {value};
    }
}
