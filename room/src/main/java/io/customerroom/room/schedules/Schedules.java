package io.customerroom.room.schedules;

import io.customerroom.kernel.Authorship;
import io.customerroom.ledger.facts.FactKind;
import java.time.Instant;
import java.util.List;

/** What data is expected when. Schedules are only added; each leaves an entry in the trail, in one transaction. */
public interface Schedules {

    /** The schedule of a kind and a source from now on; the same again changes nothing. */
    void state(Authorship by, Schedule schedule);

    /** Nothing more is expected of a kind and a source. Without a schedule nothing changes. */
    void end(Authorship by, FactKind kind, String source);

    /** The schedules that held at a moment, by kind and source; {@link Instant#MAX} for those of now. */
    List<Stated> at(Instant moment);

    /** @param by who stated it */
    record Stated(Schedule schedule, Instant at, String by) {}
}
