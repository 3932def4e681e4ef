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
 */
public record Figure(
        String id,
        String label,
        Optional<BigDecimal> value,
        String shown,
        String parts,
        Optional<Comparison> prior,
        Optional<Comparison> lastYear,
        Optional<Drill> drill) {

    /**
     * What it was, and whether the way from there to here is a good one.
     *
     * @param period whose value this is
     * @param shown the former value
     * @param change signed, in the figure's unit
     */
    public record Comparison(String period, String shown, String change, Mark mark) {}
}
