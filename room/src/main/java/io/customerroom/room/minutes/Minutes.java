package io.customerroom.room.minutes;

import io.customerroom.kernel.Authorship;
import java.util.List;
import java.util.Optional;

/** The minutes of the meetings: one text per point of the agenda, written until the meeting is closed, and added to after that. */
public interface Minutes {

    /** What was written, in the order of the agenda; points without words are left out. */
    List<Note> of(String meeting);

    /**
     * Writes what the minutes say about a point, over what they said before. The same words again change nothing.
     *
     * @param over the revision the writer saw, 0 when there was none. Refused when somebody else has written meanwhile.
     */
    Note write(Authorship by, String item, String words, int over);

    /** Adds to a point of a closed meeting; refused while it is open. */
    void add(Authorship by, String item, String words);

    /** What was added after the close, oldest first. */
    List<Addendum> addenda(String meeting);

    /** Closes a meeting whose walls are frozen. Closing it again answers the first close. */
    Closing close(Authorship by, String meeting);

    Optional<Closing> closing(String meeting);

    /** Whether agenda and notes still are those whose hash was noted at the close. True for an open meeting. */
    boolean hold(String meeting);
}
