package io.customerroom.room.issues;

import io.customerroom.kernel.Authorship;
import io.customerroom.room.promises.Promise;
import io.customerroom.walls.listening.IssueBook;
import java.time.LocalDate;
import java.util.List;

/**
 * Owners, targets and plans of issues. Nothing is edited in place: each change is another version, with its author and an entry in the
 * trail, in one transaction. Asking for what stands already changes nothing.
 *
 * <p>The level of an issue's clock comes from a promise on the issue's volume while one is open; otherwise from what was said last: such a
 * promise that was kept or broken, or a target. A promise that was withdrawn says nothing. Only promises of at most so many tickets
 * opened, about a named issue, are on its volume.
 */
public interface Issues extends IssueBook {

    /** An issue's name is at most this long. */
    int NAME = 200;

    /** Levels above this one are none. */
    long MOST = 1_000_000_000L;

    /** The versions of an issue's target, newest first. */
    List<Target> targets(String issue);

    /** What is done about an issue, in the order of writing. */
    List<PlanLine> plan(String issue);

    /** Promises about an issue, on its volume or on another of its figures, in the order of giving. */
    List<Promise> promises(String issue);

    /**
     * Sets the level of an issue's volume. Refused: without a reason, a level below zero, a run that is not from 1 to 12 months.
     *
     * @param most tickets opened in a month that are still within the level
     * @param calm months in a row within the level that stop the clock
     */
    void aim(Authorship by, String issue, long most, int calm);

    /** Lifts the target. Refused without a reason, and where none is set. */
    void lift(Authorship by, String issue);

    /** Says who answers for an issue and which team works on it. Refused: no owner. */
    void entrust(Authorship by, String issue, String owner, String team);

    /** Writes what is done. Refused: nothing said, or by nobody. */
    PlanLine write(Authorship by, String issue, String words, String doer, LocalDate since, PlanLine.State state);

    /** Notes where a line of the plan stands; the author's reason says why, and may be empty. Refused: a line there is not. */
    PlanLine move(Authorship by, String line, PlanLine.State state);
}
