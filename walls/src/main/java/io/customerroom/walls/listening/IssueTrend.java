package io.customerroom.walls.listening;

import io.customerroom.kernel.Period;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Shade;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every issue over the last periods: is it noise, or has something changed? Limits come from up to {@value #LIMITS} whole periods; those shown
 * are the last {@value #SHOWN}.
 */
final class IssueTrend {

    /** So many periods are shown. */
    static final int SHOWN = 13;

    /** So many periods set the limits, where they are known. */
    static final int LIMITS = 25;

    /** More issues than these are not drawn; the table holds all. */
    private static final int DRAWN = 15;

    private final Reading flow;
    private final WallQuery query;
    private final List<Period> periods;
    private final Tickets tickets;
    private final Map<String, VolumeCourse> courses = new HashMap<>();

    /** @param periods oldest first, the view's one last, {@link #LIMITS} of them */
    IssueTrend(Reading flow, WallQuery query, List<Period> periods) {
        this.flow = flow;
        this.query = query;
        this.tickets = Tickets.of(flow);
        this.periods = known(flow, periods);
        for (String issue : tickets.issues()) {
            courses.put(
                    issue,
                    VolumeCourse.of(whole().stream()
                            .map(period -> tickets.in(issue, period))
                            .toList()));
        }
    }

    /** Periods from the first one of which any ticket tells. */
    private static List<Period> known(Reading flow, List<Period> periods) {
        List<String> told = flow.lines().stream()
                .map(line -> line.named("period", ""))
                .distinct()
                .toList();
        return periods.stream()
                .dropWhile(period -> !told.contains(period.name()))
                .toList();
    }

    private List<Period> whole() {
        return periods.stream()
                .filter(period -> !period.partial(query.clocks().through()))
                .toList();
    }

    private List<Period> shown() {
        return periods.subList(Math.max(0, periods.size() - SHOWN), periods.size());
    }

    Exhibit all() {
        List<String> issues = issues();
        return new Exhibit(
                "issue-trend",
                title(issues),
                "Tickets opened, by issue; %s; up to %s"
                        .formatted(PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                issues.isEmpty() ? Optional.empty() : Optional.of(heat(issues)),
                issues.size() > DRAWN ? "The %d largest issues are drawn".formatted(DRAWN) : "",
                table(issues),
                flow.warnings(),
                flow.source());
    }

    /** The issue that speaks loudest in the newest whole period, as a control chart. */
    Optional<Exhibit> loudest() {
        return issues().stream()
                .filter(issue -> course(issue).limits().isPresent())
                .max(Comparator.comparing(this::signals)
                        .thenComparing(this::distance)
                        .thenComparing(this::total))
                .map(this::chart);
    }

    private VolumeCourse course(String issue) {
        return courses.getOrDefault(issue, VolumeCourse.of(List.of()));
    }

    private boolean signals(String issue) {
        return course(issue).signals().containsKey(whole().size() - 1);
    }

    /** How far the newest whole period lies from the mean. */
    private BigDecimal distance(String issue) {
        OptionalLong now = whole().isEmpty() ? OptionalLong.empty() : tickets.in(issue, whole().getLast());
        return course(issue)
                .limits()
                .map(band ->
                        BigDecimal.valueOf(now.orElse(0)).subtract(band.mean()).abs())
                .orElse(BigDecimal.ZERO);
    }

    private long total(String issue) {
        return shown().stream()
                .mapToLong(period -> tickets.in(issue, period).orElse(0))
                .sum();
    }

    private List<String> issues() {
        return tickets.issues().stream()
                .sorted(Comparator.comparingLong((String issue) -> -total(issue))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private String title(List<String> issues) {
        if (issues.isEmpty()) {
            return "No issue is known";
        }
        List<String> changed = issues.stream().filter(this::signals).toList();
        return changed.isEmpty()
                ? "No issue does anything but what it usually does"
                : "Something has changed with %s"
                        .formatted(
                                changed.size() == 1
                                        ? "“" + changed.getFirst() + "”"
                                        : Numbers.counted(changed.size(), "issue") + ", first “" + changed.getFirst()
                                                + "”");
    }

    private Chart heat(List<String> issues) {
        List<String> drawn = issues.subList(0, Math.min(DRAWN, issues.size()));
        List<List<@Nullable Shade>> cells = new ArrayList<>();
        for (String issue : drawn) {
            List<@Nullable Shade> row = new ArrayList<>();
            for (Period period : shown()) {
                OptionalLong count = tickets.in(issue, period);
                row.add(
                        count.isEmpty()
                                ? null
                                : new Shade(
                                        BigDecimal.valueOf(count.getAsLong()),
                                        Numbers.whole(count.getAsLong()),
                                        period.partial(query.clocks().through())));
            }
            cells.add(row);
        }
        return new Chart.Heat(
                "tickets opened",
                "issue",
                drawn,
                "period",
                shown().stream().map(Period::name).collect(Collectors.toList()),
                cells);
    }

    private Table table(List<String> issues) {
        List<Row> rows = new ArrayList<>();
        for (String issue : issues) {
            rows.add(row(issue));
        }
        return new Table(
                "One row per issue, most tickets first",
                List.of(
                        Column.key("issue", "Issue"),
                        Column.count("opened", "Opened, " + PeriodWords.of(query.period())),
                        Column.count("total", "Opened, last %d periods".formatted(shown().size())),
                        Column.amount("mean", "Mean", 1),
                        Column.amount("lower", "Lower natural limit", 1),
                        Column.amount("upper", "Upper natural limit", 1),
                        Column.text("signal", "Signal in the newest whole period")),
                rows);
    }

    private Row row(String issue) {
        VolumeCourse course = course(issue);
        OptionalLong now = tickets.in(issue, query.period());
        return Row.of(
                        issue,
                        now.isPresent() ? Long.toString(now.getAsLong()) : null,
                        Long.toString(total(issue)),
                        course.limits().map(band -> band.mean().toPlainString()).orElse(null),
                        course.limits()
                                .map(band -> band.lower().toPlainString())
                                .orElse(null),
                        course.limits()
                                .map(band -> band.upper().toPlainString())
                                .orElse(null),
                        course.signals().get(whole().size() - 1))
                .to(new Drill(Tickets.METRIC, query.period().name(), Map.of("issue", issue)));
    }

    private Exhibit chart(String issue) {
        VolumeCourse course = course(issue);
        List<Period> whole = whole();
        return new Exhibit(
                "loudest-issue",
                signals(issue)
                        ? "“%s”: something has changed".formatted(issue)
                        : "“%s” is farthest from its mean, and yet within what it does".formatted(issue),
                "Tickets opened; %s; whole periods up to %s"
                        .formatted(PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                Optional.of(course.picture(
                        whole.stream().map(Period::name).toList(),
                        whole.stream().map(period -> tickets.in(issue, period)).toList(),
                        whole.stream().map(period -> OptionalLong.empty()).toList())),
                course.words() + ". ◇ signal: something has changed",
                new Table(
                        "One row per whole period, newest first",
                        List.of(
                                Column.key("period", "Period"),
                                Column.count("opened", "Opened"),
                                Column.text("signal", "Signal")),
                        rows(issue, course, whole)),
                flow.warnings(),
                flow.source());
    }

    private List<Row> rows(String issue, VolumeCourse course, List<Period> whole) {
        List<Row> rows = new ArrayList<>();
        for (int i = whole.size() - 1; i >= 0; i--) {
            Period period = whole.get(i);
            OptionalLong count = tickets.in(issue, period);
            rows.add(Row.of(
                            period.name(),
                            count.isPresent() ? Long.toString(count.getAsLong()) : null,
                            course.signals().get(i))
                    .to("opened", new Drill(Tickets.METRIC, period.name(), Map.of("issue", issue, "part", "opened"))));
        }
        return rows;
    }
}
