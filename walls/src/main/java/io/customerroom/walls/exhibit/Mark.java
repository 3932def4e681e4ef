package io.customerroom.walls.exhibit;

import java.math.BigDecimal;

/** What a change means, as a shape and a word: colour alone says nothing to some readers. */
public enum Mark {
    IMPROVING("▲", "improving"),
    CONCERNING("■", "concerning"),
    NOTABLE("◇", "changed"),
    NONE("", "");

    private final String shape;
    private final String word;

    Mark(String shape, String word) {
        this.shape = shape;
        this.word = word;
    }

    public String shape() {
        return shape;
    }

    public String word() {
        return word;
    }

    /** A change of zero carries no mark. */
    public static Mark of(BigDecimal change, Direction direction) {
        if (change.signum() == 0) {
            return NONE;
        }
        return switch (direction) {
            case UP -> change.signum() > 0 ? IMPROVING : CONCERNING;
            case DOWN -> change.signum() < 0 ? IMPROVING : CONCERNING;
            case NONE -> NOTABLE;
        };
    }
}
