package io.customerroom.room;

import io.customerroom.ledger.metrics.Standards;
import io.customerroom.room.contacts.Contacts;
import io.customerroom.room.contacts.StandardBook;
import io.customerroom.room.contacts.internal.StoredContacts;
import io.customerroom.room.contacts.internal.StoredStandards;
import io.customerroom.state.StateStore;
import java.util.function.Supplier;

/** What people write on walls 2 and 3: which contacts they watch, and by which standards. Opened quickly, without people and meetings. */
public record Boards(Contacts contacts, StandardBook standards) {

    /** Standards alone, over a store that the first question opens. */
    public static Standards standards(Supplier<StateStore> store) {
        return new StoredStandards(store);
    }

    public static Boards over(StateStore store) {
        return new Boards(new StoredContacts(store), new StoredStandards(() -> store));
    }
}
