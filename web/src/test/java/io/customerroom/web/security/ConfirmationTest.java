package io.customerroom.web.security;

import static io.customerroom.web.security.RoomPages.form;
import static io.customerroom.web.security.RoomPages.page;
import static io.customerroom.web.security.RoomPages.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.customerroom.room.Room;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

/** What an open browser that somebody finds does not do without a further proof. */
@SpringBootTest(classes = RoomPages.class)
@AutoConfigureMockMvc
class ConfirmationTest {

    @Autowired
    MockMvc pages;

    @Autowired
    Room room;

    @BeforeEach
    void people() {
        RoomPages.people(room);
    }

    @AfterEach
    void backToTheDayOfTheTests() {
        RoomPages.later = Duration.ZERO;
    }

    private MockHttpSession signedInElevenMinutesAgo() throws Exception {
        MockHttpSession session = signedIn(pages, "vera");
        pages.perform(get("/account").session(session)).andExpect(status().isOk());
        RoomPages.later = Duration.ofMinutes(11);
        return session;
    }

    @Test
    void afterTenMinutesOneProvesAgainWhoOneIs() throws Exception {
        MockHttpSession session = signedInElevenMinutesAgo();
        for (String path : new String[] {
            "/account/second-factor",
            "/account/second-factor/recovery-codes",
            "/account/second-factor/removal",
            "/account/sessions/others",
            "/account/sessions/abc/end",
            "/account/tokens",
            "/account/provider/unlinking"
        }) {
            pages.perform(form(session, path)).andExpect(redirectedUrl("/account/confirmation"));
        }
        pages.perform(get("/account/provider").session(session)).andExpect(redirectedUrl("/account/confirmation"));
        assertThat(page(pages, session, "/account/confirmation")).contains("Is it you?", "name=\"password\"");
    }

    @Test
    void theRightPasswordOpensItAgainForTenMinutes() throws Exception {
        MockHttpSession session = signedInElevenMinutesAgo();
        pages.perform(form(session, "/account/confirmation").param("password", "wrong"))
                .andExpect(status().isBadRequest());
        pages.perform(form(session, "/account/second-factor")).andExpect(redirectedUrl("/account/confirmation"));
        pages.perform(form(session, "/account/confirmation").param("password", RoomPages.PASSWORD))
                .andExpect(redirectedUrl("/account"));
        pages.perform(form(session, "/account/sessions/others")).andExpect(redirectedUrl("/account"));
        RoomPages.later = Duration.ofMinutes(22);
        pages.perform(form(session, "/account/sessions/others")).andExpect(redirectedUrl("/account/confirmation"));
    }

    @Test
    void whatHelpsNoThiefAsksForNothing() throws Exception {
        MockHttpSession session = signedInElevenMinutesAgo();
        pages.perform(form(session, "/account/tokens/t1/revocation")).andExpect(status().isBadRequest());
        pages.perform(get("/account").session(session)).andExpect(status().isOk());
    }
}
