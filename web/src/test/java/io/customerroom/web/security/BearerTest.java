package io.customerroom.web.security;

import static io.customerroom.web.security.RoomPages.form;
import static io.customerroom.web.security.RoomPages.page;
import static io.customerroom.web.security.RoomPages.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.customerroom.kernel.Authorship;
import io.customerroom.room.Room;
import io.customerroom.room.people.ApiToken.Reach;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Tokens of programs: what they open, and what not. */
@SpringBootTest(classes = RoomPages.class)
@AutoConfigureMockMvc
class BearerTest {

    private static final Authorship ADA = new Authorship("ada", "web", "", "r1");

    @Autowired
    MockMvc pages;

    @Autowired
    Room room;

    @BeforeEach
    void people() {
        RoomPages.people(room);
    }

    private String token(String account, Reach reach) {
        return room.tokens()
                .make(ADA, account, "report", reach, Duration.ofDays(1))
                .text();
    }

    private static MockHttpServletRequestBuilder with(String token, MockHttpServletRequestBuilder request) {
        return request.header("Authorization", "Bearer " + token);
    }

    @Test
    void aTokenTellsItsProgramAsWhomItActsAndHowFarItReaches() throws Exception {
        String answer = pages.perform(with(token("leo", Reach.WALLS), get("/api/v1/me")))
                .andExpect(status().isOk())
                .andExpect(header().doesNotExist("Set-Cookie"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(answer)
                .isEqualTo("{\"displayName\":\"leo\",\"name\":\"leo\",\"rights\":[\"READ_WALLS\"],\"role\":\"leader\","
                        + "\"scope\":{\"segments\":[],\"sites\":[]}}");
    }

    @Test
    void withoutATokenInUseThereIsAProblemAndNoPage() throws Exception {
        String ended = token("leo", Reach.ALL);
        room.tokens().of("leo").forEach(it -> room.tokens().revoke(ADA, "leo", it.id()));
        for (MockHttpServletRequestBuilder asked : new MockHttpServletRequestBuilder[] {
            get("/api/v1/me"),
            with(ended, get("/api/v1/me")),
            with("crt_nothing", get("/api/v1/me")),
            get("/api/v1/me").session(signedIn(pages, "ada"))
        }) {
            assertThat(pages.perform(asked)
                            .andExpect(status().isUnauthorized())
                            .andExpect(header().string("WWW-Authenticate", "Bearer"))
                            .andExpect(header().string("Content-Type", ApiProblem.TYPE))
                            .andReturn()
                            .getResponse()
                            .getContentAsString())
                    .contains("TOKEN_REFUSED");
        }
    }

    @Test
    void aTokenOpensNoPageAndNoAddressOutsideTheTable() throws Exception {
        String all = token("ada", Reach.ALL);
        pages.perform(with(all, get("/people"))).andExpect(redirectedUrl("/sign-in"));
        pages.perform(with(all, post("/meetings"))).andExpect(status().isForbidden());
        pages.perform(with(all, post("/api/v1/me")))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(header().string("Allow", "GET, HEAD"));
    }

    @Test
    void theAccountPageShowsATokenOnceAndRevokesIt() throws Exception {
        MockHttpSession vera = signedIn(pages, "vera");
        pages.perform(form(vera, "/account/tokens")
                        .param("name", "My <sheet>")
                        .param("reach", "rows")
                        .param("days", "30"))
                .andExpect(redirectedUrl("/account"));
        String shown = page(pages, vera, "/account");
        Matcher text = Pattern.compile("crt_[A-Za-z0-9_-]{43}").matcher(shown);
        assertThat(text.find()).isTrue();
        pages.perform(with(text.group(), get("/api/v1/me"))).andExpect(status().isOk());
        assertThat(page(pages, vera, "/account")).doesNotContain(text.group()).contains("My &lt;sheet&gt;");
        pages.perform(form(
                        vera,
                        "/account/tokens/" + room.tokens().of("vera").getFirst().id() + "/revocation"))
                .andExpect(redirectedUrl("/account"));
        pages.perform(with(text.group(), get("/api/v1/me"))).andExpect(status().isUnauthorized());
    }

    @Test
    void nobodyRevokesOrNamesTheTokenOfSomebodyElse() throws Exception {
        token("leo", Reach.WALLS);
        String id = room.tokens().of("leo").getFirst().id();
        pages.perform(form(signedIn(pages, "vera"), "/account/tokens/" + id + "/revocation"))
                .andExpect(status().isBadRequest());
        assertThat(room.tokens().of("leo").getFirst().endedAt()).isEmpty();
    }

    @Test
    void aReachWithoutRightAndALifeWithoutEndAreRefused() throws Exception {
        MockHttpSession vera = signedIn(pages, "vera");
        assertThat(pages.perform(form(vera, "/account/tokens")
                                .param("name", "x")
                                .param("reach", "import")
                                .param("days", "30"))
                        .andExpect(status().isBadRequest())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("has no right that such a token could carry");
        pages.perform(form(vera, "/account/tokens")
                        .param("name", "x")
                        .param("reach", "walls")
                        .param("days", "999"))
                .andExpect(status().isBadRequest());
    }
}
