package io.customerroom.web.security;

import io.customerroom.room.people.ApiTokens;
import io.customerroom.room.people.People;
import jakarta.servlet.ServletException;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Two doors. Pages: a session in one cookie, a CSRF token on every change, signing in and out included. JSON addresses under {@code /api/}: a bearer token with
 * every request, no cookie, no session. Behind both the table of routes decides.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    /** A server asks it, with a signed notice and no cookie: it has no page from which it could bring a token. */
    private static final String FROM_THE_PROVIDER = "/sign-in/provider/back-channel";

    private static final Logger LOG = LoggerFactory.getLogger(SecurityConfiguration.class);

    private static final int SESSION_MINUTES = 8 * 60;

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, ApiTokens tokens, Buckets buckets) throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(addresses -> addresses.anyRequest().access(new RouteCheck()))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(out -> out.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(SecurityConfiguration::noToken)
                        .accessDeniedHandler(SecurityConfiguration::noRight))
                .headers(headers -> headers.frameOptions(frame -> frame.deny())
                        .contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .addFilterBefore(new BearerFilter(tokens), AuthorizationFilter.class)
                .addFilterAfter(new RequestLimit(buckets), BearerFilter.class)
                .build();
    }

    private static void noToken(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        ApiProblem.send(
                response,
                HttpStatus.UNAUTHORIZED,
                "TOKEN_REFUSED",
                "This address answers programs that show a token in use.",
                "Send the header Authorization: Bearer with a token of the page Your account.");
    }

    private static void noRight(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        if (WrongVerb.told(request, response, refused)) {
            ApiProblem.send(
                    response,
                    HttpStatus.METHOD_NOT_ALLOWED,
                    "METHOD_REFUSED",
                    "This address does not answer that method.",
                    "Ask by one that the header Allow names, as /api/v1/openapi.json describes it.");
            return;
        }
        if (!Routes.named(PathContainer.parsePath(request.getRequestURI()))) {
            ApiProblem.send(
                    response,
                    HttpStatus.NOT_FOUND,
                    "ADDRESS_UNKNOWN",
                    "The address names nothing of the interface.",
                    "Take an address of /api/v1/openapi.json, which describes them all.");
            return;
        }
        ApiProblem.send(
                response,
                HttpStatus.FORBIDDEN,
                "RIGHT_MISSING",
                "The token does not reach this address.",
                "Use a token that reaches further, or ask an administrator for another role.");
    }

    /** Where somebody wanted to go before they signed in; the address itself is left as it was. */
    @SuppressWarnings("NullAway") // its guide says null for "no word in the address"; its annotations do not
    private static RequestCache wanted() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    @Bean
    @Order(2)
    SecurityFilterChain rules(
            HttpSecurity http,
            PasswordCheck check,
            People people,
            Sessions sessions,
            Buckets buckets,
            ObjectProvider<Goodbye> goodbye)
            throws Exception {
        return http.authorizeHttpRequests(addresses -> addresses.anyRequest().access(new RouteCheck()))
                .csrf(csrf -> csrf.ignoringRequestMatchers(FROM_THE_PROVIDER))
                .authenticationProvider(check)
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("name")
                        .authenticationDetailsSource(Attempt::of)
                        .failureHandler(failures())
                        .defaultSuccessUrl("/"))
                .logout(out -> {
                    out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out");
                    goodbye.ifAvailable(it -> out.addLogoutHandler(it).logoutSuccessHandler(it));
                })
                .requestCache(cache -> cache.requestCache(wanted()))
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(SecurityConfiguration::refused))
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()))
                .headers(headers -> headers.frameOptions(frame -> frame.deny())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), microphone=(), geolocation=(), payment=()")))
                .addFilterBefore(new SessionEnd(people, sessions), AuthorizationFilter.class)
                .addFilterAfter(new RequestLimit(buckets), SessionEnd.class)
                .build();
    }

    /** Whoever still owes a second factor is led to where it is set up. */
    private static void refused(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (request.getMethod().equals("GET")
                && SignedIn.now().filter(SignedIn::owesSecondFactor).isPresent()) {
            response.sendRedirect("/account");
            return;
        }
        if (WrongVerb.told(request, response, denied)) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        LOG.info(
                "A {} was refused {} {}",
                SignedIn.now().map(who -> who.role().words()).orElse("stranger"),
                request.getMethod(),
                Routes.of(request.getMethod(), PathContainer.parsePath(request.getRequestURI()))
                        .map(Route::path)
                        .orElse("an address that is not in the table"));
        new AccessDeniedHandlerImpl().handle(request, response, denied);
    }

    private static AuthenticationFailureHandler failures() {
        return (request, response, failure) -> response.sendRedirect("/sign-in?problem=" + problem(failure));
    }

    private static String problem(AuthenticationException failure) {
        return switch (failure) {
            case LockedException locked -> "locked";
            case AuthenticationServiceException busy -> "busy";
            default -> "refused";
        };
    }

    /** The session lives in one cookie that scripts cannot read and other sites do not send along with changes. */
    @Bean
    ServletContextInitializer sessionCookie() {
        return context -> {
            SessionCookieConfig cookie = context.getSessionCookieConfig();
            cookie.setName(HostCookies.SESSION);
            cookie.setHttpOnly(true);
            cookie.setAttribute("SameSite", "Lax");
            context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
            context.setSessionTimeout(SESSION_MINUTES);
        };
    }
}
