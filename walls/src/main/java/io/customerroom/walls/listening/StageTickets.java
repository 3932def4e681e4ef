package io.customerroom.walls.listening;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Tone;
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
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tickets by stage, in the order of the journey; stages the journey does not name come last, by name. */
final class StageTickets {

    private static final String NONE = "no stage";

    private StageTickets() {}

    static Exhibit of(Reading tickets, WallQuery query, CompanyCalendar calendar, List<String> stages) {
        List<Line> lines = tickets.lines(query.period().name()).stream()
                .sorted(Comparator.comparingInt((Line line) -> place(stages, name(line)))
                        .thenComparing(StageTickets::name))
                .toList();
        return new Exhibit(
                "tickets-by-stage",
                title(lines),
                "Tickets by stage of the journey; %s; %s"
                        .formatted(PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                lines.isEmpty() ? Optional.empty() : Optional.of(chart(lines)),
                "",
                table(lines, query, Former.of(tickets, calendar, query, "stage", "opened")),
                tickets.warnings(),
                tickets.source());
    }

    private static int place(List<String> stages, String stage) {
        int place = stages.indexOf(stage);
        return place < 0 ? stages.size() : place;
    }

    private static String title(List<Line> lines) {
        long all = lines.stream().mapToLong(line -> line.count("opened")).sum();
        return lines.stream()
                .max(Comparator.comparingLong((Line line) -> line.count("opened"))
                        .thenComparing(StageTickets::name, Comparator.reverseOrder()))
                .filter(line -> line.count("opened") > 0)
                .map(line -> "“%s” hurts most: %s of %s"
                        .formatted(name(line), Numbers.whole(line.count("opened")), Numbers.counted(all, "new ticket")))
                .orElse("No stage brought new tickets");
    }

    private static Chart chart(List<Line> lines) {
        return new Chart.Bars(
                "tickets",
                true,
                lines.stream().map(StageTickets::name).toList(),
                List.of(
                        series("opened", Tone.CONCERNING, lines),
                        series("closed", Tone.IMPROVING, lines),
                        series("open", Tone.ORDINARY, lines)));
    }

    private static Series series(String column, Tone tone, List<Line> lines) {
        return new Series(
                column.equals("open") ? "open at the end" : column,
                tone,
                lines.stream()
                        .map(line -> BigDecimal.valueOf(line.count(column)))
                        .toList(),
                0);
    }

    private static Table table(List<Line> lines, WallQuery query, Former opened) {
        return new Table(
                "One row per stage, in the order of the journey",
                List.of(
                        Column.key("stage", "Stage"),
                        Column.count("opened", "Opened"),
                        Column.count("closed", "Closed"),
                        Column.count("open", "Open at the end"),
                        Column.count(Former.PRIOR, opened.priorLabel("Opened")),
                        Column.count(Former.LAST_YEAR, opened.lastYearLabel("Opened"))),
                lines.stream()
                        .map(line -> Row.of(
                                        name(line),
                                        line.exact("opened"),
                                        line.exact("closed"),
                                        line.exact("open"),
                                        opened.prior(line),
                                        opened.lastYear(line))
                                .to(new Drill(
                                        "tickets-by-stage",
                                        query.period().name(),
                                        Map.of("stage", line.named("stage", "")))))
                        .toList());
    }

    private static String name(Line line) {
        return line.named("stage", NONE);
    }
}
