package io.customerroom.walls.operations;

import java.util.List;
import java.util.Map;

/** Knows which contacts leaders chose, and how they voted. Whoever keeps the choice implements it. */
public interface ContactBook {

    /** More priority contacts than these are none. */
    int MOST = 15;

    /** Nobody chose: every measured contact is shown. */
    ContactBook EMPTY = new ContactBook() {
        @Override
        public List<Priority> chosen() {
            return List.of();
        }

        @Override
        public List<Candidate> added() {
            return List.of();
        }

        @Override
        public Map<String, Integer> votes() {
            return Map.of();
        }
    };

    /** At most {@value #MOST}, by name. */
    List<Priority> chosen();

    /** Contacts that no data names, by name. */
    List<Candidate> added();

    /** How many leaders vote for a contact; those without votes are left out. */
    Map<String, Integer> votes();

    /** A contact added by hand. */
    record Candidate(String contact, String stage, String words) {}
}
