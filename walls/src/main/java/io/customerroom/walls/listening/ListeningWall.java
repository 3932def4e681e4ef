package io.customerroom.walls.listening;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Period;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Readings;
import io.customerroom.walls.reading.WallQuery;
import java.util.List;
import java.util.Optional;

/** Composes wall 2: tickets opened, closed and still open, by stage of the journey and by issue. */
public final class ListeningWall {

    /** How many periods a trend shows, the present one included. */
    static final int TREND = 6;

    private final Readings readings;
    private final CompanyCalendar calendar;
    private final List<String> stages;

    /** @param stages of the company's journey, in order */
    public ListeningWall(Readings readings, CompanyCalendar calendar, List<String> stages) {
        this.readings = readings;
        this.calendar = calendar;
        this.stages = List.copyOf(stages);
    }

    public Wall compose(WallQuery query) {
        Period first = query.period();
        for (int i = 1; i < TREND; i++) {
            first = calendar.previous(first);
        }
        Period yearAgo = calendar.sameLastYear(query.period());
        first = yearAgo.startsOn().isBefore(first.startsOn()) ? yearAgo : first;
        Reading tickets = readings.read("tickets-by-stage", first, query.period(), query);
        Reading issues = readings.read("top-issues", yearAgo, query.period(), query);
        Exhibit volume = TicketTrend.of(tickets, query, calendar, TREND);
        return new Wall(
                2,
                "Issues",
                sentence(tickets, query),
                query.partial()
                        ? List.of("%s is not over: its numbers still grow.".formatted(PeriodWords.of(query.period())))
                        : List.of(),
                List.of(volume),
                List.of(StageTickets.of(tickets, query, calendar, stages), TopIssues.of(issues, query, calendar)));
    }

    static String sentence(Reading tickets, WallQuery query) {
        Optional<Volume> volume = Volume.of(tickets, query.period());
        return volume.map(known -> "In %s customers opened %s, we closed %s: %s %s open."
                        .formatted(
                                PeriodWords.of(query),
                                Numbers.counted(known.opened(), "ticket"),
                                Numbers.whole(known.closed()),
                                Numbers.whole(known.open()),
                                known.open() == 1 ? "is" : "are"))
                .orElse("No tickets are known for %s.".formatted(PeriodWords.of(query)));
    }
}
