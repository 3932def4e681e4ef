package io.customerroom.walls.listening;

import io.customerroom.kernel.Period;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Step;
import io.customerroom.walls.exhibit.Direction;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Reading.Line;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How tickets flow: what was open, what came, what was closed, what is left; in all, and issue by issue. */
final class FlowExhibits {

    /** More issues than these are not told apart in a picture. */
    private static final int DRAWN = 12;

    private final Reading flow;
    private final WallQuery query;
    private final List<Period> periods;

    /** @param periods oldest first, the view's one last */
    FlowExhibits(Reading flow, WallQuery query, List<Period> periods) {
        this.flow = flow;
        this.query = query;
        this.periods = List.copyOf(periods);
    }

    /** All tickets: the way from the opening to the closing, and the periods before. */
    Exhibit tickets() {
        List<Line> now = flow.lines(query.period().name());
        Flow all = Flow.of(now);
        return new Exhibit(
                "ticket-flow",
                now.isEmpty() ? "No tickets are known" : finding(all),
                "Tickets open before, opened, closed and open at the end; %s; %s"
                        .formatted(PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                now.isEmpty() ? Optional.empty() : Optional.of(bridge(all)),
                now.isEmpty() ? "" : all.identity(),
                new Table(
                        "One row per period, newest first; each closing is the next opening",
                        columns("period", "Period"),
                        periods.reversed().stream().map(this::row).toList()),
                flow.warnings(),
                flow.source());
    }

    private static String finding(Flow all) {
        String open = "%s open".formatted(all.closing() == 1 ? "1 is" : Numbers.whole(all.closing()) + " are");
        return all.change() == 0
                ? "As many tickets were closed as opened: " + open
                : "%s %s than %s: %s"
                        .formatted(
                                Numbers.counted(Math.abs(all.change()), "ticket")
                                        .replaceFirst(" ", " more "),
                                all.change() > 0 ? "opened" : "closed",
                                all.change() > 0 ? "closed" : "opened",
                                open);
    }

    private Chart bridge(Flow all) {
        return new Chart.Bridge(
                "tickets",
                "Open before",
                BigDecimal.valueOf(all.opening()),
                List.of(
                        new Step("Opened", BigDecimal.valueOf(all.opened())),
                        new Step("Closed", BigDecimal.valueOf(-all.closed()))),
                "Open at the end",
                Direction.DOWN);
    }

    private Row row(Period period) {
        List<Line> lines = flow.lines(period.name());
        return lines.isEmpty()
                ? Flow.unknown(period.name())
                : Flow.of(lines).row(period.name(), period.name(), Map.of());
    }

    /** Issue by issue, those whose pile grew most first; tickets without issue are a line of their own. */
    Exhibit issues() {
        List<Line> lines = flow.lines(query.period().name()).stream()
                .sorted(Comparator.comparingLong((Line line) -> -change(line)).thenComparing(FlowExhibits::name))
                .toList();
        long growing = lines.stream().filter(line -> change(line) > 0).count();
        return new Exhibit(
                "issue-flow",
                lines.isEmpty()
                        ? "No issue is known"
                        : "The pile of %s grew"
                                .formatted(growing == 0 ? "no issue" : Numbers.counted(growing, "issue")),
                "Tickets opened less tickets closed, by issue; %s; %s"
                        .formatted(PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                lines.isEmpty() ? Optional.empty() : Optional.of(steps(lines)),
                changed(lines).size() > DRAWN
                        ? "The %d issues that changed most have a step of their own".formatted(DRAWN)
                        : "",
                new Table(
                        "One row per issue, the pile that grew most first; the rows add up to all tickets",
                        columns("issue", "Issue"),
                        lines.stream().map(this::row).toList()),
                flow.warnings(),
                flow.source());
    }

    private static List<Line> changed(List<Line> lines) {
        return lines.stream()
                .filter(line -> change(line) != 0)
                .sorted(Comparator.comparingLong((Line line) -> -Math.abs(change(line)))
                        .thenComparing(FlowExhibits::name))
                .toList();
    }

    /** From what was open before to what is open at the end, by the issues that changed it; nothing is left over. */
    private static Chart steps(List<Line> lines) {
        List<Line> changed = changed(lines);
        List<Step> steps = new ArrayList<>();
        changed.stream()
                .limit(DRAWN)
                .sorted(Comparator.comparingLong((Line line) -> -change(line)).thenComparing(FlowExhibits::name))
                .forEach(line -> steps.add(new Step(name(line), BigDecimal.valueOf(change(line)))));
        steps.add(new Step(
                "all others",
                BigDecimal.valueOf(changed.stream()
                        .skip(DRAWN)
                        .mapToLong(FlowExhibits::change)
                        .sum())));
        return new Chart.Bridge(
                "tickets",
                "Open before",
                BigDecimal.valueOf(Flow.of(lines).opening()),
                steps,
                "Open at the end",
                Direction.DOWN);
    }

    private Row row(Line line) {
        return Flow.of(List.of(line)).row(name(line), query.period().name(), Map.of("issue", line.named("issue", "")));
    }

    private static long change(Line line) {
        return line.count("opened") - line.count("closed");
    }

    private static String name(Line line) {
        return line.named("issue", "no issue named");
    }

    private static List<Column> columns(String name, String label) {
        return Stream.concat(Stream.of(Column.key(name, label)), Flow.columns().stream())
                .toList();
    }
}
