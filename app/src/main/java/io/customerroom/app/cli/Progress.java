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
    private long firstBytes = -1;
    private long lastBytes;
    private Instant firstAt = Instant.EPOCH;

    Progress(Console console, InstantSource clock, String work) {
        this.console = console;
        this.clock = clock;
        this.work = work;
        this.shownAt = clock.instant();
    }

    /** How far the reading of a file has come. */
    synchronized void reached(long bytes, long of, long rows) {
        if (bytes < lastBytes || firstBytes < 0) {
            firstBytes = bytes; // the next reading of the file begins
            firstAt = clock.instant();
        }
        lastBytes = bytes;
        reached(
                of <= 0 ? 0 : (double) bytes / of,
                "%s of %s, %d rows%s".formatted(size(bytes), size(of), rows, pace(bytes, of)));
    }

    /** How fast it goes, and how long it takes at that; nothing during the first second. */
    private String pace(long bytes, long of) {
        long millis = Duration.between(firstAt, clock.instant()).toMillis();
        long done = bytes - firstBytes;
        if (millis < 1_000 || done <= 0) {
            return "";
        }
        long left = (long) ((of - bytes) * (millis / 1_000.0) / done);
        return ", %s a second, %s left".formatted(size(done * 1_000 / millis), time(left));
    }

    private static String size(long bytes) {
        return bytes >= 1L << 30
                ? String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30))
                : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1L << 20));
    }

    private static String time(long seconds) {
        return seconds < 60 ? seconds + " s" : "%d min %02d s".formatted(seconds / 60, seconds % 60);
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
