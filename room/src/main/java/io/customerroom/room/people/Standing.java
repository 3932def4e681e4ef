package io.customerroom.room.people;

import io.customerroom.ledger.metrics.RowScope;
import java.util.Optional;

/** What somebody is in the room by the groups that a provider tells. */
public sealed interface Standing {

    /** Groups decide nothing here: role and scope are what administrators gave. */
    record AsInTheRoom() implements Standing {}

    /**
     * A group decides.
     *
     * @param scope empty where administrators give scopes
     */
    record ByGroup(Role role, Optional<RowScope> scope) implements Standing {}

    /** Groups decide, and none of this person's is among them. */
    record Outside() implements Standing {}
}
