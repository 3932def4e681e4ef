package io.customerroom.web.security;

import io.customerroom.room.people.People;
import io.customerroom.room.people.Right;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import java.util.Set;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The rules of every address. What no rule names may be read by everyone signed in, and changed by nobody. CSRF tokens are asked for
 * on every change, signing in and out included.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    private static final int SESSION_MINUTES = 8 * 60;

    @Bean
    SecurityFilterChain rules(HttpSecurity http, PasswordCheck check, People people) throws Exception {
        return http.authorizeHttpRequests(SecurityConfiguration::addresses)
                .authenticationProvider(check)
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("name")
                        .failureHandler(failures())
                        .defaultSuccessUrl("/"))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()))
                .headers(headers -> headers.frameOptions(frame -> frame.deny())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), microphone=(), geolocation=(), payment=()")))
                .addFilterBefore(new SessionEnd(people), AuthorizationFilter.class)
                .build();
    }

    private static void addresses(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry addresses) {
        addresses
                .requestMatchers(
                        "/sign-in",
                        "/welcome/*",
                        "/display/*",
                        "/display/*/artefacts/*",
                        "/assets/**",
                        "/error",
                        "/theme")
                .permitAll()
                .requestMatchers("/data/**")
                .hasAuthority(Right.IMPORT.name())
                .requestMatchers("/people/**")
                .hasAuthority(Right.MANAGE_PEOPLE.name())
                .requestMatchers("/trail/**")
                .hasAuthority(Right.READ_TRAIL.name())
                .requestMatchers(HttpMethod.GET, "/artefacts/new")
                .hasAnyAuthority(Right.IMPORT.name(), Right.ANSWER.name())
                .requestMatchers(HttpMethod.GET, "/**")
                .hasAuthority(Right.READ_WALLS.name())
                .requestMatchers(
                        HttpMethod.POST,
                        "/meetings",
                        "/meetings/*/attendance",
                        "/meetings/*/schedule",
                        "/meetings/*/freeze",
                        "/meetings/*/agenda",
                        "/meetings/*/agenda/**",
                        "/meetings/*/close",
                        "/decisions/**",
                        "/programmes",
                        "/programmes/**",
                        "/vips",
                        "/vips/*/release",
                        "/artefacts/*/erase",
                        "/goals",
                        "/goals/counts",
                        "/goals/alarm")
                .hasAuthority(Right.HOLD_MEETINGS.name())
                .requestMatchers(
                        HttpMethod.POST,
                        "/meetings/*/answers",
                        "/meetings/*/promises",
                        "/promises/**",
                        "/vips/*/plan",
                        "/vips/*/contacts",
                        "/vips/contacts/*/*")
                .hasAuthority(Right.ANSWER.name())
                .requestMatchers(HttpMethod.POST, "/definitions/proposals/*/adopt")
                .hasAuthority(Right.HOLD_MEETINGS.name())
                .requestMatchers(HttpMethod.POST, "/definitions/proposals/*/sign")
                .hasAuthority(Right.ANSWER.name())
                .requestMatchers(
                        HttpMethod.POST,
                        "/definitions/**",
                        "/artefacts",
                        "/artefacts/*/consent",
                        "/artefacts/*/withdraw")
                .hasAnyAuthority(Right.IMPORT.name(), Right.ANSWER.name())
                .requestMatchers(HttpMethod.POST, "/losses/draw")
                .hasAuthority(Right.HOLD_MEETINGS.name())
                .requestMatchers(HttpMethod.POST, "/losses/call")
                .hasAuthority(Right.ANSWER.name())
                .requestMatchers(HttpMethod.POST, "/contacts/choose", "/contacts/retire", "/contacts/standards")
                .hasAuthority(Right.HOLD_MEETINGS.name())
                .requestMatchers(
                        HttpMethod.POST,
                        "/contacts/add",
                        "/contacts/vote",
                        "/contacts/remarks",
                        "/issues/**",
                        "/unprofitable",
                        "/unprofitable/**",
                        "/remarks",
                        "/remarks/*",
                        "/remarks/*/back")
                .hasAuthority(Right.ANSWER.name())
                .requestMatchers(
                        HttpMethod.POST, "/contacts/typed", "/contacts/typed/undo", "/touches", "/touches/undo")
                .hasAnyAuthority(Right.ANSWER.name(), Right.IMPORT.name())
                .anyRequest()
                .denyAll();
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
            cookie.setName("customer-room");
            cookie.setHttpOnly(true);
            cookie.setAttribute("SameSite", "Lax");
            context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
            context.setSessionTimeout(SESSION_MINUTES);
        };
    }
}
