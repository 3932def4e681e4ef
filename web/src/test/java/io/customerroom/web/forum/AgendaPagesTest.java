package io.customerroom.web.forum;

import static io.customerroom.web.security.RoomPages.form;
import static io.customerroom.web.security.RoomPages.page;
import static io.customerroom.web.security.RoomPages.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.customerroom.room.Room;
import io.customerroom.room.agenda.AgendaItem;
import io.customerroom.web.security.RoomPages;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

/** The page on which a meeting is prepared and run. Each test plans a meeting of its own. */
@SpringBootTest(classes = RoomPages.class, properties = "pages=forum")
@AutoConfigureMockMvc
class AgendaPagesTest {

    @Autowired
    MockMvc pages;

    @Autowired
    Room room;

    private static int planned;

    private MockHttpSession fay;
    private MockHttpSession leo;
    private String meeting = "";
    private String agenda = "";

    @BeforeEach
    void people() throws Exception {
        RoomPages.people(room);
        fay = signedIn(pages, "fay");
        leo = signedIn(pages, "leo");
        meeting = String.valueOf(pages.perform(form(fay, "/meetings")
                        .param("title", "Agenda " + ++planned)
                        .param("day", "2026-03-05")
                        .param("cadence", "monthly"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        agenda = meeting + "/agenda";
    }

    @Test
    void theWallsProposeAndTheFacilitatorAddsMovesAndTimes() throws Exception {
        assertThat(page(pages, fay, agenda)).contains("There is no point yet.");
        assertThat(page(pages, leo, agenda))
                .contains("There is no point on this agenda.")
                .doesNotContain("<form class=\"minutes\"", "Propose points");
        pages.perform(form(fay, agenda + "/proposal")).andExpect(redirectedUrl(agenda + "#points"));
        assertThat(page(pages, fay, agenda)).contains("Customer flow: More customers &lt;left&gt; than came back");
        pages.perform(form(fay, agenda).param("title", "Coffee").param("minutes", "2"))
                .andExpect(redirectedUrl(agenda + "#words-" + last()));
        String coffee = last();
        pages.perform(form(fay, agenda + "/" + coffee + "/move").param("up", "true"))
                .andExpect(redirectedUrl(agenda + "#up-" + coffee));
        List<AgendaItem> moved = room.agendas().of(id());
        assertThat(moved.get(moved.size() - 2).id()).isEqualTo(coffee);
        pages.perform(form(fay, agenda + "/" + coffee + "/time").param("minutes", "ten"))
                .andExpect(status().isBadRequest());
        pages.perform(form(fay, agenda + "/" + coffee + "/time").param("minutes", "10"))
                .andExpect(redirectedUrl(agenda + "#time-" + coffee));
        assertThat(page(pages, leo, agenda)).contains("10 min, from minute ");
        pages.perform(form(fay, agenda + "/" + coffee + "/removal")).andExpect(redirectedUrl(agenda + "#points"));
        assertThat(room.agendas().of(id())).hasSize(moved.size() - 1);
    }

    @Test
    void minutesAreSavedByTheButtonAndByTheScriptAlike() throws Exception {
        pages.perform(form(fay, agenda).param("exhibit", "customer-flow"))
                .andExpect(redirectedUrl(agenda + "#words-" + last()));
        String written = agenda + "/" + last() + "/minutes";
        pages.perform(form(fay, written).param("words", "The north lost most.").param("over", "0"))
                .andExpect(redirectedUrl(agenda + "#words-" + last()));
        pages.perform(form(fay, written)
                        .param("words", "The north lost most, then the west.")
                        .param("over", "1")
                        .header("X-Saving", "quietly"))
                .andExpect(status().isOk())
                .andExpect(content().json("{\"revision\":2,\"said\":\"Saved 08:00 by fay\"}"));
        assertThat(page(pages, leo, agenda)).contains("The north lost most, then the west.");
    }

    @Test
    void minutesOfAnotherAreNotOverwrittenAndWhatWasTypedStays() throws Exception {
        pages.perform(form(fay, agenda).param("title", "Carriers"));
        String written = agenda + "/" + last() + "/minutes";
        pages.perform(form(fay, written).param("words", "First words.").param("over", "0"));
        assertThat(pages.perform(form(fay, written)
                                .param("words", "Second words.")
                                .param("over", "0"))
                        .andExpect(status().isBadRequest())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains(
                        "fay has written about this point meanwhile.",
                        "<q>First words.</q>",
                        ">Second words.</textarea>");
        pages.perform(form(fay, written)
                        .param("words", "Second words.")
                        .param("over", "0")
                        .header("X-Saving", "quietly"))
                .andExpect(status().isConflict());
    }

    @Test
    void aDecisionStandsBesideItsPointAndComesUpOnItsDay() throws Exception {
        pages.perform(form(fay, agenda).param("title", "Carriers"));
        pages.perform(form(fay, agenda + "/decisions")
                        .param("item", last())
                        .param("decision", "A second carrier")
                        .param("reason", "the north waits longest")
                        .param("owner", "leo")
                        .param("review", "2026-06-01"))
                .andExpect(redirectedUrl(agenda + "#" + last()));
        assertThat(page(pages, leo, agenda))
                .contains("A second carrier", "the north waits longest", "to be looked at again on", "1 Jun 2026");
        String decision = room.decisions().all().getLast().id();
        assertThat(page(pages, leo, "/decisions")).contains("look again: was due on 1 Jun 2026");
        pages.perform(form(fay, "/decisions/" + decision + "/confirm")
                        .param("found", "It helps.")
                        .param("next", "soon"))
                .andExpect(status().isBadRequest());
        pages.perform(form(fay, "/decisions/" + decision + "/confirm")
                        .param("found", "It helps.")
                        .param("next", "2026-12-01"))
                .andExpect(redirectedUrl("/decisions"));
        assertThat(page(pages, leo, "/decisions")).contains("It helps.", "stands; look again on 1 Dec 2026");
        pages.perform(form(fay, "/decisions/" + decision + "/end").param("found", "Too dear."));
        assertThat(page(pages, leo, "/decisions")).contains("Too dear.", "ended");
    }

    @Test
    void aClosedMeetingShowsItsMinutesAndTakesAddenda() throws Exception {
        pages.perform(form(fay, agenda).param("title", "Carriers"));
        String item = last();
        pages.perform(form(fay, agenda + "/" + item + "/minutes")
                .param("words", "We wait for offers.")
                .param("over", "0"));
        pages.perform(form(fay, meeting + "/close")).andExpect(status().isBadRequest());
        pages.perform(form(fay, meeting + "/freeze"));
        pages.perform(form(fay, meeting + "/close")).andExpect(redirectedUrl(agenda + "#content"));
        assertThat(page(pages, fay, agenda))
                .contains("Closed on", "We wait for offers.", "Add to the minutes")
                .doesNotContain("<form class=\"minutes\"", "Put it on");
        pages.perform(form(fay, agenda + "/" + item + "/addenda").param("words", "Two came."))
                .andExpect(redirectedUrl(agenda + "#" + item));
        assertThat(page(pages, leo, agenda)).contains("Added after the close.", "Two came.");
        pages.perform(form(fay, agenda).param("title", "Late")).andExpect(status().isBadRequest());
    }

    private String id() {
        return meeting.substring("/meetings/".length());
    }

    /** The point put on last. */
    private String last() {
        return room.agendas().of(id()).getLast().id();
    }
}
