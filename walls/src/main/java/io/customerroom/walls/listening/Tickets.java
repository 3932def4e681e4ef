package io.customerroom.walls.listening;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Reading.Line;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * Tickets opened per issue and month. A month is known when some ticket, of whatever issue, was opened, closed or recorded in it or later: an
 * import that came after a month and brought nothing for it says zero, a source that fell silent says nothing.
 *
 * @param opened by issue, then by the month's name; months without a ticket of the issue are left out
 * @param toldTo the last day of which tickets tell; the first of all days where there is none
 */
record Tickets(Map<String, Map<String, Long>> opened, LocalDate toldTo) {

    /** The metric that counts them. */
    static final String METRIC = "issue-flow";

    /** @param flow of {@link #METRIC} by months, for all customers */
    static Tickets of(Reading flow) {
        Map<String, Map<String, Long>> opened = new HashMap<>();
        LocalDate toldTo = LocalDate.MIN;
        for (Line line : flow.lines()) {
            opened.computeIfAbsent(line.named("issue", ""), issue -> new HashMap<>())
                    .put(line.named("period", ""), line.count("opened"));
            LocalDate told = line.text("told_to").map(LocalDate::parse).orElse(LocalDate.MIN);
            toldTo = told.isAfter(toldTo) ? told : toldTo;
        }
        return new Tickets(opened, toldTo);
    }

    /** Tickets of an issue opened in a month; empty where nothing is known of the month. */
    OptionalLong in(String issue, Period month) {
        return month.startsOn().isAfter(toldTo)
                ? OptionalLong.empty()
                : OptionalLong.of(opened.getOrDefault(issue, Map.of()).getOrDefault(month.name(), 0L));
    }

    /** Every issue with a name, in the order of the names. */
    List<String> issues() {
        TreeSet<String> issues = new TreeSet<>(opened.keySet());
        issues.remove("");
        return List.copyOf(issues);
    }

    /** The month at whose end a period's clocks are read: its last one, or the one in which the view ends. */
    static Period lastMonth(CompanyCalendar calendar, Period period, LocalDate through) {
        LocalDate end = period.lastDay();
        return calendar.periodOf(Grain.MONTH, end.isAfter(through) ? through : end);
    }
}
