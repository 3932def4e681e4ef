package io.customerroom.app.server;

import io.customerroom.app.mail.ReminderRound;
import io.customerroom.app.workbench.Workbench;
import io.customerroom.ledger.build.Builds;
import io.customerroom.ledger.facts.Receipts;
import io.customerroom.ledger.imports.database.DatabaseReadings;
import io.customerroom.ledger.imports.events.EventInbox;
import io.customerroom.ledger.imports.folders.FolderInbox;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.reminders.Reminders;
import io.customerroom.web.WebConfiguration;
import io.customerroom.web.walls.WallBook;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages over what {@link RoomServer} brings along. No generated accounts: the room keeps its people. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@Import(WebConfiguration.class)
class ServerConfiguration {

    @Bean
    CurrentLedger currentLedger(Builds builds, ObjectProvider<WallBook> walls) {
        return new CurrentLedger(builds::current, () -> walls.getObject().prepare());
    }

    @Bean
    Rebuild rebuild(Workspace workspace, Builds builds) {
        return Rebuild.by(System.getenv(Rebuild.LAUNCHER), workspace, builds);
    }

    @Bean
    BuildWatch buildWatch(Receipts receipts, Rebuild rebuild, CurrentLedger ledger) {
        return new BuildWatch(receipts, rebuild, ledger);
    }

    @Bean
    EventWatch eventWatch(ObjectProvider<EventInbox> inbox) {
        return new EventWatch(inbox::getObject);
    }

    @Bean
    FolderWatch folderWatch(ObjectProvider<FolderInbox> inbox) {
        return new FolderWatch(inbox::getObject);
    }

    @Bean
    DatabaseWatch databaseWatch(ObjectProvider<DatabaseReadings> readings) {
        return new DatabaseWatch(readings::getObject);
    }

    @Bean
    RetentionWatch retentionWatch(Workbench bench) {
        return new RetentionWatch(
                bench::retentionRound,
                bench.clock(),
                bench.settings().calendar().zone());
    }

    @Bean
    ReminderWatch reminderWatch(Workbench bench, Reminders reminders) {
        return new ReminderWatch(new ReminderRound(bench, reminders));
    }
}
