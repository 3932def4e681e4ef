package io.customerroom.ledger.metrics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Minimum standards that people set, beside those that come with the facts. One that people set takes precedence from its first day on;
 * earlier readings are judged as before.
 */
public interface Standards {

    /** Nobody set any: the facts alone speak. */
    Standards NONE = (contact, measure, day) -> Optional.empty();

    /** The standard in force on a day for a contact's measure at every site; empty where the facts' own counts. */
    Optional<Edited> inForce(String contact, String measure, LocalDate day);

    /** These standards as they are now, for one question: what is set meanwhile does not change its answer. */
    default Edition now() {
        return new Edition("", this);
    }

    /** @param id changes whenever a standard is set; empty where nobody ever set one */
    record Edition(String id, Standards standards) {}

    /**
     * A standard that somebody set.
     *
     * @param workingDays whether readings of Saturdays and Sundays say nothing
     * @param validFrom its first day
     */
    record Edited(MinimumStandard rule, boolean workingDays, LocalDate validFrom) {

        /** Whether a reading of this day is judged. */
        public boolean counts(LocalDate day) {
            return !workingDays || (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY);
        }
    }
}
