package io.customerroom.walls.exhibit;

import java.math.BigDecimal;
import java.util.Locale;

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

    /** Its class on pages; the same in every language. */
    public String css() {
        return name().toLowerCase(Locale.ROOT);
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
