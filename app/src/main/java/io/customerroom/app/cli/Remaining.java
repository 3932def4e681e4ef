package io.customerroom.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Estimates how long a piece of work will still take, from how long its share so far has taken. */
final class Remaining {

    private static final int STEP_SECONDS = 5;

    private final InstantSource clock;
    private final Instant begun;

    Remaining(InstantSource clock) {
        this.clock = clock;
        this.begun = clock.instant();
    }

    /**
     * In words, with a comma in front: {@code , about 40 s to go}, in steps of five seconds. Empty before anything is done, and when next
     * to nothing is left.
     *
     * @param done share of the work that is done, from 0 to 1
     */
    String after(double done) {
        if (done <= 0 || done >= 1) {
            return "";
        }
        Duration spent = Duration.between(begun, clock.instant());
        long seconds = Math.round(spent.toMillis() / 1000.0 * (1 - done) / done / STEP_SECONDS) * STEP_SECONDS;
        return seconds == 0 ? "" : ", about %d s to go".formatted(seconds);
    }
}
