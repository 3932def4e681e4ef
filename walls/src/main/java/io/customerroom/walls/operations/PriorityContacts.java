package io.customerroom.walls.operations;

import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Figure;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The priority contacts with kind, owner, measure, minimum standard and latest reading, breaches first. */
final class PriorityContacts {

    private PriorityContacts() {}

    static Exhibit of(Reading contacts, WallQuery query) {
        List<Line> lines = contacts.lines().stream()
                .sorted(Comparator.comparing(Standing::of)
                        .thenComparing(line -> line.named("contact", ""))
                        .thenComparing(line -> line.named("measure", ""))
                        .thenComparing(line -> line.named("site", "")))
                .toList();
        return new Exhibit(
                "priority-contacts",
                title(lines),
                "Latest reading of each measure against its minimum standard, a floor and not a goal; %s"
                        .formatted(PeriodWords.of(query)),
                figures(lines),
                Optional.empty(),
                "",
                table(lines, query),
                contacts.warnings(),
                contacts.source());
    }

    private static String title(List<Line> lines) {
        List<Line> broken = lines.stream()
                .filter(line -> Standing.of(line) == Standing.BREACH)
                .toList();
        if (lines.isEmpty()) {
            return "No priority contact is measured";
        }
        if (broken.isEmpty()) {
            return "No priority contact is below its minimum standard";
        }
        String first = broken.getFirst().named("contact", "a contact");
        return broken.size() == 1
                ? "“%s” is below its minimum standard".formatted(first)
                : "“%s” and %d more are below their minimum standards".formatted(first, broken.size() - 1);
    }

    private static List<Figure> figures(List<Line> lines) {
        List<Figure> figures = new ArrayList<>();
        for (Standing standing : List.of(Standing.BREACH, Standing.HOLDS, Standing.TOO_FEW, Standing.NO_STANDARD)) {
            long count =
                    lines.stream().filter(line -> Standing.of(line) == standing).count();
            figures.add(new Figure(
                    standing.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    label(standing),
                    Optional.of(BigDecimal.valueOf(count)),
                    Numbers.whole(count),
                    "of " + Numbers.whole(lines.size()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
        return figures;
    }

    private static String label(Standing standing) {
        return switch (standing) {
            case BREACH -> "Below the minimum";
            case HOLDS -> "Holding";
            case TOO_FEW -> "Too few to say";
            case NO_READING -> "No reading";
            case NO_STANDARD -> "No standard set";
        };
    }

    private static Table table(List<Line> lines, WallQuery query) {
        return new Table(
                "One row per contact and measure, breaches first",
                List.of(
                        Column.text("standing", "Standing"),
                        Column.key("contact", "Contact"),
                        Column.text("kind", "Kind"),
                        Column.text("stage", "Stage"),
                        Column.text("owner", "Owner"),
                        Column.key("measure", "Measure"),
                        Column.text("standard", "Minimum standard"),
                        Column.text("latest", "Latest reading"),
                        Column.count("n", "n"),
                        Column.day("read_on", "Read on"),
                        Column.key("site", "Site")),
                lines.stream()
                        .map(line -> Row.of(
                                        Standing.of(line).words(),
                                        line.named("contact", "unnamed"),
                                        line.named("contact_kind", "not set").replace('-', ' '),
                                        line.exact("stage"),
                                        line.named("owner", "nobody"),
                                        line.exact("measure"),
                                        standard(line),
                                        line.number("value")
                                                .map(value -> withUnit(value, line))
                                                .orElse(null),
                                        line.exact("n"),
                                        line.exact("read_on"),
                                        line.exact("site"))
                                .to(new Drill(
                                        "priority-contacts",
                                        query.period().name(),
                                        Map.of(
                                                "contact",
                                                line.named("contact", ""),
                                                "measure",
                                                line.named("measure", "")))))
                        .toList());
    }

    private static String standard(Line line) {
        return line.number("standard")
                .map(value -> words(line) + " " + withUnit(value, line))
                .orElse("none");
    }

    private static String words(Line line) {
        boolean least = line.named("direction", "at-least").equals("at-least");
        boolean strict = line.named("strict", "false").equals("true");
        return least ? (strict ? "more than" : "at least") : (strict ? "less than" : "at most");
    }

    private static String withUnit(BigDecimal value, Line line) {
        String unit = line.named("unit", "");
        return Numbers.plain(value, 2) + (unit.isEmpty() ? "" : " " + unit);
    }
}
