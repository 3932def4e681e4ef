package io.customerroom.app.mail;

import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.workspace.MailSettings;
import io.customerroom.room.reminders.Post;
import io.customerroom.room.reminders.Reminder;
import io.customerroom.room.reminders.ReminderRules;
import io.customerroom.room.reminders.Reminders;
import io.customerroom.room.schedules.Schedules;
import io.customerroom.room.schedules.SourceState;
import io.customerroom.room.schedules.internal.StoredSchedules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The reminders of a workspace, by its settings and its company's calendar. */
public final class ReminderRound {

    private final Workbench bench;
    private final Reminders reminders;
    private final MailSettings settings;

    public ReminderRound(Workbench bench) {
        this(bench, bench.room().reminders());
    }

    public ReminderRound(Workbench bench, Reminders reminders) {
        this.bench = bench;
        this.reminders = reminders;
        this.settings = bench.settings().mail();
    }

    /** Whether a mail server is named. */
    public boolean on() {
        return settings.on();
    }

    /** What would go out today. */
    public List<Reminder> outstanding() {
        return reminders.outstanding(today(), rules());
    }

    /** Letters that will not be tried again. */
    public List<Reminders.Stuck> stuck() {
        return reminders.stuck();
    }

    /** Accounts that mail reaches. */
    public boolean reaches(String account) {
        return reminders.addresses().containsKey(account);
    }

    /** Sends what is outstanding. Refused without a mail server, a sender or a password. */
    public List<Reminders.Outcome> send(Authorship by) {
        if (!settings.on()) {
            throw Failure.yours(
                    "MAIL_OFF",
                    "No mail server is named, so nothing is sent.",
                    "Set mail.host and mail.from in customer-room.yaml; 'reminders --dry-run' shows what would go out.");
        }
        if (settings.from().isEmpty()) {
            throw Failure.yours(
                    "MAIL_FROM_MISSING",
                    "Letters need a sender.",
                    "Set mail.from in customer-room.yaml, such as room@example.org.");
        }
        return send(by, SmtpPost.over(settings, MailPassword.of(settings, bench.workspace(), System::getenv)));
    }

    List<Reminders.Outcome> send(Authorship by, Post post) {
        return reminders.send(by, today(), rules(), new Reminders.Besides(settings.link(), late()), post);
    }

    /** A sentence for each source that missed its schedule by now, and for each database that was not read in time. */
    private List<String> late() {
        List<Schedules.Stated> stated = new StoredSchedules(bench.store()).at(Instant.MAX);
        CompanyCalendar calendar = bench.settings().calendar();
        return Stream.concat(
                        SourceState.late(
                                        stated,
                                        bench.receipts().all(),
                                        bench.clock().instant(),
                                        calendar)
                                .stream()
                                .map(state -> state.sentence(calendar)),
                        bench.databaseSources().late().stream())
                .toList();
    }

    /** Whether letters may go out at this hour of the company's day. */
    public boolean hourHasCome() {
        return bench.clock()
                        .instant()
                        .atZone(bench.settings().calendar().zone())
                        .getHour()
                >= settings.hour();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(
                bench.clock().instant(), bench.settings().calendar().zone());
    }

    private ReminderRules rules() {
        return new ReminderRules(settings.daysBefore(), settings.escalateAfterDays(), settings.escalateTo());
    }
}
