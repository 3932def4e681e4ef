package io.customerroom.room;

import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.evidence.EvidenceFiles;
import io.customerroom.room.meetings.Meetings;
import io.customerroom.room.meetings.internal.StoredMeetings;
import io.customerroom.room.people.Passwords;
import io.customerroom.room.people.People;
import io.customerroom.room.people.internal.StoredPeople;
import io.customerroom.room.promises.Promises;
import io.customerroom.room.promises.internal.StoredPromises;
import io.customerroom.state.StateStore;
import io.customerroom.state.Trail;
import java.time.Clock;

/** The services of one room, sharing one store. The store must have been opened with {@link #MIGRATIONS}. */
public record Room(People people, Meetings meetings, Promises promises, EvidenceFiles evidence, Trail trail) {

    /** Where the tables of the room are made. */
    public static final String MIGRATIONS = "db/migration/room";

    public static Room over(StateStore store, Workspace workspace, Clock clock, Passwords passwords) {
        EvidenceFiles evidence = new EvidenceFiles(workspace.evidence(), workspace.staging());
        Meetings meetings = new StoredMeetings(store, evidence);
        return new Room(
                new StoredPeople(store, clock, passwords),
                meetings,
                new StoredPromises(store, meetings),
                evidence,
                store.trail());
    }
}
