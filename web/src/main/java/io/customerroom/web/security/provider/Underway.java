package io.customerroom.web.security.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * A way to the provider that somebody of this session has begun, and may come back from once within ten minutes.
 *
 * @param asked what the browser was sent there with: state, nonce and the verifier of PKCE stay here
 */
record Underway(OAuth2AuthorizationRequest asked, Purpose purpose, Instant begun) {

    private static final String KEPT = Underway.class.getName();
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** What it is for. */
    sealed interface Purpose {

        record SigningIn() implements Purpose {}

        /** Linking the account of a one-time link. */
        record Invited(String token) implements Purpose {

            @Override
            public String toString() {
                return "Invited";
            }
        }

        /** Linking one's own account. */
        record Linking(String account) implements Purpose {}

        /** Proving again who one is. */
        record Confirming(String account) implements Purpose {}
    }

    static void keep(HttpServletRequest request, Underway underway) {
        request.getSession().setAttribute(KEPT, underway);
    }

    static Optional<Underway> take(HttpServletRequest request, Clock clock) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEPT) instanceof Underway underway)) {
            return Optional.empty();
        }
        session.removeAttribute(KEPT);
        return Optional.of(underway).filter(it -> it.begun().plus(LONGEST).isAfter(clock.instant()));
    }
}
