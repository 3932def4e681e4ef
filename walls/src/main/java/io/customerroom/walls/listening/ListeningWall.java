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
import java.util.Map;
import java.util.Optional;

/** Composes wall 2: tickets opened, closed and still open, by stage of the journey and by issue, and the count-down clocks. */
public final class ListeningWall {

    /** How many periods a trend shows, the present one included. */
    static final int TREND = 6;

    /** So many periods of feedback stand on an issue's page. */
    private static final int VOICES = 13;

    private final Readings readings;
    private final CompanyCalendar calendar;
    private final List<String> stages;
    private final IssueBook book;

    /** Without what people say of issues. */
    public ListeningWall(Readings readings, CompanyCalendar calendar, List<String> stages) {
        this(readings, calendar, stages, IssueBook.EMPTY);
    }

    /**
     * @param stages of the company's journey, in order
     * @param book who answers for issues, and which volume was promised
     */
    public ListeningWall(Readings readings, CompanyCalendar calendar, List<String> stages, IssueBook book) {
        this.readings = readings;
        this.calendar = calendar;
        this.stages = List.copyOf(stages);
        this.book = book;
    }

    public Wall compose(WallQuery query) {
        Period first = back(query.period(), TREND);
        Period yearAgo = calendar.sameLastYear(query.period());
        first = yearAgo.startsOn().isBefore(first.startsOn()) ? yearAgo : first;
        Reading tickets = readings.read("tickets-by-stage", first, query.period(), query);
        Reading issues = readings.read("top-issues", yearAgo, query.period(), query);
        Exhibit volume = TicketTrend.of(tickets, query, calendar, TREND);
        IssueClocks clocks = IssueClocks.read(readings, book, calendar, query);
        Exhibit countDown = CountDown.of(clocks, issues, query, calendar);
        return new Wall(
                2,
                "Issues",
                sentence(tickets, query) + clocks(clocks),
                notices(query),
                List.of(volume, StageTickets.of(tickets, query, calendar, stages), countDown),
                List.of(TopIssues.of(issues, query, calendar, clocks)));
    }

    private static String clocks(IssueClocks clocks) {
        long running = clocks.now().stream().filter(IssueClocks.Clocked::runs).count();
        return running == 0
                ? ""
                : " %s.".formatted(running == 1 ? "One count-down clock runs" : running + " count-down clocks run");
    }

    /** One issue: its clock, its volume, where customers meet it, and what they say of it. */
    public IssueView issue(String issue, WallQuery query) {
        IssueClocks clocks = IssueClocks.read(readings, book, calendar, query);
        Period last = IssueClocks.last(calendar, query);
        Reading flow = readings.part(
                Tickets.METRIC,
                back(last, IssueVolume.MONTHS),
                last,
                IssueClocks.company(query, last),
                Map.of("issue", issue));
        Reading nature =
                readings.part(IssuePlaces.METRIC, query.period(), query.period(), query, Map.of("issue", issue));
        List<Period> voices = calendar.periods(
                query.period().grain(),
                back(query.period(), VOICES).startsOn(),
                query.period().lastDay());
        Reading feedback =
                readings.part(IssueFeedback.METRIC, voices.getFirst(), query.period(), query, Map.of("theme", issue));
        return new IssueView(
                issue,
                clocks.care(issue),
                clocks.of(issue).map(clocked -> IssueView.Clock.of(clocked, calendar)),
                List.of(
                        new IssueVolume(issue, clocks, flow, query, calendar).exhibit(),
                        IssuePlaces.of(issue, nature, query),
                        IssueFeedback.of(issue, feedback, voices, query)));
    }

    private Period back(Period last, int length) {
        Period first = last;
        for (int i = 1; i < length; i++) {
            first = calendar.previous(first);
        }
        return first;
    }

    static List<String> notices(WallQuery query) {
        return query.partial()
                ? List.of("%s is not over: its numbers still grow.".formatted(PeriodWords.of(query.period())))
                : List.of();
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
