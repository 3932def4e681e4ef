package io.customerroom.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses whoever asks more often than {@link Buckets} allow, with the seconds to wait: a page to people, a problem to programs. Assets do not count. */
final class RequestLimit extends OncePerRequestFilter {

    private final Buckets buckets;

    RequestLimit(Buckets buckets) {
        this.buckets = buckets;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        Optional<Duration> wait = Optional.ofNullable(authentication)
                .flatMap(SignedIn::behind)
                .map(SignedIn::name)
                .flatMap(buckets::take);
        if (wait.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds = Math.max(1, wait.get().plusMillis(999).toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        if (request.getRequestURI().startsWith("/api/")) {
            ApiProblem.send(
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "TOO_MANY_REQUESTS",
                    "More requests came than one person may send in a minute.",
                    "Wait as many seconds as Retry-After says, and ask less often.");
        } else {
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }
}
