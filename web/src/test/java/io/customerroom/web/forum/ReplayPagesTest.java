package io.customerroom.web.forum;

import static io.customerroom.web.security.RoomPages.form;
import static io.customerroom.web.security.RoomPages.page;
import static io.customerroom.web.security.RoomPages.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.customerroom.room.Room;
import io.customerroom.room.promises.Promise;
import io.customerroom.web.security.RoomPages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Looking back at a meeting, beside the one before, and what its walls say about a promise. */
@SpringBootTest(classes = RoomPages.class, properties = "pages=forum")
@AutoConfigureMockMvc
class ReplayPagesTest {

    @Autowired
    MockMvc pages;

    @Autowired
    Room room;

    private static int planned;

    private MockHttpSession fay;
    private MockHttpSession leo;

    @BeforeEach
    void people() throws Exception {
        RoomPages.people(room);
        fay = signedIn(pages, "fay");
        leo = signedIn(pages, "leo");
    }

    @Test
    void aReplayGoesFromTheOpeningThroughThePointsToTheEnd() throws Exception {
        String meeting = plan("2025-11-06");
        pages.perform(get(meeting + "/replay").session(leo)).andExpect(status().isBadRequest());
        pages.perform(form(fay, meeting + "/agenda").param("exhibit", "customer-flow"));
        String item = room.agendas().of(id(meeting)).getLast().id();
        pages.perform(form(fay, meeting + "/agenda/" + item + "/minutes").param("words", "The north lost most."));
        pages.perform(form(fay, meeting + "/freeze"));
        pages.perform(form(fay, meeting + "/close"));
        assertThat(page(pages, leo, meeting + "/replay"))
                .contains("How it opened", "Nobody was noted.", "rel=\"next\"");
        assertThat(page(pages, leo, meeting + "/replay?step=2"))
                .contains("The north lost most.", "1,041", "<svg role=\"img\"></svg>");
        assertThat(page(pages, leo, meeting + "/replay?step=99"))
                .contains("How it ended", "Step <strong>4</strong> of", "Minutes</dt>")
                .doesNotContain("rel=\"next\"");
    }

    @Test
    void differencesStandBesideTheMeetingBefore() throws Exception {
        String first = plan("2001-05-03");
        assertThat(page(pages, leo, first + "/differences")).contains("there is nothing to compare with");
        pages.perform(form(fay, first + "/freeze"));
        String second = plan("2001-06-07");
        assertThat(page(pages, leo, second + "/differences"))
                .contains("with the walls as they read now", "2 exhibits say the same", "Customer flow");
    }

    @Test
    void timeAndPlaceAreSetAndTheNextMeetingIsProposed() throws Exception {
        String meeting = plan("2026-06-04");
        assertThat(page(pages, fay, meeting)).contains("nobody has set a time yet", "value=\"2026-07-02\"");
        schedule(meeting, "noon").andExpect(status().isBadRequest());
        schedule(meeting, "14:30").andExpect(redirectedUrl(meeting + "#schedule"));
        assertThat(page(pages, leo, meeting)).contains(", 14:30 to 16:00 (", ", Room 3");
    }

    @Test
    void aPromiseIsSeenReachedByTheWallAndKeptWithIt() throws Exception {
        String meeting = plan("2023-05-04");
        pages.perform(form(fay, meeting + "/freeze"));
        String promise = promised(meeting, "1041", "2026-05-31");
        String next = plan("2023-06-01");
        pages.perform(form(fay, next + "/freeze"));
        assertThat(page(pages, leo, "/promises/" + promise))
                .contains("Reached.", "reads 1,041; promised was at most 1041 customers by 31 May 2026.");
        assertThat(page(pages, leo, "/promises/mine")).contains("Customer flow, Lost: at most 1041 customers");
        pages.perform(form(leo, "/promises/" + promise + "/keep")
                        .param("evidence", "see the wall")
                        .param("reading", "true")
                        .param("from", "mine"))
                .andExpect(redirectedUrl("/promises/mine"));
        assertThat(page(pages, leo, "/promises/" + promise))
                .contains("Kept: see the wall (shown by the frozen wall of");
        assertThat(page(pages, leo, "/promises")).contains("Promises kept, by leader", "too few to say");
    }

    @Test
    void aMistakeOnThePhoneIsToldOnThePhone() throws Exception {
        String meeting = plan("2022-05-05");
        pages.perform(form(fay, meeting + "/freeze"));
        String promise = promised(meeting, "30", "2026-05-31");
        assertThat(pages.perform(form(leo, "/promises/" + promise + "/keep")
                                .param("evidence", " ")
                                .param("from", "mine"))
                        .andExpect(status().isBadRequest())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("My promises</h1>", "A kept promise is shown by something.", "overdue since");
        assertThat(room.promises().require(promise).state()).isEqualTo(Promise.State.OPEN);
    }

    private ResultActions schedule(String meeting, String starts) throws Exception {
        return pages.perform(form(fay, meeting + "/schedule")
                .param("day", "2026-06-04")
                .param("starts", starts)
                .param("minutes", "90")
                .param("place", "Room 3"));
    }

    private String promised(String meeting, String value, String due) throws Exception {
        pages.perform(form(leo, meeting + "/promises")
                .param("exhibit", "customer-flow")
                .param("figure", "row||lost")
                .param("value", value)
                .param("unit", "customers")
                .param("direction", "at-most")
                .param("due", due)
                .param("owner", "leo"));
        return room.promises().all().getLast().id();
    }

    private String plan(String day) throws Exception {
        return String.valueOf(pages.perform(form(fay, "/meetings")
                        .param("title", "Replay " + ++planned)
                        .param("day", day)
                        .param("cadence", "monthly"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private static String id(String meeting) {
        return meeting.substring("/meetings/".length());
    }
}
