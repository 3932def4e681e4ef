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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Meetings as the people of the room see them. Each test plans its own; the first one sees the room empty. */
@SpringBootTest(classes = RoomPages.class, properties = "pages=forum")
@AutoConfigureMockMvc
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ForumPagesTest {

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
    @Order(1)
    void anEmptyRoomSaysWhatToDo() throws Exception {
        assertThat(page(pages, fay, "/meetings")).contains("Plan the first one below");
        assertThat(page(pages, leo, "/meetings"))
                .contains("A facilitator plans the first one.")
                .doesNotContain("<form class=\"form\"");
        assertThat(page(pages, leo, "/promises")).contains("Promises are given in a meeting");
        String june = plan("2026-06-04");
        assertThat(page(pages, leo, june)).contains("There is no earlier promise.", "Nobody is noted yet.");
    }

    @Test
    void aMeetingGoesFromPlanToFreezeToAnswersToPromise() throws Exception {
        String june = plan("2026-06-04");
        assertThat(page(pages, fay, june)).contains("The walls are not frozen yet.", "Freeze the three walls");
        assertThat(page(pages, leo, june)).doesNotContain("Freeze the three walls</button>");
        pages.perform(form(fay, june + "/freeze")).andExpect(redirectedUrl(june + "#walls"));
        String frozen = page(pages, leo, june);
        assertThat(frozen)
                .contains("The walls stand as they were frozen on")
                .contains("More customers &lt;left&gt; than came back")
                .contains("<svg role=\"img\"></svg>")
                .contains("1,041")
                .contains("Two sites report late.")
                .doesNotContain("Freeze the three walls");
        pages.perform(form(leo, june + "/answers")
                        .param("exhibit", "customer-flow")
                        .param("leader", "leo")
                        .param("why", "late lorries")
                        .param("when", "in August")
                        .param("how", "a second carrier"))
                .andExpect(redirectedUrl(june + "#exhibit-customer-flow"));
        promised(june);
        assertThat(page(pages, leo, june))
                .contains("late lorries", "in August", "a second carrier")
                .contains("at most 30 customers");
    }

    @Test
    void aFreezeInTheMakingShowsItsStepAndReloads() throws Exception {
        String june = plan("2026-06-18");
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        RoomPages.beforeWallsAreRead = () -> {
            reading.countDown();
            awaited(go);
        };
        try (ExecutorService elsewhere = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> freezing = elsewhere.submit(() -> pages.perform(form(fay, june + "/freeze")));
            awaited(reading);
            pages.perform(get(june).session(leo)).andExpect(header().string("Refresh", "1; url=" + june));
            assertThat(page(pages, fay, june))
                    .contains("Step 1 of 2: The walls", "The walls are not frozen yet.")
                    .doesNotContain("Freeze the three walls</button>");
            go.countDown();
            freezing.get();
        } finally {
            go.countDown();
            RoomPages.beforeWallsAreRead = () -> {};
        }
        pages.perform(form(fay, june + "/freeze")).andExpect(redirectedUrl(june + "#walls"));
        pages.perform(get(june).session(leo)).andExpect(header().doesNotExist("Refresh"));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aChapterHangsOnAPageOfItsOwnBehindItsWall() throws Exception {
        String june = planAndFreeze("2026-06-11");
        String behind = june + "/walls/1/cohorts";
        assertThat(page(pages, leo, june))
                .contains("Do new customers stay?", "New customers stay.", behind)
                .doesNotContain("Half of them are still here");
        assertThat(page(pages, leo, behind))
                .contains("Half of them are still here", "Give a promise")
                .doesNotContain("came back");
        pages.perform(get(june + "/exhibits/cohort-activity").session(leo))
                .andExpect(redirectedUrl(behind + "#exhibit-cohort-activity"));
        pages.perform(get(june + "/exhibits/customer-flow").session(leo))
                .andExpect(redirectedUrl(june + "#exhibit-customer-flow"));
        pages.perform(answered(june, "cohort-activity", "They find what they came for"))
                .andExpect(redirectedUrl(behind + "#exhibit-cohort-activity"));
        assertThat(page(pages, leo, behind)).contains("They find what they came for");
        assertThat(page(pages, leo, june)).contains("1 answer or promise");
        assertThat(pages.perform(answered(june, "cohort-activity", ""))
                        .andExpect(status().isBadRequest())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Half of them are still here")
                .doesNotContain("came back");
        pages.perform(get(june + "/walls/1/weather").session(leo)).andExpect(status().isNotFound());
    }

    @Test
    void attendanceNamesWhoCameInstead() throws Exception {
        String june = plan("2026-06-04");
        pages.perform(form(fay, june + "/attendance")
                        .param("account", "leo")
                        .param("present", "false")
                        .param("substitute", "Lena"))
                .andExpect(redirectedUrl(june + "#attendance"));
        assertThat(page(pages, fay, june)).contains("was away; Lena came instead");
    }

    @Test
    void aPromiseMovedThreeTimesShowsAllFourDatesAndOpensTheNextMeeting() throws Exception {
        String june = planAndFreeze("2026-06-04");
        String promise = promised(june);
        move(promise, "2026-08-31", "supplier delivers late");
        move(promise, "2026-09-30", "carrier on strike");
        move(promise, "2026-10-15", "holidays");
        assertThat(page(pages, leo, promise))
                .contains(
                        "<s>31 Jul 2026</s>",
                        "<s>31 Aug 2026</s>",
                        "<s>30 Sep 2026</s>",
                        "<strong>15 Oct 2026</strong>")
                .contains("Moved from 31 Jul 2026 to 31 Aug 2026: supplier delivers late");
        String july = plan("2026-07-02");
        assertThat(page(pages, leo, july))
                .contains(
                        "<s>31 Jul 2026</s>",
                        "<s>31 Aug 2026</s>",
                        "<s>30 Sep 2026</s>",
                        "<strong>15 Oct 2026</strong>");
        pages.perform(form(leo, promise + "/keep").param("evidence", "29 lost in September"))
                .andExpect(redirectedUrl(promise));
        assertThat(page(pages, leo, promise))
                .contains("Kept: 29 lost in September")
                .doesNotContain("<form class=\"form\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            many | 2026-07-31 | The level is not a number.
            30   | soon       | This is not a day.
            """)
    void aMistypedPromiseIsToldAndKeepsWhatWasTyped(String value, String due, String message) throws Exception {
        String june = planAndFreeze("2026-06-04");
        String page = promise(june, value, due)
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains(message)
                .contains("value=\"" + value + "\"")
                .contains("value=\"" + due + "\"")
                .contains("role=\"alert\"");
        assertThat(room.promises().of(june.substring("/meetings/".length()))).isEmpty();
    }

    @Test
    void anEmptyFormIsAMistakeAndNoFault() throws Exception {
        String june = planAndFreeze("2026-06-04");
        pages.perform(form(leo, june + "/answers")).andExpect(status().isBadRequest());
        pages.perform(form(leo, june + "/promises")).andExpect(status().isBadRequest());
        pages.perform(form(fay, "/meetings")
                        .param("title", " ")
                        .param("day", "x")
                        .param("cadence", "daily"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void theRowsBehindAFrozenExhibitCanBeTakenAway() throws Exception {
        String june = planAndFreeze("2026-06-04");
        pages.perform(get(june + "/customer-flow/rows").session(leo))
                .andExpect(status().isOk())
                .andExpect(header().string(
                                "Content-Disposition",
                                "attachment; filename=\"%s-customer-flow.csv.gz\""
                                        .formatted(june.substring("/meetings/".length()))))
                .andExpect(header().string("Content-Type", "application/gzip"));
        pages.perform(get(june + "/nothing/rows").session(leo)).andExpect(status().isNotFound());
    }

    @Test
    void unknownMeetingsAndPromisesAreNotFound() throws Exception {
        pages.perform(get("/meetings/m9").session(leo)).andExpect(status().isNotFound());
        pages.perform(get("/promises/p9").session(leo)).andExpect(status().isNotFound());
    }

    @Test
    void everyWriteOfAMeetingReadsAsASentenceInTheTrail() throws Exception {
        String june = planAndFreeze("2026-06-04");
        String promise = promised(june);
        move(promise, "2026-08-31", "supplier delivers late");
        String meeting = june.substring("/meetings/".length());
        String id = promise.substring("/promises/".length());
        assertThat(page(pages, fay, "/trail"))
                .contains("fay planned the monthly meeting %s, Meeting %d, for 4 Jun 2026.".formatted(meeting, planned))
                .contains("fay froze the walls of the meeting %s: 2 readings, evidence ".formatted(meeting))
                .contains("leo moved the promise %s of leo from 31 Jul 2026 to 31 Aug 2026: supplier delivers late."
                        .formatted(id));
        assertThat(page(pages, fay, "/trail?event=promise-moved&subject=" + id))
                .contains("leo moved the promise")
                .doesNotContain("fay planned");
        assertThat(page(pages, fay, "/trail/verification")).contains("The trail is whole");
    }

    /** Answers the address of a new meeting. */
    private String plan(String day) throws Exception {
        String address = pages.perform(form(fay, "/meetings")
                        .param("title", "Meeting " + ++planned)
                        .param("day", day)
                        .param("cadence", "monthly"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(address).matches("/meetings/m[0-9]+");
        return String.valueOf(address);
    }

    private String planAndFreeze(String day) throws Exception {
        String meeting = plan(day);
        pages.perform(form(fay, meeting + "/freeze")).andExpect(redirectedUrl(meeting + "#walls"));
        return meeting;
    }

    private MockHttpServletRequestBuilder answered(String meeting, String exhibit, String why) {
        return form(leo, meeting + "/answers")
                .param("exhibit", exhibit)
                .param("leader", "leo")
                .param("why", why)
                .param("when", "in August")
                .param("how", "a second carrier");
    }

    private ResultActions promise(String meeting, String value, String due) throws Exception {
        return pages.perform(form(leo, meeting + "/promises")
                .param("exhibit", "customer-flow")
                .param("value", value)
                .param("unit", "customers")
                .param("direction", "at-most")
                .param("due", due)
                .param("owner", "leo")
                .param("words", "a second carrier"));
    }

    /** Answers the address of the promise given last. */
    private String promised(String meeting) throws Exception {
        promise(meeting, "30", "2026-07-31").andExpect(redirectedUrl(meeting + "#exhibit-customer-flow"));
        return "/promises/" + room.promises().all().getLast().id();
    }

    private void move(String promise, String due, String reason) throws Exception {
        pages.perform(form(leo, promise + "/move").param("due", due).param("reason", reason))
                .andExpect(redirectedUrl(promise));
    }
}
