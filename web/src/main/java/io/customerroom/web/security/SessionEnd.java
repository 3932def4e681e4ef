package io.customerroom.web.security;

import io.customerroom.room.people.Account;
import io.customerroom.room.people.People;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends sessions whose account was reset, closed or given another role since: asks the store on every request of a signed-in person. */
final class SessionEnd extends OncePerRequestFilter {

    private final People people;
    private final Sessions sessions;

    SessionEnd(People people, Sessions sessions) {
        this.sessions = sessions;
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof SignedIn who
                && (!stillHolds(who) || !sessions.seen(request, who.name()))) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean stillHolds(SignedIn who) {
        Optional<Account> account = people.find(who.name());
        return account.filter(it -> !it.closed() && it.epoch() == who.epoch()).isPresent();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }
}
