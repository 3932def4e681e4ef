package io.customerroom.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Shows how far one piece of work has come: a bar on a terminal, elsewhere a line at most every five seconds.
 * Calls may come from any thread, as often as they like.
 */
final class Progress implements AutoCloseable {

    private static final int WIDTH = 30;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final Duration BETWEEN_BARS = Duration.ofMillis(100);

    private final Console console;
    private final InstantSource clock;
    private final String work;
    private Instant shownAt;
    private boolean barDrawn;

    Progress(Console console, InstantSource clock, String work) {
        this.console = console;
        this.clock = clock;
        this.work = work;
        this.shownAt = clock.instant();
    }

    /** How far the reading of a file has come. */
    void reached(long bytes, long of, long rows) {
        reached(of <= 0 ? 0 : (double) bytes / of, rows + " rows");
    }

    /** @param share from 0 to 1 */
    synchronized void reached(double share, String detail) {
        Instant now = clock.instant();
        Duration pause = console.terminal() ? BETWEEN_BARS : BETWEEN_LINES;
        if (Duration.between(shownAt, now).compareTo(pause) < 0) {
            return;
        }
        shownAt = now;
        double within = Math.clamp(share, 0, 1);
        if (console.terminal()) {
            int full = (int) (within * WIDTH);
            console.err()
                    .print("\r%s [%s%s] %3d %% %s\u001b[K"
                            .formatted(work, "=".repeat(full), " ".repeat(WIDTH - full), (int) (within * 100), detail));
            console.err().flush();
            barDrawn = true;
        } else {
            console.say(String.format(Locale.ROOT, "%s: %d %%, %s", work, (int) (within * 100), detail));
        }
    }

    /** Wipes the bar, so that the next message stands on a clean line. */
    @Override
    public synchronized void close() {
        if (barDrawn) {
            console.err().print("\r\u001b[K");
            console.err().flush();
            barDrawn = false;
        }
    }
}
