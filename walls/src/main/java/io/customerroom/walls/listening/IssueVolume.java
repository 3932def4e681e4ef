package io.customerroom.walls.listening;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Reading.Line;
import io.customerroom.walls.reading.WallQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The volume of one issue month by month, with the level promised and what the process does by itself. */
final class IssueVolume {

    static final String ID = "volume";

    /** So many months are shown, and set the limits. */
    static final int MONTHS = 25;

    private final String issue;
    private final IssueClocks clocks;
    private final WallQuery query;
    private final CompanyCalendar calendar;
    private final Reading flow;
    private final Tickets tickets;
    private final List<Period> months;
    private final VolumeCourse course;

    /** @param flow of the issue by months, {@link #MONTHS} of them */
    IssueVolume(String issue, IssueClocks clocks, Reading flow, WallQuery query, CompanyCalendar calendar) {
        this.issue = issue;
        this.clocks = clocks;
        this.query = query;
        this.calendar = calendar;
        this.flow = flow;
        this.tickets = Tickets.of(flow);
        this.months = months();
        this.course = VolumeCourse.of(whole().stream().map(this::count).toList());
    }

    Exhibit exhibit() {
        return new Exhibit(
                ID,
                title(),
                "Tickets opened in a month; all customers; months up to %s"
                        .formatted(PeriodWords.of(IssueClocks.last(calendar, query))),
                List.of(),
                whole().isEmpty() ? Optional.empty() : Optional.of(picture()),
                caption(),
                table(),
                flow.warnings(),
                flow.source());
    }

    /** From the first month that knows the issue. */
    private List<Period> months() {
        Period last = IssueClocks.last(calendar, query);
        return flow.lines().stream()
                .map(line -> calendar.parse(line.named("period", last.name())))
                .findFirst()
                .map(first -> calendar.periods(Grain.MONTH, first.startsOn(), last.lastDay()))
                .orElse(List.of());
    }

    private List<Period> whole() {
        return months.stream()
                .filter(month -> !month.partial(query.clocks().through()))
                .toList();
    }

    private OptionalLong count(Period month) {
        return tickets.in(issue, month);
    }

    private String title() {
        if (whole().isEmpty()) {
            return "No ticket of a whole month names this issue";
        }
        Period newest = whole().getLast();
        OptionalLong count = count(newest);
        String then = count.isPresent()
                ? "%s in %s".formatted(Numbers.counted(count.getAsLong(), "ticket"), PeriodWords.of(newest))
                : "Nothing is known of " + PeriodWords.of(newest);
        if (course.limits().isEmpty()) {
            return then;
        }
        return then
                + (course.signals().containsKey(whole().size() - 1)
                        ? ": something has changed"
                        : ", within what it usually does");
    }

    private String caption() {
        boolean wanted = whole().stream().anyMatch(month -> level(month).isPresent());
        return course.words() + ". ◇ signal: something has changed" + (wanted ? ". ■ above the level wanted" : "");
    }

    private Chart.Process picture() {
        List<Period> whole = whole();
        return course.picture(
                whole.stream().map(Period::name).toList(),
                whole.stream().map(this::count).toList(),
                whole.stream().map(this::level).toList());
    }

    private OptionalLong level(Period month) {
        Optional<IssueLevel> level = clocks.level(issue, month);
        return level.isPresent() ? OptionalLong.of(level.get().most()) : OptionalLong.empty();
    }

    private Table table() {
        List<Row> rows = new ArrayList<>();
        for (Period month : months.reversed()) {
            rows.add(row(month));
        }
        return new Table(
                "One row per month, newest first",
                List.of(
                        Column.key("period", "Month"),
                        Column.count("opening", "Open before"),
                        Column.count("opened", "Opened"),
                        Column.count("closed", "Closed"),
                        Column.count("closing", "Open at the end"),
                        Column.count("complaints_opened", "Complaints opened"),
                        Column.count("customers", "Customers"),
                        Column.count("most", "At most a month"),
                        Column.text("clock", "Clock after it"),
                        Column.text("signal", "Signal")),
                rows);
    }

    private Row row(Period month) {
        Optional<Line> line = flow.lines(month.name()).stream().findFirst();
        OptionalLong count = count(month);
        @Nullable String none = count.isPresent() ? "0" : null;
        int place = whole().indexOf(month);
        return Row.of(
                        month.name(),
                        line.map(it -> it.exact("opening")).orElse(none),
                        line.map(it -> it.exact("opened")).orElse(none),
                        line.map(it -> it.exact("closed")).orElse(none),
                        line.map(it -> it.exact("closing")).orElse(none),
                        line.map(it -> it.exact("complaints_opened")).orElse(none),
                        line.map(it -> it.exact("customers")).orElse(none),
                        clocks.level(issue, month)
                                .map(level -> Long.toString(level.most()))
                                .orElse(null),
                        place < 0
                                ? "not over"
                                : clocks.face(issue, month)
                                        .map(ClockWords::state)
                                        .orElse(null),
                        course.signals().get(place))
                .to(new Drill(Tickets.METRIC, month.name(), Map.of("issue", issue, "part", "opened")));
    }
}
