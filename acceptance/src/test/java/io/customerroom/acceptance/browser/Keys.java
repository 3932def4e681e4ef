package io.customerroom.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands that have a keyboard and nothing else: what cannot be reached with Tab cannot be used. The first way to an element of a kind of
 * page is gone from where the focus is, stop by stop; whoever knows the way begins a few stops before it.
 */
final class Keys {

    /** More stops than any page should have. */
    private static final int STOPS = 400;

    /** A browser that shares two processors with a build may take long over its first dialogue. */
    private static final double DIALOGUE_MILLIS = 60_000;

    private static final String FOCUSED = "element => element === document.activeElement";

    /** Stops that are gone where the way is known, enough to meet whatever lies directly before. */
    private static final int LAST_STOPS = 4;

    /** Puts the focus a few stops before the element, as the browser orders them. */
    private static final String SHORTLY_BEFORE = """
            (element, stops) => {
                const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
                    .filter(stop => stop === element || (stop.tabIndex >= 0 && !stop.disabled && stop.checkVisibility()));
                const before = all[all.indexOf(element) - stops];
                if (before) before.focus({preventScroll: true});
            }
            """;

    /** Kinds of pages, and what was reached on them. Every test that runs in this process adds to them. */
    private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

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
        String way = (page.url().replaceFirst("^\\w+://[^/]+", "") + " " + element).replaceAll("\\d+", "#");
        if (KNOWN.contains(way) && !reached(element, 0)) {
            element.evaluate(SHORTLY_BEFORE, LAST_STOPS);
            if (reached(element, 2 * LAST_STOPS)) {
                return;
            }
        }
        if (!reached(element, STOPS)) {
            throw new AssertionError("Tab never reaches " + element + " on " + page.url());
        }
        KNOWN.add(way);
    }

    private boolean reached(Locator element, int stops) {
        for (int stop = 0; stop < stops; stop++) {
            if ((boolean) element.evaluate(FOCUSED)) {
                return true;
            }
            page.keyboard().press("Tab");
        }
        return (boolean) element.evaluate(FOCUSED);
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
