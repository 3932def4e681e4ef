package io.customerroom.ledger.metrics;

import java.math.BigDecimal;
import java.util.List;

/**
 * The floor (or ceiling) a priority contact must keep, and how it is judged.
 *
 * @param direction on which side of the standard a reading is right
 * @param strict whether a reading equal to the standard is already wrong
 * @param minN readings on fewer observations say nothing
 * @param runLength consecutive wrong readings that make a breach
 */
public record MinimumStandard(BigDecimal standard, Direction direction, boolean strict, long minN, int runLength) {

    /** On which side of the standard a reading is right. */
    public enum Direction {
        AT_LEAST,
        AT_MOST
    }

    /** What the readings say. */
    public enum Judgement {
        /** The newest reading keeps the standard, or the wrong ones are too few in a row. */
        HOLDS,
        BREACH,
        /** The newest reading stands on too few observations. */
        TOO_FEW,
        NO_READING
    }

    /** One reading of the measure, on n observations. */
    public record Reading(BigDecimal value, long n) {}

    public MinimumStandard {
        if (minN < 0) {
            throw new IllegalArgumentException("minN must not be negative, but was " + minN);
        }
        if (runLength < 1) {
            throw new IllegalArgumentException("runLength must be at least 1, but was " + runLength);
        }
    }

    /** @param newestFirst readings, the newest first */
    public Judgement judge(List<Reading> newestFirst) {
        if (newestFirst.isEmpty()) {
            return Judgement.NO_READING;
        }
        return judge(newestFirst.getFirst(), run(newestFirst));
    }

    /** @param run how many wrong readings in a row there are, the newest included */
    public Judgement judge(Reading newest, int run) {
        if (newest.n() < minN) {
            return Judgement.TOO_FEW;
        }
        return run >= runLength ? Judgement.BREACH : Judgement.HOLDS;
    }

    /** How many readings in a row are wrong, the newest included; 0 if that one is right or says nothing. */
    public int run(List<Reading> newestFirst) {
        return (int) newestFirst.stream().takeWhile(this::isWrong).count();
    }

    /** A reading on too few observations is never wrong: it breaks the run. */
    public boolean isWrong(Reading reading) {
        return reading.n() >= minN && isBeyond(reading.value());
    }

    private boolean isBeyond(BigDecimal value) {
        int side = value.compareTo(standard);
        return switch (direction) {
            case AT_LEAST -> strict ? side <= 0 : side < 0;
            case AT_MOST -> strict ? side >= 0 : side > 0;
        };
    }
}
