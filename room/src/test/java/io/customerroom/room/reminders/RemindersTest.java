package io.customerroom.room.reminders;

import static io.customerroom.room.RoomFixture.FAY;
import static io.customerroom.room.RoomFixture.LEO;
import static io.customerroom.room.RoomFixture.by;
import static io.customerroom.room.RoomFixture.walls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.room.RoomFixture;
import io.customerroom.room.meetings.Cadence;
import io.customerroom.room.promises.Level;
import io.customerroom.room.promises.Promises.Offer;
import io.customerroom.room.reminders.Reminders.Outcome;
import io.customerroom.room.reminders.Reminders.Stuck;
import io.customerroom.state.TrailEntry;
import io.customerroom.state.TrailSentences;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemindersTest {

    private static final Authorship SYSTEM = by("system", "");
    private static final ReminderRules RULES = new ReminderRules(7, 10, List.of());
    private static final LocalDate JULY_31 = LocalDate.of(2026, 7, 31);
    private static final Reminders.Besides BESIDES = new Reminders.Besides("https://room.example.org", List.of());

    @TempDir
    Path workspace;

    private RoomFixture fixture;
    private Reminders reminders;
    private final List<Letter> taken = new ArrayList<>();

    @BeforeEach
    void open() {
        fixture = new RoomFixture(workspace).peopled();
        reminders = fixture.room.reminders();
        fixture.room.meetings().plan(FAY, "June", LocalDate.of(2026, 6, 4), Cadence.MONTHLY);
        fixture.room.meetings().freeze(FAY, "m1", walls(41));
        promise("30");
        reminders.address(by("ada", ""), "leo", "leo@example.org");
        reminders.address(by("ada", ""), "fay", "fay@example.org");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-07-23 |
            2026-07-24 | leo DUE_SOON
            2026-07-30 | leo DUE_SOON
            2026-07-31 | leo DUE_TODAY
            2026-08-01 | leo OVERDUE
            2026-08-09 | leo OVERDUE
            2026-08-10 | leo OVERDUE, fay ESCALATION
            """)
    void aPromiseIsRemindedOfBeforeOnAndAfterItsDay(LocalDate today, String expected) {
        List<String> wanted = reminders.outstanding(today, RULES).stream()
                .map(it -> it.to() + " " + it.kind())
                .toList();
        assertThat(String.join(", ", wanted)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void oneLetterHoldsEverythingAndGoesOutOnce() {
        promise("25");
        assertThat(send(JULY_31)).containsExactly(new Outcome.Sent("leo", 2));
        assertThat(send(JULY_31)).isEmpty();
        assertThat(taken).singleElement().satisfies(letter -> {
            assertThat(letter.address()).isEqualTo("leo@example.org");
            assertThat(letter.subject()).isEqualTo("Promises: 2 due today");
            assertThat(letter.text()).isEqualTo("""
                    Leo Leader,

                    Your promises that are due today:

                    * Customer flow: at most 30 customers (p1): due today, 31 July 2026
                      https://room.example.org/promises/p1
                    * Customer flow: at most 25 customers (p2): due today, 31 July 2026
                      https://room.example.org/promises/p2

                    This letter is sent once. The customer room shows every promise with all its dates.
                    """);
        });
        TrailEntry entry = fixture.about("leo").getFirst();
        assertThat(TrailSentences.of(entry)).isEqualTo("leo was reminded by mail of p1 p2 (letter 1, attempt 1).");
        assertThat(fixture.room.trail().entries(io.customerroom.state.TrailFilter.everything(), 100))
                .noneMatch(it -> it.details().contains("example.org"));
    }

    @Test
    void remindersStayNotedAcrossARestart() {
        send(JULY_31);
        fixture.close();
        fixture = new RoomFixture(workspace);
        reminders = fixture.room.reminders();
        assertThat(send(JULY_31)).isEmpty();
        assertThat(send(JULY_31.plusDays(1))).containsExactly(new Outcome.Sent("leo", 1));
    }

    @Test
    void aMovedPromiseIsRemindedOfAnewAndAKeptOneNoMore() {
        send(JULY_31);
        fixture.room.promises().move(by("leo", "strike"), "p1", JULY_31.plusDays(30));
        assertThat(send(JULY_31.plusDays(30))).containsExactly(new Outcome.Sent("leo", 1));
        assertThat(taken.getLast().text()).contains("due today, 30 August 2026, moved 1 time");
        fixture.room.promises().keep(LEO, "p1", "29 lost");
        assertThat(send(JULY_31.plusDays(31))).isEmpty();
    }

    @Test
    void theFacilitatorHearsOfALongOverduePromise() {
        send(JULY_31.plusDays(10));
        assertThat(taken).extracting(Letter::to).containsExactly("fay", "leo");
        assertThat(taken.getFirst().text())
                .contains("Overdue promises of others", "(p1, of Leo Leader): due 10 days ago, 31 July 2026");
        assertThat(reminders.outstanding(JULY_31.plusDays(10), new ReminderRules(7, 10, List.of("ada", "gone"))))
                .extracting(Reminder::to)
                .containsExactly("ada");
    }

    @Test
    void aLetterThatFailsIsTriedAgainAndThenGivenUp() {
        Post broken = letter -> {
            throw Failure.resources("MAIL_NOT_SENT", "The mail server did not answer.", "Try later.");
        };
        for (int attempt = 1; attempt <= Reminders.ATTEMPTS; attempt++) {
            assertThat(reminders.send(SYSTEM, JULY_31, RULES, BESIDES, broken))
                    .containsExactly(new Outcome.Failed("leo", attempt, "The mail server did not answer."));
        }
        assertThat(reminders.send(SYSTEM, JULY_31, RULES, BESIDES, broken)).isEmpty();
        assertThat(reminders.stuck()).containsExactly(new Stuck(1, "leo", "The mail server did not answer."));
    }

    @Test
    void aLetterThatFailedOnceArrivesUnderTheSameId() {
        List<String> ids = new ArrayList<>();
        reminders.send(SYSTEM, JULY_31, RULES, BESIDES, letter -> {
            ids.add(letter.messageId());
            throw Failure.resources("MAIL_NOT_SENT", "The mail server did not answer.", "Try later.");
        });
        assertThat(send(JULY_31)).containsExactly(new Outcome.Sent("leo", 1));
        assertThat(taken.getFirst().messageId()).isEqualTo(ids.getFirst());
        assertThat(reminders.stuck()).isEmpty();
    }

    @Test
    void aLetterInterruptedByACrashIsNotSentAgainButListed() {
        assertThatThrownBy(() -> reminders.send(SYSTEM, JULY_31, RULES, BESIDES, letter -> {
                    throw new IllegalStateException("pulled the plug");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(send(JULY_31)).isEmpty();
        assertThat(reminders.stuck()).containsExactly(new Stuck(1, "leo", ""));
    }

    @Test
    void withoutAnAddressNothingIsNotedAndItGoesOutLater() {
        reminders.address(by("ada", ""), "leo", "");
        assertThat(send(JULY_31)).containsExactly(new Outcome.NoAddress("leo", 1));
        reminders.address(by("ada", ""), "leo", "leo@example.org");
        assertThat(send(JULY_31)).containsExactly(new Outcome.Sent("leo", 1));
        assertThatThrownBy(() -> reminders.address(by("ada", ""), "leo", "leo at home"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("ADDRESS_MALFORMED"));
    }

    @Test
    void aLetterNamesTheSourcesThatAreLate() {
        Reminders.Besides late = new Reminders.Besides("", List.of("Data is late: purchases of “shop”."));
        reminders.send(SYSTEM, JULY_31, RULES, late, taken::add);
        assertThat(taken)
                .singleElement()
                .satisfies(letter -> assertThat(letter.text()).endsWith("""
                        (p1): due today, 31 July 2026

                        Figures on the walls wait for data:

                        * Data is late: purchases of “shop”.

                        This letter is sent once. The customer room shows every promise with all its dates.
                        """));
    }

    @Test
    void lateDataAloneIsNoReasonForALetter() {
        Reminders.Besides late = new Reminders.Besides("", List.of("Data is late: purchases of “shop”."));
        assertThat(reminders.send(SYSTEM, JULY_31.minusDays(30), RULES, late, taken::add))
                .isEmpty();
        assertThat(taken).isEmpty();
    }

    private List<Outcome> send(LocalDate today) {
        return reminders.send(SYSTEM, today, RULES, BESIDES, taken::add);
    }

    private void promise(String level) {
        Level atMost = new Level(new BigDecimal(level), "customers", Level.Direction.AT_MOST);
        fixture.room
                .promises()
                .make(LEO, new Offer("m1", "customer-flow", atMost, JULY_31, "leo", "call Mrs Customer"));
    }
}
