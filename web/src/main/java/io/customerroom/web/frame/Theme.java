package io.customerroom.web.frame;

import java.util.Arrays;
import java.util.Locale;

/** How light a page is; {@code AUTO} follows the reader's system. */
public enum Theme {
    AUTO,
    LIGHT,
    DARK;

    static final String COOKIE = "theme";

    /** The word in the cookie, the form and the page's {@code data-theme}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Anything unknown is {@code AUTO}: a cookie is nothing to complain about. */
    static Theme of(String id) {
        return Arrays.stream(values())
                .filter(theme -> theme.id().equals(id))
                .findFirst()
                .orElse(AUTO);
    }
}
