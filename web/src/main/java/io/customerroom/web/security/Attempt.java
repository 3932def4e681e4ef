package io.customerroom.web.security;

import io.customerroom.kernel.Authorship;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * What comes with a name and a password.
 *
 * @param by somebody at the door, who asks from there
 * @param address of the machine that asks
 * @param code of a second factor, or empty
 */
record Attempt(Authorship by, String address, String code) {

    static Attempt of(HttpServletRequest request) {
        return new Attempt(
                Authors.atTheDoor(request, ""),
                request.getRemoteAddr(),
                Optional.ofNullable(request.getParameter("code")).orElse("").strip());
    }

    @Override
    public String toString() {
        return "Attempt";
    }
}
