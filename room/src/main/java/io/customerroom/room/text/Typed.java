package io.customerroom.room.text;

import io.customerroom.kernel.Failure;

/** Checks of words that people type, with a failure that says what would be accepted. */
public final class Typed {

    /** Room for a page of prose. */
    public static final int LONG = 4000;

    private Typed() {}

    /** Without outer blanks; refused when empty or longer than allowed. */
    public static String required(String words, int longest, String code, String what) {
        String stripped = words.strip();
        if (stripped.isEmpty() || stripped.length() > longest) {
            throw Failure.yours(code, what, "Say it in 1 to %d characters.".formatted(longest));
        }
        return stripped;
    }

    /** Without outer blanks; may be empty. */
    public static String optional(String words, int longest) {
        String stripped = words.strip();
        if (stripped.length() > longest) {
            throw Failure.yours(
                    "TEXT_TOO_LONG", "This text is too long.", "Use at most %d characters.".formatted(longest));
        }
        return stripped;
    }

    /** The number of an id such as {@code a12}; refused with the failure given when it is none. */
    public static long number(String id, char letter, Failure unknown) {
        if (!id.matches(letter + "[1-9][0-9]{0,8}")) {
            throw unknown;
        }
        return Long.parseLong(id.substring(1));
    }
}
