package io.customerroom.app.cli;

import io.customerroom.app.mail.ReminderRound;
import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Failure;
import io.customerroom.room.reminders.Reminder;
import io.customerroom.room.reminders.Reminders.Outcome;
import io.customerroom.room.reminders.Reminders.Stuck;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reminders of promises. Without a further word, and with {@code --dry-run}, nothing is sent. */
@Command(
        name = "reminders",
        description = "Shows which reminders of promises would go out by mail today; 'send' sends them.",
        mixinStandardHelpOptions = true)
final class RemindersVerb implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the verb runs
    private CommandSpec spec;

    @Option(names = "--dry-run", description = "Only shows; so does leaving it out.")
    private boolean dryRun;

    @Override
    public void run() {
        with(round -> {
            List<Reminder> outstanding = round.outstanding();
            TextTable table = new TextTable("to", "why", "promise", "due", "mail");
            outstanding.forEach(reminder -> table.add(
                    reminder.to(),
                    reminder.kind().id().replace('-', ' '),
                    reminder.promise().id() + " " + reminder.promise().sentence(),
                    reminder.promise().due().toString(),
                    round.reaches(reminder.to()) ? "yes" : "no address"));
            if (outstanding.isEmpty()) {
                console().say("No reminder is outstanding.");
            } else {
                table.print(console().out());
            }
            stuck(round);
            if (!round.on()) {
                console().say("Nothing is sent: no mail server is named. Set mail.host in customer-room.yaml.");
            }
        });
    }

    @Command(mixinStandardHelpOptions = true, description = "Sends them, one letter per person, each reminder once.")
    void send() {
        with(round -> {
            List<Outcome> outcomes = round.send(room().author("reminders send"));
            outcomes.forEach(outcome -> console().out().println(words(outcome)));
            if (outcomes.isEmpty()) {
                console().say("No reminder is outstanding.");
            }
            stuck(round);
            if (outcomes.stream().anyMatch(Outcome.Failed.class::isInstance)) {
                throw Failure.resources(
                        "MAIL_NOT_SENT", "Not every letter was sent.", "Mend what stands above and run it again.");
            }
        });
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Sent sent -> String.format(Locale.ROOT, "%s: sent, %d reminders", sent.to(), sent.reminders());
            case Outcome.Failed failed ->
                String.format(
                        Locale.ROOT, "%s: not sent (attempt %d). %s", failed.to(), failed.attempts(), failed.problem());
            case Outcome.NoAddress none ->
                String.format(
                        Locale.ROOT,
                        "%s: no mail address, %d reminders wait. ./customer-room user mail %s ADDRESS",
                        none.to(),
                        none.reminders(),
                        none.to());
        };
    }

    private void stuck(ReminderRound round) {
        for (Stuck stuck : round.stuck()) {
            console()
                    .say(
                            stuck.problem().isEmpty()
                                    ? "Letter %d to %s was interrupted and may not have gone out."
                                            .formatted(stuck.letter(), stuck.to())
                                    : "Letter %d to %s was given up: %s"
                                            .formatted(stuck.letter(), stuck.to(), stuck.problem()));
        }
    }

    private void with(Consumer<ReminderRound> work) {
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            work.accept(new ReminderRound(bench));
        }
    }

    private Console console() {
        return room().console();
    }

    private CustomerRoom room() {
        return (CustomerRoom) spec.root().userObject();
    }
}
