package io.customerroom.web.forum;

import io.customerroom.kernel.Failure;
import io.customerroom.room.evidence.ExhibitSource;
import io.customerroom.room.evidence.FrozenReading;
import io.customerroom.room.evidence.Reading;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.room.meetings.Meetings;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What hangs on the walls of a meeting: its frozen readings, or before the freeze those of now. */
@Component
final class MeetingWalls {

    private static final String NO_LEDGER = "LEDGER_NOT_FOUND";

    private final Meetings meetings;
    private final ObjectProvider<ExhibitSource> live;

    MeetingWalls(Meetings meetings, ObjectProvider<ExhibitSource> live) {
        this.meetings = meetings;
        this.live = live;
    }

    /** In hanging order, with the chapters; none before the first ledger is built. */
    List<Reading> of(Meeting meeting) {
        return meeting.frozen()
                ? frozen(meeting)
                : live(walls ->
                        walls.hung().stream().map(ExhibitSource.Hung::reading).toList());
    }

    /** What hangs in front: the walls without their chapters, which take long to compose. */
    List<Reading> front(Meeting meeting) {
        return meeting.frozen()
                ? frozen(meeting).stream()
                        .filter(reading -> reading.view().around().layer().wall())
                        .toList()
                : now();
    }

    List<Reading> frozen(Meeting meeting) {
        return meetings.readings(meeting.id()).stream()
                .map(FrozenReading::reading)
                .toList();
    }

    /** What hangs in front today. */
    List<Reading> now() {
        return live(ExhibitSource::front);
    }

    private List<Reading> live(Function<ExhibitSource, List<Reading>> walls) {
        try {
            return walls.apply(live.getIfAvailable(() -> List::of));
        } catch (Failure failure) {
            if (failure.code().equals(NO_LEDGER)) {
                return List.of();
            }
            throw failure;
        }
    }
}
