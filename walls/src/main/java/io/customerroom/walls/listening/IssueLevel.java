package io.customerroom.walls.listening;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The level at or under which people want the volume of an issue: tickets opened in a calendar month, for all customers.
 *
 * @param most tickets a month that are still within the level; the level itself is
 * @param calm months in a row within the level that stop the clock
 * @param owner account of who promised or set it
 * @param promise id of the promise it comes from; empty for a target that was set on the issue
 * @param due by when it was promised; empty for a target
 */
public record IssueLevel(long most, int calm, String owner, Optional<String> promise, Optional<LocalDate> due) {

    /** Months in a row that stop a clock where nobody said another number. */
    public static final int CALM = 3;

    /** The longest run that may be asked for. */
    public static final int MOST_CALM = 12;

    public IssueLevel {
        if (most < 0) {
            throw new IllegalArgumentException("most must not be negative, but was " + most);
        }
        if (calm < 1 || calm > MOST_CALM) {
            throw new IllegalArgumentException("calm must be from 1 to %d, but was %d".formatted(MOST_CALM, calm));
        }
    }
}
