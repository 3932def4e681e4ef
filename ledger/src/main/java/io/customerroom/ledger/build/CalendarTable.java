package io.customerroom.ledger.build;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.engine.Session;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes the company's periods into a session's table {@code calendar}: every one of every grain that touches the days given. */
final class CalendarTable {

    private final CompanyCalendar calendar;
    private final LocalDate first;
    private final LocalDate through;

    CalendarTable(CompanyCalendar calendar, LocalDate first, LocalDate through) {
        this.calendar = calendar;
        this.first = first;
        this.through = through;
    }

    /** One text for all periods: their names and days are our own, and a text for each would cost more than what it says. */
    void fill(Session session) {
        String rows = Arrays.stream(Grain.values())
                .flatMap(grain -> rows(calendar.periods(grain, first, through)))
                .collect(Collectors.joining(",\n"));
        session.execute("INSERT INTO calendar VALUES\n" + rows, Map.of());
    }

    private Stream<String> rows(List<Period> periods) {
        return IntStream.range(0, periods.size()).mapToObj(i -> row(periods.get(i), i + 1));
    }

    private String row(Period period, int ordinal) {
        return String.format(
                Locale.ROOT,
                "('%s', '%s', DATE '%s', DATE '%s', %b, %d, '%s', '%s')",
                period.grain().id(),
                period.name(),
                period.startsOn(),
                period.endsOn(),
                !period.partial(through),
                ordinal,
                calendar.previous(period).name(),
                calendar.sameLastYear(period).name());
    }
}
