package io.customerroom.room.contacts;

import io.customerroom.kernel.Authorship;
import io.customerroom.walls.operations.ContactBook;
import io.customerroom.walls.operations.Priority;
import java.util.Optional;
import java.util.Set;

/** Leaders choose by evidence and vote which contacts matter most. Every write leaves an entry in the trail, in one transaction. */
public interface Contacts extends ContactBook {

    /** As many votes as there are places. */
    int VOTES = ContactBook.MOST;

    /** Adds a contact that no data names. Refused: an empty name. Adding it twice changes nothing. */
    void add(Authorship by, String contact, String stage, String words);

    /** Gives the author's vote. Refused: more votes than there are places. Voting twice changes nothing. */
    void vote(Authorship by, String contact);

    /** Takes the author's vote back. */
    void unvote(Authorship by, String contact);

    /** The contacts an account votes for. */
    Set<String> votesOf(String account);

    /**
     * Makes a contact a priority contact, or changes what is said of it. Refused: a sixteenth one, unless another retires for it.
     *
     * @param retiring who makes place, for the author's reason, in the same transaction
     */
    void choose(Authorship by, Priority priority, Optional<String> retiring);

    /** Refused without a reason. Retiring what is no priority contact changes nothing. */
    void retire(Authorship by, String contact);
}
