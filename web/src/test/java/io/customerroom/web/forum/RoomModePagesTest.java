package io.customerroom.web.forum;

import static io.customerroom.web.security.RoomPages.form;
import static io.customerroom.web.security.RoomPages.page;
import static io.customerroom.web.security.RoomPages.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.customerroom.kernel.Authorship;
import io.customerroom.room.Room;
import io.customerroom.room.displays.Display;
import io.customerroom.web.security.RoomPages;
import java.nio.charset.StandardCharsets;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

/** The large screen, the displays that may show it, and calendar files. */
@SpringBootTest(classes = RoomPages.class, properties = "pages=forum")
@AutoConfigureMockMvc
class RoomModePagesTest {

    @Autowired
    MockMvc pages;

    @Autowired
    Room room;

    private MockHttpSession ada;
    private MockHttpSession leo;

    @BeforeEach
    void people() throws Exception {
        RoomPages.people(room);
        ada = signedIn(pages, "ada");
        leo = signedIn(pages, "leo");
    }

    @Test
    void whoIsSignedInSeesTheWallsAndThePromisesInTurn() throws Exception {
        assertThat(page(pages, leo, "/room?seconds=5&ask=0"))
                .contains("More customers &lt;left&gt; than came back", "data-seconds=\"5\"", "data-ask=\"1\"")
                .contains("Esc</kbd> leaves");
    }

    @Test
    void aDisplayIsLetInWithoutASessionUntilItIsRevoked() throws Exception {
        pages.perform(form(ada, "/people/displays").param("name", " ")).andExpect(status().isBadRequest());
        pages.perform(form(ada, "/people/displays").param("name", "Lobby")).andExpect(redirectedUrl("/people"));
        Display.Issued issued = room.displays().issue(new Authorship("ada", "web", "", "r"), "Hall");
        pages.perform(get(issued.path()))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("slide-figure")))
                .andExpect(content().string(Matchers.containsString("Golden Company</p>")))
                .andExpect(request().sessionAttributeDoesNotExist("SPRING_SECURITY_CONTEXT"));
        pages.perform(get("/walls/1")).andExpect(redirectedUrl("/sign-in"));
        assertThat(page(pages, ada, "/people")).contains("Lobby", "Hall").doesNotContain(issued.token());
        pages.perform(form(ada, "/people/displays/" + issued.display().id() + "/revocation"))
                .andExpect(redirectedUrl("/people"));
        pages.perform(get(issued.path())).andExpect(status().isNotFound());
    }

    @Test
    void aMeetingIsTakenIntoACalendar() throws Exception {
        String meeting = String.valueOf(pages.perform(form(ada, "/meetings")
                        .param("title", "Calendar, one")
                        .param("day", "2020-06-04")
                        .param("cadence", "once"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        pages.perform(get(meeting + "/meeting.ics").session(leo))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/calendar;charset=UTF-8"))
                .andExpect(content().string(Matchers.containsString("SUMMARY:Calendar\\, one\r\n")));
        String own = pages.perform(get("/promises/mine/promises.ics").session(leo))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(own).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void whereMailReachesSomebodyIsNoted() throws Exception {
        pages.perform(form(ada, "/people/leo/address").param("address", "leo@example.org"))
                .andExpect(redirectedUrl("/people"));
        assertThat(page(pages, ada, "/people")).contains("value=\"leo@example.org\"");
        pages.perform(form(ada, "/people/leo/address").param("address", "somewhere"))
                .andExpect(status().isBadRequest());
    }
}
