package io.customerroom.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.customerroom.room.people.Role;
import io.customerroom.room.people.internal.Totp;
import io.customerroom.state.Trail.Verification;
import io.customerroom.state.TrailFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** An administrator, a data admin, an auditor and somebody of the front line each do their own work, and meet their own closed doors. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class RolesIT {

    private static final String PASSWORD = "a lantern over the pier";

    @TempDir
    private static Path folder;

    private final MovingClock clock = new MovingClock(DemoTemplate.MORNING);
    private final Looks looks = new Looks();
    private Served room;
    private Chrome chrome;
    private Visitor ada;
    private String segment = "";

    @BeforeAll
    void aRoomWithAProvider() throws IOException {
        DemoTemplate.copyTo(folder.resolve("room"));
        Files.writeString(folder.resolve("room/sign-in.yaml"), """
                provider:
                  name: Example Ltd
                  issuer: http://127.0.0.1:9/nobody
                  client: customer-room
                """);
        room = Served.from(folder.resolve("room"), clock);
        room.settle("ada", "Ada Brook", Role.ADMINISTRATOR, PASSWORD);
        room.settle("dan", "Dan Field", Role.DATA_ADMIN, PASSWORD);
        room.settle("ann", "Ann Stone", Role.AUDITOR, PASSWORD);
        room.settle("flo", "Flo Marsh", Role.FRONT_LINE, PASSWORD);
        chrome = Chrome.start();
        ada = signedIn("ada");
    }

    @AfterAll
    void everybodyLeaves() {
        ada.close();
        chrome.close();
        room.close();
    }

    private Visitor signedIn(String name) {
        Visitor visitor = chrome.visitor(room.address());
        visitor.open("/sign-in");
        signIn(visitor, name, PASSWORD, "");
        return visitor;
    }

    private static void signIn(Visitor visitor, String name, String password, String code) {
        visitor.field("Name").fill(name);
        visitor.field("Password").fill(password);
        visitor.page().locator("#code").fill(code);
        visitor.button("Sign in").click();
    }

    @Test
    @Order(1)
    void aProviderThatDoesNotAnswerIsToldAndThePasswordOpens() {
        try (Visitor guest = chrome.visitor(room.address())) {
            guest.open("/sign-in");
            looks.at(guest, "sign-in-provider");
            guest.link("Sign in with Example Ltd").click();
            assertThat(guest.page().getByRole(AriaRole.ALERT))
                    .containsText("The provider does not answer, or not as an OpenID provider does.");
            signIn(guest, "flo", PASSWORD, "");
            assertThat(guest.place("Wall 1 Outcome")).isVisible();
            guest.sawNoFault();
        }
    }

    @Test
    @Order(2)
    void theAdministratorInvitesNarrowsAndRequiresASecondFactor() {
        ada.open("/people");
        ada.field("Name to sign in with").fill("lena");
        ada.field("Name shown to others").fill("Lena Ford");
        ada.page().locator("#role").selectOption(new SelectOption().setLabel("leader"));
        ada.button("Invite").click();
        String link = ada.field("Link").inputValue().replace(room.address(), "");
        opened("lena").getByRole(AriaRole.CHECKBOX).first().check();
        seen(ada, "people-change");
        row("lena").getByRole(AriaRole.BUTTON, named("Keep to these rows")).click();
        assertThat(ada.page().getByRole(AriaRole.STATUS)).containsText("lena sees the rows of ");
        ada.page()
                .getByRole(
                        AriaRole.CHECKBOX,
                        new Page.GetByRoleOptions().setName("leader").setExact(true))
                .check();
        ada.button("Require it of these").click();
        lenaSetsUpWhatHerRoleNeeds(link);
        ada.sawNoFault();
    }

    private void lenaSetsUpWhatHerRoleNeeds(String link) {
        try (Visitor lena = chrome.visitor(room.address())) {
            lena.open(link);
            assertThat(lena.link("Sign in with Example Ltd instead")).isVisible();
            lena.field("Password").fill(PASSWORD);
            lena.field("The same password again").fill(PASSWORD);
            lena.button("Set password").click();
            signIn(lena, "lena", PASSWORD, "");
            assertThat(lena.page().getByRole(AriaRole.ALERT)).containsText("Your role has to have a second factor");
            lena.button("Begin to set one up").click();
            String secret = lena.field("Secret").inputValue().replace(" ", "");
            looks.at(lena, "second-factor");
            lena.field("Code").fill(Totp.codeAt(secret, clock.instant()));
            lena.button("Set it up").click();
            assertThat(lena.page().locator("h1")).hasText("Keep these codes");
            looks.at(lena, "recovery-codes");
            lena.link("Sign in again").click();
            clock.moveBy(Duration.ofSeconds(30));
            signIn(lena, "lena", PASSWORD, Totp.codeAt(secret, clock.instant()));
            assertThat(lena.place("Wall 1 Outcome")).isVisible();
            lena.sawNoFault();
        }
    }

    @Test
    @Order(3)
    void theAdministratorEndsALockAndWithdrawsAPassword() {
        try (Visitor guest = chrome.visitor(room.address())) {
            guest.open("/sign-in");
            for (int i = 0; i < 5; i++) {
                signIn(guest, "flo", "not this one either", "");
                assertThat(guest.page().getByRole(AriaRole.ALERT)).containsText("or were tried too often");
            }
            signIn(guest, "flo", PASSWORD, "");
            assertThat(guest.page().getByRole(AriaRole.ALERT)).isVisible();
            ada.open("/people");
            assertThat(row("flo")).containsText("locked after wrong passwords");
            opened("flo").getByRole(AriaRole.BUTTON, named("Unlock now")).click();
            signIn(guest, "flo", PASSWORD, "");
            assertThat(guest.place("Wall 1 Outcome")).isVisible();
            ada.keys().enter(row("flo").locator("summary"));
            ada.keys().follow(row("flo").getByRole(AriaRole.BUTTON, named("End every session")));
            guest.open("/touches");
            assertThat(guest.button("Sign in")).isVisible();
        }
        Locator part = opened("flo").getByRole(AriaRole.CHECKBOX).first();
        part.check();
        segment = part.inputValue();
        row("flo").getByRole(AriaRole.BUTTON, named("Keep to these rows")).click();
        assertThat(row("flo")).containsText(segment);
        opened("lena").getByRole(AriaRole.COMBOBOX).selectOption(new SelectOption().setLabel("viewer"));
        row("lena").getByRole(AriaRole.BUTTON, named("Give role")).click();
        assertThat(row("lena").getByRole(AriaRole.CELL).nth(1)).hasText("viewer");
        opened("lena")
                .getByRole(AriaRole.BUTTON, named("Withdraw password, make a new link"))
                .click();
        assertThat(ada.field("Link")).isVisible();
        assertThat(row("lena")).containsText("link not used yet");
        ada.sawNoFault();
    }

    @Test
    @Order(4)
    void theAdministratorProvesAgainWhoSheIsBeforeSheMakesAToken() {
        clock.moveBy(Duration.ofMinutes(11));
        ada.open("/account");
        ada.field("What uses it").fill("Nightly report");
        ada.button("Make a token").click();
        assertThat(ada.page().locator("h1")).hasText("Is it you?");
        looks.at(ada, "confirmation");
        ada.field("Password").fill(PASSWORD);
        ada.button("It is me").click();
        ada.field("What uses it").fill("Nightly report");
        ada.button("Make a token").click();
        String token = ada.field("Token").inputValue();
        Assertions.assertThat(token).startsWith("crt_");
        seen(ada, "account");
        Assertions.assertThat(answerTo(token)).isEqualTo(200);
        ada.keys().follow(ada.button("Revoke Nightly report"));
        assertThat(ada.page().locator("tr").filter(new Locator.FilterOptions().setHasText("Nightly report")))
                .containsText("revoked");
        Assertions.assertThat(answerTo(token)).isEqualTo(401);
        ada.open("/meetings");
        ada.keys().type(ada.field("Title"), "May");
        ada.keys().type(ada.field("Day"), LocalDate.of(2026, 5, 6));
        ada.keys().follow(ada.button("Plan"));
        ada.sawNoFault();
    }

    /** What a program meets that asks with this token who it is. */
    private int answerTo(String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(room.address() + "/api/v1/metrics?limit=1"))
                .header("Authorization", "Bearer " + token)
                .build();
        try (HttpClient program = HttpClient.newHttpClient()) {
            return program.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Order(5)
    void theDataAdminUploadsMendsAndUndoes() throws IOException {
        try (Visitor dan = signedIn("dan")) {
            new StallWalk(dan, looks, folder).goes();
        }
    }

    @Test
    @Order(6)
    void theAuditorReadsTheTrailAndTakesItAlong() throws IOException {
        try (Visitor ann = signedIn("ann")) {
            ann.place("Trail").click();
            ann.field("Who").selectOption("dan");
            ann.field("From").fill("2000-01-01");
            ann.button("Show").click();
            assertThat(ann.page().locator("tbody")).containsText("The stall sends a better file");
            assertThat(ann.page().locator("tbody")).not().containsText("ada ");
            seen(ann, "trail-filtered");
            ann.field("Who").selectOption("");
            ann.field("What").selectOption("role-given");
            ann.keys().follow(ann.button("Show"));
            assertThat(ann.page().locator("tbody tr")).hasCount(1);
            assertThat(ann.page().locator("tbody")).containsText("Before: leader → after: viewer");
            ann.field("What").selectOption("meeting-planned");
            ann.keys().follow(ann.button("Show"));
            ann.keys().follow(ann.link("Open m1"));
            assertThat(ann.page().locator("h1")).containsText("May");
            ann.open("/trail?from=2000-01-01");
            assertThat(ann.page().locator("main")).not().containsText("stall-guest");
            ann.field("To").fill("2000-01-02");
            ann.button("Show").click();
            assertThat(ann.page().locator("main")).containsText("No entry fits.");
            Download trail =
                    ann.page().waitForDownload(() -> ann.link("Download").click());
            Assertions.assertThat(trail.suggestedFilename()).isEqualTo("trail.jsonl");
            Assertions.assertThat(Files.readString(trail.path())).doesNotContain("stall-guest");
            try (InputStream file = Files.newInputStream(trail.path())) {
                Assertions.assertThat(TrailFile.check(file, Optional.empty())).isInstanceOf(Verification.Whole.class);
            }
            ann.link("Verify the chain").click();
            assertThat(ann.page().locator("main")).containsText("whole");
            assertThat(ann.place("People")).hasCount(0);
            ann.open(firstOf(customers(ann)));
            assertThat(ann.page().locator("main")).containsText("Names are shown to those who may read them.");
            ann.sawNoFault();
        }
    }

    @Test
    @Order(7)
    void theFrontLineNotesWhatWasDoneAndMeetsClosedDoors() {
        try (Visitor flo = signedIn("flo")) {
            flo.open("/touches");
            seen(flo, "touches-front-line");
            flo.open("/account");
            assertThat(flo.page().locator("main")).containsText(segment);
            Set<String> others = customers(ada);
            Set<String> own = customers(flo);
            Assertions.assertThat(others.removeAll(own)).isTrue();
            touchesOnlyHerOwn(flo, calledAt(flo, firstOf(own)), calledAt(ada, firstOf(others)));
            flo.sawNoFault();
            flo.open(firstOf(others));
            assertThat(flo.page().locator("main")).not().containsText("at the source");
            flo.forgive();
            for (String path : new String[] {"/people", "/trail", "/data"}) {
                flo.open(path);
                assertThat(flo.page().locator("h1")).hasText("You may not open this");
                assertThat(flo.page().locator("main")).containsText("Your role does not reach this place.");
                assertThat(flo.link("the first wall")).isVisible();
            }
            flo.forgive();
            seen(flo, "refused");
            flo.forgive();
            flo.open("/promises");
            assertThat(flo.page().locator("h1")).isVisible();
            assertThat(flo.place("Data")).hasCount(0);
            flo.sawNoFault();
        }
    }

    private static void touchesOnlyHerOwn(Visitor flo, String own, String foreign) {
        flo.open("/touches");
        flo.keys().type(flo.field("Customer's id, as the files write it"), foreign);
        flo.keys().follow(flo.button("Keep it"));
        assertThat(flo.page().getByRole(AriaRole.ALERT)).isVisible();
        flo.keys().type(flo.field("Customer's id, as the files write it"), own);
        flo.keys().follow(flo.button("Keep it"));
        assertThat(flo.page().getByRole(AriaRole.STATUS)).containsText("Kept as batch");
    }

    /** Addresses of the customers of the month that somebody is shown, in the order of the list. */
    private static Set<String> customers(Visitor visitor) {
        visitor.open("/customers?metric=customer-math&is.part=closing");
        Set<String> paths = new LinkedHashSet<>();
        for (Locator link :
                visitor.page().locator("main a[href^='/customers/']").all()) {
            paths.add(Objects.requireNonNull(link.getAttribute("href")));
        }
        Assertions.assertThat(paths).isNotEmpty();
        return paths;
    }

    private static String firstOf(Set<String> paths) {
        return paths.iterator().next();
    }

    /** The first id by which the sources call a customer. */
    private static String calledAt(Visitor visitor, String customer) {
        visitor.open(customer);
        String words = visitor.page()
                .locator(".lead .quiet")
                .filter(new Locator.FilterOptions().setHasText("at the source"))
                .innerText();
        return words.replace("called ", "").replace(" at the source", "").split("[, ]", 2)[0];
    }

    /** Looks at the page on every screen, and once more at a telephone with the rules of accessibility. */
    private void seen(Visitor visitor, String name) {
        looks.at(visitor, name);
        Looks.atATelephone(visitor, name);
        Looks.putTheTelephoneAway(visitor);
    }

    private Locator row(String name) {
        return ada.page()
                .locator("tr")
                .filter(new Locator.FilterOptions()
                        .setHas(ada.page()
                                .getByRole(
                                        AriaRole.ROWHEADER,
                                        new Page.GetByRoleOptions()
                                                .setName(name)
                                                .setExact(true))));
    }

    private Locator opened(String name) {
        Locator row = row(name);
        row.locator("summary").first().click();
        return row;
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
