package io.customerroom.web.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.goals.AlarmDecision;
import io.customerroom.ledger.goals.Goal;
import io.customerroom.ledger.goals.Goals;
import io.customerroom.web.fixture.FixtureRoom;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;

/** The forms behind wall 1: a plan from a file, a decision about the alarm, and the page on which touches are typed. Each test writes about a year of its own. */
@SpringBootTest(classes = FixtureRoom.class)
@AutoConfigureMockMvc
class GoalFormsTest {

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private Goals goals;

    @Test
    void ofAPlanWhatCanBeReadIsStatedAndEveryOtherRecordIsNamed() throws UnsupportedEncodingException {
        MvcTestResult sent = plan("""
                figure,period,goal,segment
                gained,2031-01,87,
                gained-value,2031-01,6825.50,retail
                gained,2031-02,nearly all,
                happiness,2031-02,9,
                """, "agreed <in May>");
        assertThat(sent).hasRedirectedUrl("/goals");
        assertThat(sent.getMvcResult().getFlashMap().get("done"))
                .isEqualTo("2 goals read, 2 stated anew. They stand on wall 1 now.");
        String page = pages.get()
                .uri("/goals")
                .flashAttrs(Map.copyOf(sent.getMvcResult().getFlashMap()))
                .exchange()
                .getMvcResult()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("record 3: ", "record 4: ", "January 2031", "6,825.5", "agreed &lt;in May&gt;")
                .doesNotContain("record 1: ", "<in May>");
        assertThat(plan("figure,period,goal\ngained,2031-01,87\n", "again")
                        .getMvcResult()
                        .getFlashMap()
                        .get("done"))
                .as("what holds already stays")
                .isEqualTo("1 goal read, 0 stated anew. They stand on wall 1 now.");
    }

    @Test
    void aPlanWithoutTheColumnOfTheGoalIsRefusedInWordsAndStatesNothing() {
        List<Goal> before = goals.history();
        MvcTestResult sent = plan("figure,period\ngained,2032-01\n", "");
        assertThat(sent.getMvcResult().getFlashMap().get("problem"))
                .isInstanceOfSatisfying(
                        Failure.class, problem -> assertThat(problem).hasMessage("The plan has no column 'goal'."));
        assertThat(goals.history()).isEqualTo(before);
    }

    @Test
    void anAlarmIsSnoozedUntilADayAndBothStandOnThePage() {
        assertThat(decided("snoozed", "2033-01", "2033-03-31", "The campaign ends in March."))
                .containsKey("done");
        assertThat(goals.decisions())
                .filteredOn(decision -> decision.period().equals("2033-01"))
                .singleElement()
                .satisfies(decision -> {
                    assertThat(decision.kind()).isEqualTo(AlarmDecision.Kind.SNOOZED);
                    assertThat(decision.until()).contains(LocalDate.of(2033, 3, 31));
                    assertThat(decision.reason()).isEqualTo("The campaign ends in March.");
                });
        assertThat(pages.get().uri("/goals"))
                .bodyText()
                .contains("snoozed until 2033-03-31", "January 2033", "The campaign ends in March.");
    }

    @Test
    void anAlarmIsNotSnoozedForEverAndADayIsADay() {
        assertThat(problem(decided("snoozed", "2034-01", "", "Later."))).isNotEmpty();
        assertThat(problem(decided("snoozed", "2034-01", "soon", "Later."))).isEqualTo("'soon' is no day.");
        assertThat(goals.decisions()).noneMatch(decision -> decision.period().equals("2034-01"));
    }

    @Test
    void withoutTheTokenOfAPageNothingIsDecided() {
        assertThat(pages.post().uri("/goals/alarm").param("period", "2035-01").param("kind", "closed"))
                .hasStatus(403);
    }

    @Test
    void whoeverMayNotTypeTouchesReadsWhatOneIsAndFindsNoForm() {
        assertThat(pages.get().uri("/touches"))
                .hasStatusOk()
                .bodyText()
                .contains("Mass mail and invoices are no touches", "Your role does not type touches.", "None yet.")
                .contains("1 of the 1 best customer has waited for a touch for more than 60 days", "id=\"touch-list\"")
                .doesNotContain("touch-customer");
    }

    private MvcTestResult plan(String csv, String reason) {
        return pages.post()
                .uri("/goals/plan")
                .multipart()
                .file(new MockMultipartFile("file", "plan.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .param("reason", reason)
                .with(csrf())
                .exchange();
    }

    private Map<String, ?> decided(String kind, String period, String until, String reason) {
        LinkedMultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("kind", kind);
        form.add("period", period);
        form.add("until", until);
        form.add("reason", reason);
        return pages.post()
                .uri("/goals/alarm")
                .params(form)
                .with(csrf())
                .exchange()
                .getMvcResult()
                .getFlashMap();
    }

    private static String problem(Map<String, ?> flash) {
        return flash.get("problem") instanceof Failure failure ? String.valueOf(failure.getMessage()) : "";
    }
}
