package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.survival.AalenJohansen;
import io.customerroom.statistics.survival.KaplanMeier;
import io.customerroom.statistics.survival.RiskTable;

/** Figures whose inputs are all printed. */
final class FurtherFormulas {

    private static final int DONORS = 11_104;

    private FurtherFormulas() {}

    static double value(FurtherRow row) {
        return switch (row.model()) {
            case "Kaplan-Meier", "Aalen-Johansen" -> stay(row);
            case "sBG" ->
                new ShiftedBetaGeometric(row.parameterValues()[0], row.parameterValues()[1]).survival(row.count(0));
            default -> purchases(row, model(row));
        };
    }

    private static PurchaseModel model(FurtherRow row) {
        double[] p = row.parameterValues();
        return switch (row.model()) {
            case "BG/NBD" -> new BgNbd(p[0], p[1], p[2], p[3]);
            case "Pareto/NBD" -> new ParetoNbd(p[0], p[1], p[2], p[3]);
            case "BG/BB" -> new BgBb(p[0], p[1], p[2], p[3]);
            default -> throw new AssertionError(row);
        };
    }

    private static double purchases(FurtherRow row, PurchaseModel model) {
        double[] at = row.argumentValues();
        return switch (row.quantity()) {
            case "E(t)" -> model.expected(at[0]);
            case "P(n;t)" -> model.probability((int) at[0], at[1]);
            case "alive" -> model.probabilityAlive(new History((int) at[0], at[1], at[2]));
            case "donors with n in a window" -> DONORS * model.probability((int) at[0], at[1], at[1] + at[2]);
            default -> throw new AssertionError(row);
        };
    }

    private static double stay(FurtherRow row) {
        RiskTable table = table(row.parameters());
        double age = row.argumentValues()[0];
        return switch (row.quantity()) {
            case "S(t)" -> KaplanMeier.of(table).survival(age);
            case "percent S(t)" -> 100 * KaplanMeier.of(table).survival(age);
            case "error" -> KaplanMeier.of(table).standardError(age);
            case "percent left" -> 100 * AalenJohansen.of(table).incidence(0, age);
            default -> throw new AssertionError(row);
        };
    }

    private static RiskTable table(String name) {
        return switch (name) {
            case "aml maintained" ->
                weeks(new int[] {9, 13, 18, 23, 31, 34, 48}, new int[] {13, 28, 45, 161})
                        .build();
            case "remission placebo" ->
                weeks(new int[] {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23}, new int[0])
                        .build();
            // 305 patients, of whom the first nine are told: cause 0 is the disease, cause 1 another.
            case "breast cancer" ->
                RiskTable.builder(2)
                        .lost(10, 0, 1)
                        .lost(16, 0, 1)
                        .lost(18, 1, 1)
                        .lost(23, 0, 1)
                        .lost(26, 1, 1)
                        .lost(27, 0, 1)
                        .staying(7, 1)
                        .staying(14, 1)
                        .staying(24, 1)
                        .staying(99, 296)
                        .build();
            default -> throw new AssertionError(name);
        };
    }

    private static RiskTable.Builder weeks(int[] lost, int[] staying) {
        RiskTable.Builder builder = RiskTable.builder(1);
        for (int week : lost) {
            builder.lost(week, 0, 1);
        }
        for (int week : staying) {
            builder.staying(week, 1);
        }
        return builder;
    }
}
