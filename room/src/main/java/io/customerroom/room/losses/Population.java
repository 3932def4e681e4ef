package io.customerroom.room.losses;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Whom a draw is made from: the leavers of a month who are still away.
 *
 * @param since the day on which they are still away
 * @param build the ledger that says so
 * @param definitions under which it was built
 * @param barred of the leavers, those who said that they must not be called
 * @param before of the leavers, those who were drawn at any time before, under whichever key
 */
public record Population(
        Period month,
        LocalDate since,
        String build,
        Clocks clocks,
        String definitions,
        List<Leaver> leavers,
        Set<CustomerId> barred,
        Set<CustomerId> before) {

    public Population {
        leavers = List.copyOf(leavers);
        barred = Set.copyOf(barred);
        before = Set.copyOf(before);
    }

    /** @param value what left with the customer; may be nothing */
    public record Leaver(CustomerId customer, BigDecimal value, LocalDate lostOn) {}

    /** Whether this leaver may be drawn, and if not why: as the evidence writes it. */
    public String standing(Leaver leaver) {
        return barred.contains(leaver.customer())
                ? "do not call"
                : before.contains(leaver.customer()) ? "drawn before" : "may be drawn";
    }

    /** Those who may be drawn. */
    public List<Leaver> eligible() {
        return leavers.stream()
                .filter(leaver -> !barred.contains(leaver.customer()) && !before.contains(leaver.customer()))
                .toList();
    }
}
