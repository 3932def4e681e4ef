package io.customerroom.web.security.provider;

import io.customerroom.room.people.Account;
import io.customerroom.web.security.Sessions;
import io.customerroom.web.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** The session of somebody who came through the provider: a new one, so that nothing a stranger laid into the former goes on. */
final class ProviderSession {

    private static final String TOKEN = ProviderSession.class.getName() + ".token";

    private static final String ORIGIN = ProviderSession.class.getName() + ".origin";

    private ProviderSession() {}

    /** Answers where the person wanted to go. */
    static String begin(
            HttpServletRequest request, HttpServletResponse response, Sessions sessions, Account account, Proof proof) {
        String wanted = Optional.ofNullable(new HttpSessionRequestCache().getRequest(request, response))
                .filter(saved -> "GET".equals(saved.getMethod()))
                .map(ProviderSession::inside)
                .orElse("/");
        HttpSession former = request.getSession(false);
        if (former != null) {
            former.invalidate();
        }
        HttpSession begun = request.getSession(true);
        begun.setAttribute(TOKEN, proof.token());
        begun.setAttribute(ORIGIN, proof.origin());
        sessions.seen(request, account.name()); // so that a notice of the provider finds it at once
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignedIn.as(account).authentication());
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        return wanted;
    }

    /** The path alone: never another host. */
    private static String inside(SavedRequest saved) {
        URI address = URI.create(saved.getRedirectUrl());
        String path = address.getRawPath().replaceFirst("^/+", "/");
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    /** Notes a further proof of the same person: from now on the session that the provider names there ends this one. */
    static void proved(HttpServletRequest request, Proof proof) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(ORIGIN) instanceof Origin) {
            session.setAttribute(TOKEN, proof.token());
            session.setAttribute(ORIGIN, proof.origin());
        }
    }

    /** Whether the session began at the provider, and a notice from there means it. */
    static boolean ends(HttpSession session, LogoutNotice notice) {
        return session.getAttribute(ORIGIN) instanceof Origin origin && notice.means(origin);
    }

    /** The proof with which this session began; empty where it began with a password. */
    static Optional<String> token(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(TOKEN) instanceof String token
                ? Optional.of(token)
                : Optional.empty();
    }
}
