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
        model.addAttribute("mayChoose", may(request, Right.HOLD_MEETINGS));
    }

    private static boolean may(HttpServletRequest request, Right right) {
        return request.getUserPrincipal() instanceof Authentication who
                && who.getAuthorities().stream().anyMatch(given -> right.name().equals(given.getAuthority()));
    }
}
