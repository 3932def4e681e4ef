package io.customerroom.ledger.facts;

import io.customerroom.kernel.Failure;
import java.util.Locale;

/** What a file says about rows it does not hold. */
public enum Feed {
    /** Nothing: its rows add or replace by key. */
    DELTA,
    /** Complete for the days from its first to its last row: other rows of its source inside that span are withdrawn. */
    CUMULATIVE,
    /** Complete for its source and kind: all other rows known before it are withdrawn. */
    SNAPSHOT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Feed named(String word) {
        for (Feed feed : values()) {
            if (feed.word().equals(word.strip().toLowerCase(Locale.ROOT))) {
                return feed;
            }
        }
        throw Failure.yours(
                "FEED_UNKNOWN", "'%s' is not a feed.".formatted(word), "Use delta, cumulative or snapshot.");
    }
}
