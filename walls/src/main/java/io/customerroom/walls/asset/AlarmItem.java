package io.customerroom.walls.asset;

import io.customerroom.kernel.Period;
import io.customerroom.ledger.goals.AlarmDecision;
import io.customerroom.walls.reading.PeriodWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * One alarm "volume above plan, value below plan" from the first period that raised it. While it is open, further periods that raise it belong to it and open no
 * second one. It is over after two periods in a row that do not; a leader may close it before, and then only a later period raises another one.
 *
 * @param since the first period that raised it
 * @param latest the last one
 * @param decision the last decision made about it
 */
record AlarmItem(Period since, Period latest, boolean over, Optional<AlarmDecision> decision) {

    private static final int QUIET = 2;

    /** A period with what the periods up to it say. */
    record Judged(Period period, VolumeAndValue.Verdict verdict) {}

    /**
     * @param oldestFirst periods without a gap
     * @param decisions about this subject, oldest first
     * @param place of a period's name among the periods; negative for one before them
     */
    static List<AlarmItem> of(List<Judged> oldestFirst, List<AlarmDecision> decisions, ToIntFunction<String> place) {
        List<AlarmItem> items = new ArrayList<>();
        int from = -1;
        int last = -1;
        for (int i = 0; i < oldestFirst.size(); i++) {
            boolean raised = oldestFirst.get(i).verdict() == VolumeAndValue.Verdict.ALARM;
            if (from >= 0 && (i - last >= QUIET && !raised || closed(decisions, place, from, i - 1))) {
                boolean closed = closed(decisions, place, from, i - 1);
                items.add(item(oldestFirst, from, last, !closed, decisions, place, i - 1));
                from = -1;
            }
            if (raised) {
                from = from < 0 ? i : from;
                last = i;
            }
        }
        if (from >= 0) {
            items.add(item(oldestFirst, from, last, false, decisions, place, oldestFirst.size() - 1));
        }
        return List.copyOf(items);
    }

    private static boolean closed(List<AlarmDecision> decisions, ToIntFunction<String> place, int from, int to) {
        return decisions.stream()
                .filter(decision -> decision.kind() == AlarmDecision.Kind.CLOSED)
                .mapToInt(decision -> place.applyAsInt(decision.period()))
                .anyMatch(at -> at >= from && at <= to);
    }

    private static AlarmItem item(
            List<Judged> all,
            int from,
            int last,
            boolean over,
            List<AlarmDecision> decisions,
            ToIntFunction<String> place,
            int until) {
        return new AlarmItem(
                all.get(from).period(),
                all.get(last).period(),
                over,
                decisions.stream()
                        .filter(decision -> place.applyAsInt(decision.period()) >= from
                                && place.applyAsInt(decision.period()) <= until)
                        .reduce((earlier, later) -> later));
    }

    boolean open() {
        return !over
                && decision.filter(it -> it.kind() == AlarmDecision.Kind.CLOSED).isEmpty();
    }

    /** Whether it is to be shown loudly on a day. */
    boolean loud(LocalDate day) {
        return open()
                && decision.flatMap(AlarmDecision::until)
                        .map(until -> !day.isBefore(until))
                        .orElse(true);
    }

    String state(LocalDate day) {
        if (over) {
            return "over";
        }
        return decision.map(it -> switch (it.kind()) {
                    case TAKEN_UP -> "taken up by " + it.by();
                    case CLOSED -> "closed by " + it.by();
                    case SNOOZED ->
                        loud(day)
                                ? "open"
                                : "snoozed until " + PeriodWords.day(it.until().orElseThrow());
                })
                .orElse("open");
    }
}
