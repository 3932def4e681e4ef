package io.customerroom.ledger.definitions;

import java.math.BigDecimal;

/**
 * What is assumed about later money where it is said what customers are worth. It is read when a question is asked and never by a build.
 *
 * @param discountPercent by which money of a year later is worth less: 15
 * @param years how far ahead money is counted; what comes later counts nothing
 * @param levelPercent of the intervals: 90
 * @param aliveBelowPercent customers whose P(alive) is smaller are lost where the definition of active customers is not asked: 50
 * @param models who shares a model of how customers buy and leave
 */
public record WorthDefinition(
        DefinitionCard card,
        BigDecimal discountPercent,
        int years,
        int levelPercent,
        int aliveBelowPercent,
        Models models)
        implements Definition {

    /** Who shares a model. */
    public enum Models {
        /** Everybody. */
        ONE,
        /** The customers of a segment, where a model of their own has foretold them better than that of all. */
        PER_SEGMENT
    }

    public WorthDefinition {
        if (discountPercent.signum() < 0 || discountPercent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException(
                    "discountPercent must lie between 0 and 100, but was " + discountPercent.toPlainString());
        }
        if (years < 1 || years > 30) {
            throw new IllegalArgumentException("years must lie between 1 and 30, but was " + years);
        }
        if (levelPercent < 50 || levelPercent > 99) {
            throw new IllegalArgumentException("levelPercent must lie between 50 and 99, but was " + levelPercent);
        }
        if (aliveBelowPercent < 1 || aliveBelowPercent > 99) {
            throw new IllegalArgumentException(
                    "aliveBelowPercent must lie between 1 and 99, but was " + aliveBelowPercent);
        }
    }
}
