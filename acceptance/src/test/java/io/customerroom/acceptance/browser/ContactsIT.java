package io.customerroom.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import io.customerroom.room.people.Role;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Contacts are voted for, chosen, retired; a sixteenth is refused; a standard is edited and a remark stands beside the series. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContactsIT {

    private static final String PASSWORD = "a lantern over the pier";
    private static final String HOTLINE = "/contacts/view?contact=Contact%2001";

    private static final String PARCEL = "/issues/view?issue=late%20parcel";

    private Served room;
    private Requests leo;
    private Requests fay;
    private Requests vera;
    private Requests dan;
    private Chrome chrome;

    @BeforeAll
    void seventeenMeasuredContacts(@TempDir Path folder) throws IOException {
        MovingClock clock = new MovingClock(Instant.parse("2026-07-01T08:00:00Z"));
        Commands commands = new Commands(folder, clock);
        commands.run("init", "room");
        List<String> lines = new ArrayList<>();
        lines.add("contact,measure,unit,direction,standard,date,value,n");
        LocalDate monday = LocalDate.parse("2026-01-05");
        for (int contact = 1; contact <= 17; contact++) {
            for (int week = 0; week < 24; week++) {
                lines.add("Contact %02d,answered in time,%%,at-least,90,%s,%d,40"
                        .formatted(contact, monday.plusWeeks(week), 93 + (contact + week * 7) % 5));
            }
        }
        Path readings = Files.write(folder.resolve("readings.csv"), lines);
        Path purchases = Files.writeString(
                folder.resolve("shop.csv"), "order,customer,date,amount\n1,Ada,2026-01-10,10\n2,Ada,2026-06-15,10\n");
        commands.run("--dir", "room", "import", readings.toString(), "--as", "operation");
        commands.run("--dir", "room", "import", purchases.toString(), "--as", "purchase");
        commands.run("--dir", "room", "build");
        room = Served.from(folder.resolve("room"), clock);
        leo = signedIn("leo", Role.LEADER);
        fay = signedIn("fay", Role.FACILITATOR);
        vera = signedIn("vera", Role.VIEWER);
        dan = signedIn("dan", Role.DATA_ADMIN);
        chrome = Chrome.start();
    }

    @AfterAll
    void close() {
        chrome.close();
        for (Requests visitor : List.of(leo, fay, vera, dan)) {
            visitor.close();
        }
        room.close();
    }

    @Test
    @Order(1)
    void leadersVoteAndNobodyElse() {
        Map<String, String> vote = Map.of("contact", "Contact 03", "given", "true");
        assertThat(vera.postFrom("/contacts", "/contacts/vote", vote).statusCode())
                .isEqualTo(403);
        assertThat(after(leo, "/contacts", "/contacts/vote", vote)).contains("Your vote is noted.");
        assertThat(words(page(leo, "/contacts"))).contains("You have 14 of 15 votes left.");
    }

    @Test
    @Order(2)
    void aSixteenthIsRefusedUnlessOneRetires() {
        assertThat(leo.postFrom("/contacts", "/contacts/choose", choice(1)).statusCode())
                .isEqualTo(403);
        for (int contact = 1; contact <= 15; contact++) {
            assertThat(after(fay, "/contacts", "/contacts/choose", choice(contact)))
                    .contains("It hangs on wall 3 now.");
        }
        assertThat(after(fay, "/contacts", "/contacts/choose", choice(16)))
                .contains("15")
                .contains("retire");
        assertThat(page(fay, "/contacts")).contains("All 15 places are taken");
        theRefusalIsReadOnATelephone();
        assertThat(words(page(vera, "/walls/3"))).contains("15 priority contacts");
        Map<String, String> swap = new java.util.LinkedHashMap<>(choice(16));
        swap.put("retiring", "Contact 15");
        swap.put("reason", "it never moves");
        assertThat(after(fay, "/contacts", "/contacts/choose", swap)).contains("It hangs on wall 3 now.");
        assertThat(after(fay, "/contacts", "/contacts/retire", Map.of("contact", "Contact 16", "reason", "merged")))
                .contains("The contact has retired.");
        assertThat(words(page(vera, "/walls/3"))).contains("14 priority contacts");
    }

    /** With the keyboard alone, in the dark: the answer to Enter has the focus and lies in sight. */
    private void theRefusalIsReadOnATelephone() {
        try (Visitor facilitator = chrome.visitor(room.address())) {
            signIn(facilitator);
            Looks.takeATelephoneInTheDark(facilitator);
            facilitator.open("/contacts");
            facilitator.keys().choose(facilitator.page().locator("#contact"), "Contact 16");
            facilitator.keys().type(facilitator.page().locator("#stage"), "Use");
            facilitator.keys().type(facilitator.page().locator("#owner"), "Leo");
            facilitator.keys().type(facilitator.page().locator("#reason"), "evidence");
            facilitator.keys().follow(facilitator.page().locator("#reason"));
            Locator refusal = facilitator.page().locator("[role=alert]");
            assertThat(refusal.innerText()).contains("15 priority contacts").contains("retire");
            assertThat(refusal.evaluate("element => element === document.activeElement"))
                    .as("the refusal has the focus")
                    .isEqualTo(true);
            assertThat(refusal.boundingBox().y).as("top of the refusal").isBetween(0.0, Looks.HIGH / 2.0);
            Looks.atATelephone(facilitator, "contacts-refused");
        }
    }

    private static void signIn(Visitor facilitator) {
        facilitator.open("/sign-in");
        facilitator.keys().type(facilitator.field("Name"), "fay");
        facilitator.keys().type(facilitator.field("Password"), PASSWORD);
        facilitator.keys().follow(facilitator.button("Sign in"));
    }

    @Test
    @Order(3)
    void anEditedStandardJudgesFromItsDayOn() {
        assertThat(page(leo, HOTLINE).split("<figure", -1))
                .as("the chart of one series, and what customers say")
                .hasSize(3);
        assertThat(after(
                        fay,
                        HOTLINE,
                        "/contacts/standards",
                        Map.of(
                                "contact", "Contact 01",
                                "measure", "answered in time",
                                "standard", "99",
                                "direction", "at-least",
                                "minN", "10",
                                "runLength", "2",
                                "validFrom", "2026-06-01",
                                "reason", "customers expect more")))
                .contains("The standard is set.");
        assertThat(words(page(vera, HOTLINE)))
                .contains("at least 99, n at least 10, 2 in a row")
                .contains("customers expect more")
                .contains("breach");
        assertThat(after(
                        fay,
                        HOTLINE,
                        "/contacts/standards",
                        Map.of("contact", "Contact 01", "measure", "answered in time", "standard", "high")))
                .contains("The standard needs a value");
    }

    @Test
    @Order(4)
    void aRemarkStandsBesideTheSeries() {
        String series = page(leo, HOTLINE).replaceAll("(?s).*name=\"series\"", "");
        String name = series.replaceAll("(?s).*?value=\"([^\"]+)\".*", "$1").replace("&#39;", "'");
        assertThat(after(
                        leo,
                        HOTLINE,
                        "/contacts/remarks",
                        Map.of(
                                "contact",
                                "Contact 01",
                                "series",
                                name,
                                "day",
                                "2026-03-02",
                                "words",
                                "<i>new shifts</i>")))
                .contains("The remark stands beside the series.")
                .contains("&lt;i&gt;new shifts&lt;/i&gt;")
                .doesNotContain("<i>new shifts");
    }

    @Test
    @Order(5)
    void aReadingIsTypedCorrectedAndTakenBack() {
        assertThat(vera.postFrom("/contacts", "/contacts/typed", typed("2026-06-29", "95"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(leo.post("/contacts/typed", typed("2026-06-29", "95")).statusCode())
                .as("without the token of a page")
                .isEqualTo(403);
        assertThat(after(leo, HOTLINE, "/contacts/typed", typed("2026-07-02", "95")))
                .contains("has not come yet");
        assertThat(after(leo, HOTLINE, "/contacts/typed", typed("2026-06-15", "95")))
                .contains("A file has brought a reading of 2026-06-15 already");
        assertThat(after(leo, HOTLINE, "/contacts/typed", typed("2026-06-29", "nearly all")))
                .contains("Row 1 is not complete.");

        assertThat(after(leo, HOTLINE, "/contacts/typed", typed("2026-06-29", "12.5")))
                .contains("Kept as batch b0003-operation-typed.");
        assertThat(after(leo, HOTLINE, "/contacts/typed", typed("2026-06-29", "97.25")))
                .contains("Kept as batch b0004-operation-typed.");
        String page = shown("b0004-operation-typed", "in force");
        assertThat(words(page)).contains("typed over since").contains("97.25").contains("12.5");
        assertThat(page).contains("&lt;b&gt;counted at the door&lt;/b&gt;").doesNotContain("<b>counted");
        assertThat(words(page)).contains("○ typed by hand").contains("leo, 2026-07-01 08:00");
        assertThat(words(page(vera, "/customers?metric=priority-contacts&period=2026-06&is.contact=Contact+01")))
                .contains("97.25")
                .contains("leo, 2026-07-01 08:00")
                .doesNotContain("12.5");

        Map<String, String> back =
                Map.of("contact", "Contact 01", "batch", "b0004-operation-typed", "reason", "misread");
        assertThat(after(leo, HOTLINE, "/contacts/typed/undo", back)).contains("Taken back.");
        assertThat(words(shown("b0003-operation-typed", "in force"))).contains("taken back by leo: misread");
    }

    private static Map<String, String> typed(String day, String value) {
        return Map.of(
                "contact", "Contact 01",
                "measure", "answered in time",
                "day", day,
                "value", value,
                "n", "40",
                "note", "<b>counted at the door</b>");
    }

    /** The contact's page when the server has built a ledger in which the batch stands so. */
    private String shown(String batch, String state) {
        long patience = System.nanoTime() + 30_000_000_000L;
        String page;
        do {
            page = page(leo, HOTLINE + "&period=2026-06");
            if (words(page).matches("(?s).*" + batch + " " + state + ".*")) {
                return page;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(200_000_000L);
        } while (System.nanoTime() < patience);
        throw new AssertionError(batch + " is not " + state + " on " + words(page));
    }

    @Test
    @Order(6)
    void aRemarkStandsOnAnExhibitIsEditedAndTakenBack() {
        String flow = "/remarks?wall=1&exhibit=flow&period=2026-06";
        Map<String, String> remark = new java.util.LinkedHashMap<>(Map.of(
                "wall", "1",
                "exhibit", "flow",
                "period", "2026-06",
                "day", "2026-06-10",
                "words", "<b>a fair</b> in town",
                "link", "promise p7"));
        assertThat(vera.postFrom("/contacts", "/remarks", remark).statusCode()).isEqualTo(403);
        assertThat(leo.post("/remarks", remark).statusCode())
                .as("without the token of a page")
                .isEqualTo(403);
        assertThat(after(leo, flow, "/remarks", remark))
                .contains("The remark stands beside the series.")
                .contains("&lt;b&gt;a fair&lt;/b&gt; in town")
                .doesNotContain("<b>a fair");
        assertThat(page(vera, "/walls/1?period=2026-06"))
                .contains("&lt;b&gt;a fair&lt;/b&gt; in town")
                .contains("leo, 2026-06-10");
        assertThat(page(vera, "/walls/1?period=2026-05")).doesNotContain("a fair");
        String edit = page(fay, flow).replaceAll("(?s).*action=\"(/remarks/\\d+)\".*", "$1");
        remark.put("words", "no fair at all");
        assertThat(after(fay, flow, edit, remark)).contains("has a new version");
        assertThat(words(page(leo, flow))).contains("a fair").contains("replaced by a later version");
        assertThat(page(vera, "/walls/1?period=2026-06"))
                .contains("no fair at all")
                .contains("fay, 2026-06-10, version 2");
        assertThat(after(leo, flow, edit, remark))
                .as("only its author and facilitators")
                .contains("is not yours");
        remark.put("reason", "wrong month");
        assertThat(after(fay, flow, edit + "/back", remark)).contains("The remark is taken back.");
        assertThat(page(vera, "/walls/1?period=2026-06")).doesNotContain("no fair at all");
    }

    @Test
    @Order(7)
    void aSourceThatMissedItsScheduleIsNamedOnItsWall() {
        Map<String, String> daily = daily();
        assertThat(leo.postFrom("/contacts", "/data/schedules", daily).statusCode())
                .isEqualTo(403);
        assertThat(dan.post("/data/schedules", daily).statusCode())
                .as("without the token of a page")
                .isEqualTo(403);
        assertThat(words(page(dan, "/data"))).contains("no schedule").contains("not watched");
        assertThat(page(vera, "/walls/1")).doesNotContain("Data is late");
        assertThat(after(dan, "/data", "/data/schedules", daily))
                .contains("The schedule holds from now on.")
                .contains("late since 17 June 2026")
                .doesNotContain("<b>the shop");
        assertThat(page(vera, "/walls/1"))
                .contains(
                        "Data is late: purchases of “main” were expected from &lt;b&gt;the shop&lt;/b&gt; by 17 June 2026,"
                                + " the last data is of 15 June 2026; customers in and out, sales and contribution on wall 1 are 16 days behind.");
        assertThat(page(vera, "/walls/1/earning")).contains("Data is late: purchases of “main” were expected from");
        assertThat(page(vera, "/walls/2")).doesNotContain("Data is late");
        daily.put("hour", "99");
        assertThat(after(dan, "/data", "/data/schedules", daily)).contains("are no schedule");
        daily.put("every", "never");
        assertThat(after(dan, "/data", "/data/schedules", daily)).contains("Nothing more is expected of it.");
        assertThat(page(vera, "/walls/1")).doesNotContain("Data is late");
    }

    /** What the form of a source's schedule sends: purchases come every day. */
    private static Map<String, String> daily() {
        return new java.util.LinkedHashMap<>(Map.of(
                "kind", "purchase",
                "source", "main",
                "every", "day",
                "dueDay", "1",
                "hour", "9",
                "grace", "0",
                "owner", "<b>the shop</b>"));
    }

    @Test
    @Order(8)
    void thePagesAreGoodForEveryone(@TempDir Path folder) throws IOException {
        Looks looks = new Looks();
        try (Visitor facilitator = chrome.visitor(room.address())) {
            signIn(facilitator);
            facilitator.open("/contacts");
            looks.at(facilitator, "contacts");
            aPhotographIsBlackenedAndHung(facilitator, looks, photograph(folder.resolve("photo.png")));
            facilitator.open(HOTLINE);
            looks.at(facilitator, "contact");
            facilitator.open(HOTLINE + "&period=2026-06");
            facilitator.page().locator("summary:has-text('Type readings')").press("Enter");
            looks.at(facilitator, "contact-typed");
            facilitator.open("/remarks?series=Contact%2001%20%C2%B7%20answered%20in%20time");
            looks.at(facilitator, "remarks");
            facilitator.open("/help/control-charts");
            looks.at(facilitator, "help-control-charts");
            after(dan, "/data", "/data/schedules", daily());
            facilitator.open("/walls/1");
            assertThat(facilitator.page().locator(".notice").first().innerText())
                    .startsWith("Data is late");
            Looks.atATelephone(facilitator, "wall-1-late");
        }
    }

    /** One rectangle is typed, one is drawn; both are in the picture that everyone sees. */
    private static void aPhotographIsBlackenedAndHung(Visitor facilitator, Looks looks, Path photograph) {
        facilitator.open(HOTLINE);
        facilitator.keys().follow(facilitator.link("Hang an artefact"));
        facilitator.keys().choose(facilitator.field("Kind"), "photo");
        facilitator.keys().type(facilitator.field("Title"), "The door at noon");
        facilitator
                .keys()
                .type(facilitator.field("The customer’s words; or what is to be seen or heard"), "A red door");
        facilitator.page().setInputFiles("#file", photograph);
        Locator canvas = facilitator.page().locator("#redaction");
        canvas.waitFor();
        Locator boxes = facilitator.page().locator("#boxes");
        facilitator.keys().type(boxes, "0, 0, 100, 50");
        assertThat(facilitator.page().locator("#redaction-status").innerText()).isEqualTo("400 × 300 pixels, 1 black");
        BoundingBox seen = canvas.boundingBox();
        facilitator.page().mouse().move(seen.x + 200, seen.y + 150);
        facilitator.page().mouse().down();
        facilitator.page().mouse().move(seen.x + 300, seen.y + 250);
        facilitator.page().mouse().up();
        assertThat(boxes.inputValue().lines()).hasSize(2);
        looks.at(facilitator, "artefact-form");
        facilitator.keys().choose(facilitator.field("How far it goes"), "no consent");
        facilitator.keys().follow(facilitator.button("Hang it"));
        assertThat(facilitator.heading()).isEqualTo("The door at noon");
        assertThat(facilitator.page().evaluate("""
                        () => {
                          const picture = document.querySelector('.artefact-whole img');
                          const canvas = document.createElement('canvas');
                          canvas.width = picture.naturalWidth;
                          canvas.height = picture.naturalHeight;
                          const pen = canvas.getContext('2d', {willReadFrequently: true});
                          pen.drawImage(picture, 0, 0);
                          const at = (x, y) => pen.getImageData(x, y, 1, 1).data.slice(0, 3).join(' ');
                          return [at(50, 25), at(250, 200), at(350, 30)].join(', ');
                        }""")).isEqualTo("0 0 0, 0 0 0, 255 0 0");
        looks.at(facilitator, "artefact");
    }

    /** All red. */
    private static Path photograph(Path png) throws IOException {
        BufferedImage picture = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 400; x++) {
            for (int y = 0; y < 300; y++) {
                picture.setRGB(x, y, 0xff0000);
            }
        }
        ImageIO.write(picture, "png", png.toFile());
        return png;
    }

    private static Map<String, String> choice(int contact) {
        return Map.of(
                "contact",
                "Contact %02d".formatted(contact),
                "kind",
                "rescue",
                "stage",
                "Use",
                "owner",
                "Leo",
                "reason",
                "evidence");
    }

    private Requests signedIn(String name, Role role) {
        Requests visitor = new Requests(room.address());
        visitor.redeem(room.invite(name, role), name, PASSWORD);
        visitor.signIn(name, PASSWORD);
        return visitor;
    }

    /** What the page says after a form was sent. */
    private static String after(Requests visitor, String from, String to, Map<String, String> form) {
        HttpResponse<String> answer = visitor.postFrom(from, to, form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        URI next = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return page(visitor, next.getRawPath() + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery()));
    }

    private static String page(Requests visitor, String path) {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String words(String html) {
        return html.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }
}
