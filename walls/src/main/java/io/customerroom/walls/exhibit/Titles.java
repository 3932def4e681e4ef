package io.customerroom.walls.exhibit;

import java.util.Locale;

/** Words that begin the title of an exhibit. */
public final class Titles {

    private Titles() {}

    /** A name as it begins a sentence: {@code shop} is {@code Shop}. */
    public static String capital(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
