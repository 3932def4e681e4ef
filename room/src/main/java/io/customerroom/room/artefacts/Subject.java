package io.customerroom.room.artefacts;

import io.customerroom.kernel.Failure;
import java.util.Arrays;
import java.util.Locale;

/**
 * What an artefact hangs beside.
 *
 * @param name as the data call it: of an issue, a contact or a stage, or the id of an exhibit; 1 to 200 characters
 */
public record Subject(Type type, String name) {

    private static final int LONGEST = 200;

    /** The four kinds of things that hang on a wall. */
    public enum Type {
        ISSUE,
        CONTACT,
        STAGE,
        EXHIBIT;

        /** The word in forms and in the store, for people as well. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Subject {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            throw Failure.yours(
                    "SUBJECT_MALFORMED",
                    "An artefact hangs beside something that has a name.",
                    "Name the issue, contact, stage or exhibit in 1 to %d characters.".formatted(LONGEST));
        }
    }

    public static Subject of(String type, String name) {
        return new Subject(
                Arrays.stream(Type.values())
                        .filter(known -> known.id().equals(type))
                        .findFirst()
                        .orElseThrow(() -> Failure.yours(
                                "SUBJECT_MALFORMED",
                                "An artefact hangs beside an issue, a contact, a stage or an exhibit.",
                                "Open one of these and follow its link 'Hang an artefact'.")),
                name);
    }

    /** {@code contact delivery}. */
    public String words() {
        return type.id() + " " + name;
    }
}
