package io.customerroom.app.cli;

import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.room.retention.KeptClass;
import io.customerroom.room.retention.Retention;
import io.customerroom.room.retention.RetentionRound;
import io.customerroom.room.retention.RetentionRound.Line;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "retain",
        description =
                "Shows how long what tells of people is kept, class by class, and what is over; with --go removes that."
                        + " Published numbers stay.",
        sortOptions = false)
final class RetainVerb extends Verb {

    private static final String FOR_GOOD = "for-good";

    @Option(names = "--go", description = "Removes what is over. Without it nothing is changed.")
    private boolean go;

    @Option(
            names = "--state",
            paramLabel = "CLASS=DAYS",
            description = "From now on a class is kept for so many days, or CLASS=for-good. Needs --reason.")
    private Optional<String> rule = Optional.empty();

    @Option(names = "--owner", paramLabel = "NAME", description = "With --state: who answers for the rule.")
    private String owner = "";

    @Option(
            names = "--hold",
            paramLabel = "ID",
            description = "Nothing of this customer is removed until the hold ends. Needs --reason.")
    private Optional<String> hold = Optional.empty();

    @Mixin
    private IdSpace ids = new IdSpace();

    @Option(names = "--release", paramLabel = "HOLD", description = "Ends a hold, such as k1. Needs --reason.")
    private Optional<String> release = Optional.empty();

    @Option(names = "--reason", paramLabel = "WHY", description = "For the trail, which keeps it: without names.")
    private String reason = "";

    @Override
    void perform() {
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            Authorship by = room().author(reason);
            Retention retention = bench.retention();
            rule.ifPresent(text -> state(retention, by, text));
            hold.ifPresent(id -> console()
                    .out()
                    .println("%s holds one customer."
                            .formatted(retention
                                    .hold(by, ids.customer(bench.workspace(), id))
                                    .id())));
            release.ifPresent(id -> release(retention, by, id));
            RetentionRound round = bench.retentionRound();
            if (go) {
                round.go(by)
                        .forEach(removed -> console()
                                .out()
                                .println("%s: %d removed"
                                        .formatted(removed.kept().id(), removed.count())));
            } else {
                show(round, retention);
            }
        }
    }

    /** A hold that ended already is as good as ended; one that never was is a slip. */
    private static void release(Retention retention, Authorship by, String id) {
        if (retention.holds().stream().noneMatch(known -> known.id().equals(id))) {
            throw Failure.yours(
                    "HOLD_UNKNOWN",
                    "There is no hold '%s'.".formatted(id),
                    "Choose one of: %s."
                            .formatted(
                                    retention.holds().isEmpty()
                                            ? "none, nobody is held"
                                            : retention.holds().stream()
                                                    .map(Retention.Hold::id)
                                                    .collect(Collectors.joining(", "))));
        }
        retention.release(by, id);
    }

    private void state(Retention retention, Authorship by, String text) {
        String[] parts = text.split("=", 2);
        String days = parts.length == 2 ? parts[1].strip() : "";
        if (!days.equals(FOR_GOOD) && !days.matches("\\d{1,5}")) {
            throw Failure.yours(
                    "DAYS_MALFORMED",
                    "'%s' states no time to keep something.".formatted(text),
                    "Write --state words=730, or --state words=%s.".formatted(FOR_GOOD));
        }
        retention.state(
                by,
                KeptClass.of(parts[0].strip()),
                days.equals(FOR_GOOD) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(days)),
                owner);
    }

    private void show(RetentionRound round, Retention retention) {
        TextTable table = new TextTable(
                "class", "keep", "owner", "held", "oldest", "over", "excepted", "next removal", "suggested");
        long over = 0;
        for (Line line : round.look()) {
            over += line.now().over();
            table.add(
                    line.kept().id(),
                    line.days().isPresent() ? line.days().getAsInt() + " days" : "for good",
                    line.rule().map(Retention.Rule::owner).orElse(""),
                    Long.toString(line.now().held()),
                    line.now().oldest().map(LocalDate::toString).orElse(""),
                    Long.toString(line.now().over()),
                    Long.toString(line.now().excepted()),
                    line.next().map(LocalDate::toString).orElse(""),
                    line.kept().suggestedDays() + " days");
        }
        table.print(console().out());
        String holds = retention.holds().stream().map(Retention.Hold::id).collect(Collectors.joining(", "));
        Stream.of(holds)
                .filter(text -> !text.isEmpty())
                .forEach(text -> console().out().println("On hold: " + text));
        console()
                .say(
                        over == 0
                                ? "Nothing is over."
                                : "%d are over. Removing them changes no figure: ./customer-room retain --go%s"
                                        .formatted(over, room().dirOption()));
    }
}
