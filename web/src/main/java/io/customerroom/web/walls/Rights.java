package io.customerroom.web.walls;

import io.customerroom.room.people.Right;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;

/** Tells a page which of its forms its reader may use. */
final class Rights {

    private Rights() {}

    static void add(HttpServletRequest request, Model model) {
        model.addAttribute("mayAnswer", may(request, Right.ANSWER));
        model.addAttribute("mayType", mayType(request));
        model.addAttribute("mayChoose", may(request, Right.HOLD_MEETINGS));
    }

    /** Whether the reader may type readings. */
    static boolean mayType(HttpServletRequest request) {
        return may(request, Right.CARE) || may(request, Right.IMPORT);
    }

    /** Whether the reader may take back what somebody else typed. */
    static boolean mayTakeBack(HttpServletRequest request) {
        return may(request, Right.HOLD_MEETINGS) || may(request, Right.IMPORT);
    }

    static boolean may(HttpServletRequest request, Right right) {
        return request.getUserPrincipal() instanceof Authentication who
                && who.getAuthorities().stream().anyMatch(given -> right.name().equals(given.getAuthority()));
    }
}
