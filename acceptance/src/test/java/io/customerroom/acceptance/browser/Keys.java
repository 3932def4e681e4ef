package io.customerroom.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands that have a keyboard and nothing else: what cannot be reached with Tab cannot be used. */
final class Keys {

    /** More stops than any page should have. */
    private static final int STOPS = 400;

    /** A browser that shares two processors with a build may take long over its first dialogue. */
    private static final double DIALOGUE_MILLIS = 60_000;

    private static final String FOCUSED = "element => element === document.activeElement";

    private final Page page;
    private final AtomicInteger pagesLoaded = new AtomicInteger();
    private final Deque<FileChooser> dialogues = new ArrayDeque<>();

    /** Listens for file dialogues from the start: one that opens before the browser knows of a listener is lost. */
    Keys(Page page) {
        this.page = page;
        page.onLoad(loaded -> pagesLoaded.incrementAndGet());
        page.onFileChooser(dialogues::add);
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

    /** The same where a page follows: returns when it is there. */
    void follow(Locator element) {
        reach(element);
        int before = pagesLoaded.get();
        page.keyboard().press("Enter");
        page.waitForCondition(() -> pagesLoaded.get() > before);
    }

    /** Replaces what stands in a field. */
    void type(Locator field, String text) {
        reach(field);
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().type(text);
    }

    /** Types a day into a date field, month first, as {@link Chrome} has it. */
    void type(Locator field, LocalDate day) {
        reach(field);
        page.keyboard().type("%02d%02d%04d".formatted(day.getMonthValue(), day.getDayOfMonth(), day.getYear()));
        assertThat(field).hasValue(day.toString());
    }

    /** Chooses in a list by typing the beginning of the words. */
    void choose(Locator list, String words) {
        reach(list);
        page.keyboard().type(words);
    }

    /** Opens the file dialogue; what happens inside it belongs to the system. */
    void upload(Locator input, Path file) {
        reach(input);
        dialogues.clear();
        page.keyboard().press("Enter");
        page.waitForCondition(
                () -> !dialogues.isEmpty(), new Page.WaitForConditionOptions().setTimeout(DIALOGUE_MILLIS));
        dialogues.removeFirst().setFiles(file);
    }
}
