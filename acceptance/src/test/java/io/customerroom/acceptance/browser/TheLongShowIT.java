package io.customerroom.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Room mode for two minutes, as it hangs in a lobby: full screen, cycling by itself, through a lost network and a restart of the server.
 * The short form is in {@link TheForumIT}; {@code ./verify --long} keeps the report under docs/reports.
 */
class TheLongShowIT {

    private static final Path REPORT = Path.of("target", "reports", "room-mode.txt");
    private static final Duration SHOW = Duration.ofMinutes(2);
    private static final double LOOK_MILLIS = 250;
    private static final String LOST = "Connection lost since";
    private static final double PATIENCE_SECONDS = 60;
    private static final int SLIDES = 4;
    private static final int SECONDS_EACH = 5;
    private static final int SECONDS_BETWEEN_QUESTIONS = 3;

    @TempDir
    private static Path folder;

    private final MovingClock clock = new MovingClock(DemoTemplate.MORNING);
    private final List<String> report = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private long begun;

    @Test
    void roomModeRunsForTwoMinutesWhateverTheNetworkAndTheServerDo() throws IOException {
        assumeThat(Boolean.getBoolean("long"))
                .as("two minutes are for ./verify --long")
                .isTrue();
        DemoTemplate.copyTo(folder.resolve("room"));
        Served room = Served.from(folder.resolve("room"), clock);
        int port = room.port();
        String display = room.display("Lobby");
        try (Chrome chrome = Chrome.start();
                Visitor lobby = chrome.visitor(room.address())) {
            lobby.page().setDefaultNavigationTimeout(PATIENCE_SECONDS * 1000);
            lobby.open(display + "?seconds=%d&ask=%d".formatted(SECONDS_EACH, SECONDS_BETWEEN_QUESTIONS));
            begun = System.nanoTime();
            lobby.keys().enter(lobby.button("Full screen"));
            lobby.page().waitForCondition(() -> (boolean) lobby.page().evaluate("document.fullscreenElement !== null"));
            say("full screen");
            watchUntil(lobby, 25);
            assertThat(shown).as("it goes on by itself").hasSizeGreaterThanOrEqualTo(SLIDES);
            byKeyboard(lobby);
            watchUntil(lobby, 40);
            lobby.sawNoFault();

            lobby.offline(true);
            say("network lost");
            watchUntilItSays(lobby, LOST);
            int before = shown.size();
            watchUntil(lobby, 60);
            assertThat(shown).as("it goes on without a network").hasSizeGreaterThan(before);
            lobby.offline(false);
            watchUntilItSays(lobby, "");
            say("network back, no word of it left on the screen");
            lobby.sawOnlyLostConnections();

            room.close();
            say("server stopped");
            watchUntilItSays(lobby, LOST);
            room = Served.from(folder.resolve("room"), clock, port);
            say("server started again");
            watchUntilItSays(lobby, "");
            say("found again by itself");
            lobby.sawOnlyLostConnections();

            before = shown.size();
            watchUntil(lobby, Math.max(SHOW.toSeconds(), seconds() + (SLIDES + 1.0) * SECONDS_EACH));
            assertThat(shown).as("it goes on after the restart").hasSizeGreaterThanOrEqualTo(before + SLIDES);
            assertThat((boolean) lobby.page().evaluate("document.fullscreenElement !== null"))
                    .isTrue();
            assertThat((List<?>) lobby.page().evaluate("window.shifts"))
                    .as("nothing moved but the slides")
                    .isEmpty();
            lobby.sawNoFault();
            say("%d slides shown, no layout shift, no fault but the lost connections".formatted(shown.size()));
        } finally {
            room.close();
            Files.createDirectories(REPORT.getParent());
            Files.write(REPORT, report);
        }
    }

    private void byKeyboard(Visitor lobby) {
        lobby.page().keyboard().press(" ");
        String stopped = place(lobby);
        assertThat(stopped).endsWith("stopped");
        lobby.page().keyboard().press("ArrowRight");
        String next = place(lobby);
        lobby.page().keyboard().press("ArrowLeft");
        assertThat(next).isNotEqualTo(stopped);
        assertThat(place(lobby)).isEqualTo(stopped);
        lobby.page().keyboard().press(" ");
        assertThat(place(lobby)).doesNotContain("stopped");
        say("stopped, next, previous and started by keyboard");
    }

    private void watchUntil(Visitor lobby, double second) {
        watchWhile(lobby, () -> seconds() < second);
    }

    /** @param words about a lost connection; the empty text for none */
    private void watchUntilItSays(Visitor lobby, String words) {
        double patience = seconds() + PATIENCE_SECONDS;
        watchWhile(lobby, () -> !says(lobby, words) && seconds() < patience);
        assertThat(says(lobby, words)).as("the screen says '%s'", words).isTrue();
    }

    private static boolean says(Visitor lobby, String words) {
        String said = lobby.page().locator("#lost").innerText();
        return words.isEmpty() ? said.isEmpty() : said.contains(words);
    }

    /** Looks at the screen four times a second and writes down every new slide. */
    private void watchWhile(Visitor lobby, BooleanSupplier more) {
        while (more.getAsBoolean()) {
            String now = place(lobby);
            if (shown.isEmpty() || !shown.getLast().equals(now)) {
                shown.add(now);
                say("slide " + now + ": "
                        + lobby.page().locator(".slide.now h1").innerText());
            }
            lobby.page().waitForTimeout(LOOK_MILLIS);
        }
    }

    private static String place(Visitor lobby) {
        return lobby.page().locator("#place").innerText();
    }

    private double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    private void say(String what) {
        report.add(String.format(Locale.ROOT, "%6.1f s  %s", seconds(), what));
    }
}
