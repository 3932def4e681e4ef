package io.customerroom.acceptance.browser;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Hands that have a keyboard and nothing else: what cannot be reached with Tab cannot be used. */
final class Keys {

    /** More stops than any page should have. */
    private static final int STOPS = 400;

    private static final String FOCUSED = "element => element === document.activeElement";

    private final Page page;

    Keys(Page page) {
        this.page = page;
    }

    /** Goes on with Tab until the element has the focus. */
    void reach(Locator element) {
        element.waitFor();
        for (int stop = 0; stop < STOPS; stop++) {
            if ((boolean) element.evaluate(FOCUSED)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab never reaches " + element + " on " + page.url());
    }

    /** Reaches a link or a button and presses Enter. */
    void enter(Locator element) {
        reach(element);
        page.keyboard().press("Enter");
    }

    /** The same where a new page follows: returns when it is there. */
    void follow(Locator element) {
        reach(element);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    /** Replaces what stands in a field. */
    void type(Locator field, String text) {
        reach(field);
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().type(text);
    }

    /** Types a day into a date field, day first as the browser's language has it. */
    void type(Locator field, java.time.LocalDate day) {
        reach(field);
        page.keyboard().type("%02d%02d%04d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()));
    }

    /** Chooses in a list by typing the beginning of the words. */
    void choose(Locator list, String words) {
        reach(list);
        page.keyboard().type(words);
    }

    /** Opens the file dialogue; what happens inside it belongs to the system. */
    void upload(Locator input, Path file) {
        reach(input);
        FileChooser chooser = page.waitForFileChooser(() -> page.keyboard().press("Enter"));
        chooser.setFiles(file);
    }
}
