package io.customerroom.testkit.oracle;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An unbroken stretch of being active.
 *
 * @param number from 1 for each customer
 * @param endedOn the first day without; may lie ahead; null where a contract has no end
 */
public record Spell(
        String customer,
        int number,
        LocalDate startedOn,
        @Nullable LocalDate endedOn) {

    boolean covers(LocalDate day) {
        return !day.isBefore(startedOn) && (endedOn == null || day.isBefore(endedOn));
    }
}
