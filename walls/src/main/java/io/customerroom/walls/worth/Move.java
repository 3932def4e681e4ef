package io.customerroom.walls.worth;

import java.util.Locale;

/** What became of somebody who ever bought, between two days. The first that applies counts. */
public enum Move {
    /** Bought for the first time in between. */
    GAINED("gained"),
    /** Stood active at the first day and not at the second, by the definition in force. */
    LOST("lost"),
    /** Had bought before, and did so again. */
    BOUGHT("bought again"),
    /** Had bought before, and did not: time passed. */
    SILENT("did not buy");

    private final String words;

    Move(String words) {
        this.words = words;
    }

    /** As people read it. */
    public String words() {
        return words;
    }

    /** As the ledger's metric calls it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Move of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
