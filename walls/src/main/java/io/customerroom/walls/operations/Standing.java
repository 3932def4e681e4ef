package io.customerroom.walls.operations;

import io.customerroom.walls.reading.Reading.Line;
import java.util.Locale;

/** Where a priority contact stands against its minimum standard, worst first. */
enum Standing {
    BREACH("breach"),
    TOO_FEW("too few"),
    NO_READING("no reading"),
    NO_STANDARD("no standard"),
    HOLDS("holds");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** As the metric says it; the metric alone applies the rule's direction, strictness, minimum n and run length. */
    static Standing of(Line line) {
        String said = line.named("standing", "no reading")
                .toUpperCase(Locale.ROOT)
                .replace(' ', '_')
                .replace('-', '_');
        return valueOf(said);
    }
}
