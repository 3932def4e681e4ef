package io.customerroom.walls.listening;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Period;
import io.customerroom.walls.exhibit.Direction;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Figure;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.listening.IssueClock.Face;
import io.customerroom.walls.listening.IssueClocks.Clocked;
import io.customerroom.walls.reading.Compared;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** How long it takes to get the counts down: each issue's clock on its volume against the level promised, the longest first. */
final class CountDown {

    static final String ID = "count-down";

    private CountDown() {}

    /** @param issues of the period, for its papers where no level is in force */
    static Exhibit of(IssueClocks clocks, Reading issues, WallQuery query, CompanyCalendar calendar) {
        List<Clocked> now = clocks.now();
        Reading read = clocks.flow().orElse(issues);
        return new Exhibit(
                ID,
                title(now),
                "Tickets opened in a month against the level promised, by issue; all customers; "
                        + PeriodWords.of(IssueClocks.last(calendar, query)),
                now.isEmpty() ? List.of() : List.of(figure(clocks, now, query, calendar)),
                Optional.empty(),
                "",
                table(now, query, calendar),
                warnings(read, query),
                read.source());
    }

    private static List<String> warnings(Reading read, WallQuery query) {
        List<String> warnings = new ArrayList<>(read.warnings());
        warnings.removeIf(warning -> warning.startsWith("Not narrowed to"));
        if (!query.where().isEmpty()) {
            warnings.add("Not narrowed to %s: levels are promised for all customers."
                    .formatted(String.join(", ", query.where().values())));
        }
        return warnings;
    }

    private static String title(List<Clocked> now) {
        if (now.isEmpty()) {
            return "No issue has a promised level yet, so no clock runs";
        }
        long running = now.stream().filter(Clocked::runs).count();
        Clocked first = now.getFirst();
        if (first.face() instanceof Face.Running longest) {
            return "%s of %s %s, “%s” for %s"
                    .formatted(
                            Numbers.whole(running),
                            Numbers.counted(now.size(), "clock"),
                            running == 1 ? "runs" : "run",
                            first.issue(),
                            Numbers.counted(longest.months(), "month"));
        }
        return now.stream().anyMatch(clocked -> clocked.face() instanceof Face.Fresh)
                ? "No clock has run for a month yet"
                : "Every clock stands: the counts are down";
    }

    private static Figure figure(IssueClocks clocks, List<Clocked> now, WallQuery query, CompanyCalendar calendar) {
        return Compared.of(calendar, query)
                .figure(
                        "clocks",
                        "Count-down clocks running",
                        "of " + Numbers.counted(now.size(), "issue") + " with a level",
                        Direction.DOWN,
                        false,
                        period -> clocks.running(period).map(BigDecimal::valueOf),
                        Optional.empty());
    }

    private static Table table(List<Clocked> now, WallQuery query, CompanyCalendar calendar) {
        ClockWords words = new ClockWords(calendar);
        Period month = IssueClocks.last(calendar, query);
        return new Table(
                "One row per issue with a level, the clock that runs longest first",
                List.of(
                        Column.key("issue", "Issue"),
                        Column.text("clock", "Clock"),
                        Column.text("how_long", "How long"),
                        Column.count("opened", "Opened, " + PeriodWords.of(month)),
                        Column.count("most", "At most a month"),
                        Column.text("calm", "Calm months"),
                        Column.text("source", "Level from"),
                        Column.text("owner", "Owner"),
                        Column.text("team", "Team")),
                now.stream().map(clocked -> row(clocked, words, query)).toList());
    }

    private static Row row(Clocked clocked, ClockWords words, WallQuery query) {
        OptionalLong volume = clocked.volume();
        return Row.of(
                        clocked.issue(),
                        ClockWords.state(clocked.face()),
                        words.howLong(clocked.face()),
                        volume.isPresent() ? Long.toString(volume.getAsLong()) : null,
                        Long.toString(clocked.level().most()),
                        ClockWords.calm(clocked),
                        clocked.level().promise().map(id -> "promise " + id).orElse("target"),
                        clocked.care().owner().isEmpty()
                                ? clocked.level().owner()
                                : clocked.care().owner(),
                        clocked.care().team().isEmpty() ? null : clocked.care().team())
                .to(new Drill(Tickets.METRIC, query.period().name(), Map.of("issue", clocked.issue())));
    }
}
