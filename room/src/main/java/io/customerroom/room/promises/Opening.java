package io.customerroom.room.promises;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * How a meeting opens: what became of the promises since the one before. Every promise stands in one list only; an overdue one that was
 * moved before is overdue.
 *
 * @param kept since the meeting before
 * @param broken since the meeting before
 * @param withdrawn since the meeting before
 * @param overdue open, and their date has passed on the day of the meeting
 * @param moved open, in time, and moved since the meeting before
 * @param open all other open ones
 */
public record Opening(
        List<Promise> kept,
        List<Promise> broken,
        List<Promise> withdrawn,
        List<Promise> overdue,
        List<Promise> moved,
        List<Promise> open) {

    /**
     * Sorts promises for a meeting.
     *
     * @param since the moment of the meeting before; the earliest instant if there is none
     */
    public static Opening of(List<Promise> promises, LocalDate day, Instant since) {
        Predicate<Promise> recent = promise -> promise.events().getLast().at().isAfter(since);
        Predicate<Promise> late = promise -> promise.overdue(day);
        Predicate<Promise> moved = promise -> promise.movedSince(since);
        return new Opening(
                select(promises, recent.and(closedAs(Promise.State.KEPT))),
                select(promises, recent.and(closedAs(Promise.State.BROKEN))),
                select(promises, recent.and(closedAs(Promise.State.WITHDRAWN))),
                select(promises, late),
                select(promises, late.negate().and(Promise::open).and(moved)),
                select(promises, late.negate().and(Promise::open).and(moved.negate())));
    }

    public boolean empty() {
        return kept.isEmpty()
                && broken.isEmpty()
                && withdrawn.isEmpty()
                && overdue.isEmpty()
                && moved.isEmpty()
                && open.isEmpty();
    }

    private static Predicate<Promise> closedAs(Promise.State state) {
        return promise -> promise.state() == state;
    }

    private static List<Promise> select(List<Promise> promises, Predicate<Promise> which) {
        return promises.stream().filter(which).toList();
    }
}
