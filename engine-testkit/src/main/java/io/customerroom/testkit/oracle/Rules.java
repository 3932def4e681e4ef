package io.customerroom.testkit.oracle;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What "active" means.
 *
 * @param lapseDays days after a qualifying purchase on which the buyer still counts as active
 * @param lapseBySegment windows of segments that differ
 * @param qualifying the kinds of purchase line that make a customer active
 */
public record Rules(int lapseDays, Map<String, Integer> lapseBySegment, Set<String> qualifying) {

    /** Every sale keeps its buyer active for so many days. */
    public static Rules lapse(int days) {
        return new Rules(days, Map.of(), Set.of("sale"));
    }

    public Rules withLapse(String segment, int days) {
        Map<String, Integer> more = new HashMap<>(lapseBySegment);
        more.put(segment, days);
        return new Rules(lapseDays, Map.copyOf(more), qualifying);
    }

    int lapseOf(@Nullable String segment) {
        return segment == null ? lapseDays : lapseBySegment.getOrDefault(segment, lapseDays);
    }
}
