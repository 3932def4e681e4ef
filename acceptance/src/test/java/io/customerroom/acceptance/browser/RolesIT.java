package io.customerroom.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.customerroom.room.people.Role;
import io.customerroom.room.people.internal.Totp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
        looks.at(ada, "people-change");
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
        }
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
        Assertions.assertThat(ada.field("Token").inputValue()).startsWith("crt_");
        looks.at(ada, "account");
        ada.sawNoFault();
    }

    @Test
    @Order(5)
    void theDataAdminUploadsMendsAndUndoes() throws IOException {
        Path file = Files.writeString(folder.resolve("stall.csv"), """
                order,line,customer,date,product,amount
                stall-1,1,stall-guest-1,2026-04-20,headset,49.00
                stall-2,1,stall-guest-2,2026-04-21,cable,nine
                """);
        try (Visitor dan = signedIn("dan")) {
            dan.place("Data").click();
            dan.link("Upload a file").click();
            dan.field("File").setInputFiles(file);
            dan.field("What is one row?").selectOption(new SelectOption().setValue("purchase"));
            dan.button("Preview").click();
            dan.button("Import").click();
            assertThat(dan.page().locator(".lead")).containsText("2 rows read = 1 kept + 1 set aside");
            dan.link("To the batches, and build the ledger").click();
            Locator batch = dan.page()
                    .locator("tr")
                    .filter(new Locator.FilterOptions().setHasText("stall.csv"))
                    .last();
            batch.getByRole(AriaRole.LINK).first().click();
            dan.page().locator("input[aria-label^='amount of']").first().fill("9.00");
            dan.button("Import the mended rows").click();
            dan.open("/data");
            Locator first = dan.page()
                    .locator("tr")
                    .filter(new Locator.FilterOptions().setHasText("stall.csv"))
                    .last();
            first.locator("summary").click();
            first.getByRole(AriaRole.TEXTBOX).fill("The stall sends a better file");
            first.getByRole(AriaRole.BUTTON).click();
            assertThat(dan.page().locator("main")).containsText("undone");
            assertThat(dan.place("People")).hasCount(0);
            assertThat(dan.place("Trail")).hasCount(0);
            dan.sawNoFault();
        }
    }

    @Test
    @Order(6)
    void theAuditorReadsTheTrailAndTakesItAlong() {
        try (Visitor ann = signedIn("ann")) {
            ann.place("Trail").click();
            ann.field("Who").selectOption("dan");
            ann.field("From").fill("2000-01-01");
            ann.button("Show").click();
            assertThat(ann.page().locator("tbody")).containsText("The stall sends a better file");
            assertThat(ann.page().locator("tbody")).not().containsText("ada ");
            looks.at(ann, "trail-filtered");
            ann.field("To").fill("2000-01-02");
            ann.button("Show").click();
            assertThat(ann.page().locator("main")).containsText("No entry fits.");
            Download trail =
                    ann.page().waitForDownload(() -> ann.link("Download").click());
            Assertions.assertThat(trail.suggestedFilename()).isEqualTo("trail.jsonl");
            ann.link("Verify the chain").click();
            assertThat(ann.page().locator("main")).containsText("whole");
            assertThat(ann.place("People")).hasCount(0);
            ann.sawNoFault();
        }
    }

    @Test
    @Order(7)
    void theFrontLineNotesWhatWasDoneAndMeetsClosedDoors() {
        try (Visitor flo = signedIn("flo")) {
            flo.open("/touches");
            looks.at(flo, "touches-front-line");
            for (String path : new String[] {"/people", "/trail", "/data"}) {
                flo.open(path);
                assertThat(flo.page().locator("h1")).hasText("You may not open this");
            }
            flo.forgive();
            flo.open("/promises");
            assertThat(flo.page().locator("h1")).isVisible();
            assertThat(flo.place("Data")).hasCount(0);
            flo.sawNoFault();
        }
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
