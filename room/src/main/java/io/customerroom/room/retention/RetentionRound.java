package io.customerroom.room.retention;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.persons.Kept;
import io.customerroom.ledger.persons.PersonRetention;
import io.customerroom.room.artefacts.Artefact;
import io.customerroom.room.artefacts.Artefacts;
import io.customerroom.room.retention.Retention.Rule;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks at what is kept, class by class, and removes what its rule says is over. Days are the company's. */
public final class RetentionRound {

    private final Retention retention;
    private final PersonRetention files;
    private final Artefacts artefacts;
    private final Function<CustomerId, ? extends Set<CustomerId>> same;
    private final Clock clock;
    private final ZoneId zone;

    /** @param same all keys under which a customer is known */
    public RetentionRound(
            Retention retention,
            PersonRetention files,
            Artefacts artefacts,
            Function<CustomerId, ? extends Set<CustomerId>> same,
            Clock clock,
            ZoneId zone) {
        this.retention = retention;
        this.files = files;
        this.artefacts = artefacts;
        this.same = same;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * One class at this moment.
     *
     * @param rule empty: nobody has stated one, and it is kept for good
     * @param next the day on which something of it goes; empty where nothing will
     */
    public record Line(KeptClass kept, Optional<Rule> rule, Kept now, Optional<LocalDate> next) {

        /** How many days are kept; empty: for good. */
        public OptionalInt days() {
            return rule.map(Rule::days).orElse(OptionalInt.empty());
        }
    }

    /** What was removed of one class. */
    public record Removed(KeptClass kept, long count) {}

    /** Every class, in their order. */
    public List<Line> look() {
        LocalDate today = today();
        Set<CustomerId> held = held();
        List<Rule> rules = retention.rules();
        List<Line> lines = new ArrayList<>();
        for (KeptClass kept : KeptClass.values()) {
            Optional<Rule> rule = rules.stream().filter(it -> it.kept() == kept).findFirst();
            OptionalInt days = rule.map(Rule::days).orElse(OptionalInt.empty());
            Kept now = look(kept, before(today, days), held);
            lines.add(new Line(kept, rule, now, next(now, days, today)));
        }
        return lines;
    }

    /** The day after which nothing is kept; without a rule nothing is so old. */
    private static LocalDate before(LocalDate today, OptionalInt days) {
        return days.isPresent() ? today.minusDays(days.getAsInt()) : LocalDate.EPOCH.minusYears(1_000);
    }

    private static Optional<LocalDate> next(Kept now, OptionalInt days, LocalDate today) {
        if (days.isEmpty() || now.held() == now.excepted()) {
            return Optional.empty();
        }
        return now.oldest()
                .map(day -> now.over() > 0 ? today : day.plusDays(days.getAsInt() + 1L))
                .map(day -> day.isBefore(today) ? today : day);
    }

    /** Removes what is over; what has no rule stays. Each class is done for itself, with its own entry in the trail. */
    public List<Removed> go(Authorship by) {
        LocalDate today = today();
        Set<CustomerId> held = held();
        List<Removed> removed = new ArrayList<>();
        for (Rule rule : retention.rules()) {
            if (rule.days().isPresent()) {
                long count = remove(by, rule.kept(), before(today, rule.days()), held);
                removed.add(new Removed(rule.kept(), count));
            }
        }
        return removed;
    }

    private Kept look(KeptClass kept, LocalDate before, Set<CustomerId> held) {
        return switch (kept) {
            case WORDS -> files.words(before, held);
            case NAMES -> files.names(before, held, clocks());
            case SET_ASIDE -> files.quarantine(before, !held.isEmpty());
            case ARTEFACTS -> artefacts(before, held);
            case CALL_NOTES, VISITS, CASES, LINKS -> retention.look(kept, before, held);
        };
    }

    private long remove(Authorship by, KeptClass kept, LocalDate before, Set<CustomerId> held) {
        long count =
                switch (kept) {
                    case WORDS -> files.removeWords(before, held);
                    case NAMES -> files.removeNames(before, held, clocks());
                    case SET_ASIDE -> files.removeQuarantine(before, !held.isEmpty());
                    case ARTEFACTS -> removeArtefacts(by, before, held);
                    case CALL_NOTES, VISITS, CASES, LINKS -> {
                        yield retention.remove(by, kept, before, held);
                    }
                };
        boolean inFiles = kept == KeptClass.WORDS || kept == KeptClass.NAMES || kept == KeptClass.SET_ASIDE;
        if (inFiles && count > 0) {
            retention.note(by, kept, before, count);
        }
        return count;
    }

    private Kept artefacts(LocalDate before, Set<CustomerId> held) {
        return artefacts.all().stream()
                .filter(artefact -> artefact.erasure().isEmpty())
                .map(artefact -> {
                    boolean old = hung(artefact).isBefore(before);
                    boolean excepted =
                            artefact.customer().filter(held::contains).isPresent();
                    return new Kept(1, Optional.of(hung(artefact)), old && !excepted ? 1 : 0, old && excepted ? 1 : 0);
                })
                .reduce(Kept.nothing(), Kept::and);
    }

    private long removeArtefacts(Authorship by, LocalDate before, Set<CustomerId> held) {
        List<String> over = artefacts.all().stream()
                .filter(artefact -> artefact.erasure().isEmpty()
                        && hung(artefact).isBefore(before)
                        && artefact.customer().filter(held::contains).isEmpty())
                .map(Artefact::id)
                .toList();
        over.forEach(id -> artefacts.erase(by, id));
        return over.size();
    }

    private LocalDate hung(Artefact artefact) {
        return LocalDate.ofInstant(artefact.at(), zone);
    }

    private Set<CustomerId> held() {
        return retention.holds().stream()
                .flatMap(hold -> same.apply(hold.customer()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private Clocks clocks() {
        return new Clocks(today(), clock.instant());
    }
}
