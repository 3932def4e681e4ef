package io.customerroom.walls.exhibit;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Knows what people wrote beside a series. Whoever keeps remarks implements it. */
@FunctionalInterface
public interface Remarks {

    /** Nobody wrote anything. */
    Remarks NONE = (series, known) -> List.of();

    /** The remarks on one series as they were known at a moment, by day; {@link Instant#MAX} for those of now. */
    List<Remark> on(String series, Instant known);

    /** The name of a contact's measure at a site. */
    static String series(String contact, String measure, String site) {
        return site.isEmpty() ? String.join(" · ", contact, measure) : String.join(" · ", contact, measure, site);
    }

    /** The name of an exhibit's series: of the whole company, or as a view narrows it, {@code flow · segment retail}. */
    static String exhibit(String id, Map<String, String> where) {
        StringBuilder name = new StringBuilder(id);
        where.forEach((dimension, value) ->
                name.append(" · ").append(dimension).append(' ').append(value));
        return name.toString();
    }
}
