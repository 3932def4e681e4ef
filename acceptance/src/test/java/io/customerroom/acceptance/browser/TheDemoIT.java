package io.customerroom.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.customerroom.acceptance.support.Typed;
import io.customerroom.demo.DemoCompany;
import io.customerroom.demo.DemoSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A small demo company as a visitor meets it: a room somebody has lived in, and a tour through what is hidden in it. */
@TestInstance(Lifecycle.PER_CLASS)
class TheDemoIT {

    private static final int CUSTOMERS = 800;
    private static final int MONTHS = 24;
    private static final String PASSWORD = "a lantern over the pier";

    @TempDir
    private static Path folder;

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-04T08:00:00Z"));
    private final Looks looks = new Looks();
    private Path workspace = Path.of("");
    private Served room;
    private Chrome chrome;
    private Visitor visitor;

    @BeforeAll
    void aDemoCompanyIsServed() {
        workspace = folder.resolve("room");
        new Commands(folder, clock)
                .run(
                        "demo",
                        "--dir",
                        "room",
                        "--customers",
                        Integer.toString(CUSTOMERS),
                        "--months",
                        Integer.toString(MONTHS),
                        "--no-serve");
        room = Served.from(workspace, clock);
        chrome = Chrome.start();
        visitor = chrome.visitor(room.address());
        visitor.open(room.administratorLink());
        visitor.keys().type(visitor.field("Name to sign in with"), "una");
        visitor.keys().type(visitor.field("Name shown to others"), "Una Marsh");
        visitor.keys().type(visitor.field("Password"), PASSWORD);
        visitor.keys().type(visitor.field("The same password again"), PASSWORD);
        visitor.keys().follow(visitor.button("Set password"));
        visitor.keys().type(visitor.field("Name"), "una");
        visitor.keys().type(visitor.field("Password"), PASSWORD);
        visitor.keys().follow(visitor.button("Sign in"));
    }

    @AfterAll
    void everybodyLeaves() {
        visitor.close();
        chrome.close();
        room.close();
    }

    @Test
    void theTourQuotesTheWallsAndHidesItsAnswers() {
        visitor.keys().follow(visitor.place("Tour"));
        assertThat(visitor.page().locator("h1")).hasText("What is hidden in this company, and where to find it");
        Locator answers = visitor.page().locator("details:has(> summary:text-is('The answer'))");
        assertThat(answers).hasCount(16);
        assertThat(answers.first().locator("p").first()).isHidden();
        looks.at(visitor, "tour");
        visitor.keys().follow(visitor.link("Show all answers"));
        assertThat(answers.first().locator("p").first()).isVisible();
        assertThat(visitor.page().locator("#growth .tour-finding").first()).containsText("Customers in");
        looks.at(visitor, "tour-answers");
    }

    @Test
    void theTourLeadsToPages() {
        visitor.keys().follow(visitor.place("Tour"));
        Map<String, String> wayByPage = new TreeMap<>();
        for (Locator link : visitor.page().locator(".tour-place").all()) {
            String way = link.getAttribute("href");
            wayByPage.put(way.replaceAll("[?#].*", ""), way);
        }
        assertThat(wayByPage.keySet())
                .containsExactly(
                        "/definitions",
                        "/definitions/new",
                        "/meetings",
                        "/metrics/new-as-sales-counts",
                        "/promises",
                        "/room",
                        "/walls/1",
                        "/walls/1/cohorts",
                        "/walls/1/course",
                        "/walls/1/earning",
                        "/walls/1/why",
                        "/walls/1/worth",
                        "/walls/2",
                        "/walls/3");
        for (String way : wayByPage.values()) {
            visitor.open(way);
            if (way.equals("/room")) {
                assertThat(visitor.page().locator(".slide.now h1")).isVisible();
                continue;
            }
            assertThat(visitor.page().locator("nav a[aria-current='page']").first())
                    .isVisible();
            visitor.sawNoFault();
        }
    }

    /** The other chapters are looked at in the first room. */
    @Test
    void everyFurtherChapterIsWholeInTheHand() {
        visitor.open("/walls/1");
        List<String> chapters = visitor.page().locator(".chapters a").all().stream()
                .map(link -> link.getAttribute("href").replaceAll("[?#].*", ""))
                .filter(way -> !way.matches("/walls/1/(earning|cohorts|why|course)"))
                .toList();
        assertThat(chapters).contains("/walls/1/audit", "/walls/1/worth", "/walls/1/contracts");
        for (String chapter : chapters) {
            visitor.open(chapter);
            assertThat(visitor.page().locator(".exhibit").first()).isVisible();
            Looks.atATelephone(visitor, "chapter" + chapter.replace('/', '-'));
        }
        Looks.putTheTelephoneAway(visitor);
    }

    /** From the wall to the customers who made it fall: the chapter, the month, the segment; what was planted in March comes first each time. */
    @Test
    void whyCustomerEquityFellInMarchIsAnsweredInThreeClicks() {
        visitor.open("/walls/1");
        visitor.keys().follow(visitor.link("What are our customers worth?"));
        Locator fall = visitor.page()
                .locator(".tile:has(h2:text-matches('^Fell most in '))")
                .first();
        assertThat(fall.locator("h2")).hasText("Fell most in March 2026");
        assertThat(fall.locator(".figure")).containsText("−EUR");
        looks.at(visitor, "equity");

        visitor.keys().follow(fall.locator("a"));
        assertThat(visitor.page().locator(".kicker")).containsText("March 2026");
        assertThat(visitor.page().locator("#equity-course-title")).containsText("Customer equity fell by EUR");
        Locator why = visitor.page().locator("#equity-change-title");
        assertThat(why).containsText("of customer equity since 28 February 2026");
        assertThat(why).isInViewport();
        assertThat(visitor.page().locator("#equity-change")).containsText("the card’s bonus for households ended");
        assertThat(visitor.page().locator("h1"))
                .containsText(Pattern.compile("^Customer equity fell by EUR .* in March 2026 .Household −EUR"));
        assertThat(visitor.page().locator("#equity-segments-title")).containsText("Household fell most: −EUR");
        looks.at(visitor, "equity-fall");

        Locator households = visitor.page().locator(".tile:has(h2:text-is('Fell most in Household'))");
        assertThat(households.locator(".figure")).containsText("−EUR");
        String customers = households.locator(".parts").first().textContent().replaceAll(" customers?", "");
        visitor.keys().follow(households.locator("a"));
        assertThat(visitor.page().locator("#answer-title")).containsText("Household fell most: −EUR");
        assertThat(visitor.page().locator("section:has(#answer-title) tbody")).containsText(customers);
        assertThat(visitor.page().locator("main")).containsText("of " + customers);
        assertThat(visitor.page().locator("main table tbody tr").first()).containsText("Household");
        looks.at(visitor, "equity-customers");
    }

    @Test
    void customersSaidAndSentSomethingToBothWalls() {
        visitor.open("/walls/3");
        assertThat(visitor.page().locator("#artefacts")).containsText("Two days off for nobody");
        assertThat(visitor.page().locator("#artefacts img")).hasCount(1);
        visitor.open("/walls/2");
        assertThat(visitor.page().locator("#artefacts")).containsText("The red light");
        looks.at(visitor, "wall-2-artefacts");
        visitor.open("/meetings/m2");
        assertThat(visitor.page().locator("#artefacts")).containsText("Two days off for nobody");
        assertThat(visitor.page().locator("#artefacts"))
                .containsText(Pattern.compile("Quote, withdrawn on \\d+ Oct 2026"));
        visitor.open("/room?seconds=600");
        for (int slide = 0; slide < 4; slide++) {
            visitor.page().keyboard().press("ArrowRight");
        }
        assertThat(visitor.page().locator(".slide.now h1")).hasText("What customers said and sent");
        looks.at(visitor, "room-artefacts");
    }

    /** One consent has run out: whoever keeps testimonies sees that it is to be asked for again, and paper shows nothing of it. */
    @Test
    void customersSpeakForTheCompanyBesideTheAccountOfRecommendations() {
        visitor.open("/walls/1/advocates");
        Locator said = visitor.page().locator("#artefacts");
        assertThat(said.locator("blockquote")).hasCount(4);
        assertThat(said.locator("figure:has-text('Three moves, one number')"))
                .not()
                .containsText("Consent is asked for");
        assertThat(said.locator("figure:has-text('The summer without a cable')"))
                .containsText("Consent is asked for: only those who hang artefacts see it.");
        looks.at(visitor, "advocates");
    }

    @Test
    void aLeaderDrawsLeaversAndWhatOneOfThemToldReachesTheWall() throws IOException {
        new LossReviewWalk(visitor, looks, room.address()).walk();
    }

    @Test
    void theCustomersOfAProgrammeAreOneStepBehindItsFigures() {
        visitor.open("/programmes");
        visitor.keys().follow(visitor.link("Who took up Yearly line check"));
        assertThat(visitor.page().locator("h1")).hasText("Yearly line check: customers who took it up");
        assertThat(visitor.page().locator("main tbody tr").first()).containsText("yes");
        looks.at(visitor, "programme-customers");
        visitor.keys().follow(visitor.page().locator("main tbody a").first());
        assertThat(visitor.page().locator("h1")).containsText("Customer c");
        visitor.sawNoFault();
    }

    /** Who has given notice is a customer until the last day, and still worth what renewal is expected to bring. */
    @Test
    void aCustomerUnderContractIsWorthWhatTheContractIsExpectedToBring() {
        visitor.open("/walls/1/contracts");
        visitor.keys().follow(visitor.page().locator("#rescue-list tbody th a").first());
        visitor.keys()
                .follow(visitor.page()
                        .locator("section[aria-label='Rows'] tbody a")
                        .first());
        Locator worth = visitor.page().locator(".tile:has(h2:text-is('Expected from contracts'))");
        assertThat(worth.locator(".figure")).containsText("EUR");
        assertThat(worth).containsText(Pattern.compile("90 % interval from EUR .* to EUR .*; pays EUR .* a month"));
        looks.at(visitor, "customer-under-contract");
    }

    /** Typed by whoever made the call; a mass mailing is refused, and what was mistyped is taken back. */
    @Test
    void aTouchIsTypedAndTakenBack() {
        visitor.open("/walls/1/best");
        visitor.keys().follow(visitor.link("Type whom you called, visited or wrote to"));
        touch("newsletter");
        assertThat(visitor.page().locator("main")).containsText("'newsletter' can never be a touch.");
        touch("call");
        assertThat(visitor.page().locator("main")).containsText("Kept as batch");
        Locator typed =
                visitor.page().locator("section:has(#typed-title) tbody tr").first();
        assertThat(typed).containsText("counts");
        looks.at(visitor, "touches");
        visitor.keys().type(typed.getByLabel("Why"), "Somebody else was called.");
        visitor.keys().follow(typed.getByRole(AriaRole.BUTTON));
        assertThat(typed).containsText("taken back by una: Somebody else was called.");
        visitor.sawNoFault();
    }

    private void touch(String kind) {
        visitor.keys().type(visitor.field("Customer's id, as the files write it"), "K100001");
        visitor.keys().type(visitor.field("Kind"), kind);
        visitor.keys().follow(visitor.button("Keep it"));
    }

    /** Two cohorts of the audit, chosen from their lists; the address holds the choice, and without one the usual cohorts stand there again. */
    @Test
    void twoCohortsAreChosenWithTheKeyboardAndStayInTheAddress() {
        visitor.open("/walls/1/audit");
        Locator cohort = visitor.page().locator("#audit-one-cohort");
        String usual = cohort.innerText();
        List<String> cohorts = visitor.page().locator("#cohort option").allInnerTexts();
        String one = cohorts.get(3);
        visitor.keys().choose(visitor.page().locator("#cohort"), one);
        visitor.keys().choose(visitor.page().locator("#beside"), cohorts.get(1));
        visitor.keys().follow(visitor.button("Show"));
        assertThat(visitor.page().url()).contains("cohort=").contains("beside=");
        assertThat(visitor.page().locator("#cohort option:checked")).hasText(one);
        assertThat(cohort).containsText("who first ordered in " + one);
        looks.at(visitor, "audit-cohorts");
        visitor.open("/walls/1/audit");
        assertThat(visitor.page().locator("#cohort option:checked")).hasText("the oldest shown");
        assertThat(cohort.innerText()).isEqualTo(usual);
    }

    /** From the whale curve to the case whose exit lacks one approval; what was done is taken back, and stays in sight. */
    @Test
    void anExitWaitsForItsSecondApproverAndIsTakenBack() {
        visitor.open("/walls/1/earning");
        assertThat(visitor.page().locator("#activity-costs")).containsText("parcel ordered on the web");
        assertThat(visitor.page().locator("#activity-costs")).containsText("cost-rules@1");
        visitor.keys().follow(visitor.link("Customers who cost more than they bring, and what is done about each"));
        assertThat(visitor.page().locator("main")).containsText("Fix the price: done");
        looks.at(visitor, "unprofitable");
        visitor.keys().follow(visitor.page().locator("th a:text-is('u2')"));
        assertThat(visitor.page().locator("h1")).hasText("Case u2: Exit: 1 of 2 approvals");
        visitor.keys().type(visitor.field("Why you approve"), "We cannot serve them well.");
        visitor.keys().follow(visitor.button("Approve the exit"));
        assertThat(visitor.page().locator("h1")).hasText("Case u2: Exit: 2 of 2 approvals");
        visitor.keys().type(visitor.field("Why, or what came of it"), "They stay after all.");
        visitor.keys().follow(visitor.button("Take the last step back"));
        assertThat(visitor.page().locator("h1")).hasText("Case u2: Exit: 1 of 2 approvals");
        assertThat(visitor.page().locator("s")).containsText("We cannot serve them well.");
        looks.at(visitor, "unprofitable-case");
        Looks.atATelephone(visitor, "unprofitable-case");
        Looks.putTheTelephoneAway(visitor);
        int nobody = visitor.page()
                .request()
                .get(room.address() + "/unprofitable/new?customer=c1")
                .status();
        assertThat(nobody).isEqualTo(404);
    }

    @Test
    void thePromiseThatMovedThreeTimesShowsFourDates() {
        visitor.open("/promises/p1");
        assertThat(visitor.page().locator("main")).containsText(Pattern.compile("31 Aug 2026|2026-08-31"));
        assertThat(visitor.page().locator("main").innerText())
                .containsPattern("18 Sep 2026|2026-09-18")
                .containsPattern("26 Oct 2026|2026-10-26")
                .containsPattern("30 Nov 2026|2026-11-30");
        visitor.sawNoFault();
    }

    @Test
    void oneClockRunsAndAnotherHasStopped() {
        visitor.open("/walls/2");
        assertThat(visitor.page().locator("#count-down"))
                .containsText("1 of 2 clocks runs, “Router restarts by itself”");
        assertThat(visitor.page().locator("#count-down")).containsText("○ stopped");
        visitor.open("/issues/view?issue=Router%20restarts%20by%20itself");
        assertThat(visitor.page().locator("main")).containsText("The clock has been running for 2 months");
        looks.at(visitor, "issue");
        visitor.open("/meetings/m3"); // the clock as it was known then
        assertThat(visitor.page().locator("main")).containsText("for 1 month, since September 2026");
    }

    @Test
    void meetingsKeptWhatWasKnownOnTheirDay() {
        visitor.open("/meetings/m1");
        assertThat(visitor.page().locator("main")).containsText("Customer room of July");
        assertThat(visitor.page().locator("main")).containsText("July 2026");
        visitor.sawNoFault();
        assertThat(Typed.in(workspace, "doctor").exitCode()).isZero();
    }

    /** The truth is read from its file, which no product code can. */
    @Test
    void salesCountsTheContractsThatWereWritten() throws IOException {
        Path truth = folder.resolve("truth.json");
        DemoCompany.writeTruth(
                truth,
                DemoSettings.standard(clock, ZoneOffset.UTC)
                        .withCustomers(CUSTOMERS)
                        .withMonths(MONTHS));
        List<String> begun = Pattern.compile("\"contractsBegun\": (\\d+)")
                .matcher(Files.readString(truth))
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
        String shown = Typed.well(workspace, "show", "new-as-sales-counts", "--by", "month", "--format", "csv")
                .out();
        List<String> counted = shown.lines()
                .filter(line -> line.matches("20\\d\\d-\\d\\d,.*"))
                .map(line -> line.split(",", -1)[2])
                .toList();
        assertThat(begun).hasSize(MONTHS);
        assertThat(counted.subList(counted.size() - MONTHS, counted.size())).isEqualTo(begun);
    }
}
