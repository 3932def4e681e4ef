package io.customerroom.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.customerroom.room.people.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
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

/** A definition is changed by an analyst, looked at beside the old one, signed by a leader, adopted, and stands on the walls. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DefinitionsIT {

    private static final String PASSWORD = "a lantern over the pier";
    private static final String COMPARE = "/definitions/compare?one=activity@1&other=v1&by=month&period=2026-02";

    private Path folder;
    private Commands commands;
    private Served room;
    private Requests dan;
    private Requests leo;
    private Requests fay;
    private Requests vera;

    @BeforeAll
    void fourCustomersUnderThirtyDays(@TempDir Path fresh) throws IOException {
        folder = fresh;
        MovingClock clock = new MovingClock(Instant.parse("2026-07-01T08:00:00Z"));
        commands = new Commands(folder, clock);
        commands.run("init", "room");
        Files.writeString(folder.resolve("room/definitions/activity.yaml"), """
                name: activity
                version: 1
                owner: chief customer officer
                reason: first agreement
                valid-from: 2020-01-01
                lapse-days: 30
                """);
        Path purchases = Files.writeString(folder.resolve("shop.csv"), """
                order,customer,date,amount
                1,Ada,2026-01-10,10
                2,Ben,2026-01-20,20
                3,Ben,2026-03-15,20
                4,Cy,2026-03-01,30
                5,Dot,2026-01-15,5
                6,Dot,2026-02-25,5
                7,Dot,2026-04-10,5
                8,Dot,2026-06-01,5
                """);
        Path left = Files.writeString(folder.resolve("left.csv"), """
                customer,left on,reason
                Ada,2026-02-01,price
                """);
        commands.run("--dir", "room", "import", purchases.toString(), "--as", "purchase");
        commands.run("--dir", "room", "import", left.toString(), "--as", "departure", "--source", "crm");
        commands.run("--dir", "room", "build");
        room = Served.from(folder.resolve("room"), clock);
        dan = signedIn("dan", Role.DATA_ADMIN);
        leo = signedIn("leo", Role.LEADER);
        fay = signedIn("fay", Role.FACILITATOR);
        vera = signedIn("vera", Role.VIEWER);
    }

    @AfterAll
    void close() {
        for (Requests visitor : java.util.List.of(dan, leo, fay, vera)) {
            visitor.close();
        }
        room.close();
    }

    @Test
    @Order(1)
    void whatIsMalformedIsRefusedBesideTheFormAndKept() {
        HttpResponse<String> refused = dan.postFrom(
                "/definitions/new",
                "/definitions/proposals",
                Map.of(
                        "name", "activity",
                        "counts", "sale",
                        "lapse-days", "sixty",
                        "owner", "Dan",
                        "reason", "<b>why</b>",
                        "valid-from", "2026-01-01",
                        "booking", "after-lapse"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("lapse-days is &#39;sixty&#39;, which is not a number of days from 0 to 36500.")
                .contains("value=\"sixty\"")
                .contains("&lt;b&gt;why&lt;/b&gt;");
    }

    @Test
    @Order(2)
    void anAnalystProposesAndNothingChanges() {
        HttpResponse<String> proposed = dan.postFrom(
                "/definitions/new",
                "/definitions/proposals",
                Map.of(
                        "name", "activity",
                        "counts", "sale",
                        "lapse-days", "60",
                        "segments", "",
                        "owner", "Dan",
                        "reason", "our customers take longer",
                        "valid-from", "2026-01-01",
                        "booking", "after-lapse",
                        "contracts-count", "true"));
        assertThat(location(proposed)).isEqualTo("/definitions/proposals/v1");
        assertThat(body(dan, "/definitions"))
                .contains("/definitions/proposals/v1")
                .contains("activity@2");
        assertThat(body(vera, "/walls/1")).contains("activity@1").doesNotContain("activity@2");
    }

    @Test
    @Order(3)
    void whatWouldChangeIsExplainedCustomerByCustomer() {
        assertThat(body(leo, COMPARE)).contains("Compute what would change");
        assertThat(body(vera, COMPARE)).contains("can have them computed").doesNotContain("Compute what would change");
        HttpResponse<String> job = leo.postFrom(
                COMPARE,
                "/definitions/compute",
                Map.of("one", "activity@1", "other", "v1", "by", "month", "period", "2026-02"));
        finished(leo, location(job));
        assertThat(words(body(leo, COMPARE)))
                .contains(
                        "In February 2026 activity@2 counts 0 lost and 3 active customers; activity@1 counts 3 and 1.")
                .contains("lost 3 3 2 0 0 0 0 −3")
                .contains("closing 1 0 – 1 2 – 3 +2")
                .contains("The gap of +30.00 is 0.00 for customers active by both");
        assertThat(
                        body(
                                leo,
                                "/definitions/compare/customers?one=activity@1&other=v1&period=2026-02&figure=lost&side=one-only"))
                .contains("3 of 3 customers")
                .contains(">Ada<");
        assertThat(
                        body(
                                vera,
                                "/definitions/compare/customers?one=activity@1&other=v1&period=2026-02&figure=lost&side=one-only"))
                .contains("3 of 3 customers")
                .doesNotContain(">Ada<");
        assertThat(body(leo, "/definitions/compare.csv?one=activity@1&other=v1&by=month"))
                .contains("2026-02,\"activity@1,value@1\",3,0,1,3,1,10.0000000000")
                .contains("2026-02,\"activity@2,value@1\",3,0,0,0,3,40.0000000000");
    }

    @Test
    @Order(4)
    void onlyAnotherLeaderSignsAndOnlyAFacilitatorAdopts() {
        assertThat(vera.postFrom("/definitions", "/definitions/proposals/v1/sign", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(dan.postFrom("/definitions", "/definitions/proposals/v1/sign", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(leo.postFrom("/definitions", "/definitions/proposals/v1/adopt", Map.of())
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> early = fay.postFrom("/definitions", "/definitions/proposals/v1/adopt", Map.of());
        assertThat(early.statusCode()).isEqualTo(400);
        assertThat(early.body()).contains("Nobody has signed this definition.");
        assertThat(location(leo.postFrom("/definitions", "/definitions/proposals/v1/sign", Map.of())))
                .isEqualTo("/definitions/proposals/v1");
        HttpResponse<String> adopted = fay.postFrom("/definitions", "/definitions/proposals/v1/adopt", Map.of());
        finished(fay, location(adopted));
        assertThat(words(body(vera, "/definitions"))).contains("in force activity@2", "Signed by leo");
        assertThat(body(vera, "/walls/1")).contains("activity@2");
    }

    @Test
    @Order(5)
    void aDepartmentsCountStandsBesideTheCompanys() {
        HttpResponse<String> proposed = dan.postFrom(
                "/definitions/new?name=lost",
                "/definitions/proposals",
                Map.of(
                        "name", "lost",
                        "department", "sales",
                        "departures-of", "crm",
                        "owner", "head of sales",
                        "reason", "the flag in our system",
                        "valid-from", "2020-01-01"));
        String proposal = location(proposed);
        leo.postFrom("/definitions", proposal + "/sign", Map.of());
        finished(fay, location(fay.postFrom("/definitions", proposal + "/adopt", Map.of())));
        assertThat(words(body(leo, "/definitions/departments?from=2026-01-01&to=2026-06-30")))
                .as("sixty days lose Ada, Ben and Cy; sales knows of Ada alone")
                .contains("By the rule of the company 3 customers were lost")
                .contains("who has a departure in the source crm lost/sales@1 1 1 0 2 −2");
    }

    @Test
    @Order(6)
    void aChangeIsProposedAndSignedByKeyboard() {
        Looks looks = new Looks();
        try (Chrome chrome = Chrome.start();
                Visitor analyst = chrome.visitor(room.address());
                Visitor leader = chrome.visitor(room.address())) {
            arrive(analyst, "dan");
            analyst.keys().follow(analyst.place("Definitions"));
            looks.at(analyst, "definitions");
            analyst.keys().follow(analyst.link("Propose a change").first());
            analyst.keys().type(analyst.field("Days a purchase keeps a customer active"), "45");
            analyst.keys().type(analyst.field("Why it should be so"), "Six weeks are our rhythm.");
            looks.at(analyst, "definition-form");
            analyst.keys().follow(analyst.button("Propose"));
            PlaywrightAssertions.assertThat(analyst.page().locator("h1")).hasText("activity@3");
            looks.at(analyst, "definition-proposal");
            analyst.keys().follow(analyst.link("What would change?"));
            looks.at(analyst, "definition-compare-empty");
            analyst.keys().follow(analyst.button("Compute what would change"));
            analyst.link("See them side by side").waitFor();
            analyst.keys().follow(analyst.link("See them side by side"));
            looks.at(analyst, "definition-compare");
            analyst.keys().follow(analyst.page().locator("table a").first());
            looks.at(analyst, "definition-customers");

            arrive(leader, "leo");
            leader.keys().follow(leader.place("Definitions"));
            leader.keys().follow(leader.link("v3"));
            leader.keys().follow(leader.button("Sign it"));
            PlaywrightAssertions.assertThat(leader.page().getByText("You have signed it."))
                    .isVisible();
            leader.keys().follow(leader.place("Definitions"));
            leader.keys().follow(leader.link("Their counts beside the company's"));
            looks.at(leader, "definition-departments");
        }
    }

    @Test
    @Order(7)
    void aLeaderChoosesAVipWritesThePlanAndHostsThem() {
        assertThat(body(vera, "/vips")).contains("Nobody is chosen yet").doesNotContain("Choose a VIP");
        String dot = keyOf(fay);
        Map<String, String> choice = Map.of("customer", dot, "reason", "<b>speaks</b> for many");
        assertThat(vera.postFrom("/vips", "/vips", choice).statusCode()).isEqualTo(403);
        assertThat(location(fay.postFrom("/vips", "/vips", choice))).isEqualTo("/vips");
        assertThat(fay.postFrom("/vips", "/vips", Map.of("customer", "c1", "reason", "why"))
                        .statusCode())
                .isEqualTo(400);
        Map<String, String> plan = Map.of(
                "keeps",
                "one who calls back",
                "step",
                "call",
                "owner",
                "leo",
                "due",
                "2026-06-30",
                "expected",
                "12.50");
        assertThat(location(leo.postFrom("/vips", "/vips/v1/plan", plan))).isEqualTo("/vips");
        Map<String, String> visit =
                Map.of("kind", "visit", "host", "leo", "planned", "2026-01-20", "purpose", "ask what is missing");
        assertThat(location(leo.postFrom("/vips", "/vips/v1/contacts", visit))).isEqualTo("/vips");
        leo.postFrom("/vips", "/vips/contacts/h1/held", Map.of("on", "2026-01-20", "words", "glad"));
        assertThat(words(body(leo, "/vips")))
                .contains("One customer is looked after by name; none of them has left; 1 with a step overdue")
                .contains("Why: <b>speaks</b> for many".replace("<", "&lt;").replace(">", "&gt;"))
                .contains("Visit with leo , planned for 20 Jan 2026 : ask what is missing. held, a success glad");
        assertThat(words(body(vera, "/walls/1/best?period=2026-06")))
                .contains("Nobody is looked after by name in this period");
        fay.postFrom("/vips", "/vips/v1/release", Map.of("reason", "moved away"));
        assertThat(words(body(leo, "/vips"))).contains("Nobody is chosen yet", "moved away");
    }

    /** Says so in a file of customers. */
    private void notToBeContacted(String customer) throws IOException {
        Path said = Files.writeString(folder.resolve("said-" + customer + ".csv"), """
                customer,do not call
                %s,yes
                """.formatted(customer));
        commands.run("--dir", "room", "import", said.toString(), "--as", "customer", "--source", "crm");
    }

    @Test
    @Order(8)
    void aProgrammeIsPlannedForAListAndSaysWhenNothingCanBeTold() throws IOException {
        notToBeContacted("Ada");
        assertThat(body(vera, "/programmes")).contains("There is none yet").doesNotContain("Write it down");
        Map<String, String> plan = Map.of(
                "name",
                "Second <line>",
                "kind",
                "cross-sale",
                "owner",
                "leo",
                "starts",
                "2026-02-01",
                "ends",
                "2026-05-31",
                "cost",
                "100.50",
                "customers",
                "customer\nBen\nDot\nAda",
                "heldOut",
                "50",
                "seed",
                "1");
        assertThat(leo.postFrom("/programmes", "/programmes", plan).statusCode())
                .isEqualTo(403);
        assertThat(location(fay.postFrom("/programmes", "/programmes", plan))).isEqualTo("/programmes");
        fay.postFrom("/programmes", "/programmes/g1/taken-up", Map.of("customers", "Ben\nDot"));
        assertThat(words(body(leo, "/programmes")))
                .contains(
                        "g1 : Second &lt;line&gt; cross-sale for a list of 3 customers; 1 customer who asked not to be contacted left out")
                .contains("Offered to 1 customers; 1 kept out by chance (50 %, seed 1)")
                .contains("Take-up 100.0 % 1 of 1 to whom it was offered")
                .contains("Too few of the audience and of others like them");
        notToBeContacted("Dot");
        assertThat(words(body(leo, "/programmes/g1/customers?side=offered"))
                        + words(body(leo, "/programmes/g1/customers?side=kept-out")))
                .as("she is on one of them, and asked since")
                .containsOnlyOnce("1 customer who asked not to be contacted left out.");
        fay.postFrom("/programmes", "/programmes/g1/withdraw", Map.of("reason", "planned twice"));
        assertThat(words(body(leo, "/programmes"))).contains("Taken back: planned twice");
    }

    /** The customer of the newest purchase. */
    private static String keyOf(Requests visitor) {
        return Pattern.compile("/customers/(c[0-9a-z]+)")
                .matcher(body(visitor, "/customers?metric=customers&period=2026-06"))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static void arrive(Visitor visitor, String name) {
        visitor.open("/sign-in");
        visitor.keys().type(visitor.field("Name"), name);
        visitor.keys().type(visitor.field("Password"), PASSWORD);
        visitor.keys().follow(visitor.button("Sign in"));
    }

    private Requests signedIn(String name, Role role) {
        Requests visitor = new Requests(room.address());
        visitor.redeem(room.invite(name, role), name, PASSWORD);
        visitor.signIn(name, PASSWORD);
        return visitor;
    }

    private static String body(Requests visitor, String path) {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** What a reader reads: no tags, single blanks. */
    private static String words(String html) {
        return html.replaceAll("<[^>]+>", " ")
                .replace("&#39;", "'")
                .replaceAll("\\s+", " ")
                .replace(" ;", ";")
                .replace(" .", ".");
    }

    private static String location(HttpResponse<String> answer) {
        return java.net
                .URI
                .create(answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body())))
                .getPath();
    }

    /** Asks for the page of the work until it has an end. */
    private static void finished(Requests visitor, String job) {
        for (int asked = 0; asked < 2_000; asked++) {
            String page = body(visitor, job);
            if (!page.contains("At work")) {
                assertThat(page).doesNotContain("Next step.");
                return;
            }
        }
        throw new AssertionError("The work did not end: " + job);
    }
}
