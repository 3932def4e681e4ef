package io.customerroom.walls.operations;

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

    public OperationsWall(Readings readings) {
        this.readings = readings;
    }

    public Wall compose(WallQuery query) {
        Reading contacts = readings.read("priority-contacts", query.period(), query.period(), query);
        Exhibit exhibit = PriorityContacts.of(contacts, query);
        return new Wall(3, "Operations", sentence(contacts, query), List.of(), List.of(exhibit), List.of());
    }

    static String sentence(Reading contacts, WallQuery query) {
        List<Standing> standings = contacts.lines().stream().map(Standing::of).toList();
        if (standings.isEmpty()) {
            return "No priority contact has been measured up to the end of %s.".formatted(PeriodWords.of(query));
        }
        long breaches = standings.stream().filter(Standing.BREACH::equals).count();
        long hold = standings.stream().filter(Standing.HOLDS::equals).count();
        long silent = standings.size() - breaches - hold;
        return "In %s %s of %s priority contacts broke their minimum standard, %s held it%s."
                .formatted(
                        PeriodWords.of(query),
                        Numbers.whole(breaches),
                        Numbers.whole(standings.size()),
                        Numbers.whole(hold),
                        silent == 0 ? "" : "; for " + Numbers.whole(silent) + " too little is known");
    }
}
