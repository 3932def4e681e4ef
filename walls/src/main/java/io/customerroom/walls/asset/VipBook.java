package io.customerroom.walls.asset;

import io.customerroom.kernel.CustomerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Knows which customers leaders look after by name. Whoever keeps the choice implements it. */
@FunctionalInterface
public interface VipBook {

    /** Nobody is chosen. */
    VipBook EMPTY = known -> List.of();

    /** Every choice made up to a moment, as it stood then, in the order of choosing. */
    List<Choice> choices(Instant known);

    /**
     * @param from the day of the choice
     * @param until the day on which it ended; empty while it holds
     */
    record Choice(CustomerId customer, LocalDate from, Optional<LocalDate> until) {

        /** Whether it held at the end of a day. */
        public boolean on(LocalDate day) {
            return !from.isAfter(day) && until.filter(end -> !end.isAfter(day)).isEmpty();
        }
    }
}
