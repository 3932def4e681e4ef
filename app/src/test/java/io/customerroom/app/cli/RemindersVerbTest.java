package io.customerroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Clocks;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.Room;
import io.customerroom.room.evidence.ExhibitSource;
import io.customerroom.room.evidence.ExhibitView;
import io.customerroom.room.evidence.Reading;
import io.customerroom.room.meetings.Cadence;
import io.customerroom.room.promises.Level;
import io.customerroom.room.promises.Promises.Offer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemindersVerbTest {

    private static final Authorship BY = new Authorship("leo", "web", "", "r1");

    @TempDir
    Path folder;

    @BeforeEach
    void workspace() {
        Typed.in(folder, "init", ".");
    }

    @Test
    void withoutPromisesAndWithoutAMailServerItSaysSo() {
        assertThat(Typed.in(folder, "reminders", "--dry-run").err())
                .isEqualTo("No reminder is outstanding.\n"
                        + "Nothing is sent: no mail server is named. Set mail.host in customer-room.yaml.\n");
        assertThat(Typed.in(folder, "reminders", "send"))
                .extracting(Typed::exitCode)
                .isEqualTo(2);
        assertThat(Typed.in(folder, "reminders", "send").err()).contains("[MAIL_OFF]");
    }

    @Test
    void whatWouldGoOutIsListedAndNothingIsNoted() {
        Typed.in(folder, "user", "add", "leo", "--role", "leader");
        promiseOf("leo");
        for (int time = 0; time < 2; time++) {
            assertThat(Typed.in(folder, "reminders").out()).isEqualTo("""
                    to   why      promise                            due         mail
                    leo  overdue  p1 Customer flow: at most 30 lost  2020-01-31  no address
                    """);
        }
        assertThat(Typed.in(folder, "user", "mail", "leo", "leo@example.org").err())
                .isEqualTo("Noted for leo.\n");
        assertThat(Typed.in(folder, "reminders").out()).endsWith("2020-01-31  yes\n");
    }

    private void promiseOf(String owner) {
        try (Workbench bench = Workbench.open(new Workspace(folder), Clock.systemUTC())) {
            Room room = bench.room();
            room.meetings().plan(BY, "January", LocalDate.of(2020, 1, 2), Cadence.MONTHLY);
            room.meetings().freeze(BY, "m1", RemindersVerbTest::walls);
            room.promises()
                    .make(
                            BY,
                            new Offer(
                                    "m1",
                                    "customer-flow",
                                    new Level(new BigDecimal("30"), "lost", Level.Direction.AT_MOST),
                                    LocalDate.of(2020, 1, 31),
                                    owner,
                                    ""));
        }
    }

    private static List<ExhibitSource.Hung> walls() {
        Reading reading = new Reading(
                "customer-flow",
                "Customer flow",
                1,
                "customer-math",
                "2019-12",
                new ExhibitView("Finding", "", List.of(), List.of(), List.of(), "", List.of()),
                Optional.empty(),
                new Clocks(LocalDate.of(2019, 12, 31), Instant.EPOCH),
                "d@1",
                List.of(),
                "q");
        return List.of(new ExhibitSource.Hung(reading, csv -> csv.append("customer\n")));
    }
}
