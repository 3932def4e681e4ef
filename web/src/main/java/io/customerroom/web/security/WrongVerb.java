package io.customerroom.web.security;

import io.customerroom.room.people.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfException;

/** A refusal that is about the verb alone: no line of the table speaks about it, and the asker may ask the same address otherwise. */
final class WrongVerb {

    private WrongVerb() {}

    /** Names in {@code Allow} what the address answers to this asker; false where something else is the matter. */
    static boolean told(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        if (denied instanceof CsrfException
                || Routes.of(request.getMethod(), path).isPresent()) {
            return false;
        }
        Optional<Set<Right>> rights = SignedIn.now().map(SignedIn::rights);
        List<String> verbs = rights.map(held -> Routes.verbs(path, held)).orElse(List.of());
        if (verbs.isEmpty()) {
            return false;
        }
        response.setHeader(HttpHeaders.ALLOW, String.join(", ", verbs));
        return true;
    }
}
