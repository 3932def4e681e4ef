package io.customerroom.room.agenda;

import io.customerroom.kernel.Authorship;
import java.util.List;

/** The agendas of the meetings. A closed meeting refuses every verb. */
public interface Agendas {

    /** The topics of a meeting in the order in which they are gone through. */
    List<AgendaItem> of(String meeting);

    /** The item, also one that was taken off, or a failure that says where to look. */
    AgendaItem require(String item);

    /**
     * Puts topics at the end, in their order. What is on the agenda already, and what was taken off it by hand, is left out. Answers how
     * many were put on.
     */
    int propose(Authorship by, String meeting, List<Topic> topics);

    /** Puts one topic at the end, also one that was taken off before. */
    AgendaItem add(Authorship by, String meeting, Topic topic);

    /** Moves an item by so many places, towards the beginning when negative; at an end it stays. */
    void move(Authorship by, String item, int places);

    /** Gives an item more or less time: 0 to 240 minutes. */
    void plan(Authorship by, String item, int minutes);

    /** Takes an item off. What was written about it stays in the store, and it comes back with {@link #add}. */
    void takeOff(Authorship by, String item);
}
