package io.customerroom.walls.listening;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Knows who answers for issues and which volume was promised. Whoever keeps it implements this. */
@FunctionalInterface
public interface IssueBook {

    /** Nobody said anything. */
    IssueBook EMPTY = known -> Map.of();

    /**
     * What people said, by the issue's name, in the order of the names; issues nobody spoke of are left out.
     *
     * @param known what was said after this moment is left out; empty for everything until now
     */
    Map<String, IssueCare> cares(Optional<Instant> known);
}
