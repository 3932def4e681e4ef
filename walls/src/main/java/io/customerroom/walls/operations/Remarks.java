package io.customerroom.walls.operations;

import java.util.List;

/** Knows what people wrote beside a series. Whoever keeps remarks implements it. */
@FunctionalInterface
public interface Remarks {

    /** Nobody wrote anything. */
    Remarks NONE = series -> List.of();

    /** The remarks on one series, by day. */
    List<Remark> on(String series);

    /** The name of a contact's measure at a site. */
    static String series(String contact, String measure, String site) {
        return site.isEmpty() ? String.join(" · ", contact, measure) : String.join(" · ", contact, measure, site);
    }
}
