package io.customerroom.web.security;

import static io.customerroom.web.security.RoomPages.PASSWORD;
import static io.customerroom.web.security.RoomPages.form;
import static io.customerroom.web.security.RoomPages.page;
import static io.customerroom.web.security.RoomPages.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.customerroom.kernel.Authorship;
import io.customerroom.room.Room;
import io.customerroom.room.people.OneTimeLink;
import io.customerroom.room.people.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(classes = RoomPages.class)
@AutoConfigureMockMvc
class SecurityRulesTest {

    private static final Authorship CLI = new Authorship("command line", "cli", "", "r1");
    private static final List<String> EVERYBODY = List.of("ada", "fay", "leo", "vera", "dan");

    @Autowired
    MockMvc pages;

    @Autowired
    Room room;

    @BeforeEach
    void people() {
        RoomPages.people(room);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /walls/1                | ada fay leo vera dan
            GET  | /metrics                | ada fay leo vera dan
            GET  | /meetings               | ada fay leo vera dan
            GET  | /meetings/m1            | ada fay leo vera dan
            GET  | /meetings/m1/x/rows     | ada fay leo vera dan
            GET  | /promises               | ada fay leo vera dan
            GET  | /promises/p1            | ada fay leo vera dan
            POST | /meetings               | ada fay
            POST | /meetings/m1/attendance | ada fay
            POST | /meetings/m1/freeze     | ada fay
            GET  | /meetings/m1/agenda     | ada fay leo vera dan
            POST | /meetings/m1/agenda     | ada fay
            POST | /meetings/m1/agenda/a1/minutes | ada fay
            POST | /meetings/m1/agenda/decisions  | ada fay
            POST | /meetings/m1/close      | ada fay
            POST | /decisions/d1/end       | ada fay
            GET  | /room                   | ada fay leo vera dan
            POST | /people/displays        | ada
            POST | /people/leo/address     | ada
            POST | /meetings/m1/answers    | ada fay leo
            POST | /meetings/m1/promises   | ada fay leo
            POST | /promises/p1/move       | ada fay leo
            POST | /promises/p1/keep       | ada fay leo
            POST | /promises/p1/break      | ada fay leo
            POST | /promises/p1/withdraw   | ada fay leo
            GET  | /data                   | ada dan
            POST | /data/upload            | ada dan
            GET  | /people                 | ada
            POST | /people                 | ada
            POST | /people/zoe/role        | ada
            POST | /people/zoe/link        | ada
            POST | /people/zoe/closure     | ada
            GET  | /trail                  | ada fay
            GET  | /trail/verification     | ada fay
            POST | /walls/1                | ''
            """)
    void eachRoleReachesItsOwnAddresses(String method, String path, String allowed) throws Exception {
        Map<String, Boolean> reached = new LinkedHashMap<>();
        Map<String, Boolean> expected = new LinkedHashMap<>();
        for (String name : EVERYBODY) {
            MockHttpSession session = signedIn(pages, name);
            int status = pages.perform(request(HttpMethod.valueOf(method), path)
                            .session(session)
                            .with(csrf()))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            reached.put(name, status != 403 && status != 405);
            expected.put(name, List.of(allowed.split(" ")).contains(name));
        }
        assertThat(reached).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/walls/1",
                "/meetings",
                "/meetings/m1",
                "/promises",
                "/people",
                "/trail",
                "/data",
                "/nowhere"
            })
    void whoIsNotSignedInIsSentToTheDoor(String path) throws Exception {
        pages.perform(get(path)).andExpect(status().is3xxRedirection()).andExpect(redirectedUrl("/sign-in"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in",
                "/sign-out",
                "/theme",
                "/welcome/abc",
                "/people",
                "/meetings",
                "/meetings/m1/freeze",
                "/meetings/m1/attendance",
                "/meetings/m1/answers",
                "/meetings/m1/promises",
                "/promises/p1/move"
            })
    void aChangeWithoutItsTokenIsRefused(String path) throws Exception {
        MockHttpSession session = signedIn(pages, "ada");
        pages.perform(post(path).session(session)).andExpect(status().isForbidden());
        pages.perform(post(path).session(session).with(csrf().useInvalidToken()))
                .andExpect(status().isForbidden());
    }

    @Test
    void otherMethodsAreRefused() throws Exception {
        pages.perform(delete("/meetings/m1").session(signedIn(pages, "ada")).with(csrf()))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(header().string("Allow", "GET, HEAD"));
        pages.perform(delete("/meetings/m1").session(signedIn(pages, "ada"))).andExpect(status().isForbidden());
        pages.perform(delete("/people").session(signedIn(pages, "vera")).with(csrf()))
                .andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/meetings", "/people"})
    void everyPageCarriesItsProtection(String path) throws Exception {
        pages.perform(get(path).session(signedIn(pages, "ada")))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
                                        + " frame-ancestors 'none'"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().string("Cross-Origin-Opener-Policy", "same-origin"))
                .andExpect(header().exists("Permissions-Policy"))
                .andExpect(header().string("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/meetings", "/people", "/trail", "/trail/verification", "/promises"})
    void noPageHoldsScriptOrStyleInline(String path) throws Exception {
        assertThat(page(pages, signedIn(pages, "ada"), path))
                .contains("<h1>")
                .doesNotContainPattern("<script(?![^>]*src=)")
                .doesNotContain("<style")
                .doesNotContain(" style=")
                .doesNotContainPattern(" on[a-z]+=");
    }

    @Test
    void signingInChangesTheSession() throws Exception {
        MockHttpSession before = new MockHttpSession();
        String id = before.getId();
        pages.perform(post("/sign-in")
                        .session(before)
                        .param("name", " Ada ")
                        .param("password", PASSWORD)
                        .with(csrf()))
                .andExpect(redirectedUrl("/"));
        assertThat(before.getId()).isNotEqualTo(id);
    }

    @Test
    void whoWantedAPageFirstIsLedThereAndTheAddressIsLeftAsItWas() throws Exception {
        MockHttpSession session = new MockHttpSession();
        pages.perform(get("/walls/2?grain=month").session(session)).andExpect(redirectedUrl("/sign-in"));
        pages.perform(post("/sign-in")
                        .session(session)
                        .param("name", "ada")
                        .param("password", PASSWORD)
                        .with(csrf()))
                .andExpect(redirectedUrl("http://localhost/walls/2?grain=month"));
    }

    @Test
    void aWrongPasswordIsToldWithoutSayingWhatWasWrong() throws Exception {
        for (String name : List.of("dan", "nobody")) {
            pages.perform(post("/sign-in")
                            .param("name", name)
                            .param("password", "wrong")
                            .with(csrf()))
                    .andExpect(redirectedUrl("/sign-in?problem=refused"));
        }
        assertThat(pages.perform(get("/sign-in?problem=refused"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Name, password and code do not belong together, or were tried too often.")
                .contains("role=\"alert\"");
    }

    @Test
    void repeatedFailuresLockTheAccountInTheWordsOfAnyRefusal() throws Exception {
        invited("lost", Role.VIEWER);
        for (int i = 0; i < 4; i++) {
            pages.perform(post("/sign-in")
                    .param("name", "lost")
                    .param("password", "wrong")
                    .with(csrf()));
        }
        pages.perform(post("/sign-in")
                        .param("name", "lost")
                        .param("password", "wrong")
                        .with(csrf()))
                .andExpect(redirectedUrl("/sign-in?problem=refused"));
        pages.perform(post("/sign-in")
                        .param("name", "lost")
                        .param("password", PASSWORD)
                        .with(csrf()))
                .andExpect(redirectedUrl("/sign-in?problem=refused"));
    }

    @Test
    void aResetEndsTheRunningSession() throws Exception {
        invited("uma", Role.VIEWER);
        MockHttpSession session = signedIn(pages, "uma");
        pages.perform(get("/meetings").session(session)).andExpect(status().isOk());
        room.people().reset(CLI, "uma");
        pages.perform(get("/meetings").session(session)).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        MockHttpSession session = signedIn(pages, "vera");
        pages.perform(form(session, "/sign-out")).andExpect(redirectedUrl("/sign-in?out"));
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() throws Exception {
        MockServletContext context = new MockServletContext();
        new SecurityConfiguration().sessionCookie().onStartup(context);
        assertThat(context.getSessionCookieConfig().isHttpOnly()).isTrue();
        assertThat(context.getSessionCookieConfig().getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(context.getSessionTimeout()).isEqualTo(480);
    }

    @Test
    void overHttpsTheHostIsKeptToHttps() throws Exception {
        pages.perform(get("/sign-in").secure(true))
                .andExpect(header().string("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains"));
        pages.perform(get("/sign-in")).andExpect(header().doesNotExist("Strict-Transport-Security"));
    }

    @Test
    void aOneTimeLinkSetsAPasswordOnce() throws Exception {
        OneTimeLink.Issued link = room.people().invite(CLI, "ned", "Ned", Role.VIEWER);
        assertThat(pages.perform(get(link.path())).andReturn().getResponse().getContentAsString())
                .contains("Choose a password for <strong>ned</strong>");
        pages.perform(post(link.path())
                        .param("password", "one sentence")
                        .param("again", "other sentence")
                        .with(csrf()))
                .andExpect(status().isBadRequest());
        String refused = pages.perform(post(link.path())
                        .param("password", "short")
                        .param("again", "short")
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(refused).contains("Use at least 12 characters; this has 5.").doesNotContain("value=\"short\"");
        pages.perform(post(link.path())
                        .param("password", PASSWORD)
                        .param("again", PASSWORD)
                        .with(csrf()))
                .andExpect(redirectedUrl("/sign-in"));
        pages.perform(get(link.path())).andExpect(status().isNotFound());
        assertThat(signedIn(pages, "ned")).isNotNull();
    }

    private void invited(String name, Role role) {
        OneTimeLink.Issued link = room.people().invite(CLI, name, name, role);
        room.people().redeem(CLI, link.token(), "", "", PASSWORD);
    }
}
