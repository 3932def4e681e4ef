package io.customerroom.web.forum;

import static io.customerroom.web.security.RoomPages.form;
import static io.customerroom.web.security.RoomPages.page;
import static io.customerroom.web.security.RoomPages.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.customerroom.room.Room;
import io.customerroom.web.security.RoomPages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** One meeting after the other, as the people of the room see it. */
@SpringBootTest(classes = RoomPages.class)
@AutoConfigureMockMvc
@DirtiesContext(classMode = ClassMode.BEFORE_EACH_TEST_METHOD)
class ForumPagesTest {

    @Autowired
    MockMvc pages;

    @Autowired
    Room room;

    private MockHttpSession fay;
    private MockHttpSession leo;

    @BeforeEach
    void people() throws Exception {
        RoomPages.people(room);
        fay = signedIn(pages, "fay");
        leo = signedIn(pages, "leo");
    }

    @Test
    void anEmptyRoomSaysWhatToDo() throws Exception {
        assertThat(page(pages, fay, "/meetings")).contains("Plan the first one below");
        assertThat(page(pages, leo, "/meetings"))
                .contains("A facilitator plans the first one.")
                .doesNotContain("<form class=\"form\"");
        assertThat(page(pages, leo, "/promises")).contains("Promises are given in a meeting");
    }

    @Test
    void aMeetingGoesFromPlanToFreezeToAnswersToPromise() throws Exception {
        plan("2026-06-04", "m1");
        assertThat(page(pages, fay, "/meetings/m1"))
                .contains("The walls are not frozen yet.", "Freeze the three walls");
        assertThat(page(pages, leo, "/meetings/m1")).doesNotContain("Freeze the three walls</button>");
        freeze("m1");
        String frozen = page(pages, leo, "/meetings/m1");
        assertThat(frozen)
                .contains("The walls stand as they were frozen on")
                .contains("More customers &lt;left&gt; than came back")
                .contains("<svg role=\"img\"></svg>")
                .contains("1,041")
                .contains("Two sites report late.")
                .contains("There is no earlier promise.")
                .doesNotContain("Freeze the three walls");
        pages.perform(form(leo, "/meetings/m1/answers")
                        .param("exhibit", "customer-flow")
                        .param("leader", "leo")
                        .param("why", "late lorries")
                        .param("when", "in August")
                        .param("how", "a second carrier"))
                .andExpect(redirectedUrl("/meetings/m1#customer-flow"));
        promise("30", "2026-07-31").andExpect(redirectedUrl("/meetings/m1#customer-flow"));
        assertThat(page(pages, leo, "/meetings/m1"))
                .contains("late lorries", "in August", "a second carrier")
                .contains("at most 30 customers");
    }

    @Test
    void attendanceNamesWhoCameInstead() throws Exception {
        plan("2026-06-04", "m1");
        pages.perform(form(fay, "/meetings/m1/attendance")
                        .param("account", "leo")
                        .param("present", "false")
                        .param("substitute", "Lena"))
                .andExpect(redirectedUrl("/meetings/m1#attendance"));
        assertThat(page(pages, fay, "/meetings/m1")).contains("was away; Lena came instead");
    }

    @Test
    void aPromiseMovedThreeTimesShowsAllFourDatesAndOpensTheNextMeeting() throws Exception {
        plan("2026-06-04", "m1");
        freeze("m1");
        promise("30", "2026-07-31");
        move("2026-08-31", "supplier delivers late");
        move("2026-09-30", "carrier on strike");
        move("2026-10-15", "holidays");
        assertThat(page(pages, leo, "/promises/p1"))
                .contains(
                        "<s>31 Jul 2026</s>",
                        "<s>31 Aug 2026</s>",
                        "<s>30 Sep 2026</s>",
                        "<strong>15 Oct 2026</strong>")
                .contains("Moved from 31 Jul 2026 to 31 Aug 2026: supplier delivers late");
        plan("2026-07-02", "m2");
        assertThat(page(pages, leo, "/meetings/m2"))
                .contains(
                        "<s>31 Jul 2026</s>",
                        "<s>31 Aug 2026</s>",
                        "<s>30 Sep 2026</s>",
                        "<strong>15 Oct 2026</strong>");
        pages.perform(form(leo, "/promises/p1/keep").param("evidence", "29 lost in September"))
                .andExpect(redirectedUrl("/promises/p1"));
        assertThat(page(pages, leo, "/promises/p1"))
                .contains("Kept: 29 lost in September")
                .doesNotContain("<form class=\"form\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            many | 2026-07-31 | The level is not a number.
            30   | soon       | This is not a day.
            """)
    void aMistypedPromiseIsToldAndKeepsWhatWasTyped(String value, String due, String message) throws Exception {
        plan("2026-06-04", "m1");
        freeze("m1");
        String page = promise(value, due)
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains(message)
                .contains("value=\"" + value + "\"")
                .contains("value=\"" + due + "\"")
                .contains("role=\"alert\"");
        assertThat(room.promises().all()).isEmpty();
    }

    @Test
    void anEmptyFormIsAMistakeAndNoFault() throws Exception {
        plan("2026-06-04", "m1");
        freeze("m1");
        pages.perform(form(leo, "/meetings/m1/answers")).andExpect(status().isBadRequest());
        pages.perform(form(leo, "/meetings/m1/promises")).andExpect(status().isBadRequest());
        pages.perform(form(fay, "/meetings")
                        .param("title", " ")
                        .param("day", "x")
                        .param("cadence", "daily"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void theRowsBehindAFrozenExhibitCanBeTakenAway() throws Exception {
        plan("2026-06-04", "m1");
        freeze("m1");
        pages.perform(get("/meetings/m1/customer-flow/rows").session(leo))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"m1-customer-flow.csv.gz\""))
                .andExpect(header().string("Content-Type", "application/gzip"));
        pages.perform(get("/meetings/m1/nothing/rows").session(leo)).andExpect(status().isNotFound());
    }

    @Test
    void unknownMeetingsAndPromisesAreNotFound() throws Exception {
        pages.perform(get("/meetings/m9").session(leo)).andExpect(status().isNotFound());
        pages.perform(get("/promises/p9").session(leo)).andExpect(status().isNotFound());
    }

    @Test
    void everyWriteOfAMeetingReadsAsASentenceInTheTrail() throws Exception {
        plan("2026-06-04", "m1");
        freeze("m1");
        promise("30", "2026-07-31");
        move("2026-08-31", "supplier delivers late");
        assertThat(page(pages, fay, "/trail"))
                .contains("fay planned the monthly meeting m1, June, for 2026-06-04.")
                .contains("fay froze the walls of the meeting m1: 1 readings, evidence ")
                .contains("leo moved the promise p1 of leo from 2026-07-31 to 2026-08-31: supplier delivers late.");
        assertThat(page(pages, fay, "/trail?subject=p1&event=promise-moved"))
                .contains("leo moved the promise")
                .doesNotContain("fay planned");
        assertThat(page(pages, fay, "/trail/verification")).contains("The trail is whole");
    }

    private void plan(String day, String id) throws Exception {
        pages.perform(form(fay, "/meetings")
                        .param("title", "June")
                        .param("day", day)
                        .param("cadence", "monthly"))
                .andExpect(redirectedUrl("/meetings/" + id));
    }

    private void freeze(String meeting) throws Exception {
        pages.perform(form(fay, "/meetings/" + meeting + "/freeze"))
                .andExpect(redirectedUrl("/meetings/" + meeting + "#walls"));
    }

    private ResultActions promise(String value, String due) throws Exception {
        return pages.perform(form(leo, "/meetings/m1/promises")
                .param("exhibit", "customer-flow")
                .param("value", value)
                .param("unit", "customers")
                .param("direction", "at-most")
                .param("due", due)
                .param("owner", "leo")
                .param("words", "a second carrier"));
    }

    private void move(String due, String reason) throws Exception {
        pages.perform(form(leo, "/promises/p1/move").param("due", due).param("reason", reason))
                .andExpect(redirectedUrl("/promises/p1"));
    }
}
