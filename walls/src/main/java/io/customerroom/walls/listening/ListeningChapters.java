package io.customerroom.walls.listening;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.kernel.Period;
import io.customerroom.walls.exhibit.Chapter;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.listening.NatureExhibit.Split;
import io.customerroom.walls.reading.Chapters;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Readings;
import io.customerroom.walls.reading.WallQuery;
import java.util.ArrayList;
import java.util.List;

/** The second layer of wall 2: how tickets flow, of what nature they are, which issues change, and how long customers wait. */
public final class ListeningChapters implements Chapters {

    private static final Chapter FLOW = new Chapter("flow", "Do we get the counts down?");
    private static final Chapter NATURE = new Chapter("nature", "Of what nature is it?");
    private static final Chapter TREND = new Chapter("trend", "Which issues change?");
    private static final Chapter WAITING = new Chapter("waiting", "How long do customers wait?");

    private final Readings readings;
    private final CompanyCalendar calendar;
    private final List<String> stages;

    /** @param stages of the company's journey, in order */
    public ListeningChapters(Readings readings, CompanyCalendar calendar, List<String> stages) {
        this.readings = readings;
        this.calendar = calendar;
        this.stages = List.copyOf(stages);
    }

    @Override
    public List<Chapter> all() {
        return List.of(FLOW, NATURE, TREND, WAITING);
    }

    @Override
    public Wall compose(Chapter chapter, WallQuery query) {
        List<Exhibit> exhibits =
                switch (chapter.id()) {
                    case "flow" -> flow(query);
                    case "nature" -> nature(query);
                    case "trend" -> trend(query);
                    case "waiting" -> waiting(query);
                    default ->
                        throw Failure.yours(
                                "CHAPTER_UNKNOWN",
                                "Wall 2 has no chapter '%s'.".formatted(chapter.id()),
                                "Open wall 2 and follow its links.");
                };
        Exhibit leading = chapter.equals(NATURE) ? exhibits.getLast() : exhibits.getFirst();
        return new Wall(2, chapter.question(), leading.title(), ListeningWall.notices(query), List.of(), exhibits);
    }

    private List<Exhibit> flow(WallQuery query) {
        List<Period> periods = back(query.period(), IssueTrend.SHOWN);
        FlowExhibits flow = new FlowExhibits(read(Tickets.METRIC, periods, query), query, periods);
        return List.of(flow.tickets(), flow.issues());
    }

    private List<Exhibit> nature(WallQuery query) {
        Period before = calendar.previous(query.period());
        Period yearAgo = calendar.sameLastYear(query.period());
        Reading now = read(IssuePlaces.METRIC, List.of(query.period()), query);
        Reading then = read(IssuePlaces.METRIC, List.of(before), query);
        Reading lastYear = read(IssuePlaces.METRIC, List.of(yearAgo), query);
        List<Period> periods = back(query.period(), IssueTrend.SHOWN);
        List<Exhibit> exhibits = new ArrayList<>();
        exhibits.add(new Coverage(read(Tickets.METRIC, periods, query), query, periods).exhibit());
        for (Split split : Split.values()) {
            exhibits.add(new NatureExhibit(split, query, now)
                    .of(then, lastYear, PeriodWords.of(before), PeriodWords.of(yearAgo)));
        }
        exhibits.add(new IssueStages(now, query, stages).exhibit());
        return exhibits;
    }

    private List<Exhibit> trend(WallQuery query) {
        List<Period> periods = back(query.period(), IssueTrend.LIMITS);
        IssueTrend trend = new IssueTrend(read(Tickets.METRIC, periods, query), query, periods);
        List<Exhibit> exhibits = new ArrayList<>(List.of(trend.all()));
        trend.loudest().ifPresent(exhibits::add);
        return exhibits;
    }

    private List<Exhibit> waiting(WallQuery query) {
        List<Period> periods = back(query.period(), IssueTrend.SHOWN);
        WaitingExhibits waiting = new WaitingExhibits(read(WaitingExhibits.METRIC, periods, query), query, stages);
        return List.of(waiting.byStage(), waiting.course(periods));
    }

    private Reading read(String metric, List<Period> periods, WallQuery query) {
        return readings.read(metric, periods.getFirst(), periods.getLast(), query);
    }

    /** Oldest first, the given one last. */
    private List<Period> back(Period last, int length) {
        List<Period> periods = new ArrayList<>(List.of(last));
        while (periods.size() < length) {
            periods.addFirst(calendar.previous(periods.getFirst()));
        }
        return periods;
    }
}
