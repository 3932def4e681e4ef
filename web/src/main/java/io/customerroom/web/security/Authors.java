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
        return new Authorship(actor, "web", TextMask.mask(reason.strip()), id(request));
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
