package io.customerroom.walls.listening;

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
import io.customerroom.walls.reading.Reading.Line;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which issue meets customers in which stage of the journey. An issue in several stages is one that several teams have to mend. */
final class IssueStages {

    /** More issues than these are not drawn; the table holds all. */
    private static final int DRAWN = 15;

    private final Reading nature;
    private final WallQuery query;
    private final List<String> journey;
    private final Map<String, Map<String, Long>> opened = new TreeMap<>();

    /** @param journey the company's stages in order; others come behind, by name */
    IssueStages(Reading nature, WallQuery query, List<String> journey) {
        this.nature = nature;
        this.query = query;
        this.journey = journey;
        for (Line line : nature.lines(query.period().name())) {
            opened.computeIfAbsent(line.named("issue", ""), issue -> new TreeMap<>())
                    .merge(line.named("stage", ""), line.count("opened"), Long::sum);
        }
    }

    Exhibit exhibit() {
        List<String> issues = issues();
        List<Row> rows = new ArrayList<>();
        for (String issue : issues) {
            for (String stage : stages()) {
                long count = opened.getOrDefault(issue, Map.of()).getOrDefault(stage, 0L);
                if (count > 0) {
                    rows.add(row(issue, stage, count));
                }
            }
        }
        return new Exhibit(
                "issue-stages",
                title(issues),
                "Tickets opened, by issue and stage of the journey; %s; %s"
                        .formatted(PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                issues.isEmpty() ? Optional.empty() : Optional.of(heat(issues)),
                issues.size() > DRAWN ? "The %d largest issues are drawn".formatted(DRAWN) : "",
                new Table(
                        "One row per issue and stage, the largest issue first; the rows add up to all tickets opened",
                        List.of(
                                Column.key("issue", "Issue"),
                                Column.key("stage", "Stage"),
                                Column.count("opened", "Opened"),
                                Column.amount("share", "Share of the issue, %", 1)),
                        rows),
                nature.warnings(),
                nature.source());
    }

    private long total(String issue) {
        return opened.getOrDefault(issue, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private List<String> issues() {
        return opened.keySet().stream()
                .sorted(Comparator.comparingLong((String issue) -> -total(issue))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private List<String> stages() {
        TreeSet<String> others = new TreeSet<>();
        opened.values().forEach(stages -> others.addAll(stages.keySet()));
        List<String> stages =
                new ArrayList<>(journey.stream().filter(others::contains).toList());
        journey.forEach(others::remove);
        boolean unknown = others.remove("");
        stages.addAll(others);
        if (unknown) {
            stages.add("");
        }
        return stages;
    }

    private String title(List<String> issues) {
        if (issues.isEmpty()) {
            return "No ticket was opened";
        }
        long several = issues.stream()
                .filter(issue -> !issue.isEmpty())
                .filter(issue -> opened.getOrDefault(issue, Map.of()).size() > 1)
                .count();
        return several == 0
                ? "Every issue meets customers in one stage only"
                : "%s %s customers in more than one stage"
                        .formatted(Numbers.counted(several, "issue"), several == 1 ? "meets" : "meet");
    }

    private Chart heat(List<String> issues) {
        List<String> drawn = issues.subList(0, Math.min(DRAWN, issues.size()));
        List<String> stages = stages();
        List<List<@Nullable Shade>> cells = new ArrayList<>();
        for (String issue : drawn) {
            List<@Nullable Shade> row = new ArrayList<>();
            for (String stage : stages) {
                @Nullable Long count = opened.getOrDefault(issue, Map.of()).get(stage);
                row.add(
                        count == null
                                ? null
                                : new Shade(BigDecimal.valueOf(count), Numbers.whole(count), query.partial()));
            }
            cells.add(row);
        }
        return new Chart.Heat(
                "tickets opened",
                "issue",
                drawn.stream().map(IssueStages::issueName).toList(),
                "stage",
                stages.stream().map(IssueStages::stageName).toList(),
                cells);
    }

    private Row row(String issue, String stage, long count) {
        return Row.of(issueName(issue), stageName(stage), Long.toString(count), Shares.percent(count, total(issue)))
                .to(new Drill(IssuePlaces.METRIC, query.period().name(), Map.of("issue", issue, "stage", stage)));
    }

    private static String issueName(String issue) {
        return issue.isEmpty() ? "no issue named" : issue;
    }

    private static String stageName(String stage) {
        return stage.isEmpty() ? "no stage" : stage;
    }
}
