package io.customerroom.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * What comes with a name and a password.
 *
 * @param address of the machine that asks
 * @param code of a second factor, or empty
 */
record Attempt(String address, String code) {

    static Attempt of(HttpServletRequest request) {
        return new Attempt(
                request.getRemoteAddr(),
                Optional.ofNullable(request.getParameter("code")).orElse("").strip());
    }

    @Override
    public String toString() {
        return "Attempt";
    }
}
