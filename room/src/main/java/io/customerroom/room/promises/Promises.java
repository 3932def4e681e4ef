package io.customerroom.room.promises;

import io.customerroom.kernel.Authorship;
import io.customerroom.room.meetings.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The promises of the room. Every verb asked twice changes nothing the second time; a closed promise refuses every other verb. */
public interface Promises {

    /** In the order of giving. */
    List<Promise> all();

    /** Those given up to a moment, each as it stood then. */
    List<Promise> asOf(Instant moment);

    /** What the frozen walls say about a promise. */
    Judgement judgement(Promise promise);

    Optional<Promise> find(String id);

    /** The promise or a failure that says where to look. */
    Promise require(String id);

    /** Those given in one meeting, in the order of giving. */
    List<Promise> of(String meeting);

    /** Gives a promise for a frozen exhibit. */
    Promise make(Authorship by, Offer offer);

    /** Changes the date; {@code by} carries the reason, which is asked for. */
    Promise move(Authorship by, String id, LocalDate due);

    /** Closes it as kept, with what shows it. */
    default Promise keep(Authorship by, String id, String evidence) {
        return keep(by, id, evidence, Optional.empty());
    }

    /** Closes it as kept, with what shows it, and with the frozen reading that does. */
    Promise keep(Authorship by, String id, String evidence, Optional<FrozenLevel> reading);

    /** Closes it as broken, with what shows it. */
    default Promise breakOff(Authorship by, String id, String evidence) {
        return breakOff(by, id, evidence, Optional.empty());
    }

    /** Closes it as broken, with what shows it, and with the frozen reading that does. */
    Promise breakOff(Authorship by, String id, String evidence, Optional<FrozenLevel> reading);

    /** Closes it as no longer asked for; {@code by} carries the reason, which is asked for. */
    Promise withdraw(Authorship by, String id);

    /**
     * What the meeting opens with: promises of other meetings, as they stand now or, in a frozen meeting, as they stood at its freeze.
     */
    Opening opening(Meeting meeting);

    /**
     * A promise as it is offered.
     *
     * @param meeting in which it is given
     * @param figure id of the exhibit's figure that the level is about; empty where none is named
     * @param due by when the level will be reached
     * @param owner account of the person who answers for it
     * @param words what will be done; may be empty
     */
    record Offer(
            String meeting, String exhibit, String figure, Level level, LocalDate due, String owner, String words) {

        /** About the exhibit as a whole. */
        public Offer(String meeting, String exhibit, Level level, LocalDate due, String owner, String words) {
            this(meeting, exhibit, "", level, due, owner, words);
        }

        public Offer {
            words = words.strip();
            if (words.length() > 4000) {
                throw new IllegalArgumentException("words must have at most 4000 characters");
            }
        }
    }
}
