package io.customerroom.ledger.build;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.engine.Session;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    void fill(Session session) {
        for (Grain grain : Grain.values()) {
            List<Period> periods = calendar.periods(grain, first, through);
            for (int i = 0; i < periods.size(); i++) {
                session.execute("""
                        INSERT INTO calendar VALUES (:grain, :period, CAST(:starts_on AS DATE), CAST(:ends_on AS DATE), :complete,
                            :ordinal, :previous, :last_year)
                        """, row(periods.get(i), i + 1));
            }
        }
    }

    private Map<String, Object> row(Period period, int ordinal) {
        Map<String, Object> row = new HashMap<>();
        row.put("grain", period.grain().id());
        row.put("period", period.name());
        row.put("starts_on", period.startsOn());
        row.put("ends_on", period.endsOn());
        row.put("complete", !period.partial(through));
        row.put("ordinal", ordinal);
        row.put("previous", calendar.previous(period).name());
        row.put("last_year", calendar.sameLastYear(period).name());
        return row;
    }
}
