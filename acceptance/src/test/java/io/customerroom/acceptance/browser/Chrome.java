package io.customerroom.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Chromium of this machine. Nothing is downloaded, and the browser calls nobody by itself. */
final class Chrome implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final Path ON_A_MAC = Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private final Playwright playwright;
    private final Browser browser;

    private Chrome(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chrome start() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(executable())
                        .setEnv(environment())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--no-first-run",
                                "--lang=en-US")));
        return new Chrome(playwright, browser);
    }

    /** A person with cookies of their own. */
    Visitor visitor(String address) {
        return Visitor.at(address, browser);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** With one language for date fields, whatever this machine speaks. */
    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("LANGUAGE", "en_US");
        environment.put("LANG", "en_US.UTF-8");
        return environment;
    }

    private static Path executable() {
        Stream<Path> onThePath = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        Stream<Path> usual = NAMES.stream().map(name -> Path.of("/usr/bin", name));
        return Stream.of(usual, onThePath, Stream.of(ON_A_MAC))
                .flatMap(candidates -> candidates)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "the browser tests need Chromium and found none; install the package chromium"));
    }
}
