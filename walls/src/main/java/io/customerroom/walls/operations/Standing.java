package io.customerroom.walls.operations;

import io.customerroom.walls.reading.Reading.Line;

/** Where a priority contact stands against its minimum standard, worst first. */
enum Standing {
    BREACH("breach"),
    /** The newest readings are wrong, but not yet as often in a row as the rule asks for. */
    BELOW("below"),
    TOO_FEW("too-few"),
    NO_READING("no-reading"),
    NO_STANDARD("no-standard"),
    HOLDS("holds");

    private final String id;

    Standing(String id) {
        this.id = id;
    }

    /** As the metric's parameter names it. */
    String id() {
        return id;
    }

    /** As the metric judges; it alone applies the rule's direction, strictness, minimum n and run length. */
    static Standing of(Line line) {
        return switch (line.named("standing", "no-reading")) {
            case "breach" -> BREACH;
            case "too-few" -> TOO_FEW;
            case "no-standard" -> NO_STANDARD;
            case "holds" -> line.count("run") > 0 ? BELOW : HOLDS;
            default -> NO_READING;
        };
    }

    /** The standing with what it rests on: {@code below the floor, 1 of 3 readings}. */
    String words(Line line) {
        long run = line.count("run");
        return switch (this) {
            case BREACH -> run > 1 ? "breach, %d readings in a row".formatted(run) : "breach";
            case BELOW ->
                "%s, %d of %d readings".formatted(Standard.wrongSide(line), run, Math.max(1, line.count("run_length")));
            case TOO_FEW -> "too few, n below %d".formatted(line.count("min_n"));
            case NO_READING -> "no reading";
            case NO_STANDARD -> "no standard";
            case HOLDS -> "holds";
        };
    }
}
