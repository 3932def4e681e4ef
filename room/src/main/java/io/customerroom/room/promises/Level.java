package io.customerroom.room.promises;

import io.customerroom.kernel.Failure;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;

/**
 * What is promised of an exhibit's figure.
 *
 * @param value the figure to be reached
 * @param unit in which it is counted: {@code customers}, {@code EUR}, {@code %}
 */
public record Level(BigDecimal value, String unit, Direction direction) {

    /** On which side of the value the promise is kept. The value itself keeps it. */
    public enum Direction {
        AT_LEAST,
        AT_MOST;

        /** The word in the store and in forms: {@code at-least}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Direction of(String id) {
            return Arrays.stream(values())
                    .filter(direction -> direction.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Failure.yours(
                            "DIRECTION_UNKNOWN",
                            "There is no direction '%s'.".formatted(id),
                            "Use at-least or at-most."));
        }
    }

    public Level {
        unit = unit.strip();
        if (unit.length() > 40) {
            throw new IllegalArgumentException("unit must have at most 40 characters");
        }
    }

    public boolean metBy(BigDecimal figure) {
        int comparison = figure.compareTo(value);
        return direction == Direction.AT_LEAST ? comparison >= 0 : comparison <= 0;
    }

    /** {@code at most 30 customers}. */
    public String words() {
        return "%s %s %s"
                .formatted(direction.id().replace('-', ' '), value.toPlainString(), unit)
                .strip();
    }
}
