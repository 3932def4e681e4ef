package io.customerroom.walls.listening;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.walls.listening.IssueClock.Face;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Readings;
import io.customerroom.walls.reading.WallQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The clocks of all issues for which a level is in force, for one view. They count calendar months and all customers, whatever period or
 * part of the company the view shows: that is what was promised.
 */
final class IssueClocks {

    private final CompanyCalendar calendar;
    private final WallQuery query;
    private final Map<String, IssueCare> cares;
    private final Map<String, List<LevelChange>> levels;
    private final Optional<Reading> flow;
    private final Tickets tickets;

    private IssueClocks(
            CompanyCalendar calendar,
            WallQuery query,
            Map<String, IssueCare> cares,
            Map<String, List<LevelChange>> levels,
            Optional<Reading> flow) {
        this.calendar = calendar;
        this.query = query;
        this.cares = cares;
        this.levels = levels;
        this.flow = flow;
        this.tickets = flow.map(Tickets::of).orElseGet(() -> new Tickets(Map.of(), LocalDate.MIN));
    }

    /** An issue and its clock at the end of a month. */
    record Clocked(String issue, IssueCare care, IssueLevel level, Period month, OptionalLong volume, Face face) {

        boolean runs() {
            return face instanceof Face.Running;
        }
    }

    static IssueClocks read(Readings readings, IssueBook book, CompanyCalendar calendar, WallQuery query) {
        Map<String, IssueCare> cares =
                book.cares(query.past() ? Optional.of(query.clocks().known()) : Optional.empty());
        Map<String, List<LevelChange>> levels = new TreeMap<>();
        cares.forEach((issue, care) -> {
            List<LevelChange> inForce = inForce(care.levels());
            if (!inForce.isEmpty()) {
                levels.put(issue, inForce);
            }
        });
        Period last = last(calendar, query);
        Optional<Period> first = levels.values().stream()
                .map(changes -> month(calendar, changes.getFirst()))
                .filter(month -> !month.startsOn().isAfter(last.startsOn()))
                .min(Comparator.naturalOrder());
        Optional<Reading> flow = first.map(from -> readings.read(Tickets.METRIC, from, last, company(query, last)));
        return new IssueClocks(calendar, query, cares, levels, flow);
    }

    /** The view for all customers. */
    static WallQuery company(WallQuery query, Period period) {
        return new WallQuery(period, Optional.empty(), Optional.empty(), query.clocks(), query.past(), query.window());
    }

    static Period last(CompanyCalendar calendar, WallQuery query) {
        return Tickets.lastMonth(calendar, query.period(), query.clocks().through());
    }

    /** What people said of an issue. */
    IssueCare care(String issue) {
        return cares.getOrDefault(issue, IssueCare.NONE);
    }

    /** What the clocks were read from; empty where no level is in force. */
    Optional<Reading> flow() {
        return flow;
    }

    /** The clocks at the end of the view's period: those that run first, the longest on top. */
    List<Clocked> now() {
        return at(query.period());
    }

    Optional<Clocked> of(String issue) {
        return now().stream().filter(clocked -> clocked.issue().equals(issue)).findFirst();
    }

    /** How many run at the end of a period; empty for a time in which no level was in force. */
    Optional<Long> running(Period period) {
        List<Clocked> then = at(period);
        return then.isEmpty()
                ? Optional.empty()
                : Optional.of(then.stream().filter(Clocked::runs).count());
    }

    /** The level that judged a month of an issue; empty where none was in force. */
    Optional<IssueLevel> level(String issue, Period month) {
        return levels.getOrDefault(issue, List.of()).stream()
                .filter(change -> !day(calendar, change).isAfter(month.lastDay()))
                .reduce((earlier, later) -> later)
                .flatMap(LevelChange::level);
    }

    /** The clock of an issue at the end of a month. */
    Optional<Face> face(String issue, Period month) {
        List<IssueClock.Month> months = months(issue, month);
        return months.isEmpty() ? Optional.empty() : Optional.of(IssueClock.after(months));
    }

    private List<Clocked> at(Period period) {
        Period last = Tickets.lastMonth(calendar, period, query.clocks().through());
        List<Clocked> clocks = new ArrayList<>();
        for (String issue : levels.keySet()) {
            face(issue, last)
                    .ifPresent(face -> clocks.add(new Clocked(
                            issue,
                            care(issue),
                            level(issue, last).orElseThrow(),
                            last,
                            tickets.in(issue, last),
                            face)));
        }
        clocks.sort(Comparator.comparingInt(IssueClocks::place).thenComparing(Clocked::issue));
        return clocks;
    }

    private static int place(Clocked clocked) {
        return switch (clocked.face()) {
            case Face.Running running -> -running.months();
            case Face.Fresh fresh -> 1;
            case Face.Stopped stopped -> 2;
        };
    }

    private List<IssueClock.Month> months(String issue, Period last) {
        List<LevelChange> changes = levels.getOrDefault(issue, List.of());
        if (changes.isEmpty()) {
            return List.of();
        }
        List<IssueClock.Month> months = new ArrayList<>();
        LocalDate from = month(calendar, changes.getFirst()).startsOn();
        if (from.isAfter(last.startsOn())) {
            return List.of();
        }
        for (Period month : calendar.periods(Grain.MONTH, from, last.lastDay())) {
            months.add(new IssueClock.Month(
                    month.name(),
                    tickets.in(issue, month),
                    level(issue, month).orElseThrow(),
                    !month.partial(query.clocks().through())));
        }
        return months;
    }

    /** The changes since a level was last set where none was in force. */
    private static List<LevelChange> inForce(List<LevelChange> changes) {
        int from = 0;
        for (int i = 0; i < changes.size(); i++) {
            from = changes.get(i).level().isEmpty() ? i + 1 : from;
        }
        return changes.subList(from, changes.size());
    }

    private static Period month(CompanyCalendar calendar, LevelChange change) {
        return calendar.periodOf(Grain.MONTH, day(calendar, change));
    }

    private static LocalDate day(CompanyCalendar calendar, LevelChange change) {
        return LocalDate.ofInstant(change.at(), calendar.zone());
    }
}
