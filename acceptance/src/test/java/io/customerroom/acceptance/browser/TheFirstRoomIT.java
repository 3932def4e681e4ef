package io.customerroom.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.customerroom.room.people.ApiToken;
import io.customerroom.room.people.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
 * One company, from the link that the first start prints to the meeting after the first one, in chapters that follow on each other.
 * Nobody in it touches a mouse, and every page is looked at.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TheFirstRoomIT {

    private static final LocalDate FIRST_MEETING = LocalDate.of(2026, 5, 4);
    private static final LocalDate SECOND_MEETING = LocalDate.of(2026, 6, 4);
    private static final String PASSWORD = "a lantern over the pier";
    private static final String LEADERS_PASSWORD = "seven herons at low tide";
    private static final String LATE = """
            order,line,customer,date,product,amount
            late-1,1,late-comer-1,2026-04-09,headset,49.00
            late-2,1,late-comer-2,2026-04-10,router,89.00
            late-3,1,late-comer-3,2026-04-11,cable,9.00
            """;

    @TempDir
    private static Path folder;

    private final MovingClock clock = new MovingClock(DemoTemplate.MORNING);
    private final Looks looks = new Looks();
    private Served room;
    private Chrome chrome;
    private Visitor ada;
    private String frozenWall = "";

    @BeforeAll
    void aDemoCompanyIsServed() {
        DemoTemplate.copyTo(folder.resolve("room"));
        room = Served.from(folder.resolve("room"), clock);
        chrome = Chrome.start();
        ada = chrome.visitor(room.address());
    }

    @AfterAll
    void everybodyLeaves() {
        ada.close();
        chrome.close();
        room.close();
    }

    @Test
    @Order(1)
    void theFirstLinkMakesAnAdministrator() {
        ada.open(room.administratorLink());
        looks.at(ada, "welcome");
        ada.keys().type(ada.field("Name to sign in with"), "ada");
        ada.keys().type(ada.field("Name shown to others"), "Ada Brook");
        ada.keys().type(ada.field("Password"), PASSWORD);
        ada.keys().type(ada.field("The same password again"), PASSWORD);
        ada.keys().follow(ada.button("Set password"));
        looks.at(ada, "sign-in");
        signIn(ada, "ada", PASSWORD);
        assertThat(ada.place("People")).isVisible();
        ada.sawNoFault();
    }

    @Test
    @Order(2)
    void threeWallsHang() {
        for (String wall : List.of("Wall 1 Outcome", "Wall 2 Issues", "Wall 3 Operations")) {
            ada.keys().follow(ada.place(wall));
            assertThat(ada.page().locator(".exhibit, .tile").first()).isVisible();
            looks.at(ada, wall.substring(0, 6).toLowerCase(Locale.ROOT).replace(' ', '-'));
        }
    }

    @Test
    @Order(3)
    void theNextQuestionsOpenBehindWallOne() {
        ada.keys().follow(ada.place("Wall 1 Outcome"));
        looks.inTheHand(ada, "wall-1");
        for (String question : List.of(
                "Who earns, and who costs?",
                "Do new customers stay?",
                "Why did it change?",
                "Are we on course, and do others count as we do?")) {
            ada.keys().follow(ada.page().locator(".chapters").getByText(question));
            looks.at(ada, "chapter-" + question.replaceAll("[^A-Za-z]+.*", "").toLowerCase(Locale.ROOT));
        }
        looks.inTheHand(ada, "chapter-are");
    }

    @Test
    @Order(3)
    void fiveFiguresStandAboveTheFold() {
        ada.keys().follow(ada.place("Wall 1 Outcome"));
        Locator figures = ada.page().locator(".tile .figure, .reasons li:first-child");
        assertThat(figures).hasCount(5);
        for (Locator figure : figures.all()) {
            assertThat(figure.boundingBox().y + figure.boundingBox().height).isLessThanOrEqualTo(Looks.HIGH);
            String size = (String) figure.evaluate("element => getComputedStyle(element).fontSize");
            assertThat(Double.parseDouble(size.replace("px", ""))).isGreaterThanOrEqualTo(28);
        }
        ada.sawNoFault();
    }

    @Test
    @Order(4)
    void aLostCustomerLeadsToAnInvoiceLine() {
        ada.keys().follow(ada.place("Wall 1 Outcome"));
        ada.keys()
                .follow(ada.page()
                        .getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions()
                                        .setName(Pattern.compile("^Customers out: .*Show the customers$"))));
        assertThat(ada.page().locator("h1")).hasText("The customers and events behind the figure");
        looks.at(ada, "behind-lost");
        ada.keys().follow(ada.page().locator("table tbody a").first());
        assertThat(ada.page().locator("h1")).containsText("Customer ");
        ada.keys().enter(ada.page().locator("summary:text-is('All of them as a table')"));
        Locator facts = ada.page()
                .getByRole(
                        AriaRole.REGION,
                        new Page.GetByRoleOptions().setName("Facts").setExact(true));
        assertThat(facts.getByText(Pattern.compile("purchase|contract")).first())
                .isVisible();
        looks.at(ada, "customer");
    }

    @Test
    @Order(5)
    void aFileIsPreviewedTriedImportedAndUndone() throws IOException {
        Path file = Files.writeString(folder.resolve("stall.csv"), """
                order,line,customer,date,product,amount
                stall-1,1,stall-guest-1,2026-04-20,headset,49.00
                stall-2,1,stall-guest-2,2026-04-21,cable,nine
                """);
        preview(file);
        looks.at(ada, "preview");
        ada.keys().follow(ada.button("Dry run of the whole file"));
        assertThat(ada.page().getByText("Nothing was imported.")).isVisible();
        assertThat(ada.page().locator(".lead")).containsText("2 rows read = 1 would be kept + 1 set aside");
        looks.at(ada, "dry-run");
        ada.keys().follow(ada.link("Back to the preview"));
        ada.keys().follow(ada.button("Import"));
        assertThat(ada.page().locator(".lead")).containsText("2 rows read = 1 kept + 1 set aside");
        ada.keys().follow(ada.link("To the batches, and build the ledger"));
        looks.at(ada, "data");
        Locator batch = ada.page().locator("tr").filter(new Locator.FilterOptions().setHasText("stall.csv"));
        ada.keys().follow(batch.getByRole(AriaRole.LINK));
        looks.at(ada, "quarantine");
        ada.keys().follow(ada.link("Data"));
        ada.keys().enter(batch.locator("summary"));
        ada.keys().type(batch.getByRole(AriaRole.TEXTBOX), "The stall sends a better file");
        ada.keys().follow(batch.getByRole(AriaRole.BUTTON));
        assertThat(batch).containsText("undone");
        ada.sawNoFault();
    }

    @Test
    @Order(6)
    void colleaguesAreInvited() {
        ada.keys().follow(ada.place("People"));
        looks.at(ada, "people");
        invite("leo", "Leo Hart", "leader");
        invite("fay", "Fay Moss", "facilitator");
    }

    @Test
    @Order(7)
    void aMeetingFreezesTheWalls() {
        plan("Customer room in May", FIRST_MEETING);
        attends("Leo Hart");
        looks.at(ada, "meeting-before");
        ada.freeze();
        assertThat(ada.page().locator(".exhibit")).not().hasCount(0);
        frozenWall = exhibits();
    }

    @Test
    @Order(8)
    void threeQuestionsAreAnswered() {
        Locator exhibit = openingFigures();
        ada.keys().enter(exhibit.getByText("Answer the three questions"));
        ada.keys().choose(exhibit.getByLabel("Who answers"), "Leo Hart");
        ada.keys().type(exhibit.getByLabel("Why is it like this?"), "Deliveries were late all through spring.");
        ada.keys().type(exhibit.getByLabel("When will it be better?"), "By the end of June.");
        ada.keys().type(exhibit.getByLabel("How?"), "A second carrier for the north.");
        ada.keys().follow(exhibit.getByRole(AriaRole.BUTTON, named("Note the answers")));
        assertThat(openingFigures()).containsText("A second carrier for the north.");
        ada.sawNoFault();
    }

    @Test
    @Order(9)
    void promisesAreGiven() {
        promise("12", LocalDate.of(2026, 5, 29), "Call every leaver within two days");
        promise("10", LocalDate.of(2026, 6, 30), "A second carrier");
        promise("8", LocalDate.of(2026, 7, 31), "No delivery later than promised");
        looks.at(ada, "meeting-frozen");
    }

    @Test
    @Order(10)
    void onePromiseIsKeptAndOneIsMoved() {
        daysPass(10);
        openPromise(0);
        ada.keys().type(ada.field("What shows it"), "The call list of May");
        ada.keys().follow(ada.button("It was kept"));
        assertThat(ada.page().locator(".lead")).containsText("kept");
        openPromise(1);
        ada.keys().type(ada.field("New date"), LocalDate.of(2026, 9, 15));
        ada.keys().type(ada.field("Why"), "The carrier starts later");
        ada.keys().follow(ada.button("Move"));
        assertThat(ada.page().locator("ol s")).hasText("30 Jun 2026");
        assertThat(ada.page().locator("ol strong")).hasText("15 Sep 2026");
        looks.at(ada, "promise");
        ada.keys().follow(ada.place("Promises"));
        looks.at(ada, "promises");
    }

    @Test
    @Order(11)
    void lateDataRestateTheLiveWallAndLeaveTheFrozenOne() throws IOException {
        preview(Files.writeString(folder.resolve("late.csv"), LATE));
        ada.keys().follow(ada.button("Import"));
        assertThat(ada.page().locator(".lead")).containsText("3 rows read = 3 kept + 0 set aside");
        ada.keys().follow(ada.link("To the batches, and build the ledger"));
        ada.keys().follow(ada.button("Build the ledger"));
        ada.keys().follow(ada.link("Open wall 1"));
        Locator restated = ada.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Restatements"));
        assertThat(restated).containsText("Customer room in May");
        looks.at(ada, "wall-1-restated");
        openMeeting("Customer room in May");
        assertThat(exhibits()).isEqualTo(frozenWall);
    }

    @Test
    @Order(12)
    void theNextMeetingOpensWithWhatBecameOfThePromises() {
        daysPass(21);
        plan("Customer room in June", SECOND_MEETING);
        Locator opening = ada.page().locator("#opening");
        assertThat(opening).containsText("at most 12 customers");
        assertThat(opening.locator("h3")).containsText(new String[] {"Moved", "Kept", "Open"});
        looks.at(ada, "meeting-next");
    }

    @Test
    @Order(13)
    void theRestOfTheRoomIsInOrder() {
        ada.keys().follow(ada.place("Trail"));
        looks.at(ada, "trail");
        ada.keys().follow(ada.place("Metrics"));
        looks.at(ada, "metrics");
        ada.keys().follow(ada.button("Sign out"));
        assertThat(ada.page().getByText("You are signed out.")).isVisible();
    }

    /** An empty room, the list of first steps, two currencies, a rate that is missing, and the first wall. */
    @Test
    @Order(20)
    void theFirstStepsLeadFromAnEmptyRoomToTheFirstWall() throws IOException, InterruptedException {
        new Commands(folder, clock).run("init", "empty", "--name", "Harbour Tea", "--currency", "EUR");
        try (Served empty = Served.from(folder.resolve("empty"), clock);
                Visitor dan = chrome.visitor(empty.address())) {
            empty.settle("dan", "Dan Reyes", Role.ADMINISTRATOR, PASSWORD);
            dan.open("/sign-in");
            signIn(dan, "dan", PASSWORD);
            assertThat(dan.page().locator("h1")).hasText("The walls are still empty");
            assertThat(dan.page().locator("[aria-current=step] strong")).hasText("Bring first data in");
            looks.at(dan, "first-steps");
            dan.keys().follow(dan.link("Upload a file"));
            upload(dan, "sales.csv", """
                    order,customer,date,amount,currency
                    o1,anna,2026-03-02,10.00,EUR
                    o2,ben,2026-03-09,100.01,USD
                    o3,cleo,2026-04-07,50.00,USD
                    o4,anna,2026-04-08,ten,EUR
                    """);
            step(dan, "Check what the columns mean, and keep it");
            dan.keys().follow(dan.link("Look at them"));
            dan.keys().type(dan.page().locator("input[value=ten]"), "12.00");
            dan.keys().follow(dan.button("Import the mended rows"));
            step(dan, "Check what the columns mean, and keep it");
            dan.open("/data/upload?kind=rate");
            upload(dan, "rates.csv", "day,currency,rate\n2026-03-06,USD,0.8750\n");
            step(dan, "Check what the columns mean, and keep it");
            dan.open("/data");
            dan.keys().follow(dan.button("Build the ledger"));
            dan.keys().follow(dan.link("Open wall 1"));
            assertThat(dan.page().locator("main")).containsText("One amount in other currencies waits for a rate");
            dan.open("/data/rates");
            assertThat(dan.page().locator("main")).containsText("7 April 2026");
            assertThat(dan.page().locator("main")).containsText("87.51");
            looks.at(dan, "rates");
            dan.keys().enter(dan.page().locator("summary").getByText("Type a rate"));
            dan.keys().type(dan.field("Currency, three letters"), "USD");
            dan.keys().type(dan.field("Day"), LocalDate.of(2026, 4, 7));
            dan.keys().type(dan.field("What one unit is worth, in EUR"), "0.9");
            dan.keys().type(dan.field("Where is it from?"), "the bank's statement");
            dan.keys().follow(dan.button("Keep the rate"));
            dan.open("/data");
            dan.keys().follow(dan.button("Build the ledger"));
            assertThat(dan.link("Open wall 1")).isVisible();
            dan.open("/data/rates");
            assertThat(dan.page().locator("h2").first()).hasText("Nothing waits for a rate");
            assertThat(dan.page().locator("main")).containsText("45.00");
            dan.sawNoFault();
            new DatabaseWalk(dan, looks, folder.resolve("empty")).goes();
            new InboxWalk(dan, looks, empty, empty.token("dan", ApiToken.Reach.IMPORT), folder.resolve("empty")).goes();
        }
    }

    private void upload(Visitor dan, String name, String text) throws IOException {
        dan.keys().upload(dan.field("File"), Files.writeString(folder.resolve(name), text));
        dan.keys().follow(dan.button("Preview"));
        dan.keys().follow(dan.button("Import"));
        assertThat(dan.page().locator(".lead")).containsText("rows read");
    }

    /** The first that is not done; the server may have built a ledger by itself meanwhile. */
    private static void step(Visitor dan, String current) {
        dan.open("/data/first-steps");
        assertThat(dan.page().locator("[aria-current=step] strong")).hasText(current);
    }

    private void daysPass(int days) {
        clock.moveBy(Duration.ofDays(days));
        ada.open("/sign-in");
        signIn(ada, "ada", PASSWORD);
    }

    private static void signIn(Visitor visitor, String name, String password) {
        visitor.keys().type(visitor.field("Name"), name);
        visitor.keys().type(visitor.field("Password"), password);
        visitor.keys().follow(visitor.button("Sign in"));
    }

    private void preview(Path file) {
        ada.keys().follow(ada.place("Data"));
        ada.keys().follow(ada.link("Upload a file"));
        looks.at(ada, "upload");
        ada.keys().upload(ada.field("File"), file);
        ada.keys().choose(ada.field("What is one row?"), "purchase");
        ada.keys().follow(ada.button("Preview"));
        assertThat(ada.page().locator("h1")).hasText("Preview of " + file.getFileName());
    }

    /** Invites, and the invited person sets a password at a browser of their own. */
    private void invite(String name, String displayName, String role) {
        ada.keys().type(ada.field("Name to sign in with"), name);
        ada.keys().type(ada.field("Name shown to others"), displayName);
        ada.keys().choose(ada.page().locator("#role"), role);
        ada.keys().follow(ada.button("Invite"));
        looks.at(ada, "invited");
        String link = ada.field("Link").inputValue();
        try (Visitor guest = chrome.visitor(room.address())) {
            guest.open(link.replace(room.address(), ""));
            guest.keys().type(guest.field("Password"), LEADERS_PASSWORD);
            guest.keys().type(guest.field("The same password again"), LEADERS_PASSWORD);
            guest.keys().follow(guest.button("Set password"));
            signIn(guest, name, LEADERS_PASSWORD);
            assertThat(guest.place("Wall 1 Outcome")).isVisible();
            assertThat(guest.place("People")).hasCount(0);
            guest.sawNoFault();
        }
    }

    private void plan(String title, LocalDate day) {
        ada.keys().follow(ada.place("Meetings"));
        looks.at(ada, "meetings");
        ada.keys().type(ada.field("Title"), title);
        ada.keys().type(ada.field("Day"), day);
        ada.keys().follow(ada.button("Plan"));
        assertThat(ada.page().locator("h1")).containsText(title);
    }

    private void openMeeting(String title) {
        ada.keys().follow(ada.place("Meetings"));
        ada.keys().follow(ada.link(title));
    }

    private void attends(String person) {
        ada.keys().choose(ada.field("Who"), person);
        ada.keys().follow(ada.button("Note"));
        assertThat(ada.page().locator("#attendance")).containsText(person);
    }

    private Locator openingFigures() {
        return ada.page().locator("#exhibit-customer-math");
    }

    private void promise(String value, LocalDate due, String words) {
        Locator exhibit = openingFigures();
        ada.keys().enter(exhibit.getByText("Give a promise"));
        ada.keys().choose(exhibit.getByLabel("Kept when"), "at most");
        ada.keys().type(exhibit.getByLabel("Value"), value);
        ada.keys().type(exhibit.getByLabel("Unit"), "customers");
        ada.keys().type(exhibit.getByLabel("By", new Locator.GetByLabelOptions().setExact(true)), due);
        ada.keys().choose(exhibit.getByLabel("Owner"), "Leo Hart");
        ada.keys().type(exhibit.getByLabel("What will be done"), words);
        ada.keys().follow(exhibit.getByRole(AriaRole.BUTTON, named("Give the promise")));
        assertThat(openingFigures()).containsText("at most %s customers".formatted(value));
    }

    private void openPromise(int index) {
        openMeeting("Customer room in May");
        ada.keys().follow(openingFigures().locator("li a[href^='/promises/']").nth(index));
    }

    /** Everything that hangs on the frozen walls, word by word. */
    /** What the exhibits say, once the page has come as a whole. */
    private String exhibits() {
        assertThat(ada.page().locator("#whole")).isAttached();
        return String.join(
                "\n",
                ada.page()
                        .locator(".exhibit .second, .exhibit .figure, .exhibit table")
                        .allInnerTexts());
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
