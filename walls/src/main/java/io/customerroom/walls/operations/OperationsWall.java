package io.customerroom.walls.operations;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Readings;
import io.customerroom.walls.reading.WallQuery;
import java.util.List;

/** Composes wall 3: breaches first. */
public final class OperationsWall {

    private final Readings readings;
    private final CompanyCalendar calendar;

    public OperationsWall(Readings readings, CompanyCalendar calendar) {
        this.readings = readings;
        this.calendar = calendar;
    }

    public Wall compose(WallQuery query) {
        PastContacts contacts = PastContacts.read(readings, calendar, query);
        Exhibit exhibit = PriorityContacts.of(contacts, query, calendar);
        return new Wall(
                3,
                "Operations",
                sentence(contacts.now(), query),
                query.partial()
                        ? List.of("%s is not over: readings may still come.".formatted(PeriodWords.of(query.period())))
                        : List.of(),
                List.of(exhibit),
                List.of());
    }

    static String sentence(Reading contacts, WallQuery query) {
        Standings standings = Standings.of(contacts);
        if (standings.contacts() == 0) {
            return "No priority contact has been measured up to the end of %s.".formatted(PeriodWords.of(query));
        }
        long breaches = standings.count(Standing.BREACH);
        long below = standings.count(Standing.BELOW);
        long hold = standings.count(Standing.HOLDS);
        long silent = standings.contacts() - breaches - below - hold;
        return "In %s %s of %s broke %s minimum standard, %s%s held it%s."
                .formatted(
                        PeriodWords.of(query),
                        breaches == 0 ? "none" : Numbers.whole(breaches),
                        Numbers.counted(standings.contacts(), "priority contact"),
                        breaches <= 1 ? "its" : "their",
                        below == 0 ? "" : Numbers.whole(below) + " stood on the wrong side but not yet long enough, ",
                        Numbers.whole(hold),
                        silent == 0 ? "" : "; for " + Numbers.whole(silent) + " too little is known");
    }
}
