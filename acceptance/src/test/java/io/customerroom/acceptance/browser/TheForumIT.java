package io.customerroom.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.customerroom.room.people.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A facilitator prepares, runs and replays a meeting, an owner answers on the phone, and a screen in the lobby outlives a restart. Nobody
 * touches a mouse, and every page is looked at.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TheForumIT {

    private static final String PASSWORD = "seven herons at low tide";
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);
    private static final int PHONE = 390;
    private static final int PHONE_HIGH = 844;
    private static final double PATIENCE_MILLIS = 60_000;

    @TempDir
    private static Path folder;

    private final MovingClock clock = new MovingClock(DemoTemplate.MORNING);
    private final Looks looks = new Looks();
    private Served room;
    private Chrome chrome;
    private Visitor fay;
    private String meeting = "";

    @BeforeAll
    void aCompanyIsServed() {
        DemoTemplate.copyTo(folder.resolve("room"));
        room = Served.from(folder.resolve("room"), clock);
        room.settle("fay", "Fay Moss", Role.FACILITATOR, PASSWORD);
        room.settle("leo", "Leo Hart", Role.LEADER, PASSWORD);
        chrome = Chrome.start();
        fay = chrome.visitor(room.address());
    }

    @AfterAll
    void everybodyLeaves() {
        fay.close();
        chrome.close();
        room.close();
    }

    @Test
    @Order(1)
    void theFacilitatorPreparesTheMeeting() {
        signIn(fay, "fay");
        fay.keys().follow(fay.place("Meetings"));
        fay.keys().type(fay.field("Title"), "Customer room");
        fay.keys().type(fay.field("Day"), TODAY);
        fay.keys().follow(fay.button("Plan"));
        meeting = fay.page().url().replaceAll("^.*(/meetings/m\\d+).*$", "$1");
        fay.keys().enter(fay.page().getByText("Set day, time and place"));
        fay.keys().type(fay.field("Place"), "Third floor");
        fay.keys().follow(fay.button("Set"));
        assertThat(fay.page().locator("#schedule")).containsText("10:00 to 11:30");
        fay.keys().follow(fay.link("Agenda and minutes"));
        fay.keys().follow(fay.button("Propose points from the walls"));
        assertThat(points()).not().hasCount(0);
        fay.keys().type(fay.field("Your own"), "Who calls the leavers");
        fay.keys().follow(fay.button("Put it on"));
        Locator own = points().last();
        assertThat(own).containsText("Who calls the leavers");
        int before = points().count();
        fay.keys().reach(own.getByRole(AriaRole.TEXTBOX).last());
        fay.page().keyboard().press("Alt+ArrowUp");
        assertThat(points().nth(before - 2)).containsText("Who calls the leavers");
        looks.at(fay, "agenda-prepared");
    }

    @Test
    @Order(2)
    void theMeetingIsRunWithMinutesADecisionAndAPromise() {
        fay.keys().follow(fay.link("Walls and promises"));
        fay.freeze();
        promise();
        fay.keys().follow(fay.link("Agenda and minutes"));
        Locator first = points().first();
        fay.keys().reach(first.locator(".minutes textarea"));
        fay.page().keyboard().type("The north lost most; deliveries were late.");
        fay.page().keyboard().press("Control+Enter");
        assertThat(first.locator(".saved")).containsText("Saved 08:00 by Fay Moss");
        fay.page().keyboard().type(" Leo looks for a second carrier.");
        assertThat(first.locator(".saved")).containsText("Not saved yet");
        assertThat(first.locator(".saved")).containsText("Saved 08:00 by Fay Moss");
        fay.keys().enter(first.getByText("Note a decision"));
        fay.keys().type(first.getByLabel("What is decided"), "A second carrier for the north");
        fay.keys().type(first.getByLabel("Why", new Locator.GetByLabelOptions().setExact(true)), "It waits longest");
        fay.keys().choose(first.getByLabel("Who carries it out"), "Leo Hart");
        fay.keys().type(first.getByLabel("Look again on"), TODAY.plusMonths(1));
        fay.keys().follow(first.getByText("Note the decision", new Locator.GetByTextOptions().setExact(true)));
        assertThat(points().first().locator(".decisions")).containsText("A second carrier for the north");
        assertThat(points().first().locator(".minutes textarea"))
                .hasValue("The north lost most; deliveries were late. Leo looks for a second carrier.");
        fay.keys().follow(fay.button("Close the meeting"));
        assertThat(fay.page().locator(".lead").first()).containsText("Closed on 4 May 2026");
        looks.at(fay, "agenda-closed");
        fay.sawNoFault();
    }

    @Test
    @Order(3)
    void theNextMeetingShowsWhatIsDifferent() {
        clock.moveBy(Duration.ofDays(28));
        signIn(fay, "fay"); // a session lasts for a day
        fay.open(meeting);
        fay.keys().follow(fay.button("Plan the next meeting"));
        assertThat(fay.page().locator("h1")).containsText("1 Jun 2026");
        fay.keys().follow(fay.link("Agenda and minutes"));
        fay.keys().follow(fay.button("Propose points from the walls"));
        assertThat(points().first()).containsText("is overdue");
        fay.keys().follow(fay.link("Walls and promises"));
        fay.freeze();
        fay.keys().follow(fay.link("Since last time"));
        assertThat(fay.page().locator("h1")).containsText("Since last time");
        assertThat(fay.page().getByText("New", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(fay.page().getByText(Pattern.compile("exhibits say the same")))
                .isVisible();
        looks.at(fay, "differences");
        fay.keys().follow(fay.place("Decisions"));
        looks.at(fay, "decisions");
    }

    @Test
    @Order(4)
    void theOwnerAnswersOnThePhoneInThreeTaps() {
        try (Visitor leo = chrome.visitor(room.address())) {
            leo.page().setViewportSize(PHONE, PHONE_HIGH);
            leo.open("/promises/mine");
            signIn(leo, "leo");
            leo.open("/promises/mine");
            Locator promise = leo.page().locator(".mine").first();
            assertThat(promise).containsText("overdue since 30 Apr 2026");
            assertThat(promise).containsText("Reached.");
            looks.inTheHand(leo, "mine");
            for (Locator target : promise.locator("summary").all()) {
                assertThat(target.boundingBox().height).isGreaterThanOrEqualTo(44);
            }
            leo.page().setViewportSize(Looks.WIDE, Looks.HIGH);
            looks.at(leo, "mine");
            leo.page().setViewportSize(PHONE, PHONE_HIGH);
            leo.keys().enter(promise.locator("summary").first());
            leo.keys().type(promise.getByLabel("What shows it"), "See the wall");
            leo.keys().follow(leo.button("It was kept"));
            assertThat(leo.page().getByText("The promise is kept.")).isVisible();
            leo.keys().follow(leo.page().locator("section li a").first());
            assertThat(leo.page().getByText(Pattern.compile("shown by the frozen wall of Customer room")))
                    .isVisible();
            leo.sawNoFault();
        }
    }

    @Test
    @Order(5)
    void theMeetingIsReplayedAsItStood() {
        fay.open(meeting + "/replay");
        assertThat(fay.page().locator("#step-title")).hasText("How it opened");
        fay.page().keyboard().press("ArrowRight");
        assertThat(fay.page().locator(".prose")).containsText("The north lost most");
        looks.at(fay, "replay-point");
        fay.page().keyboard().press("End");
        assertThat(fay.page().locator("#step-title")).hasText("How it ended");
        assertThat(fay.page().locator("main td.state")).hasText("overdue");
        looks.at(fay, "replay-end");
        fay.page().keyboard().press("ArrowLeft");
        assertThat(fay.page().locator(".exhibit")).isVisible();
    }

    @Test
    @Order(6)
    void theScreenInTheLobbyOutlivesARestart() {
        String display = room.display("Lobby");
        int port = room.port();
        try (Visitor lobby = chrome.visitor(room.address())) {
            lobby.open(display + "?seconds=600&ask=600");
            assertThat(lobby.page().locator(".slide.now h1")).isVisible();
            assertThat(lobby.page().locator("#clocks")).containsText("known");
            assertThat(lobby.page().locator("#place")).containsText("1 of 4");
            looks.at(lobby, "room-mode-1");
            // A look changes the size of the window, which moves things; the next one begins on a fresh page.
            lobby.open(display + "?seconds=600&ask=600");
            assertThat(lobby.page().locator(".slide.now h1")).isVisible();
            lobby.page().keyboard().press("ArrowLeft");
            assertThat(lobby.page().locator("#place")).containsText("4 of 4");
            looks.at(lobby, "room-mode-4");
            lobby.open(display + "?seconds=1&ask=1");
            assertThat(lobby.page().locator("#place")).hasText("2 of 4");
            assertThat(lobby.page().locator("#place")).hasText("3 of 4");
            lobby.page().keyboard().press(" ");
            assertThat(lobby.page().locator("#place")).containsText("stopped");
            lobby.page().keyboard().press(" ");
            lobby.sawNoFault();
            room.close();
            assertThat(lobby.page().locator("#lost"))
                    .containsText(
                            "Connection lost since",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
            assertThat(lobby.page().locator(".slide.now h1")).isVisible();
            room = Served.from(folder.resolve("room"), clock, port);
            assertThat(lobby.page().locator("#lost"))
                    .hasText("", new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS));
            assertThat(lobby.page().locator(".slide.now h1")).isVisible();
            lobby.forgive();
        }
        fay.forgive();
    }

    private static void signIn(Visitor visitor, String name) {
        visitor.open("/sign-in");
        visitor.keys().type(visitor.field("Name"), name);
        visitor.keys().type(visitor.field("Password"), PASSWORD);
        visitor.keys().follow(visitor.button("Sign in"));
    }

    private Locator points() {
        return fay.page().locator(".point");
    }

    /** Kept for sure: at least minus a million. Its day lies before the last one the ledger knows, so that the next wall judges it. */
    private void promise() {
        Locator exhibit = fay.page().locator("#exhibit-customer-math");
        fay.keys().enter(exhibit.getByText("Give a promise"));
        fay.keys().choose(exhibit.getByLabel("Which figure"), "Net");
        fay.keys().choose(exhibit.getByLabel("Kept when"), "at least");
        fay.keys().type(exhibit.getByLabel("Value"), "-1000000");
        fay.keys().type(exhibit.getByLabel("Unit"), "customers");
        fay.keys()
                .type(
                        exhibit.getByLabel("By", new Locator.GetByLabelOptions().setExact(true)),
                        LocalDate.of(2026, 4, 30));
        fay.keys().choose(exhibit.getByLabel("Owner"), "Leo Hart");
        fay.keys().type(exhibit.getByLabel("What will be done"), "A second carrier");
        fay.keys()
                .follow(exhibit.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Give the promise")));
        assertThat(fay.page().locator("#exhibit-customer-math")).containsText("at least -1000000 customers");
        fay.keys().follow(fay.link("Do new customers stay?"));
        assertThat(fay.page().locator("h1")).hasText("Do new customers stay?");
        looks.at(fay, "meeting-chapter");
    }
}
