package io.customerroom.ledger.build;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.ledger.definitions.ActivityDefinition;
import io.customerroom.ledger.definitions.DefinitionSet;
import java.util.List;
import java.util.Optional;

/** Chooses between adding to a former build and making the ledger whole; whatever is not certain to give the same ledger is made whole. */
final class Increments {

    /** With more files than this a table is written together again, which only a whole build does. */
    private static final int MOST_PARTS = 40;

    private final FactSource facts;
    private final DefinitionSet definitions;
    private final String rules;

    Increments(FactSource facts, DefinitionSet definitions, CompanyCalendar calendar) {
        this.facts = facts;
        this.definitions = definitions;
        this.rules = BuildId.rules(definitions, calendar);
    }

    /** What is decided. */
    sealed interface Choice {

        /** @param finished how many parts of the base's {@code customer_period} hold finished periods */
        record Add(Build base, int finished, Addition.Rows rows) implements Choice {}

        /** @param why as a clause */
        record Whole(String why) implements Choice {}
    }

    /** Names the rules and the calendar; builds that differ in them share nothing. */
    String rules() {
        return rules;
    }

    /**
     * @param receipts what the build draws on
     * @param former newest first; the first that can be added to is, and the reason why not is the newest one's
     */
    Choice over(List<Build> former, List<String> receipts, Clocks clocks) {
        if (definitions.activity().booking() == ActivityDefinition.Booking.LAST_PURCHASE) {
            return new Choice.Whole("losses are booked back in time");
        }
        if (!definitions.costs().importedOnly()) {
            return new Choice.Whole("cost rules move costs in months that are over");
        }
        Optional<Choice> newest = Optional.empty();
        for (Build base : former) {
            Optional<Making> making = Making.read(base.folder())
                    .filter(made -> made.rules().equals(rules) && made.finished() > 0)
                    .filter(made -> ends(base, clocks) && whole(base));
            if (making.isPresent()) {
                Choice choice = on(base, making.get().finished(), receipts, clocks);
                if (choice instanceof Choice.Add) {
                    return choice;
                }
                newest = newest.or(() -> Optional.of(choice));
            }
        }
        return newest.orElse(
                new Choice.Whole("no former ledger of this size follows the same rules and ends before it"));
    }

    private Choice on(Build base, int finished, List<String> receipts, Clocks clocks) {
        return switch (facts.since(base.receipts(), base.clocks(), receipts, clocks)) {
            case Addition.Otherwise otherwise -> new Choice.Whole(otherwise.why());
            case Addition.Rows rows ->
                finished >= MOST_PARTS || parts(base, rows) > MOST_PARTS
                        ? new Choice.Whole("its tables have too many parts")
                        : new Choice.Add(base, finished, rows);
        };
    }

    private static boolean ends(Build base, Clocks clocks) {
        return !base.clocks().through().isAfter(clocks.through())
                && !base.clocks().known().isAfter(clocks.known());
    }

    private static boolean whole(Build base) {
        return BuildFiles.complete(base.folder())
                && new Carried(base.folder()).complete()
                && !TableFiles.of(base.folder(), LedgerTables.BUYING_MOVE).isEmpty();
    }

    private static int parts(Build base, Addition.Rows rows) {
        return rows.files().entrySet().stream()
                .mapToInt(added -> TableFiles.of(base.folder(), added.getKey()).size()
                        + added.getValue().size())
                .max()
                .orElse(0);
    }
}
