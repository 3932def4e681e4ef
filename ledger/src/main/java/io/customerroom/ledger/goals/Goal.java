package io.customerroom.ledger.goals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What was aimed at for a figure and a period.
 *
 * @param period by its name in the company's calendar
 * @param segment whose goal it is; empty for the whole company
 * @param level in customers, or in the reporting currency; empty where the goal was taken back
 * @param by who stated it
 */
public record Goal(
        Aimed figure,
        String period,
        Optional<String> segment,
        Optional<BigDecimal> level,
        String reason,
        String by,
        Instant at) {

    /**
     * Whether a value misses the level: {@code below} is strict, so a value that equals the goal has reached it. Nothing is missed where
     * the goal was taken back.
     */
    public boolean missedBy(BigDecimal value) {
        return level.map(aim -> figure.more() ? value.compareTo(aim) < 0 : value.compareTo(aim) > 0)
                .orElse(false);
    }
}
