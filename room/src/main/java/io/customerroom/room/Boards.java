package io.customerroom.room;

import io.customerroom.room.contacts.Contacts;
import io.customerroom.room.contacts.internal.StoredContacts;
import io.customerroom.state.StateStore;

/** What people write on walls 2 and 3: which contacts they watch. Opened quickly, without people and meetings. */
public record Boards(Contacts contacts) {

    public static Boards over(StateStore store) {
        return new Boards(new StoredContacts(store));
    }
}
