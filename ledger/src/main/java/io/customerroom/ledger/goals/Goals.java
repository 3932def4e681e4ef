package io.customerroom.ledger.goals;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.goals.internal.GoalTable;
import io.customerroom.state.Change;
import io.customerroom.state.StateStore;
import io.customerroom.state.Writing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** States goals, keeps all that were ever stated, and enters what other systems count. Nothing is edited in place. */
public final class Goals {

    private static final int LONGEST = 200;

    private final StateStore store;
    private final CompanyCalendar calendar;

    public Goals(StateStore store, CompanyCalendar calendar) {
        this.store = store;
        this.calendar = calendar;
    }

    /**
     * States a goal; an earlier one for the same figure, period and segment stays in the history. Asked twice for the same level, nothing
     * changes.
     *
     * @param level empty to take the goal back
     */
    public void state(
            Authorship by, Aimed figure, String period, Optional<String> segment, Optional<BigDecimal> level) {
        check(figure, level);
        String name = calendar.parse(period).name();
        Optional<String> whose = segment.map(it -> checked("segment", it));
        state(by, List.of(new PlanFile.Stated(figure, name, whose, level)));
    }

    /**
     * States all of a plan in one transaction; what holds already stays as it is.
     *
     * @return how many goals changed
     */
    public int state(Authorship by, List<PlanFile.Stated> plan) {
        return store.write(by, writing -> {
            Map<String, Goal> now = new LinkedHashMap<>();
            inForce(GoalTable.goals(writing.handle())).forEach(goal -> now.put(about(goal), goal));
            Map<String, PlanFile.Stated> last = new LinkedHashMap<>();
            plan.forEach(stated -> last.put(about(stated.figure(), stated.period(), stated.segment()), stated));
            int changed = 0;
            for (Map.Entry<String, PlanFile.Stated> entry : last.entrySet()) {
                PlanFile.Stated stated = entry.getValue();
                Optional<BigDecimal> level =
                        Optional.ofNullable(now.get(entry.getKey())).flatMap(Goal::level);
                if (!same(level, stated.level())) {
                    add(writing, stated, level);
                    changed++;
                }
            }
            if (changed == 0) {
                writing.unchanged();
            }
            return changed;
        });
    }

    private static void add(Writing writing, PlanFile.Stated stated, Optional<BigDecimal> former) {
        GoalTable.add(writing, stated.figure(), stated.period(), stated.segment(), stated.level());
        writing.record(
                stated.level().isPresent() ? "goal-stated" : "goal-taken-back",
                stated.figure().id() + " " + stated.period()
                        + stated.segment().map(it -> " " + it).orElse(""),
                Change.from(
                        former.map(BigDecimal::toPlainString),
                        stated.level().map(BigDecimal::toPlainString).orElse(Change.NOTHING)),
                Map.of("level", stated.level().map(BigDecimal::toPlainString).orElse("–")));
    }

    static void check(Aimed figure, Optional<BigDecimal> level) {
        level.ifPresent(aim -> {
            if (aim.signum() < 0 && figure != Aimed.NET) {
                throw Failure.yours("GOAL_NEGATIVE", "A goal for this figure is not below zero.", "Type 0 or more.");
            }
        });
    }

    private static String about(Goal goal) {
        return about(goal.figure(), goal.period(), goal.segment());
    }

    private static String about(Aimed figure, String period, Optional<String> segment) {
        return figure + "\n" + period + "\n" + segment.orElse("");
    }

    private static boolean same(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.isPresent() == other.isPresent()
                && one.map(it -> it.compareTo(other.orElse(it)) == 0).orElse(true);
    }

    /** Enters what another system counts; the author's reason says why it differs. */
    public void count(Authorship by, String system, Aimed figure, String period, BigDecimal count, String owner) {
        String name = calendar.parse(period).name();
        String whose = checked("system", system);
        store.write(by, writing -> {
            Optional<String> former = GoalTable.counts(writing.handle()).reversed().stream()
                    .filter(it -> it.system().equals(whose)
                            && it.figure() == figure
                            && it.period().equals(name))
                    .findFirst()
                    .map(it -> it.count().toPlainString());
            GoalTable.add(writing, whose, figure, name, count, owner.strip());
            writing.record(
                    "count-entered",
                    whose + " " + figure.id() + " " + name,
                    Change.from(former, count.toPlainString()),
                    Map.of("count", count.toPlainString()));
            return null;
        });
    }

    /**
     * Decides about the alarm "volume above plan, value below plan". Refused without a reason, and where a snooze has no day.
     *
     * @param until only for a snooze
     */
    public void decide(
            Authorship by,
            Optional<String> segment,
            String period,
            AlarmDecision.Kind kind,
            Optional<LocalDate> until) {
        String name = calendar.parse(period).name();
        Optional<String> whose = segment.map(it -> checked("segment", it));
        if (by.reason().isBlank()) {
            throw Failure.yours("REASON_MISSING", "A decision about an alarm needs a reason.", "Say why.");
        }
        if (until.isPresent() != (kind == AlarmDecision.Kind.SNOOZED)) {
            throw Failure.yours(
                    "DAY_MISSING",
                    "A snooze, and nothing else, needs the day on which it ends.",
                    "Give a day such as 2026-12-31 to snooze; leave it empty otherwise.");
        }
        store.write(by, writing -> {
            Optional<String> former = GoalTable.decisions(writing.handle()).reversed().stream()
                    .filter(it -> it.segment().equals(whose) && it.period().equals(name))
                    .findFirst()
                    .map(it -> it.kind().id());
            GoalTable.add(writing, whose, name, kind, until);
            writing.record(
                    "alarm-" + kind.id(),
                    "volume-and-value " + name + whose.map(it -> " " + it).orElse(""),
                    Change.from(former, kind.id()),
                    until.map(day -> Map.of("until", day.toString())).orElse(Map.of()));
            return null;
        });
    }

    /** Every decision about the alarm, oldest first. */
    public List<AlarmDecision> decisions() {
        return store.read(GoalTable::decisions);
    }

    private static String checked(String what, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST) {
            throw Failure.yours(
                    "NAME_MALFORMED",
                    "The %s is missing or too long.".formatted(what),
                    "Use 1 to %d characters.".formatted(LONGEST));
        }
        return stripped;
    }

    /** Every goal that was ever stated, oldest first. */
    public List<Goal> history() {
        return store.read(GoalTable::goals);
    }

    /** The goals that hold now, those taken back left out. */
    public List<Goal> inForce() {
        return inForce(history());
    }

    /** The goals that held at a moment. */
    public List<Goal> inForce(Instant moment) {
        return inForce(
                history().stream().filter(goal -> !goal.at().isAfter(moment)).toList());
    }

    private static List<Goal> inForce(List<Goal> oldestFirst) {
        Map<String, Goal> latest = new LinkedHashMap<>();
        oldestFirst.forEach(goal -> latest.put(about(goal), goal));
        return latest.values().stream().filter(goal -> goal.level().isPresent()).toList();
    }

    /** Every count that was ever entered, oldest first. */
    public List<OtherCount> counts() {
        return store.read(GoalTable::counts);
    }

    /** Of each system, figure and period the count entered last. */
    public List<OtherCount> countsInForce() {
        return latest(counts());
    }

    /** Of each system, figure and period the count that held at a moment. */
    public List<OtherCount> countsInForce(Instant moment) {
        return latest(
                counts().stream().filter(count -> !count.at().isAfter(moment)).toList());
    }

    private static List<OtherCount> latest(List<OtherCount> oldestFirst) {
        Map<String, OtherCount> latest = new LinkedHashMap<>();
        oldestFirst.forEach(count -> latest.put(count.system() + "\n" + count.figure() + "\n" + count.period(), count));
        return List.copyOf(latest.values());
    }

    /** Changes whenever a goal or a count was written: what rests on them is stale then. */
    public long version() {
        return store.read(GoalTable::version);
    }
}
