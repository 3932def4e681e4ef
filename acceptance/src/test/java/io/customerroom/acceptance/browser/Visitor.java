package io.customerroom.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A person at a browser of their own. Whatever goes wrong behind the pages is written down: messages of the console, requests that
 * failed, answers of 400 and above, refusals by the content security policy, layout that moved by itself.
 */
final class Visitor implements AutoCloseable {

    private static final String WATCH = """
            window.shifts = [];
            new PerformanceObserver(list => list.getEntries()
              .filter(entry => !entry.hadRecentInput)
              .forEach(entry => window.shifts.push(entry.value + ' by '
                + entry.sources.map(source => source.node && (source.node.outerHTML || source.node.data)).join(' and '))))
              .observe({type: 'layout-shift', buffered: true});
            document.addEventListener('securitypolicyviolation',
              event => console.error('policy refused ' + event.violatedDirective + ' ' + event.blockedURI));
            """;

    private static final double PATIENCE_MILLIS = 60_000;

    /** Every chapter is read and drawn, by a machine that may be busy with other things. */
    private static final double FREEZE_MILLIS = 240_000;

    private final String address;
    private final BrowserContext context;
    private final Page page;
    private final Keys keys;
    private final List<String> faults = new CopyOnWriteArrayList<>();

    private Visitor(String address, BrowserContext context) {
        this.address = address;
        this.context = context;
        context.addInitScript(WATCH);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        this.page = context.newPage();
        this.keys = new Keys(page);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                faults.add("console: " + message.text());
            }
        });
        page.onPageError(error -> faults.add("script: " + error));
        page.onRequestFailed(request -> {
            if (!isDownload(request)) {
                faults.add("failed: " + request.method() + " " + request.url() + " " + request.failure());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400) {
                faults.add("%d: %s".formatted(response.status(), response.url()));
            }
        });
    }

    static Visitor at(String address, Browser browser) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setTimezoneId("Europe/Berlin")
                .setViewportSize(Looks.WIDE, Looks.HIGH)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        return new Visitor(address, context);
    }

    Page page() {
        return page;
    }

    Keys keys() {
        return keys;
    }

    /** Types an address, as one does with a link from a letter. */
    void open(String path) {
        page.navigate(address + path);
    }

    /** A link of the page's own, not of the frame around it. */
    Locator link(String name) {
        return link(AriaRole.MAIN, name);
    }

    /** A link in the navigation that stands on every page. */
    Locator place(String name) {
        return link(AriaRole.BANNER, name);
    }

    private Locator link(AriaRole region, String name) {
        return page.getByRole(region)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** Freezes the walls of the meeting on this page, and stays while they are read and drawn. */
    void freeze() {
        keys.follow(button("Freeze the three walls"));
        PlaywrightAssertions.assertThat(page.locator(".lead").first())
                .containsText(
                        "The walls stand as they were frozen on",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(FREEZE_MILLIS));
    }

    String heading() {
        return page.locator("h1").innerText();
    }

    /** Nothing went wrong behind the pages seen since this was asked last. */
    void sawNoFault() {
        List<String> seen = List.copyOf(faults);
        faults.clear();
        assertThat(seen).as("behind " + page.url()).isEmpty();
    }

    /** The same where the network or the server was away: requests that met nobody are all that went wrong. */
    void sawOnlyLostConnections() {
        List<String> seen = List.copyOf(faults);
        faults.clear();
        assertThat(seen)
                .as("behind " + page.url())
                .isNotEmpty()
                .allSatisfy(
                        fault -> assertThat(fault)
                                .containsPattern(
                                        "ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|ABORTED)"));
    }

    /** Pulls the plug of this visitor's network, or puts it back. */
    void offline(boolean away) {
        context.setOffline(away);
    }

    /** Forgets what went wrong so far, where that was the point. */
    void forgive() {
        faults.clear();
    }

    @Override
    public void close() {
        context.close();
    }

    /** The browser gives up a navigation that turned out to be a file. */
    private static boolean isDownload(Request request) {
        return "net::ERR_ABORTED".equals(request.failure()) && request.isNavigationRequest();
    }
}
