package io.customerroom.room.reminders;

import java.util.List;

/**
 * When reminders go out.
 *
 * @param daysBefore how long before its date an owner is reminded first, 0 to 60
 * @param escalateAfterDays how long a promise is overdue before others are told, 0 to 365
 * @param escalateTo accounts that are told; none named: every open account of a facilitator
 */
public record ReminderRules(int daysBefore, int escalateAfterDays, List<String> escalateTo) {

    public ReminderRules {
        escalateTo = List.copyOf(escalateTo);
        if (daysBefore < 0 || daysBefore > 60) {
            throw new IllegalArgumentException("daysBefore must be 0 to 60, but was " + daysBefore);
        }
        if (escalateAfterDays < 0 || escalateAfterDays > 365) {
            throw new IllegalArgumentException("escalateAfterDays must be 0 to 365, but was " + escalateAfterDays);
        }
    }
}
