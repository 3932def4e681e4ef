package io.customerroom.web.security.provider;

import static io.customerroom.web.security.RoomPages.form;
import static io.customerroom.web.security.RoomPages.page;
import static io.customerroom.web.security.RoomPages.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.customerroom.kernel.Authorship;
import io.customerroom.room.Room;
import io.customerroom.room.people.Account;
import io.customerroom.room.people.OneTimeLink;
import io.customerroom.room.people.Role;
import io.customerroom.state.TrailEntry;
import io.customerroom.state.TrailFilter;
import io.customerroom.web.security.Problem;
import io.customerroom.web.security.RoomPages;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** People who come through a true OpenID server: in, with what their groups make of them, again, and out. */
@SpringBootTest(classes = {RoomPages.class, ProviderRoom.class})
@AutoConfigureMockMvc
class ProviderSignInTest {

    private static final Authorship CLI = new Authorship("command line", "cli", "", "r1");

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

    @Test
    void aGroupLetsInAndMakesTheAccount() throws Exception {
        OpenIdServer.GROUPS.put("zoe", List.of("canteen", "north-leaders", "readers"));
        MvcResult answered = through(new MockHttpSession(), "zoe", "/sign-in/provider");
        assertThat(answered.getResponse().getRedirectedUrl()).isEqualTo("/");
        Account zoe = room.people().find("zoe").orElseThrow();
        assertThat(zoe.displayName()).isEqualTo("Person zoe");
        assertThat(zoe.role()).isEqualTo(Role.LEADER);
        assertThat(zoe.scope().words()).isEqualTo("site north");
        assertThat(zoe.passwordSet()).isFalse();
        assertThat(page(pages, Ways.session(answered), "/account")).contains("You sign in as <strong>zoe</strong>");
        assertThat(events("zoe"))
                .containsExactly("account-opened", "scope-given", "identity-linked", "signed-in-at-provider");
    }

    @Test
    void theRequestCarriesChallengeStateAndNonce() throws Exception {
        String there = begin(new MockHttpSession(), "/sign-in/provider");
        assertThat(there)
                .startsWith(server.issuer() + "/oauth2/authorize?response_type=code&client_id=customer-room")
                .contains("code_challenge_method=S256", "&code_challenge=", "&state=", "&nonce=")
                .contains("redirect_uri=https://room.example/sign-in/provider/answer");
        HttpResponse<String> without = server.visit(there.replaceAll("&code_challenge[^&]*", ""), "zoe");
        assertThat(without.headers().firstValue("Location").orElse(""))
                .as("the server insists on PKCE")
                .contains("error=invalid_request");
    }

    @Test
    void anotherGroupIsAnotherRoleAtTheNextSignInAndEndsFormerSessions() throws Exception {
        OpenIdServer.GROUPS.put("yann", List.of("readers"));
        MockHttpSession former = Ways.session(through(new MockHttpSession(), "yann", "/sign-in/provider"));
        OpenIdServer.GROUPS.put("yann", List.of("north-leaders"));
        through(new MockHttpSession(), "yann", "/sign-in/provider");
        assertThat(room.people().find("yann").orElseThrow().role()).isEqualTo(Role.LEADER);
        assertThat(room.people().find("yann").orElseThrow().scope().words()).isEqualTo("site north");
        assertThat(pages.perform(get("/meetings").session(former))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/sign-in");
        assertThat(events("yann")).contains("role-given", "scope-given");
    }

    @Test
    void whoLostTheirGroupsIsToldAndTheirSessionsAreOver() throws Exception {
        OpenIdServer.GROUPS.put("xenia", List.of("readers"));
        MockHttpSession former = Ways.session(through(new MockHttpSession(), "xenia", "/sign-in/provider"));
        OpenIdServer.GROUPS.put("xenia", List.of("canteen"));
        assertThat(problem(through(new MockHttpSession(), "xenia", "/sign-in/provider")))
                .isEqualTo("None of your groups opens this room.");
        assertThat(pages.perform(get("/meetings").session(former))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/sign-in");
        assertThat(events("xenia")).last().isEqualTo("provider-sign-in-refused");
    }

    @Test
    void aNewcomerNeverGetsAnAccountThatIsThere() throws Exception {
        OpenIdServer.GROUPS.put("fay", List.of("room-admins"));
        assertThat(problem(through(new MockHttpSession(), "fay", "/sign-in/provider")))
                .isEqualTo("Your name is somebody else's here already, or cannot be used.");
        assertThat(room.people().find("fay").orElseThrow().role()).isEqualTo(Role.FACILITATOR);
        assertThat(room.people().find("fay").orElseThrow().linked()).isFalse();
    }

    @Test
    void aClosedAccountStaysClosed() throws Exception {
        OpenIdServer.GROUPS.put("walt", List.of("readers"));
        through(new MockHttpSession(), "walt", "/sign-in/provider");
        room.people().close(new Authorship("ada", "web", "left", "r2"), "walt");
        assertThat(problem(through(new MockHttpSession(), "walt", "/sign-in/provider")))
                .isEqualTo("Your account here is closed.");
    }

    @Test
    void aOneTimeLinkLinksWhoeverUsesIt() throws Exception {
        OpenIdServer.GROUPS.put("somebody.else", List.of("readers"));
        OneTimeLink.Issued link = room.people().invite(CLI, "vic", "Vic", Role.VIEWER);
        assertThat(pages.perform(get(link.path())).andReturn().getResponse().getContentAsString())
                .contains("Sign in with the Company instead");
        MvcResult answered = through(new MockHttpSession(), "somebody.else", link.path() + "/provider");
        assertThat(answered.getResponse().getRedirectedUrl()).isEqualTo("/");
        assertThat(room.people().find("vic").orElseThrow().linked()).isTrue();
        assertThat(room.people().find("somebody.else")).isEmpty();
        assertThat(room.people().link(link.token())).isEmpty();
    }

    @Test
    void theRoomKeepsItsLastAdministrator() throws Exception {
        OpenIdServer.GROUPS.put("ursula", List.of("room-admins"));
        MockHttpSession session = Ways.session(through(new MockHttpSession(), "ursula", "/sign-in/provider"));
        assertThat(page(pages, session, "/people")).contains("signs in at the provider");
    }

    @Test
    void passwordsAreForAdministratorsAlone() throws Exception {
        assertThat(signedIn(pages, "ada")).isNotNull();
        assertThat(pages.perform(post("/sign-in")
                                .param("name", "leo")
                                .param("password", RoomPages.PASSWORD)
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/sign-in?problem=refused");
        assertThat(page(pages, new MockHttpSession(), "/sign-in"))
                .contains("Sign in with the Company", "only administrators sign in");
    }

    @Test
    void aWayBackIsForOnceAndForTheBrowserThatBegan() throws Exception {
        OpenIdServer.GROUPS.put("tom", List.of("readers"));
        MockHttpSession session = new MockHttpSession();
        String back = server.sendsOn(begin(session, "/sign-in/provider"), "tom");
        assertThat(problem(answer(new MockHttpSession(), back))).startsWith("This way back from the provider");
        MockHttpSession other = new MockHttpSession();
        begin(other, "/sign-in/provider");
        assertThat(problem(answer(other, back))).startsWith("What came back from the provider does not prove");
        assertThat(answer(session, back).getResponse().getRedirectedUrl()).isEqualTo("/");
        assertThat(problem(answer(session, back))).startsWith("This way back from the provider");
    }

    @Test
    void aCodeIsForOnce() throws Exception {
        OpenIdServer.GROUPS.put("sid", List.of("readers"));
        MockHttpSession session = new MockHttpSession();
        String back = server.sendsOn(begin(session, "/sign-in/provider"), "sid");
        String code = back.replaceAll(".*[?&]code=([^&]*).*", "$1");
        answer(session, back);
        MockHttpSession again = new MockHttpSession();
        String state = begin(again, "/sign-in/provider").replaceAll(".*[?&]state=([^&]*).*", "$1");
        assertThat(problem(
                        answer(again, OpenIdServer.ROOM + "/sign-in/provider/answer?code=" + code + "&state=" + state)))
                .startsWith("What came back from the provider does not prove");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonce", "issuer", "audience", "party", "expired", "early", "nobody"})
    void aProofWithALieInItOpensNothing(String about) throws Exception {
        OpenIdServer.GROUPS.put("rita", List.of("readers"));
        OpenIdServer.lie = claims -> {
            switch (about) {
                case "nonce" -> claims.claim("nonce", "another");
                case "issuer" -> claims.issuer("https://elsewhere.example");
                case "audience" -> claims.audience(List.of("another-client"));
                case "party" -> claims.claim("azp", "another-client");
                case "expired" ->
                    claims.issuedAt(OpenIdServer.now.minus(Duration.ofHours(2)))
                            .expiresAt(OpenIdServer.now.minus(Duration.ofHours(1)));
                case "early" -> claims.issuedAt(OpenIdServer.now.plus(Duration.ofHours(1)));
                default -> claims.subject("");
            }
        };
        MvcResult answered = through(new MockHttpSession(), "rita", "/sign-in/provider");
        assertThat(problem(answered)).startsWith("What came back from the provider does not prove");
        assertThat(room.people().find("rita")).isEmpty();
    }

    @Test
    void signingOutHereSignsOutThere() throws Exception {
        OpenIdServer.GROUPS.put("quinn", List.of("readers"));
        MockHttpSession session = Ways.session(through(new MockHttpSession(), "quinn", "/sign-in/provider"));
        MvcResult out = pages.perform(form(session, "/sign-out")).andReturn();
        assertThat(out.getResponse().getRedirectedUrl()).isEqualTo("/sign-in/provider/goodbye");
        assertThat(session.isInvalid()).isTrue();
        String refresh = Objects.requireNonNull(
                pages.perform(get("/sign-in/provider/goodbye").session(Ways.session(out)))
                        .andReturn()
                        .getResponse()
                        .getHeader("Refresh"));
        assertThat(refresh).startsWith("0;url=" + server.issuer() + "/connect/logout?id_token_hint=");
        assertThat(server.sendsOn(refresh.substring("0;url=".length()), "quinn"))
                .isEqualTo(OpenIdServer.ROOM + "/sign-in?out");
    }

    @Test
    void whoHasNoPasswordProvesAgainAtTheProvider() throws Exception {
        OpenIdServer.GROUPS.put("pia", List.of("readers"));
        MockHttpSession session = Ways.session(through(new MockHttpSession(), "pia", "/sign-in/provider"));
        assertThat(begin(session, "/account/confirmation/provider")).contains("prompt=login", "max_age=0");
        assertThat(through(session, "pia", "/account/confirmation/provider")
                        .getFlashMap()
                        .get("done"))
                .isEqualTo("Thank you. Now do again what you were about to do.");
        assertThat(problem(through(session, "zack", "/account/confirmation/provider")))
                .isEqualTo("At the provider somebody else is signed in than here.");
        OpenIdServer.lie = claims -> claims.claim(
                "auth_time", OpenIdServer.now.minus(Duration.ofHours(1)).getEpochSecond());
        assertThat(problem(through(session, "pia", "/account/confirmation/provider")))
                .isEqualTo("The provider does not say that you have just proved who you are.");
    }

    @Test
    void whoSaysNoAtTheProviderIsToldSo() throws Exception {
        MockHttpSession session = new MockHttpSession();
        String state = begin(session, "/sign-in/provider").replaceAll(".*[?&]state=([^&]*).*", "$1");
        assertThat(problem(answer(
                        session, OpenIdServer.ROOM + "/sign-in/provider/answer?error=access_denied&state=" + state)))
                .startsWith("What came back from the provider does not prove");
    }

    private String begin(MockHttpSession session, String path) throws Exception {
        return ways().begin(session, path);
    }

    private MvcResult through(MockHttpSession session, String person, String path) throws Exception {
        return ways().through(session, person, path);
    }

    private MvcResult answer(MockHttpSession session, String back) throws Exception {
        return ways().answer(session, back);
    }

    private Ways ways() {
        return new Ways(pages, server);
    }

    private static String problem(MvcResult answered) {
        return answered.getFlashMap().get("problem") instanceof Problem problem
                ? problem.message()
                : "none: " + answered.getResponse().getRedirectedUrl();
    }

    private List<String> events(String account) {
        return room.trail().entries(TrailFilter.about(account), 100).reversed().stream()
                .map(TrailEntry::event)
                .toList();
    }
}
