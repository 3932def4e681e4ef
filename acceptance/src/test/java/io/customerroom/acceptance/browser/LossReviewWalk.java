package io.customerroom.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Draw, call, note, reason, issue, owner, ledger: then the reason and who comes back stand on the wall, and open to the customer who told it. */
record LossReviewWalk(Visitor visitor, Looks looks, String address) {

    void walk() throws IOException {
        leaversAreDrawn();
        visitor.keys().follow(visitor.link("Call sheet of Una Marsh"));
        Locator first = visitor.page().locator("section.sheet:has(h2:text-matches('^1\\\\. '))");
        String customer = first.getAttribute("id");
        String called = first.locator("h2").innerText().replaceFirst("^1\\. ", "");
        looks.at(visitor, "call-sheet");
        assertThat(onPaper(visitor.link("The call sheet as PDF").getAttribute("href")))
                .contains("Call sheet of Una Marsh: leavers of October 2026", "Listen, do not sell", "1. " + called);
        theCallIsNoted(first, called);
        theIssueHasAnOwner(first);
        theLedgerIsBuilt();
        theWallShowsIt(customer);
    }

    private void leaversAreDrawn() {
        visitor.open("/walls/1/why");
        visitor.keys().follow(visitor.link("The loss review: draw leavers to call, and note what they say"));
        visitor.keys().reach(visitor.page().getByLabel("Una Marsh"));
        visitor.page().keyboard().press("Space");
        visitor.keys().follow(visitor.button("Draw"));
        assertThat(visitor.page().locator("main")).containsText(Pattern.compile("\\d+ of \\d+ were drawn"));
        assertThat(visitor.page().locator("main")).containsText("Leavers of October 2026");
        looks.at(visitor, "losses");
    }

    /** What the customer is called, and a telephone number, are masked. */
    private void theCallIsNoted(Locator sheet, String called) {
        assertThat(sheet).containsText("chance to be drawn");
        visitor.keys().enter(sheet.locator("summary"));
        visitor.keys().reach(sheet.getByLabel("reached", new Locator.GetByLabelOptions().setExact(true)));
        visitor.page().keyboard().press("Space");
        visitor.keys()
                .type(sheet.getByLabel("Notes"), "Nobody rang back, %s says; now on +49 30 1234567.".formatted(called));
        visitor.keys().type(sheet.getByLabel("Reason, from the register or a new one"), "nobody rang back");
        visitor.keys().type(sheet.getByLabel("Issue behind it"), "Calls not returned");
        visitor.keys().type(sheet.getByLabel("Owner of the issue, where it has none yet"), "Dag Spliceby");
        visitor.keys().choose(sheet.getByLabel("Comes back"), "yes");
        visitor.keys().follow(sheet.getByRole(AriaRole.BUTTON));
        assertThat(visitor.page().locator("main")).containsText("The call is noted. The reason is batch");
        Locator noted = sheet.locator("h3:text-is('Noted') + ul");
        assertThat(noted).containsText("nobody rang back");
        assertThat(noted).not().containsText("1234567");
        assertThat(noted).not().containsText(called);
    }

    private void theIssueHasAnOwner(Locator sheet) {
        visitor.keys()
                .follow(sheet.getByRole(AriaRole.LINK)
                        .filter(new Locator.FilterOptions().setHasText("Calls not returned")));
        assertThat(visitor.page().locator("section:has(#who-title)")).containsText("Dag Spliceby");
        assertThat(visitor.page().locator("section:has(#calls-title)")).containsText("nobody rang back");
        visitor.sawNoFault();
    }

    private void theLedgerIsBuilt() {
        visitor.open("/data");
        visitor.keys().follow(visitor.button("Build the ledger"));
        assertThat(visitor.page().locator("main .lead"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(120_000));
    }

    private void theWallShowsIt(String customer) {
        visitor.open("/walls/1/why");
        Locator row = visitor.page().locator("#loss-review tr:has-text('nobody rang back')");
        assertThat(row).containsText(Pattern.compile("October 2026.*Calls not returned.*Dag Spliceby", Pattern.DOTALL));
        assertThat(visitor.page().locator("#reason-register tr:has-text('nobody rang back')"))
                .hasCount(1);
        assertThat(visitor.page().locator("#save-count")).containsText("October 2026");
        visitor.keys().follow(row.getByRole(AriaRole.LINK).first());
        assertThat(visitor.page().locator("section:has(#answer-title)")).containsText("nobody rang back");
        Locator rows = visitor.page().locator("section[aria-label='Rows'] tbody");
        assertThat(rows.locator("tr")).hasCount(1);
        assertThat(rows).containsText(customer);
        visitor.sawNoFault();
    }

    private String onPaper(String way) throws IOException {
        byte[] pdf = visitor.page().request().get(address + way).body();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
