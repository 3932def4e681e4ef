package io.customerroom.walls.listening;

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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where on the journey, and at which contact, customers meet one issue. The table is the picture. */
final class IssuePlaces {

    static final String METRIC = "ticket-nature";

    private IssuePlaces() {}

    /** @param nature of the issue's tickets in the view's period */
    static Exhibit of(String issue, Reading nature, WallQuery query) {
        List<Line> lines = nature.lines(query.period().name()).stream()
                .sorted(Comparator.comparingLong((Line line) -> line.count("opened"))
                        .reversed()
                        .thenComparing(line -> line.named("stage", ""))
                        .thenComparing(line -> line.named("contact", "")))
                .toList();
        return new Exhibit(
                "places",
                title(lines),
                "Tickets opened, by stage, contact and kind; %s; %s"
                        .formatted(PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                Optional.empty(),
                "",
                table(issue, lines, query),
                nature.warnings(),
                nature.source());
    }

    private static String title(List<Line> lines) {
        if (lines.isEmpty()) {
            return "No ticket of this issue was opened";
        }
        long all = lines.stream().mapToLong(line -> line.count("opened")).sum();
        Line first = lines.getFirst();
        return "%s of %s in the stage “%s”, contact “%s”"
                .formatted(
                        Numbers.whole(first.count("opened")),
                        Numbers.counted(all, "ticket"),
                        first.named("stage", "not known"),
                        first.named("contact", "not known"));
    }

    private static Table table(String issue, List<Line> lines, WallQuery query) {
        return new Table(
                "One row per stage, contact and kind, most tickets first",
                List.of(
                        Column.key("stage", "Stage"),
                        Column.key("contact", "Contact"),
                        Column.key("kind", "Kind"),
                        Column.count("opened", "Opened"),
                        Column.count("customers", "Customers")),
                lines.stream()
                        .map(line -> Row.of(
                                        line.named("stage", "no stage"),
                                        line.named("contact", "no contact"),
                                        line.named("kind", "no kind"),
                                        line.exact("opened"),
                                        line.exact("customers"))
                                .to(new Drill(
                                        METRIC,
                                        query.period().name(),
                                        Map.of(
                                                "issue", issue,
                                                "stage", line.named("stage", ""),
                                                "contact", line.named("contact", ""),
                                                "kind", line.named("kind", "")))))
                        .toList());
    }
}
