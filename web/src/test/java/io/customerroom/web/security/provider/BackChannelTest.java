package io.customerroom.web.security.provider;

import static io.customerroom.web.security.RoomPages.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.customerroom.room.Room;
import io.customerroom.state.TrailEntry;
import io.customerroom.state.TrailFilter;
import io.customerroom.web.security.RoomPages;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.test.web.servlet.MockMvc;

/** What the provider tells behind the browser's back: that somebody signed out there. */
@SpringBootTest(classes = {RoomPages.class, ProviderRoom.class})
@AutoConfigureMockMvc
class BackChannelTest {

    @Autowired
    OpenIdServer server;

    @Autowired
    MockMvc pages;

    @Autowired
    Room room;

    @Autowired
    Clock clock;

    @BeforeEach
    void people() {
        RoomPages.people(room);
        OpenIdServer.now = clock.instant();
        OpenIdServer.lie = claims -> {};
    }

    private MockHttpSession arrived(String person, String session) throws Exception {
        OpenIdServer.GROUPS.put(person, List.of("readers"));
        OpenIdServer.lie = claims -> claims.claim("sid", session);
        return Ways.session(new Ways(pages, server).through(new MockHttpSession(), person, "/sign-in/provider"));
    }

    private JwtClaimsSet.Builder claims() {
        return JwtClaimsSet.builder()
                .issuer(server.issuer())
                .audience(List.of(OpenIdServer.CLIENT))
                .issuedAt(clock.instant())
                .expiresAt(clock.instant().plus(Duration.ofMinutes(2)))
                .id(UUID.randomUUID().toString())
                .claim("events", Map.of(LogoutNotice.EVENT, Map.of()));
    }

    private String notice(Consumer<JwtClaimsSet.Builder> about) {
        JwtClaimsSet.Builder claims = claims();
        about.accept(claims);
        return server.notice("logout+jwt", claims.build());
    }

    private MockHttpServletResponse tell(String token) throws Exception {
        return pages.perform(post("/sign-in/provider/back-channel").param("logout_token", token))
                .andReturn()
                .getResponse();
    }

    private boolean inside(MockHttpSession session) throws Exception {
        return !session.isInvalid()
                && pages.perform(get("/account").session(session))
                                .andReturn()
                                .getResponse()
                                .getStatus()
                        == 200;
    }

    @Test
    void theSessionThatEndedThereEndsHereAndNoOther() throws Exception {
        MockHttpSession desk = arrived("olga", "s-desk");
        MockHttpSession phone = arrived("olga", "s-phone");
        MockHttpServletResponse answer = tell(notice(claims -> claims.claim("sid", "s-desk")));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        assertThat(inside(desk)).isFalse();
        assertThat(inside(phone)).isTrue();
        TrailEntry told = room.trail().entries(TrailFilter.about("olga"), 1).getFirst();
        assertThat(told.event()).isEqualTo("signed-out-at-provider");
        assertThat(told.details()).contains("\"sessions\":1");
        assertThat(told.by().reason()).isEqualTo("told by the provider");
    }

    @Test
    void whoSignedOutThereEverywhereIsOutHereEverywhere() throws Exception {
        MockHttpSession desk = arrived("nora", "s-1");
        MockHttpSession phone = arrived("nora", "s-2");
        MockHttpSession other = arrived("nils", "s-3");
        MockHttpSession byPassword = signedIn(pages, "ada");
        assertThat(tell(notice(claims -> claims.subject("nora"))).getStatus()).isEqualTo(200);
        assertThat(inside(desk)).isFalse();
        assertThat(inside(phone)).isFalse();
        assertThat(inside(other)).isTrue();
        assertThat(inside(byPassword)).isTrue();
    }

    @Test
    void aNoticeCountsOnce() throws Exception {
        arrived("mona", "s-4");
        String notice = notice(claims -> claims.subject("mona"));
        assertThat(tell(notice).getStatus()).isEqualTo(200);
        MockHttpSession again = arrived("mona", "s-5");
        assertThat(tell(notice).getStatus()).isEqualTo(400);
        assertThat(inside(again)).isTrue();
    }

    @Test
    void aNoticeOfBothEndsTheSessionOfThatPersonAlone() throws Exception {
        MockHttpSession liv = arrived("liv", "s-6");
        assertThat(tell(notice(claims -> claims.subject("kim").claim("sid", "s-6")))
                        .getStatus())
                .isEqualTo(200);
        assertThat(inside(liv)).isTrue();
    }

    @Test
    void aNoticeAboutNobodyHereIsTakenAndToldInTheTrail() throws Exception {
        assertThat(tell(notice(claims -> claims.subject("nobody-here"))).getStatus())
                .isEqualTo(200);
        assertThat(room.trail()
                        .entries(TrailFilter.about("somebody without a session here"), 1)
                        .getFirst()
                        .event())
                .isEqualTo("signed-out-at-provider");
    }

    private static final List<String> LIES = List.of(
            "issuer", "audience", "old", "early", "expired", "endless", "nobody", "no event", "other event", "nonce");

    @Test
    void aNoticeWithALieInItEndsNothing() throws Exception {
        MockHttpSession session = arrived("jane", "s-7");
        for (String lie : LIES) {
            refused(lie, server.notice("logout+jwt", lying(lie).build()));
        }
        refused(
                "no id",
                server.notice(
                        "logout+jwt",
                        claims().subject("jane")
                                .claims(all -> all.remove("jti"))
                                .build()));
        refused("type", server.notice("at+jwt", claims().subject("jane").build()));
        String held = notice(claims -> claims.subject("jane"));
        refused("not signed", held.substring(0, held.lastIndexOf('.') + 1));
        refused("nothing", "");
        refused("long", "x".repeat(20_000));
        assertThat(inside(session)).isTrue();
        assertThat(tell(held).getStatus()).isEqualTo(200);
        assertThat(inside(session)).as("without a lie").isFalse();
    }

    private JwtClaimsSet.Builder lying(String about) {
        JwtClaimsSet.Builder claims = claims().subject("jane");
        return switch (about) {
            case "issuer" -> claims.issuer("https://elsewhere.example");
            case "audience" -> claims.audience(List.of("another-client"));
            case "old" -> claims.issuedAt(clock.instant().minus(Duration.ofMinutes(5)));
            case "early" ->
                claims.issuedAt(clock.instant().plus(Duration.ofMinutes(5)))
                        .expiresAt(clock.instant().plus(Duration.ofMinutes(9)));
            case "expired" ->
                claims.issuedAt(clock.instant().minus(Duration.ofMinutes(2)))
                        .expiresAt(clock.instant().minus(Duration.ofMinutes(1)));
            case "endless" -> claims.claims(all -> all.remove("exp"));
            case "nobody" -> claims.claims(all -> all.remove("sub"));
            case "no event" -> claims.claims(all -> all.remove("events"));
            case "other event" -> claims.claim("events", Map.of("https://elsewhere.example/event", Map.of()));
            case "nonce" -> claims.claim("nonce", "n");
            default -> throw new AssertionError(about);
        };
    }

    private void refused(String lie, String token) throws Exception {
        MockHttpServletResponse answer = tell(token);
        assertThat(answer.getStatus()).as(lie).isEqualTo(400);
        assertThat(answer.getContentAsString()).as(lie).contains("\"error\":\"invalid_request\"");
    }

    @Test
    void aProofOfSigningInIsNoNotice() throws Exception {
        MockHttpSession session = arrived("iris", "s-8");
        String proof =
                Objects.requireNonNull((String) session.getAttribute(ProviderSession.class.getName() + ".token"));
        assertThat(tell(proof).getStatus()).isEqualTo(400);
        assertThat(inside(session)).isTrue();
    }

    @Test
    void thirtyFailuresAtTheProviderHoldUpTheNetworkForPasswordsToo() throws Exception {
        OpenIdServer.GROUPS.put("hans", List.of("canteen"));
        Ways ways = new Ways(pages, server);
        try {
            for (int i = 0; i < 30; i++) {
                MockHttpSession session = new MockHttpSession();
                ways.begin(session, "/sign-in/provider");
                ways.answer(session, OpenIdServer.ROOM + "/sign-in/provider/answer?code=x&state=wrong");
            }
            assertThat(ways.begin(new MockHttpSession(), "/sign-in/provider")).isEqualTo("/sign-in");
            assertThat(ways.begin(new MockHttpSession(), "/sign-in/provider/answer?code=x&state=y"))
                    .isEqualTo("/sign-in");
            assertThat(room.trail()
                            .entries(TrailFilter.about("127.0.0.0/24"), 1)
                            .getFirst()
                            .event())
                    .isEqualTo("network-locked");
        } finally {
            RoomPages.later = Duration.ofMinutes(2);
            signedIn(pages, "ada");
            RoomPages.later = Duration.ZERO;
        }
    }
}
