package io.customerroom.room;

import io.customerroom.ledger.identity.Links;
import io.customerroom.ledger.workspace.CompanySettings;
import io.customerroom.ledger.workspace.SealedSecrets;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.agenda.Agendas;
import io.customerroom.room.agenda.internal.StoredAgendas;
import io.customerroom.room.artefacts.Artefacts;
import io.customerroom.room.artefacts.internal.StoredArtefacts;
import io.customerroom.room.decisions.Decisions;
import io.customerroom.room.decisions.internal.StoredDecisions;
import io.customerroom.room.definitions.Proposals;
import io.customerroom.room.definitions.internal.StoredProposals;
import io.customerroom.room.displays.Displays;
import io.customerroom.room.displays.internal.StoredDisplays;
import io.customerroom.room.evidence.EvidenceFiles;
import io.customerroom.room.losses.LossReviews;
import io.customerroom.room.losses.internal.StoredLossReviews;
import io.customerroom.room.meetings.Meetings;
import io.customerroom.room.meetings.internal.StoredMeetings;
import io.customerroom.room.minutes.Minutes;
import io.customerroom.room.minutes.internal.StoredMinutes;
import io.customerroom.room.people.ApiTokens;
import io.customerroom.room.people.Identities;
import io.customerroom.room.people.Passwords;
import io.customerroom.room.people.People;
import io.customerroom.room.people.SecondFactors;
import io.customerroom.room.people.internal.StoredApiTokens;
import io.customerroom.room.people.internal.StoredIdentities;
import io.customerroom.room.people.internal.StoredPeople;
import io.customerroom.room.people.internal.StoredSecondFactors;
import io.customerroom.room.persons.PersonRecord;
import io.customerroom.room.persons.internal.StoredPersonRecord;
import io.customerroom.room.programmes.Programmes;
import io.customerroom.room.programmes.internal.StoredProgrammes;
import io.customerroom.room.promises.Promises;
import io.customerroom.room.promises.internal.StoredPromises;
import io.customerroom.room.reminders.Reminders;
import io.customerroom.room.reminders.internal.StoredReminders;
import io.customerroom.room.retention.Retention;
import io.customerroom.room.retention.internal.StoredRetention;
import io.customerroom.room.schedules.Schedules;
import io.customerroom.room.schedules.internal.StoredSchedules;
import io.customerroom.room.unprofitable.CustomerCases;
import io.customerroom.room.unprofitable.internal.StoredCases;
import io.customerroom.room.vips.Vips;
import io.customerroom.room.vips.internal.StoredVips;
import io.customerroom.state.StateStore;
import io.customerroom.state.Trail;
import java.nio.file.Files;
import java.time.Clock;

/** The services of one room, sharing one store. The store must have been opened with {@link #MIGRATIONS}. */
public record Room(
        People people,
        ApiTokens tokens,
        SecondFactors secondFactors,
        Identities identities,
        Meetings meetings,
        Promises promises,
        Agendas agendas,
        Minutes minutes,
        Decisions decisions,
        Reminders reminders,
        Displays displays,
        Proposals definitions,
        Boards boards,
        Schedules schedules,
        LossReviews losses,
        EvidenceFiles evidence,
        Artefacts artefacts,
        CustomerCases cases,
        Vips vips,
        Programmes programmes,
        Retention retention,
        PersonRecord persons,
        Trail trail) {

    /** Where the tables of the room are made. */
    public static final String MIGRATIONS = "db/migration/room";

    /** Where no two keys are one customer. */
    public static Room over(StateStore store, Workspace workspace, Clock clock, Passwords passwords) {
        return over(store, workspace, clock, passwords, Links.NONE);
    }

    /** @param links under which key a customer goes now, whatever key they had when something was written about them */
    public static Room over(StateStore store, Workspace workspace, Clock clock, Passwords passwords, Links links) {
        EvidenceFiles evidence = new EvidenceFiles(workspace.evidence(), workspace.staging());
        Meetings meetings = new StoredMeetings(store, evidence);
        SealedSecrets secrets = new SealedSecrets(workspace.secondFactorKey(), "SECOND_FACTOR_KEY_UNREADABLE");
        People people = new StoredPeople(store, clock, passwords, secrets, () -> company(workspace));
        Promises promises = new StoredPromises(store, meetings);
        Agendas agendas = new StoredAgendas(store, meetings);
        Boards boards = Boards.over(store, links);
        return new Room(
                people,
                new StoredApiTokens(store, clock),
                new StoredSecondFactors(store, secrets),
                new StoredIdentities(store),
                meetings,
                promises,
                agendas,
                new StoredMinutes(store, meetings, agendas),
                new StoredDecisions(store, meetings, agendas),
                new StoredReminders(store, people, promises),
                new StoredDisplays(store),
                new StoredProposals(store, workspace),
                boards,
                new StoredSchedules(store),
                new StoredLossReviews(store, evidence, boards.issues(), links),
                evidence,
                artefacts(store, workspace),
                new StoredCases(store, people, links),
                new StoredVips(store, clock, links),
                new StoredProgrammes(store, links),
                new StoredRetention(store),
                new StoredPersonRecord(store),
                store.trail());
    }

    private static String company(Workspace workspace) {
        return Files.exists(workspace.settings())
                ? CompanySettings.read(workspace).company()
                : "";
    }

    /** The artefacts alone, without the price of opening the room. */
    public static Artefacts artefacts(StateStore store, Workspace workspace) {
        return new StoredArtefacts(store, workspace.artefacts(), workspace.staging());
    }
}
