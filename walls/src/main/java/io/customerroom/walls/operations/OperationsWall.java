package io.customerroom.walls.operations;

import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Readings;
import io.customerroom.walls.reading.WallQuery;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Composes wall 3: breaches first. */
public final class OperationsWall {

    private final Readings readings;

    public OperationsWall(Readings readings) {
        this.readings = readings;
    }

    public Wall compose(WallQuery query) {
        Reading contacts = readings.read("priority-contacts", query.period(), query.period(), query);
        Exhibit exhibit = PriorityContacts.of(contacts, query);
        return new Wall(
                3,
                "Operations",
                sentence(contacts, query),
                query.partial()
                        ? List.of("%s is not over: readings may still come.".formatted(PeriodWords.of(query.period())))
                        : List.of(),
                List.of(exhibit),
                List.of());
    }

    static String sentence(Reading contacts, WallQuery query) {
        Map<String, Standing> worst = new TreeMap<>();
        contacts.lines()
                .forEach(line -> worst.merge(
                        line.named("contact", ""),
                        Standing.of(line),
                        (one, other) -> one.compareTo(other) < 0 ? one : other));
        if (worst.isEmpty()) {
            return "No priority contact has been measured up to the end of %s.".formatted(PeriodWords.of(query));
        }
        long breaches = worst.values().stream().filter(Standing.BREACH::equals).count();
        long hold = worst.values().stream().filter(Standing.HOLDS::equals).count();
        long silent = worst.size() - breaches - hold;
        return "In %s %s of %s broke %s minimum standard, %s held it%s."
                .formatted(
                        PeriodWords.of(query),
                        breaches == 0 ? "none" : Numbers.whole(breaches),
                        Numbers.counted(worst.size(), "priority contact"),
                        breaches <= 1 ? "its" : "their",
                        Numbers.whole(hold),
                        silent == 0 ? "" : "; for " + Numbers.whole(silent) + " too little is known");
    }
}
