package io.customerroom.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

class SessionsTest {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private Instant now = Instant.parse("2026-06-04T08:00:00Z");
    private final Sessions sessions = sessions();

    private Sessions sessions() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("clock", new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        });
        return new Sessions(beans.getBeanProvider(Clock.class));
    }

    private static MockHttpServletRequest from(MockHttpSession session) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setSession(session);
        request.addHeader("User-Agent", FIREFOX);
        return request;
    }

    @Test
    void peopleSeeTheirOwnSessionsAndEndOneOfThemAndNobodyElses() {
        MockHttpSession here = new MockHttpSession();
        MockHttpSession there = new MockHttpSession();
        sessions.seen(from(here), "vera");
        sessions.seen(from(there), "vera");
        assertThat(sessions.of("vera", from(here)))
                .extracting(Sessions.Seen::device)
                .containsExactly("Firefox on Linux", "Firefox on Linux");
        String other = sessions.of("vera", from(here)).stream()
                .filter(seen -> !seen.here())
                .findFirst()
                .orElseThrow()
                .handle();
        assertThat(sessions.end("leo", other)).isFalse();
        assertThat(sessions.end("vera", other)).isTrue();
        assertThat(there.isInvalid()).isTrue();
        assertThat(sessions.of("vera", from(here))).hasSize(1);
    }

    @Test
    void aSessionIsOverADayAfterItBeganHoweverBusy() {
        MockHttpSession session = new MockHttpSession();
        assertThat(sessions.seen(from(session), "vera")).isTrue();
        now = now.plus(Duration.ofHours(24));
        assertThat(sessions.seen(from(session), "vera")).isTrue();
        now = now.plusSeconds(1);
        assertThat(sessions.seen(from(session), "vera")).isFalse();
    }
}
