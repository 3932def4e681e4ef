package io.customerroom.web.forum;

import io.customerroom.kernel.Failure;
import io.customerroom.room.evidence.ExhibitSource;
import io.customerroom.room.evidence.FrozenReading;
import io.customerroom.room.evidence.Reading;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.room.meetings.Meetings;
import java.util.List;
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

    /** In hanging order; none before the first ledger is built. */
    List<Reading> of(Meeting meeting) {
        return meeting.frozen() ? frozen(meeting) : now();
    }

    List<Reading> frozen(Meeting meeting) {
        return meetings.readings(meeting.id()).stream()
                .map(FrozenReading::reading)
                .toList();
    }

    List<Reading> now() {
        try {
            return live.getIfAvailable(() -> List::of).hung().stream()
                    .map(ExhibitSource.Hung::reading)
                    .toList();
        } catch (Failure failure) {
            if (failure.code().equals(NO_LEDGER)) {
                return List.of();
            }
            throw failure;
        }
    }
}
