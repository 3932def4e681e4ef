package io.customerroom.room.issues.internal;

import io.customerroom.room.issues.IssuePromise;
import io.customerroom.room.issues.Target;
import io.customerroom.room.promises.Promise;
import io.customerroom.room.promises.PromiseEvent;
import io.customerroom.room.promises.PromiseEvent.Broken;
import io.customerroom.room.promises.PromiseEvent.Kept;
import io.customerroom.room.promises.PromiseEvent.Made;
import io.customerroom.room.promises.PromiseEvent.Moved;
import io.customerroom.room.promises.PromiseEvent.Withdrawn;
import io.customerroom.walls.listening.IssueLevel;
import io.customerroom.walls.listening.LevelChange;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which level of an issue's volume was in force when. At each moment at which something was said the answer is worked out anew:
 * the newest open promise; else what was said last, by a closed promise or a target.
 */
final class Levels {

    private final List<Promise> promises;
    private final List<Target> targets;

    /**
     * @param promises about this issue; those that are not on its volume are left out
     * @param targets of this issue
     */
    Levels(List<Promise> promises, List<Target> targets) {
        this.promises = promises.stream().filter(IssuePromise::onVolume).toList();
        this.targets = targets.stream().sorted(Comparator.comparing(Target::at)).toList();
    }

    /** Something said of the level. */
    private record Said(Instant at, boolean open, Optional<IssueLevel> level) {}

    /** Every change up to a moment, oldest first. */
    List<LevelChange> until(Instant known) {
        TreeSet<Instant> moments = new TreeSet<>();
        promises.forEach(promise -> promise.events().forEach(event -> moments.add(event.at())));
        targets.forEach(target -> moments.add(target.at()));
        List<LevelChange> changes = new ArrayList<>();
        for (Instant moment : moments.headSet(known, true)) {
            Optional<IssueLevel> level = at(moment);
            Optional<IssueLevel> before =
                    changes.isEmpty() ? Optional.empty() : changes.getLast().level();
            if (!level.equals(before)) {
                changes.add(new LevelChange(moment, level));
            }
        }
        return changes;
    }

    private Optional<IssueLevel> at(Instant moment) {
        List<Said> said = new ArrayList<>();
        int calm = IssueLevel.CALM;
        for (Target target : targets) {
            if (!target.at().isAfter(moment)) {
                calm = target.calm();
                said.add(new Said(target.at(), false, level(target)));
            }
        }
        for (Promise promise : promises) {
            said(promise, moment, calm).ifPresent(said::add);
        }
        return said.stream()
                .max(Comparator.comparing(Said::open).thenComparing(Said::at))
                .flatMap(Said::level);
    }

    private static Optional<IssueLevel> level(Target target) {
        return target.most().isEmpty()
                ? Optional.empty()
                : Optional.of(new IssueLevel(
                        target.most().getAsLong(), target.calm(), target.by(), Optional.empty(), Optional.empty()));
    }

    /** What a promise said at a moment; a promise that was withdrawn by then says nothing. */
    private static Optional<Said> said(Promise promise, Instant moment, int calm) {
        Instant made = promise.events().getFirst().at();
        if (made.isAfter(moment)) {
            return Optional.empty();
        }
        boolean open = true;
        Optional<LocalDate> due = Optional.empty();
        for (PromiseEvent event : promise.events()) {
            if (event.at().isAfter(moment)) {
                break;
            }
            switch (event) {
                case Made it -> due = Optional.of(it.due());
                case Moved it -> due = Optional.of(it.to());
                case Kept it -> open = false;
                case Broken it -> open = false;
                case Withdrawn it -> {
                    return Optional.empty();
                }
            }
        }
        long most = promise.level().value().setScale(0, RoundingMode.FLOOR).longValueExact();
        return Optional.of(new Said(
                made, open, Optional.of(new IssueLevel(most, calm, promise.owner(), Optional.of(promise.id()), due))));
    }
}
