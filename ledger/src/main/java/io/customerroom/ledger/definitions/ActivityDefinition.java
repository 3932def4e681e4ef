package io.customerroom.ledger.definitions;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What makes a customer active, and when activity ends.
 *
 * @param counts the kinds of purchase line that qualify: {@code sale, return, cancellation, adjustment}
 * @param lapseDays a purchase on day d makes active on d … d + lapse
 * @param lapseDaysBySegment where a segment buys in another rhythm
 * @param contractsCount whether a contract in force makes active too
 */
public record ActivityDefinition(
        DefinitionCard card,
        SortedSet<String> counts,
        int lapseDays,
        SortedMap<String, Integer> lapseDaysBySegment,
        Booking booking,
        boolean contractsCount)
        implements Definition {

    /** On which day a customer who stopped buying is booked as lost. */
    public enum Booking {
        /** On the first day after the lapse window; never restated. */
        AFTER_LAPSE,
        /** On the day of the last purchase, once the window has passed; the newest window is not yet decided. */
        LAST_PURCHASE
    }

    public ActivityDefinition {
        requireDays("lapseDays", lapseDays);
        lapseDaysBySegment.forEach((segment, days) -> requireDays("lapseDaysBySegment " + segment, days));
        counts = Collections.unmodifiableSortedSet(new TreeSet<>(counts));
        lapseDaysBySegment = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(lapseDaysBySegment)));
    }

    private static void requireDays(String component, int days) {
        if (days < 0 || days > 36_500) {
            throw new IllegalArgumentException(component + " must lie between 0 and 36500, but was " + days);
        }
    }
}
