package io.customerroom.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What every page owes to everyone: readable in both themes, whole on a telephone, quiet while it loads, good on paper. */
final class Looks {

    static final int WIDE = 1440;
    static final int HIGH = 900;

    private static final List<String> GUIDELINES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
    /** Nothing else differs between the themes. */
    private static final List<String> OF_COLOUR = List.of("color-contrast", "link-in-text-block");

    private static final int TABLET = 768;
    private static final int TELEPHONE = 390;
    private static final int SMALLEST_PDF_BYTES = 5_000;
    private static final Path PICTURES = Path.of("target", "screenshots");

    /** Pictures are looked at by people and checked by nothing: {@code ./verify} spares itself the drawing. */
    private static final boolean KEPT = Boolean.parseBoolean(System.getProperty("pictures", "true"));

    private final Set<String> seen = new TreeSet<>();

    /** Looks at the page as it is now, once under each name, and keeps its pictures under that name. */
    void at(Visitor visitor, String name) {
        visitor.sawNoFault();
        if (!seen.add(name)) {
            return;
        }
        Page page = visitor.page();
        liesStill(page, name);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        isAccessible(axe(page).withTags(GUIDELINES), name + " in light");
        picture(page, name + "-1440");
        narrow(page, name, TABLET);
        narrow(page, name, TELEPHONE);
        page.setViewportSize(WIDE, HIGH);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        isAccessible(axe(page).withRules(OF_COLOUR), name + " in dark");
        picture(page, name + "-dark");
        page.setViewportSize(TELEPHONE, HIGH);
        picture(page, name + "-390-dark");
        page.setViewportSize(WIDE, HIGH);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        prints(page, name);
        visitor.sawNoFault();
    }

    /** The page on a telephone with its menu open, and with the files of the first exhibit where it has some. */
    void inTheHand(Visitor visitor, String name) {
        visitor.sawNoFault();
        Page page = visitor.page();
        page.setViewportSize(TELEPHONE, HIGH);
        Locator files = page.locator("details.files summary");
        if (files.count() > 0) {
            visitor.keys().enter(files.first());
            isAccessible(axe(page).withTags(GUIDELINES), name + " on a telephone with its files");
        }
        visitor.keys().enter(visitor.button("Menu"));
        assertThat(page.locator("#menu nav").isVisible()).as("menu of " + name).isTrue();
        isAccessible(axe(page).withTags(GUIDELINES), name + " on a telephone with its menu");
        picture(page, name + "-390-menu");
        page.keyboard().press("Escape");
        assertThat(page.locator("#menu nav").isVisible())
                .as("menu of " + name + " after Escape")
                .isFalse();
        page.setViewportSize(WIDE, HIGH);
        visitor.sawNoFault();
    }

    /** From here on the visitor holds a telephone, in the dark. */
    static void takeATelephoneInTheDark(Visitor visitor) {
        visitor.page().setViewportSize(TELEPHONE, HIGH);
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    }

    /** From here on the visitor sits at a desk again, in the light. */
    static void putTheTelephoneAway(Visitor visitor) {
        visitor.page().setViewportSize(WIDE, HIGH);
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** Looks at the page once, as it is in the visitor's hand. */
    static void atATelephone(Visitor visitor, String name) {
        visitor.sawNoFault();
        narrow(visitor.page(), name, TELEPHONE);
        isAccessible(axe(visitor.page()).withTags(GUIDELINES), name + " on a telephone");
    }

    private static void liesStill(Page page, String name) {
        assertThat((List<?>) page.evaluate("window.shifts"))
                .as("layout shifts of " + name)
                .isEmpty();
    }

    /** Asked for what is wrong: of what is well, thousands of nodes on a page, the browser would write each one down. */
    private static AxeBuilder axe(Page page) {
        AxeRunOptions wrong = new AxeRunOptions();
        wrong.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).options(wrong);
    }

    private static void isAccessible(AxeBuilder axe, String name) {
        List<Rule> violations = axe.setLegacyMode(true).analyze().getViolations();
        assertThat(violations.stream().map(Looks::words)).as(name).isEmpty();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream()
                        .map(node -> node.getHtml() + " " + node.getAny())
                        .toList();
    }

    /** What sticks out on the right, boxes and text that runs over its box, and is not inside something that scrolls by itself. */
    private static final String TOO_WIDE = """
            () => [...document.querySelectorAll('body *')].filter(e => {
                const box = e.getBoundingClientRect();
                if (box.width === 0 || e.closest('svg')) return false;
                const words = document.createRange();
                words.selectNodeContents(e);
                if (Math.max(box.right, words.getBoundingClientRect().right, box.left + e.scrollWidth) <= innerWidth + 1) return false;
                for (let p = e; p; p = p.parentElement)
                    if (/auto|scroll|hidden|clip/.test(getComputedStyle(p).overflowX)) return false;
                return true;
            }).slice(-12).map(e => `${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 80)}`).join(' | ')
            """;

    private static void narrow(Page page, String name, int width) {
        page.setViewportSize(width, HIGH);
        int wanted = ((Number) page.evaluate("document.scrollingElement.scrollWidth")).intValue();
        assertThat(wanted)
                .as("width of %s at %d px; too wide: %s".formatted(name, width, page.evaluate(TOO_WIDE)))
                .isLessThanOrEqualTo(width);
        picture(page, name + "-" + width);
    }

    private static void prints(Page page, String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        picture(page, name + "-print");
        byte[] paper = page.pdf(new Page.PdfOptions()
                .setPreferCSSPageSize(true)
                .setPrintBackground(true)
                .setPath(PICTURES.resolve(name + ".pdf")));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        assertThat(paper.length).as("paper of " + name).isGreaterThan(SMALLEST_PDF_BYTES);
    }

    private static void picture(Page page, String name) {
        if (KEPT) {
            keep(page, name);
        }
    }

    private static void keep(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }
}
