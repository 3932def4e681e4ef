package io.customerroom.walls.stays;

import io.customerroom.statistics.lifetime.RenewalModel;
import io.customerroom.statistics.lifetime.Renewals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stays that are renewed in periods of one length.
 *
 * @param name of the segment; empty for those without
 * @param length of a period in months: 1, or what is paid at once where hardly anybody leaves in between
 */
public record RenewalGroup(String name, int length, Stays stays) {

    private static final int MONTHS_OF_YEAR = 12;

    /** In a group that is bound for longer at most so many of those lost leave within a period. */
    private static final double MOST_BETWEEN = 0.1;

    /** A shorter length is a guess from too few. */
    private static final long FEWEST_LOST = 5;

    /** The groups of a segment each: by month, and apart those that are bound for as long as they have paid. */
    public static List<RenewalGroup> of(Stays all) {
        List<RenewalGroup> groups = new ArrayList<>();
        all.by(Stay::segment).forEach((segment, stays) -> {
            Map<Integer, List<Stay>> byLength = new TreeMap<>();
            stays.by(stay -> Integer.toString(stay.billing()))
                    .values()
                    .forEach(paid -> byLength.computeIfAbsent(length(paid), length -> new ArrayList<>())
                            .addAll(paid.all()));
            byLength.forEach((length, part) -> groups.add(new RenewalGroup(segment, length, new Stays(part))));
        });
        return List.copyOf(groups);
    }

    /** Who pays for a year but may leave in any month is renewed by the month. */
    private static int length(Stays paid) {
        int billing = paid.all().getFirst().billing();
        long lost = paid.lost();
        long between =
                paid.where(stay -> stay.lost() && stay.months() % billing != 0).customers();
        return billing > 1 && lost >= FEWEST_LOST && between <= MOST_BETWEEN * lost ? billing : 1;
    }

    /** Whether a stay is renewed as those of this group: of its segment, and paid for as many months. */
    boolean holds(Stay stay) {
        return stay.segment().equals(name) && stays.all().stream().anyMatch(held -> held.billing() == stay.billing());
    }

    /** One stay of this group, for itself. */
    RenewalGroup only(Stay stay) {
        return new RenewalGroup(name, length, new Stays(List.of(stay)));
    }

    /** Counted for the models. */
    public Renewals renewals() {
        Renewals.Builder counts = Renewals.builder();
        for (Stay stay : stays.all()) {
            if (stay.lost()) {
                counts.lost((stay.months() + length - 1) / length, stay.customers());
            } else {
                counts.staying(stay.months() / length, stay.customers());
            }
            if (stay.entered() >= length) {
                counts.joined(stay.entered() / length, stay.customers());
            }
        }
        return counts.build();
    }

    /** How many of those who stay are expected to be there so many months later. */
    public double expected(RenewalModel model, int later) {
        return stays.all().stream()
                .filter(stay -> !stay.lost())
                .mapToDouble(stay -> stay.customers()
                        * Math.exp(model.logSurvival((stay.months() + later) / length)
                                - model.logSurvival(stay.months() / length)))
                .sum();
    }

    /**
     * The present value of what those who stay will still pay within so many years. The running period is paid; the next renewal lies half a period ahead.
     *
     * @param discount per period of this group
     */
    public double worth(RenewalModel model, double discount, int years) {
        Map<Integer, Double> residuals = new HashMap<>();
        double worth = 0;
        for (Stay stay : stays.all()) {
            if (!stay.lost()) {
                worth += stay.monthly().doubleValue() * length * residual(residuals, model, stay, discount, years);
            }
        }
        return worth / Math.sqrt(1 + discount);
    }

    /** Periods to come within so many years of one of those who stay, discounted, on average: DERL of that time. */
    public double residual(RenewalModel model, double discount, int years) {
        Map<Integer, Double> residuals = new HashMap<>();
        double customers = 0;
        double sum = 0;
        for (Stay stay : stays.all()) {
            if (!stay.lost()) {
                customers += stay.customers();
                sum += stay.customers() * residual(residuals, model, stay, discount, years);
            }
        }
        return customers == 0 ? 0 : sum / customers;
    }

    /** Many stays have lasted as long. */
    private double residual(Map<Integer, Double> known, RenewalModel model, Stay stay, double discount, int years) {
        return known.computeIfAbsent(
                stay.months() / length,
                renewals -> model.residualLifetime(renewals, discount, years * MONTHS_OF_YEAR / length));
    }
}
