package io.customerroom.room.artefacts;

import io.customerroom.kernel.Failure;
import java.util.Arrays;
import java.util.Locale;

/** What an artefact is, as the one who brought it says. */
public enum Kind {
    QUOTE,
    /** What a customer says for us, to be told to others. */
    TESTIMONY,
    LETTER,
    RECORDING,
    SCREENSHOT,
    CONTRACT,
    PHOTOGRAPH,
    OTHER;

    /** The word in forms and in the store, for people as well. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Kind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "ARTEFACT_KIND_MALFORMED",
                        "This is no kind of artefact.",
                        "Choose quote, testimony, letter, recording, screenshot, contract, photograph or other."));
    }
}
