package io.customerroom.room.agenda;

import java.util.Arrays;
import java.util.Locale;

/**
 * Something a meeting may talk about.
 *
 * @param kind what it comes from
 * @param wall 1, 2 or 3; 0 for what belongs to no wall
 * @param stage of the customer's journey; empty where it is about no stage
 * @param exhibit id of the exhibit that shows it; empty where none does
 * @param subject tells topics of one kind and exhibit apart: a promise, a decision, a stage; empty where none is needed
 * @param title as it stands on the agenda
 * @param minutes planned for it, 0 to 240
 */
public record Topic(Kind kind, int wall, String stage, String exhibit, String subject, String title, int minutes) {

    static final int LONGEST_TITLE = 200;
    private static final int LONGEST_MINUTES = 240;

    /** What a topic comes from. */
    public enum Kind {
        /** An exhibit on a wall. */
        EXHIBIT,
        /** Contacts of a stage below their minimum standards. */
        BREACH,
        /** A stage in which more tickets were opened than closed. */
        STAGE,
        /** Figures of the last meeting that read differently now. */
        RESTATEMENT,
        /** A promise that is overdue, due or moved. */
        PROMISE,
        /** A decision whose day to look again has come, or a customer's case that waits for one. */
        DECISION,
        /** Put on by hand. */
        OWN;

        /** The word in the store. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind a stored word means. */
        public static Kind of(String id) {
            return Arrays.stream(values())
                    .filter(kind -> kind.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown kind of topic " + id));
        }
    }

    public Topic {
        title = shortened(title.strip());
        if (wall < 0 || wall > 3) {
            throw new IllegalArgumentException("wall must lie between 0 and 3, but was " + wall);
        }
        if (minutes < 0 || minutes > LONGEST_MINUTES) {
            throw new IllegalArgumentException("minutes must lie between 0 and 240, but was " + minutes);
        }
        if (title.isEmpty()) {
            throw new IllegalArgumentException("title must not be empty");
        }
    }

    /** A topic of somebody's own. */
    public static Topic own(int wall, String title, int minutes) {
        return new Topic(Kind.OWN, wall, "", "", "", title, minutes);
    }

    private static String shortened(String title) {
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    }
}
