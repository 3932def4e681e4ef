package io.customerroom.web.walls;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.ledger.facts.Receipts;
import io.customerroom.room.schedules.Feeding;
import io.customerroom.room.schedules.Schedules;
import io.customerroom.room.schedules.SourceState;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Says on each wall which sources missed their schedule: now, or as it was known where a view looks back. */
@Component
public final class LateData {

    private final ObjectProvider<Schedules> schedules;
    private final ObjectProvider<Receipts> receipts;
    private final Clock clock;
    private final CompanyCalendar calendar;

    LateData(
            ObjectProvider<Schedules> schedules,
            ObjectProvider<Receipts> receipts,
            ObjectProvider<Clock> clock,
            CompanyFace company) {
        this.schedules = schedules;
        this.receipts = receipts;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
        this.calendar = company.calendar();
    }

    /** The wall with a notice for each late source whose figures hang there. */
    Wall on(Wall wall, WallQuery query) {
        Optional<Schedules> stated = schedules.stream().findFirst();
        return stated.isEmpty() || receipts.stream().findFirst().isEmpty()
                ? wall
                : on(wall, query, stated.get(), receipts.getObject(), clock, calendar);
    }

    /** The same without a server. */
    public static Wall on(
            Wall wall, WallQuery query, Schedules schedules, Receipts receipts, Clock clock, CompanyCalendar calendar) {
        List<String> late = late(wall.number(), query, schedules, receipts, clock, calendar);
        if (late.isEmpty()) {
            return wall;
        }
        List<String> notices = new ArrayList<>(late);
        notices.addAll(wall.notices());
        return new Wall(wall.number(), wall.name(), wall.sentence(), notices, wall.opening(), wall.exhibits());
    }

    private static List<String> late(
            int wall, WallQuery query, Schedules schedules, Receipts receipts, Clock clock, CompanyCalendar calendar) {
        List<Schedules.Stated> stated = schedules.at(query.written()).stream()
                .filter(one -> Feeding.of(one.schedule().kind()).walls().contains(wall))
                .toList();
        if (stated.isEmpty()) {
            return List.of();
        }
        Instant now = query.past() ? query.clocks().known() : clock.instant();
        return SourceState.late(stated, receipts.all(), now, calendar).stream()
                .map(state -> state.sentence(calendar))
                .toList();
    }
}
