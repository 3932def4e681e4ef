package io.customerroom.room.decisions;

import io.customerroom.kernel.Authorship;
import io.customerroom.room.text.Typed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The decisions of the room. They are taken in a meeting that is not closed, and reviewed at any time. */
public interface Decisions {

    /** In the order of deciding. */
    List<Decision> all();

    /** Those taken up to a moment, each as it stood then. */
    List<Decision> asOf(Instant moment);

    /** Those of one meeting, in the order of deciding. */
    List<Decision> of(String meeting);

    /** Those whose day to look again has come by this day, the oldest day first. */
    List<Decision> dueOn(LocalDate day);

    /** The decision or a failure that says where to look. */
    Decision require(String id);

    /** Takes a decision; the same one again, while it stands, changes nothing. */
    Decision take(Authorship by, Choice choice);

    /** Notes that it was looked at and stands, to be looked at again on {@code next}. */
    Decision confirm(Authorship by, String id, String words, LocalDate next);

    /** Notes that it holds no longer. Ending it again changes nothing. */
    Decision end(Authorship by, String id, String words);

    /**
     * A decision as it is put down.
     *
     * @param item of the agenda; empty where it is about none
     * @param reason why it was decided so
     * @param owner account of the person who carries it out
     * @param reviewOn the day to look at it again
     */
    record Choice(
            String meeting, Optional<String> item, String words, String reason, String owner, LocalDate reviewOn) {

        public Choice {
            words = Typed.required(words, 1000, "DECISION_MISSING", "A decision has words.");
            reason = Typed.required(reason, Typed.LONG, "REASON_MISSING", "A decision is taken for a reason.");
        }
    }
}
