package io.customerroom.walls.exhibit;

/** What a value is, and so how it is written and aligned. */
public enum Kind {
    TEXT,
    DAY,
    COUNT,
    AMOUNT;

    public boolean number() {
        return this == COUNT || this == AMOUNT;
    }
}
