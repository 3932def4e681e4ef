package io.customerroom.walls.operations;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Period;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Reading.Line;
import io.customerroom.walls.reading.Readings;
import io.customerroom.walls.reading.WallQuery;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The priority contacts now, a period ago and in the same period last year; each as its readings up to that period's end say. */
record PastContacts(Reading now, Reading prior, Reading lastYear, CompanyCalendar calendar, WallQuery query) {

    private static final String METRIC = "priority-contacts";

    /** @param chosen the contacts that hang there; none: all that are measured */
    static PastContacts read(Readings readings, CompanyCalendar calendar, WallQuery query, List<Priority> chosen) {
        Set<String> names = chosen.stream().map(Priority::contact).collect(Collectors.toSet());
        return new PastContacts(
                at(readings, query.period(), query, names),
                at(readings, calendar.previous(query.period()), query, names),
                at(readings, calendar.sameLastYear(query.period()), query, names),
                calendar,
                query);
    }

    private static Reading at(Readings readings, Period period, WallQuery query, Set<String> names) {
        Reading all = readings.read(METRIC, period, period, query);
        return names.isEmpty() ? all : all.where(line -> names.contains(line.named("contact", "")));
    }

    Standings standings(Period period) {
        if (period.equals(query.period())) {
            return Standings.of(now);
        }
        return Standings.of(period.equals(calendar.previous(query.period())) ? prior : lastYear);
    }

    /** What the same measure read at the same site then; nothing where it was not read yet. */
    static Optional<Line> same(Reading then, Line line) {
        return then.lines().stream()
                .filter(other -> List.of("contact", "measure", "site").stream()
                        .allMatch(column -> Objects.equals(other.exact(column), line.exact(column))))
                .findFirst();
    }
}
