package io.customerroom.room.meetings;

import java.time.Instant;

/**
 * A leader's answer to the three questions about an exhibit. A later answer stands before an earlier one and does not remove it.
 *
 * @param leader account of the person who answers
 * @param at when it was noted
 * @param by who noted it
 */
public record Answer(String meeting, String exhibit, String leader, Words words, Instant at, String by) {

    /**
     * The three questions.
     *
     * @param why why is it like this?
     * @param when when will it be better?
     * @param how how?
     */
    public record Words(String why, String when, String how) {

        static final int LONGEST = 4000;

        public Words {
            why = why.strip();
            when = when.strip();
            how = how.strip();
            if (why.length() > LONGEST || when.length() > LONGEST || how.length() > LONGEST) {
                throw new IllegalArgumentException("an answer must have at most " + LONGEST + " characters");
            }
        }

        /** Whether all three questions are answered. */
        public boolean complete() {
            return !why.isEmpty() && !when.isEmpty() && !how.isEmpty();
        }
    }
}
