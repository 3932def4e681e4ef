package io.customerroom.walls.listening;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.Former;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Reading.Line;
import io.customerroom.walls.reading.WallQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The issues with most new tickets, who works on each and where it stands. The table is the picture. */
final class TopIssues {

    private static final String NONE = "no issue named";

    private TopIssues() {}

    static Exhibit of(Reading issues, WallQuery query, CompanyCalendar calendar, IssueClocks clocks) {
        List<Line> lines = issues.lines(query.period().name()).stream()
                .sorted(Comparator.comparingLong((Line line) -> line.count("opened"))
                        .reversed()
                        .thenComparing(TopIssues::name))
                .toList();
        return new Exhibit(
                "top-issues",
                title(lines, clocks),
                "Tickets opened, by issue; %s; %s".formatted(PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                Optional.empty(),
                "",
                table(lines, query, Former.of(issues, calendar, query, "issue", "opened"), clocks),
                issues.warnings(),
                issues.source());
    }

    private static String title(List<Line> lines, IssueClocks clocks) {
        if (lines.isEmpty()) {
            return "No issue is known";
        }
        long nobody = lines.stream()
                .filter(line -> line.count("open") > 0 && owner(line, clocks).isEmpty())
                .count();
        String first = "“%s” is the largest issue".formatted(name(lines.getFirst()));
        return nobody == 0
                ? first + "; every open one has an owner"
                : first
                        + "; %s open %s no owner"
                                .formatted(Numbers.whole(nobody), nobody == 1 ? "one has" : "ones have");
    }

    private static Table table(List<Line> lines, WallQuery query, Former opened, IssueClocks clocks) {
        return new Table(
                "One row per issue, most new tickets first",
                List.of(
                        Column.key("issue", "Issue"),
                        Column.count("opened", "Opened"),
                        Column.count("closed", "Closed"),
                        Column.count("open", "Open at the end"),
                        Column.text("owner", "Owner"),
                        Column.text("state", "State"),
                        Column.count(Former.PRIOR, opened.priorLabel("Opened")),
                        Column.count(Former.LAST_YEAR, opened.lastYearLabel("Opened"))),
                lines.stream()
                        .map(line -> Row.of(
                                        name(line),
                                        line.exact("opened"),
                                        line.exact("closed"),
                                        line.exact("open"),
                                        owner(line, clocks).isEmpty() ? "nobody" : owner(line, clocks),
                                        line.exact("state"),
                                        opened.prior(line),
                                        opened.lastYear(line))
                                .to(new Drill(
                                        Tickets.METRIC,
                                        query.period().name(),
                                        Map.of("issue", line.named("issue", "")))))
                        .toList());
    }

    /** Who answers for it, by what people said; else whose ticket is the newest. */
    private static String owner(Line line, IssueClocks clocks) {
        String said = clocks.care(line.named("issue", "")).owner();
        return said.isEmpty() ? line.named("owner", "") : said;
    }

    private static String name(Line line) {
        return line.named("issue", NONE);
    }
}
