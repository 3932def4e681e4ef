package io.customerroom.walls.operations;

import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.reading.Reading.Line;
import java.math.BigDecimal;

/** A minimum standard and its readings in words. */
final class Standard {

    private Standard() {}

    /** {@code at least 80 %}; {@code none} where nobody set one. */
    static String words(Line line) {
        return line.number("standard")
                .map(value -> side(line) + " " + withUnit(value, line))
                .orElse("none");
    }

    static String withUnit(BigDecimal value, Line line) {
        String unit = line.named("unit", "");
        return Numbers.plain(value, 2) + (unit.isEmpty() ? "" : " " + unit);
    }

    /** How far the reading lies on the right side; negative on the wrong one, 0 where there is nothing to compare. */
    static BigDecimal margin(Line line) {
        BigDecimal above = line.number("value")
                .flatMap(value -> line.number("standard").map(value::subtract))
                .orElse(BigDecimal.ZERO);
        return isFloor(line) ? above : above.negate();
    }

    static String wrongSide(Line line) {
        return isFloor(line) ? "below the floor" : "above the ceiling";
    }

    private static String side(Line line) {
        boolean strict = line.named("strict", "false").equals("true");
        return isFloor(line) ? (strict ? "more than" : "at least") : (strict ? "less than" : "at most");
    }

    private static boolean isFloor(Line line) {
        return line.named("direction", "at-least").equals("at-least");
    }
}
