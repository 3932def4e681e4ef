package io.customerroom.web.artefacts;

import io.customerroom.room.people.Right;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;

/** Who may hang artefacts, and who may erase them. The security rules say the same for addresses. */
public final class Keepers {

    private Keepers() {}

    /** Those who answer for operations, hold meetings or bring data in. */
    public static boolean mayHang(HttpServletRequest request) {
        return may(request, Right.ANSWER) || may(request, Right.IMPORT);
    }

    static boolean mayErase(HttpServletRequest request) {
        return may(request, Right.HOLD_MEETINGS);
    }

    private static boolean may(HttpServletRequest request, Right right) {
        return request.getUserPrincipal() instanceof Authentication who
                && who.getAuthorities().stream().anyMatch(given -> right.name().equals(given.getAuthority()));
    }
}
