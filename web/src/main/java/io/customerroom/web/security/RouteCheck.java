package io.customerroom.web.security;

import io.customerroom.web.security.Route.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.util.ServletRequestPathUtils;

/** Asks the table of routes about every request. What no line names is refused, except that who is signed in is told that a page does not exist. */
final class RouteCheck implements AuthorizationManager<RequestAuthorizationContext> {

    /** Set where no line speaks: no handler of ours may answer then. */
    static final String UNLISTED = RouteCheck.class.getName() + ".unlisted";

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends Authentication> asking, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        PathContainer path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
        String verb = asked(request);
        Optional<Route> route = Routes.of(verb, path);
        if (route.isEmpty()) {
            request.setAttribute(UNLISTED, true);
        }
        boolean granted = route.map(Route::audience)
                .map(audience -> admits(audience, asking))
                .orElseGet(() ->
                        verb.equals("GET") && SignedIn.behind(asking.get()).isPresent());
        return new AuthorizationDecision(granted);
    }

    /** Who asks for the head of an answer may do so where the answer would be given (RFC 9110, 9.3.2). */
    private static String asked(HttpServletRequest request) {
        return request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    }

    private static boolean admits(Audience audience, Supplier<? extends Authentication> asking) {
        return audience instanceof Audience.Anybody
                || SignedIn.behind(asking.get())
                        .filter(who -> audience.admits(who.rights()))
                        .isPresent();
    }
}
