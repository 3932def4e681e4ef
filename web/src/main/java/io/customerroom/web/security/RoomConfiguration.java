package io.customerroom.web.security;

import io.customerroom.ledger.identity.Links;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.Boards;
import io.customerroom.room.Room;
import io.customerroom.room.agenda.Agendas;
import io.customerroom.room.artefacts.Artefacts;
import io.customerroom.room.decisions.Decisions;
import io.customerroom.room.definitions.Proposals;
import io.customerroom.room.displays.Displays;
import io.customerroom.room.evidence.EvidenceFiles;
import io.customerroom.room.losses.LossReviews;
import io.customerroom.room.meetings.Meetings;
import io.customerroom.room.minutes.Minutes;
import io.customerroom.room.people.ApiTokens;
import io.customerroom.room.people.Identities;
import io.customerroom.room.people.Passwords;
import io.customerroom.room.people.People;
import io.customerroom.room.people.SecondFactors;
import io.customerroom.room.people.SignInSettings;
import io.customerroom.room.programmes.Programmes;
import io.customerroom.room.promises.Promises;
import io.customerroom.room.reminders.Reminders;
import io.customerroom.room.retention.Retention;
import io.customerroom.room.schedules.Schedules;
import io.customerroom.room.unprofitable.CustomerCases;
import io.customerroom.room.vips.Vips;
import io.customerroom.state.StateStore;
import io.customerroom.state.Trail;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The services of the room as beans, over the store and the workspace that the application brings. */
@Configuration(proxyBeanMethods = false)
class RoomConfiguration {

    @Bean
    Room room(
            StateStore store,
            Workspace workspace,
            Clock clock,
            ObjectProvider<Passwords> passwords,
            ObjectProvider<Links> links) {
        return Room.over(
                store,
                workspace,
                clock,
                passwords.getIfAvailable(Passwords::standard),
                links.getIfAvailable(() -> Links.NONE));
    }

    @Bean
    People people(Room room) {
        return room.people();
    }

    @Bean
    Identities identities(Room room) {
        return room.identities();
    }

    @Bean
    SignInSettings signInSettings(Workspace workspace) {
        return SignInSettings.read(workspace);
    }

    @Bean
    ApiTokens apiTokens(Room room) {
        return room.tokens();
    }

    @Bean
    SecondFactors secondFactors(Room room) {
        return room.secondFactors();
    }

    @Bean
    Meetings meetings(Room room) {
        return room.meetings();
    }

    @Bean
    Promises promises(Room room) {
        return room.promises();
    }

    @Bean
    Agendas agendas(Room room) {
        return room.agendas();
    }

    @Bean
    Minutes minutes(Room room) {
        return room.minutes();
    }

    @Bean
    Decisions decisions(Room room) {
        return room.decisions();
    }

    @Bean
    Proposals proposals(Room room) {
        return room.definitions();
    }

    @Bean
    Displays displays(Room room) {
        return room.displays();
    }

    @Bean
    Reminders reminders(Room room) {
        return room.reminders();
    }

    @Bean
    Boards boards(Room room) {
        return room.boards();
    }

    @Bean
    Schedules schedules(Room room) {
        return room.schedules();
    }

    @Bean
    LossReviews lossReviews(Room room) {
        return room.losses();
    }

    @Bean
    EvidenceFiles evidenceFiles(Room room) {
        return room.evidence();
    }

    @Bean
    Artefacts artefacts(Room room) {
        return room.artefacts();
    }

    @Bean
    CustomerCases customerCases(Room room) {
        return room.cases();
    }

    @Bean
    Programmes programmes(Room room) {
        return room.programmes();
    }

    @Bean
    Retention retention(Room room) {
        return room.retention();
    }

    @Bean
    Vips vips(Room room) {
        return room.vips();
    }

    @Bean
    Trail trail(Room room) {
        return room.trail();
    }
}
