package io.customerroom.ledger.imports.database;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.ledger.imports.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where the readings of a database stand. What failed is tried again after 1, 2, 4, … minutes, and after eight tries when the next reading is due.
 *
 * @param done when a reading last succeeded
 * @param due when the next one should succeed; empty where none is due by itself
 * @param next when it is tried next; empty as well
 * @param failures one after the other since the last success
 * @param late by how much; empty while it is in time, which it is for an hour
 */
public record DatabaseStanding(
        Optional<Instant> done, Optional<Instant> due, Optional<Instant> next, int failures, Optional<Duration> late) {

    /** How long a reading may take and be tried before it is called late. */
    public static final Duration GRACE = Duration.ofHours(1);

    /**
     * @param runs the newest first
     * @param statedAt when the source was last stated
     */
    static DatabaseStanding of(
            DatabaseSource source, List<DatabaseRun> runs, Instant statedAt, Instant now, CompanyCalendar calendar) {
        List<DatabaseRun> failed =
                runs.stream().takeWhile(run -> run.failed().isPresent()).toList();
        Optional<Instant> done = runs.stream()
                .filter(run -> run.failed().isEmpty())
                .map(DatabaseRun::at)
                .findFirst();
        if (source.paused() || source.mapping().isEmpty()) {
            return new DatabaseStanding(done, Optional.empty(), Optional.empty(), failed.size(), Optional.empty());
        }
        Optional<Instant> due =
                source.plan().rhythm().next(done.orElse(statedAt), source.plan().hour(), calendar);
        Optional<Instant> next = due.map(regular -> failed.isEmpty()
                ? regular
                : later(regular, again(source, failed.getFirst().at(), failed.size(), calendar)));
        Optional<Duration> late =
                due.filter(regular -> !regular.plus(GRACE).isAfter(now)).map(regular -> Duration.between(regular, now));
        return new DatabaseStanding(done, due, next, failed.size(), late);
    }

    private static Instant again(DatabaseSource source, Instant failed, int failures, CompanyCalendar calendar) {
        return Backoff.after(failures)
                .map(failed::plus)
                .or(() -> source.plan().rhythm().next(failed, source.plan().hour(), calendar))
                .orElse(failed);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Whether it is to be read now. */
    boolean ripe(Instant now) {
        return next.filter(at -> !at.isAfter(now)).isPresent();
    }
}
