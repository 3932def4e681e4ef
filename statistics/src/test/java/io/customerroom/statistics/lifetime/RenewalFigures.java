package io.customerroom.statistics.lifetime;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Renewals: the High End and Regular customers of Fader and Hardie (2007), their worked examples of 2010 and 2015. */
final class RenewalFigures {

    static final long[] HIGH_END = {1000, 869, 743, 653, 593, 551, 517, 491};
    static final long[] REGULAR = {1000, 631, 468, 382, 326, 289, 262, 241};

    /** Five cohorts of 10,000, one a year: each has been seen for one year less than the one before. */
    private static final long[] YEARLY = {10_000, 6_334, 4_367, 3_264, 2_604};

    private RenewalFigures() {}

    static void addTo(Map<String, Supplier<double[]>> all) {
        all.put("SBG-HighEnd", () -> fitted(Renewals.cohort(HIGH_END)));
        all.put("SBG-HighEnd-5", () -> projected(fiveOf(HIGH_END)));
        all.put("BDW-HighEnd-8", () -> weibull(Renewals.cohort(HIGH_END)));
        all.put("SBG-Regular-S12", () -> survivors(Renewals.cohort(REGULAR)));
        all.put("SBG-Regular-5", () -> projected(fiveOf(REGULAR)));
        all.put("BDW-Regular-8", () -> weibull(Renewals.cohort(REGULAR)));
        all.put("SBG-Regular-8", () -> projected(Renewals.cohort(REGULAR)));
        all.put("SBG-BGintro", () -> fitted(fiveOf(REGULAR)));
        all.put("SBG-multi-1", () -> fitted(staggered()));
        ShiftedBetaGeometric calm = new ShiftedBetaGeometric(3.8, 15.2);
        ShiftedBetaGeometric mixed = new ShiftedBetaGeometric(1 / 15.0, 4 / 15.0);
        all.put("DERL1-1", () -> of(calm.residualLifetime(0, 0.1)));
        all.put("DERL1-4", () -> of(calm.residualLifetime(3, 0.1)));
        for (int made = 0; made < 5; made++) {
            int renewals = made;
            all.put("DERL2-" + (made + 1), () -> of(mixed.residualLifetime(renewals, 0.1)));
        }
        all.put("ERLV-1", () -> of(100 * new ShiftedBetaGeometric(0.764, 1.296).residualLifetime(0, 0.1)));
        all.put("DERL-cb2", () -> of(customerBase(mixed)));
    }

    /** Customers who have made 4, 3, … 0 renewals. */
    private static double customerBase(ShiftedBetaGeometric model) {
        long[] customers = {7_235, 11_074, 13_300, 15_200, 20_500};
        double value = 0;
        for (int i = 0; i < customers.length; i++) {
            value += customers[i] * model.residualLifetime(customers.length - 1 - i, 0.1);
        }
        return value;
    }

    private static Renewals staggered() {
        Renewals.Builder builder = Renewals.builder();
        for (int seen = 1; seen < YEARLY.length; seen++) {
            builder.cohort(Arrays.copyOf(YEARLY, seen + 1));
        }
        return builder.build();
    }

    private static Renewals fiveOf(long[] survivors) {
        return Renewals.cohort(Arrays.copyOf(survivors, 5));
    }

    private static double[] fitted(Renewals renewals) {
        Estimate it = ShiftedBetaGeometric.fit(renewals).orElseThrow().estimate();
        return of(it.value("alpha"), it.value("beta"), it.logLikelihood());
    }

    private static double[] projected(Renewals renewals) {
        Fit.Converged<ShiftedBetaGeometric> fit =
                ShiftedBetaGeometric.fit(renewals).orElseThrow();
        return of(
                fit.model().alpha(),
                fit.model().beta(),
                fit.estimate().logLikelihood(),
                fit.model().polarisation(),
                1000 * fit.model().survival(12));
    }

    private static double[] survivors(Renewals renewals) {
        ShiftedBetaGeometric model =
                ShiftedBetaGeometric.fit(renewals).orElseThrow().model();
        return IntStream.rangeClosed(8, 12)
                .mapToDouble(t -> 1000 * model.survival(t))
                .toArray();
    }

    /** Also where the test against the sBG refuses it: the maximum is the published one. */
    private static double[] weibull(Renewals renewals) {
        Estimate it = RenewalModelsTest.reached(BetaDiscreteWeibull.fit(renewals));
        BetaDiscreteWeibull model = new BetaDiscreteWeibull(it.value("alpha"), it.value("beta"), it.value("c"));
        return of(
                model.alpha(),
                model.beta(),
                model.c(),
                it.logLikelihood(),
                1000 * model.survival(12),
                model.polarisation());
    }

    private static double[] of(double... values) {
        return values;
    }
}
