package io.customerroom.room.meetings;

import io.customerroom.kernel.Authorship;
import io.customerroom.room.evidence.ExhibitSource;
import io.customerroom.room.evidence.FrozenReading;
import io.customerroom.room.evidence.Steps;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The meetings in front of the walls. */
public interface Meetings {

    /** The latest day first. */
    List<Meeting> all();

    Optional<Meeting> find(String id);

    /** The meeting or a failure that says where to look. */
    Meeting require(String id);

    /** Plans a meeting; a meeting of the same title and day is answered instead of a second one. */
    Meeting plan(Authorship by, String title, LocalDate day, Cadence cadence);

    /**
     * Sets the day, the time of day and the place. Refused: another day for a meeting whose walls are frozen. The sequence of the slot
     * given is ignored; asking twice changes nothing.
     */
    Meeting schedule(Authorship by, String meeting, LocalDate day, Slot slot);

    /** When on its day a meeting is held; empty where nobody has said. */
    Optional<Slot> slot(String meeting);

    /** Id of the build a meeting's walls were read from; empty before the freeze, and where it was not noted. */
    Optional<String> build(String meeting);

    /** The meeting before this one: the latest frozen one of an earlier day, or of the same day and planned earlier. */
    Optional<Meeting> before(Meeting meeting);

    /** The latest meeting with frozen walls, which today's walls are compared with. */
    Optional<Meeting> latestFrozen();

    /** Notes that somebody was there, or who came instead. Noting it again replaces it; the trail keeps both. */
    void attend(Authorship by, String meeting, Attendance attendance);

    /** By account. */
    List<Attendance> attendance(String meeting);

    /**
     * Freezes the walls as they are now, wholly or not at all: the rows behind them first, then one transaction. Freezing a frozen
     * meeting changes nothing and answers the first freeze.
     */
    default Meeting freeze(Authorship by, String meeting, ExhibitSource walls) {
        return freeze(by, meeting, walls, Steps.UNSEEN);
    }

    /** The same; {@code steps} hears of every part that is read, and at last of the writing. */
    Meeting freeze(Authorship by, String meeting, ExhibitSource walls, Steps steps);

    /** The frozen readings in hanging order; none before the freeze. */
    List<FrozenReading> readings(String meeting);

    /** Whether the stored readings and the rows behind them are still those whose hash was noted. True for a meeting not yet frozen. */
    boolean evidenceHolds(String meeting);

    /** Notes a leader's answer to the three questions about a frozen exhibit. The same answer again changes nothing. */
    void answer(Authorship by, String meeting, String exhibit, String leader, Answer.Words words);

    /** Every answer given in the meeting, newest first. */
    List<Answer> answers(String meeting);
}
