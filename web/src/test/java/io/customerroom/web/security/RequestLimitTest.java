package io.customerroom.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.room.people.Role;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

class RequestLimitTest {

    private final RequestLimit limit = new RequestLimit(new Buckets(2, () -> 0));

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whoAsksTooOftenIsToldHowLongToWaitPeopleByAPageAndProgramsByAProblem() throws Exception {
        arrives("ada", Optional.empty());
        assertThat(asked("/walls/1").getStatus()).isEqualTo(200);
        arrives("ada", Optional.of("token"));
        assertThat(asked("/api/v1/me").getStatus()).isEqualTo(200);

        MockHttpServletResponse program = asked("/api/v1/me");
        assertThat(program.getStatus()).isEqualTo(429);
        assertThat(program.getHeader("Retry-After")).isEqualTo("30");
        assertThat(program.getContentType()).isEqualTo("application/problem+json");
        assertThat(program.getContentAsString()).contains("TOO_MANY_REQUESTS");
        MockHttpServletResponse person = asked("/walls/1");
        assertThat(person.getStatus()).isEqualTo(429);
        assertThat(person.getHeader("Retry-After")).isEqualTo("30");
        assertThat(asked("/assets/customer-room.css").getStatus()).isEqualTo(200);

        arrives("vera", Optional.empty());
        assertThat(asked("/walls/1").getStatus()).isEqualTo(200);
    }

    @Test
    void strangersAreHeldUpByWhatGuardsTheSignInAlone() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(asked("/sign-in").getStatus()).isEqualTo(200);
        }
    }

    private static void arrives(String name, Optional<String> token) {
        SignedIn who = new SignedIn(name, name, Role.VIEWER, Role.VIEWER.rights(), RowScope.everything(), 1, token);
        SecurityContextHolder.getContext().setAuthentication(who.authentication());
    }

    private MockHttpServletResponse asked(String path) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        limit.doFilter(new MockHttpServletRequest("GET", path), response, new MockFilterChain());
        return response;
    }
}
