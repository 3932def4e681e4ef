package io.customerroom.room.losses;

import io.customerroom.kernel.CustomerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One draw of leavers, with everything that is needed to make it again.
 *
 * @param id {@code d1}, {@code d2}, … in the order of drawing
 * @param month whose leavers were drawn
 * @param since the day on which they were still away
 * @param seed of the random numbers; follows from the month and the ledger
 * @param build the ledger
 * @param population hash of the file of evidence with everybody who was looked at
 * @param leavers how many there were
 * @param barred of them must not be called
 * @param before of them were drawn at some time before
 * @param executives to whom they were dealt, in this order, one at a time
 * @param each so many per executive, where there were enough
 */
public record Drawing(
        String id,
        String month,
        LocalDate since,
        String seed,
        String build,
        LocalDate through,
        Instant known,
        String definitions,
        String population,
        int leavers,
        int barred,
        int before,
        List<String> executives,
        int each,
        List<Drawn> drawn,
        Instant at,
        String by) {

    public Drawing {
        executives = List.copyOf(executives);
        drawn = List.copyOf(drawn);
    }

    /**
     * One who was drawn.
     *
     * @param place in the order of the draw, from 1
     * @param inclusion the chance to be among all that were drawn then, between 0 and 1
     */
    public record Drawn(
            int place, String executive, CustomerId customer, BigDecimal value, LocalDate lostOn, double inclusion) {}

    /** How many could have been drawn. */
    public int eligible() {
        return leavers - barred - before;
    }

    /** One executive's part, in the order of the draw. */
    public List<Drawn> of(String executive) {
        return drawn.stream().filter(one -> one.executive().equals(executive)).toList();
    }
}
