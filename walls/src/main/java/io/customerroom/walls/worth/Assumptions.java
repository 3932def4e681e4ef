package io.customerroom.walls.worth;

import io.customerroom.ledger.definitions.WorthDefinition;
import io.customerroom.walls.exhibit.Exhibit;
import java.math.BigDecimal;

/**
 * What is assumed about later money. It stands beside every figure that depends on it.
 *
 * @param yearlyRate by which money of a year later is worth less: 0.15
 * @param years how far ahead purchases are counted; what comes later counts nothing
 * @param level of all intervals: 0.90
 * @param aliveBelow customers whose P(alive) is smaller are lost by the second rule of loss: 0.50
 * @param definition id of the version that says so: {@code worth@1}
 * @param perSegment whether segments have models of their own where the holdout speaks for it
 */
public record Assumptions(
        double yearlyRate, int years, double level, double aliveBelow, String definition, boolean perSegment) {

    /** Fifteen per cent a year, five years ahead, intervals of 90 %. */
    public static final Assumptions USUAL = new Assumptions(0.15, 5, 0.90, 0.50, "worth@1", false);

    /** Of a year, in days. */
    public static final double YEAR = 365.25;

    public Assumptions {
        if (!(yearlyRate >= 0 && yearlyRate < 10)) {
            throw new IllegalArgumentException("the yearly rate must lie between 0 and 10, but was " + yearlyRate);
        }
        if (years < 1 || years > 30) {
            throw new IllegalArgumentException("years must lie between 1 and 30, but was " + years);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("the level must lie between 0 and 1, but was " + level);
        }
        if (!(aliveBelow > 0 && aliveBelow < 1)) {
            throw new IllegalArgumentException("aliveBelow must lie between 0 and 1, but was " + aliveBelow);
        }
    }

    /** As a definition says. */
    public static Assumptions of(WorthDefinition definition) {
        return new Assumptions(
                definition.discountPercent().movePointLeft(2).doubleValue(),
                definition.years(),
                definition.levelPercent() / 100.0,
                definition.aliveBelowPercent() / 100.0,
                definition.card().id(),
                definition.models() == WorthDefinition.Models.PER_SEGMENT);
    }

    /** The same, with a model for every segment that bears one out. */
    public Assumptions bySegment() {
        return new Assumptions(yearlyRate, years, level, aliveBelow, definition, true);
    }

    /** What money of a coming year is worth today; it comes in the middle of the year. The first year is 1. */
    double weight(int year) {
        return Math.pow(1 + yearlyRate, 0.5 - year);
    }

    /** {@code discounted by 15 % a year, 5 years ahead}. */
    public String words() {
        return "discounted by %s %% a year, %d years ahead"
                .formatted(
                        BigDecimal.valueOf(yearlyRate)
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString(),
                        years);
    }

    /** The papers of an answer, with the definition of what was assumed. */
    public Exhibit.Source beside(Exhibit.Source answer) {
        return new Exhibit.Source(
                answer.metric(), answer.definitions() + "," + definition, answer.fingerprint(), answer.hash());
    }

    /** {@code 90 %}. */
    public String levelWords() {
        return Math.round(100 * level) + " %";
    }
}
