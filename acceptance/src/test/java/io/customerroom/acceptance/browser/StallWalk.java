package io.customerroom.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** A data admin brings in a file of which a row cannot be read, mends it, keeps a rate, joins two ids and parts them, and undoes the file. */
record StallWalk(Visitor dan, Looks looks, Path folder) {

    void goes() throws IOException {
        Path file = Files.writeString(folder.resolve("stall.csv"), """
                order,line,customer,date,product,amount
                stall-1,1,stall-guest-1,2026-04-20,headset,49.00
                stall-2,1,stall-guest-2,2026-04-21,cable,nine
                """);
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
        looks.at(dan, "quarantine-of-a-stall");
        Looks.atATelephone(dan, "quarantine-of-a-stall");
        Looks.putTheTelephoneAway(dan);
        dan.keys().type(dan.page().locator("input[aria-label^='amount of']").first(), "9.00");
        dan.keys().follow(dan.button("Import the mended rows"));
        assertThat(dan.page().getByRole(AriaRole.STATUS)).isVisible();
        assertThat(dan.page()
                        .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Batches of mended rows"))
                        .locator("tbody tr"))
                .hasCount(1);
        keepsARate();
        joinsTwoIdsAndPartsThem();
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

    private void keepsARate() {
        dan.open("/data/rates");
        dan.keys().enter(dan.page().locator("summary").getByText("Type a rate"));
        dan.keys().type(dan.field("Currency, three letters"), "JPY");
        dan.keys().type(dan.field("Day"), LocalDate.of(2026, 4, 7));
        dan.keys().type(dan.field("What one unit is worth, in EUR"), "0.0061");
        dan.keys().type(dan.field("Where is it from?"), "the bank's statement");
        dan.keys().follow(dan.button("Keep the rate"));
        Locator known = dan.page()
                .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Rates that are known"))
                .locator("tr")
                .filter(new Locator.FilterOptions().setHasText("JPY"));
        assertThat(known).containsText("0.0061");
    }

    private void joinsTwoIdsAndPartsThem() {
        dan.open("/data/identities");
        dan.field("One id, as the files write it").fill("stall-guest-1");
        dan.field("The other id").fill("stall-guest-2");
        dan.keys().follow(dan.button("They are one customer"));
        assertThat(dan.page().getByRole(AriaRole.STATUS)).isVisible();
        Locator decided = dan.page()
                .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Decisions"))
                .locator("tbody tr")
                .first();
        assertThat(decided).containsText("counts");
        dan.keys().type(decided.getByRole(AriaRole.TEXTBOX), "Two guests after all");
        dan.keys().follow(decided.getByRole(AriaRole.BUTTON));
        assertThat(decided).containsText("taken back");
        assertThat(decided.getByRole(AriaRole.BUTTON)).hasCount(0);
    }
}
