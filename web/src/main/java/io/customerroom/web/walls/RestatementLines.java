package io.customerroom.web.walls;

import io.customerroom.room.evidence.ExhibitView.Layer;
import io.customerroom.room.evidence.FrozenReading;
import io.customerroom.room.evidence.Restatement;
import io.customerroom.room.evidence.Restatements;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.room.meetings.Meetings;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.LedgerStatus;
import io.customerroom.web.LedgerStatus.Shown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Says on a live wall which figures of the last frozen meeting read differently today. Filtered walls were never frozen. */
@Component
final class RestatementLines {

    private final ObjectProvider<Meetings> meetings;
    private final FrozenViews views;
    private final LedgerStatus status;

    RestatementLines(ObjectProvider<Meetings> meetings, FrozenViews views, LedgerStatus status) {
        this.meetings = meetings;
        this.views = views;
        this.status = status;
    }

    /** The latest frozen meeting and what has changed on this wall since; empty when nothing has. */
    Optional<Since> of(Wall wall, WallQuery query) {
        Meetings held = meetings.getIfAvailable();
        Optional<Shown> shown = status.shown();
        if (held == null || shown.isEmpty() || query.past() || !query.where().isEmpty()) {
            return Optional.empty();
        }
        return held.latestFrozen().flatMap(meeting -> since(held, meeting, wall, query, shown.get()));
    }

    private Optional<Since> since(Meetings held, Meeting meeting, Wall wall, WallQuery query, Shown shown) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (FrozenReading frozen : held.readings(meeting.id())) {
            wall.all().stream()
                    .filter(exhibit -> exhibit.id().equals(frozen.reading().exhibit()))
                    .findFirst()
                    .ifPresent(exhibit -> changed(frozen, meeting, wall, exhibit, query, shown)
                            .forEach(sentence -> lines.putIfAbsent(
                                    sentence,
                                    "%s, %s".formatted(frozen.reading().title(), sentence))));
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Since(meeting.id(), meeting.title(), List.copyOf(lines.values())));
    }

    private List<String> changed(
            FrozenReading frozen, Meeting meeting, Wall wall, Exhibit exhibit, WallQuery query, Shown shown) {
        return Restatements.between(
                        frozen.reading(), meeting.day(), views.reading(wall, Layer.WALL, exhibit, query, shown))
                .stream()
                .map(Restatement::sentence)
                .toList();
    }

    /** @param lines one sentence per changed figure */
    record Since(String meeting, String title, List<String> lines) {}
}
