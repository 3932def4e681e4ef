package io.customerroom.room.artefacts;

import io.customerroom.kernel.Failure;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How far those who are seen, heard or quoted in an artefact let it go. */
public enum Reach {
    /** Nobody is in it: nobody need be asked. It may be printed. */
    FREE("no consent needed: no person is in it"),
    /** Asked, and not answered yet: only those who may hang artefacts see it. */
    ASKED("asked, not given yet"),
    /** Everyone who is let into the room sees it there, and nowhere else. */
    ROOM("inside the room only"),
    /** It may stand on paper as well. */
    PRINT("may be printed"),
    /** Given once and taken back: nobody sees it. */
    WITHDRAWN("withdrawn");

    private final String words;

    Reach(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** The word in forms and in the store. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it hangs on the walls of the room. */
    public boolean shown() {
        return this == FREE || printable() || this == ROOM;
    }

    /** Whether it may stand on paper. */
    public boolean printable() {
        return this == FREE || this == PRINT;
    }

    /** Those a form offers: consent is withdrawn by a verb of its own. */
    public static List<Reach> offered() {
        return List.of(FREE, ROOM, PRINT, ASKED);
    }

    public static Reach of(String id) {
        return Arrays.stream(values())
                .filter(reach -> reach.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "CONSENT_MALFORMED",
                        "It is not said how far the consent goes.",
                        "Choose: inside the room only, may be printed, not given yet, or that no person is in it."));
    }
}
