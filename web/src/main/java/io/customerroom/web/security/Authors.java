package io.customerroom.web.security;

import io.customerroom.kernel.Authorship;
import io.customerroom.ledger.persons.TextMask;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;

/** Says who writes: the signed-in account, through the web, in this request. */
public final class Authors {

    private static final String REQUEST = Authors.class.getName() + ".request";

    private Authors() {}

    /** The author of what this request changes, without a reason. */
    public static Authorship of(HttpServletRequest request) {
        return of(request, "");
    }

    /** The author of what this request changes, and why; the trail keeps the reason for good, so it is masked. */
    public static Authorship of(HttpServletRequest request, String reason) {
        String actor = Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .orElse("somebody at the door");
        return new Authorship(actor, via(request), TextMask.mask(reason.strip()), id(request));
    }

    /** Who is not known yet, and asks to be let in. */
    public static Authorship atTheDoor(HttpServletRequest request, String reason) {
        return new Authorship("sign-in", via(request), reason, id(request));
    }

    /** {@code web, Firefox on Linux, 198.51.100.0/24}: by which door, with what kind of browser, from which network; no single machine. */
    private static String via(HttpServletRequest request) {
        return "%s, %s, %s"
                .formatted(
                        request.getRequestURI().startsWith("/api/") ? "api" : "web",
                        Sessions.device(request.getHeader("User-Agent")),
                        NetworkLock.network(String.valueOf(request.getRemoteAddr())));
    }

    private static String id(HttpServletRequest request) {
        if (request.getAttribute(REQUEST) instanceof String id) {
            return id;
        }
        String id = UUID.randomUUID().toString();
        request.setAttribute(REQUEST, id);
        return id;
    }
}
