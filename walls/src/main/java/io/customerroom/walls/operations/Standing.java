package io.customerroom.walls.operations;

import io.customerroom.walls.reading.Reading.Line;

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

    /** As the metric judges; it alone applies the rule's direction, strictness, minimum n and run length. */
    static Standing of(Line line) {
        return switch (line.named("standing", "no-reading").replace(' ', '-')) {
            case "breach" -> BREACH;
            case "too-few" -> TOO_FEW;
            case "no-standard" -> NO_STANDARD;
            case "held", "holds" -> HOLDS;
            default -> NO_READING;
        };
    }
}
