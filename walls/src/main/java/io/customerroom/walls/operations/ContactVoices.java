package io.customerroom.walls.operations;

import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Tone;
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
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What customers said at one contact, period by period: tickets, complaints among them, answers to surveys. */
final class ContactVoices {

    private ContactVoices() {}

    static Exhibit of(String contact, Reading inventory, WallQuery query) {
        List<Line> lines = inventory.lines();
        return new Exhibit(
                "voices",
                title(inventory.lines(query.period().name())),
                "Tickets, complaints among them and survey answers at this contact; %s"
                        .formatted(PeriodWords.population(query)),
                List.of(),
                lines.isEmpty() ? Optional.empty() : Optional.of(chart(lines)),
                "",
                table(contact, lines),
                inventory.warnings(),
                inventory.source());
    }

    private static String title(List<Line> now) {
        if (now.isEmpty()) {
            return "Nobody said anything here this period";
        }
        Line line = now.getFirst();
        return "%s, %s among them, and %s"
                .formatted(
                        Numbers.counted(line.count("tickets"), "ticket"),
                        Numbers.counted(line.count("complaints"), "complaint"),
                        Numbers.counted(line.count("answers"), "survey answer"));
    }

    private static Chart chart(List<Line> lines) {
        return new Chart.Line(
                "per period",
                lines.stream().map(line -> line.named("period", "")).toList(),
                List.of(
                        series("tickets", Tone.ORDINARY, lines),
                        series("complaints", Tone.CONCERNING, lines),
                        series("answers", Tone.SECOND, lines)),
                Optional.empty());
    }

    private static Series series(String column, Tone tone, List<Line> lines) {
        return new Series(
                column,
                tone,
                lines.stream()
                        .map(line -> BigDecimal.valueOf(line.count(column)))
                        .toList(),
                0);
    }

    private static Table table(String contact, List<Line> lines) {
        return new Table(
                "One row per period, oldest first",
                List.of(
                        Column.key("period", "Period"),
                        Column.count("tickets", "Tickets opened"),
                        Column.count("complaints", "Complaints"),
                        Column.count("answers", "Survey answers"),
                        Column.count("customers", "Customers"),
                        Column.amount("value", "Their value, twelve months", 0)),
                lines.stream()
                        .map(line -> Row.of(
                                        line.exact("period"),
                                        line.exact("tickets"),
                                        line.exact("complaints"),
                                        line.exact("answers"),
                                        line.exact("customers"),
                                        line.exact("value"))
                                .to(new Drill(
                                        "contact-inventory", line.named("period", ""), Map.of("contact", contact))))
                        .toList());
    }
}
