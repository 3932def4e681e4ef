package io.customerroom.ledger.imports;

import java.time.Duration;
import java.util.Optional;

/** How long to wait before something is tried again: 1, 2, 4, … minutes, so that what is down is not asked all the time. */
public final class Backoff {

    /** The last try is not followed by another. */
    public static final int MOST_TRIES = 8;

    private Backoff() {}

    /**
     * The pause behind a try that failed.
     *
     * @param tries that failed one after the other, from 1
     * @return empty once enough have failed
     */
    public static Optional<Duration> after(int tries) {
        return tries < 1 || tries >= MOST_TRIES ? Optional.empty() : Optional.of(Duration.ofMinutes(1L << (tries - 1)));
    }
}
