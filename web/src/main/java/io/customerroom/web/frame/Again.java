package io.customerroom.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Has a browser ask for a page again by itself, without a script. */
public final class Again {

    private Again() {}

    /** The address is said, without a place in the page: with such a place a browser only goes there, and asks nobody. */
    public static void after(int seconds, HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        response.setHeader("Refresh", "%d; url=%s%s".formatted(seconds, request.getRequestURI(), query));
    }
}
