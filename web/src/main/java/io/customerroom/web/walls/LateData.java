package io.customerroom.web.walls;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.ledger.facts.Receipts;
import io.customerroom.ledger.rates.RatesInUse;
import io.customerroom.room.schedules.Feeding;
import io.customerroom.room.schedules.Schedules;
import io.customerroom.room.schedules.SourceState;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Says on each wall which sources missed their schedule: now, or as it was known where a view looks back. */
@Component
public final class LateData {

    private final ObjectProvider<Schedules> schedules;
    private final ObjectProvider<Receipts> receipts;
    private final ObjectProvider<RatesInUse> rates;
    private final Clock clock;
    private final CompanyCalendar calendar;

    LateData(
            ObjectProvider<Schedules> schedules,
            ObjectProvider<Receipts> receipts,
            ObjectProvider<RatesInUse> rates,
            ObjectProvider<Clock> clock,
            CompanyFace company) {
        this.schedules = schedules;
        this.receipts = receipts;
        this.rates = rates;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
        this.calendar = company.calendar();
    }

    /** The wall with a notice for each late source whose figures hang there, and for what is outside of the ledger for want of a rate. */
    Wall on(Wall wall, WallQuery query) {
        return late(rated(wall, query), query);
    }

    private Wall rated(Wall wall, WallQuery query) {
        return query.past()
                ? wall
                : rated(
                        wall,
                        () -> rates.stream()
                                .findFirst()
                                .map(it -> it.account().waits())
                                .orElse(0L));
    }

    /**
     * Wall 1 with a notice where amounts are in none of its figures for want of a rate; other walls as they are.
     *
     * @param waiting how many facts of the wall's ledger wait; asked for wall 1 alone
     */
    public static Wall rated(Wall wall, LongSupplier waiting) {
        long waits = wall.number() == 1 ? waiting.getAsLong() : 0;
        return waits == 0
                ? wall
                : noticed(
                        wall,
                        List.of(
                                "%s in other currencies %s for a rate of their day and %s in no figure here; the page Data, Rates of exchange, names them."
                                        .formatted(
                                                waits == 1 ? "One amount" : Numbers.whole(waits) + " amounts",
                                                waits == 1 ? "waits" : "wait",
                                                waits == 1 ? "is" : "are")));
    }

    private Wall late(Wall wall, WallQuery query) {
        Optional<Schedules> stated = schedules.stream().findFirst();
        return stated.isEmpty() || receipts.stream().findFirst().isEmpty()
                ? wall
                : on(wall, query, stated.get(), receipts.getObject(), clock, calendar);
    }

    /** The same without a server. */
    public static Wall on(
            Wall wall, WallQuery query, Schedules schedules, Receipts receipts, Clock clock, CompanyCalendar calendar) {
        List<String> late = late(wall.number(), query, schedules, receipts, clock, calendar);
        return late.isEmpty() ? wall : noticed(wall, late);
    }

    private static Wall noticed(Wall wall, List<String> more) {
        List<String> notices = new ArrayList<>(more);
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
