package io.customerroom.state;

import java.util.Optional;

/**
 * What a change made of something, for the trail: as it was before, as it is after, in few words and values. Never a secret, never what people wrote freely, never a customer's name: of those it
 * says that they are there, or which version.
 */
public record Change(String was, String is) {

    /** How the trail says that there was, or is, no such thing. */
    public static final String NOTHING = "nothing";

    static final String WAS = "was";
    static final String IS = "is";

    public Change {
        if (was.isBlank() || is.isBlank()) {
            throw new IllegalArgumentException("a change from '%s' to '%s' is not told".formatted(was, is));
        }
    }

    /** Where the words for both are the same, something changed that they leave out. */
    public static Change of(String was, String is) {
        return new Change(was, was.equals(is) ? is + ", other particulars" : is);
    }

    /** Something that was not there before. */
    public static Change made(String is) {
        return new Change(NOTHING, is);
    }

    /** Something that is not there any more. */
    public static Change ended(String was) {
        return new Change(was, NOTHING);
    }

    /** @param was empty where it was not there */
    public static Change from(Optional<String> was, String is) {
        return of(was.orElse(NOTHING), is);
    }
}
