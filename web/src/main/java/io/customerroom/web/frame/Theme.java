package io.customerroom.web.frame;

import java.util.Arrays;
import java.util.Locale;

/** How light a page is; {@code AUTO} follows the reader's system. */
public enum Theme {
    AUTO,
    LIGHT,
    DARK;

    /** Its name in the browser; behind https one that no neighbouring host can set (RFC 6265bis, 4.1.3). */
    static String cookie(boolean secure) {
        return secure ? "__Host-theme" : "theme";
    }

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
