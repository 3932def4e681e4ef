package io.customerroom.walls.exhibit;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One number in the opening of a wall, with what it was before beside it.
 *
 * @param id stable inside its exhibit
 * @param label in the reader's words
 * @param value exact; empty when there is nothing to say, which is not zero
 * @param shown as it is written, with its unit where that is not in the label
 * @param parts how it comes about: "190 gained + 22 regained"; may be empty
 * @param prior against the period before
 * @param lastYear against the same period last year
 * @param goal what was aimed at, where a goal was stated
 */
public record Figure(
        String id,
        String label,
        Optional<BigDecimal> value,
        String shown,
        String parts,
        Optional<Comparison> prior,
        Optional<Comparison> lastYear,
        Optional<Drill> drill,
        Optional<Aim> goal) {

    /** A figure without a goal. */
    public Figure(
            String id,
            String label,
            Optional<BigDecimal> value,
            String shown,
            String parts,
            Optional<Comparison> prior,
            Optional<Comparison> lastYear,
            Optional<Drill> drill) {
        this(id, label, value, shown, parts, prior, lastYear, drill, Optional.empty());
    }

    /** The same figure with its goal. */
    public Figure against(Aim aim) {
        return new Figure(id, label, value, shown, parts, prior, lastYear, drill, Optional.of(aim));
    }

    /**
     * A goal in words, and whether it gives cause for concern.
     *
     * @param words "Goal 200 for October 2026: missed by 26"
     */
    public record Aim(String words, Mark mark) {}

    /**
     * What it was, and whether the way from there to here is a good one.
     *
     * @param period whose value this is
     * @param shown the former value
     * @param change signed, in the figure's unit
     */
    public record Comparison(String period, String shown, String change, Mark mark) {}
}
