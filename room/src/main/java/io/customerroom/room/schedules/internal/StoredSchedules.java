package io.customerroom.room.schedules.internal;

import io.customerroom.kernel.Authorship;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.room.schedules.Schedule;
import io.customerroom.room.schedules.Schedule.Every;
import io.customerroom.room.schedules.Schedules;
import io.customerroom.room.text.Typed;
import io.customerroom.state.Change;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StateStore;
import io.customerroom.state.StoredText;
import io.customerroom.state.Writing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Schedules in the state store. */
public final class StoredSchedules implements Schedules {

    private static final SqlFile SQL = SqlFile.beside(StoredSchedules.class);
    private static final int LONGEST = 200;
    private static final String NEVER = "never";

    /** After every moment that is kept. */
    private static final String ALWAYS = "9999";

    private final StateStore store;

    public StoredSchedules(StateStore store) {
        this.store = store;
    }

    @Override
    public void state(Authorship by, Schedule schedule) {
        Typed.required(schedule.source(), LONGEST, "SOURCE_UNNAMED", "A schedule is one of a source.");
        Typed.optional(schedule.owner(), LONGEST);
        store.write(by, writing -> {
            Optional<Schedule> former = now(writing.handle(), schedule.kind(), schedule.source());
            if (former.filter(schedule::equals).isPresent()) {
                writing.unchanged();
                return null;
            }
            insert(writing, schedule, schedule.every().id(), by);
            writing.record(
                    "schedule-stated",
                    schedule.kind().table() + " " + schedule.source(),
                    Change.from(former.map(Schedule::inWords), schedule.inWords()),
                    Map.of("schedule", schedule.inWords()));
            return null;
        });
    }

    @Override
    public void end(Authorship by, FactKind kind, String source) {
        store.write(by, writing -> {
            Optional<Schedule> now = now(writing.handle(), kind, source);
            if (now.isEmpty()) {
                writing.unchanged();
                return null;
            }
            insert(writing, now.get(), NEVER, by);
            writing.record(
                    "schedule-ended",
                    kind.table() + " " + source,
                    Change.ended(now.get().inWords()),
                    Map.of());
            return null;
        });
    }

    private static void insert(Writing writing, Schedule schedule, String every, Authorship by) {
        writing.handle()
                .createUpdate(SQL.text("state"))
                .bind("kind", schedule.kind().table())
                .bind("source", schedule.source())
                .bind("every", every)
                .bind("dueDay", schedule.dueDay())
                .bind("hour", schedule.hour())
                .bind("graceHours", schedule.graceHours())
                .bind("owner", schedule.owner().strip())
                .bind("at", writing.now())
                .bind("by", by.actor())
                .execute();
    }

    private static Optional<Schedule> now(Handle handle, FactKind kind, String source) {
        return at(handle, ALWAYS).stream()
                .map(Stated::schedule)
                .filter(schedule -> schedule.kind() == kind && schedule.source().equals(source))
                .findFirst();
    }

    @Override
    public List<Stated> at(Instant moment) {
        return store.read(handle -> at(handle, moment.equals(Instant.MAX) ? ALWAYS : StoredText.of(moment)));
    }

    private static List<Stated> at(Handle handle, String moment) {
        return handle.createQuery(SQL.text("at"))
                .bind("moment", moment)
                .map((row, context) -> new Stated(
                        new Schedule(
                                FactKind.named(row.getString("kind")),
                                row.getString("source"),
                                Every.of(row.getString("every")),
                                row.getInt("due_day"),
                                row.getInt("hour"),
                                row.getInt("grace_hours"),
                                row.getString("owner")),
                        StoredText.instant(row.getString("at")),
                        row.getString("by")))
                .list();
    }
}
