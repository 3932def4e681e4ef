package io.customerroom.walls.listening;

import io.customerroom.kernel.Period;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Shade;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long tickets that are open at the period's end have waited, by stage of the journey: in bands of age, with the age that half of them
 * have not passed, and the one that nine of ten have not. Age is in days from the day of opening to the period's last day.
 */
final class WaitingExhibits {

    static final String METRIC = "open-ticket-age";

    private static final Map<String, String> BANDS = bands();

    private final Reading ages;
    private final WallQuery query;
    private final List<String> journey;

    /** @param ages of several periods, the view's one last */
    WaitingExhibits(Reading ages, WallQuery query, List<String> journey) {
        this.ages = ages;
        this.query = query;
        this.journey = journey;
    }

    private static Map<String, String> bands() {
        Map<String, String> bands = new LinkedHashMap<>();
        bands.put("week", "0 to 7 days");
        bands.put("month", "8 to 30 days");
        bands.put("quarter", "31 to 90 days");
        bands.put("older", "over 90 days");
        return Collections.unmodifiableMap(bands);
    }

    private static String column(String band) {
        return switch (band) {
            case "older" -> "over_quarter";
            default -> "to_" + band;
        };
    }

    /** The bands of age in every stage, the whole first. */
    Exhibit byStage() {
        Optional<Line> whole = whole(query.period().name());
        List<Line> stages = stages();
        return new Exhibit(
                "open-age",
                whole.map(WaitingExhibits::finding).orElse("No ticket is open"),
                "Open tickets by stage of the journey and by days since they were opened; %s; at the end of %s"
                        .formatted(PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                stages.isEmpty() ? Optional.empty() : Optional.of(heat(stages)),
                "",
                new Table(
                        "One row per stage, in the order of the journey; the rows add up to all stages",
                        columns(Column.key("stage", "Stage")),
                        Stream.concat(
                                        whole.stream()
                                                .map(line -> row(
                                                        "all stages",
                                                        line,
                                                        query.period().name(),
                                                        Map.of())),
                                        stages.stream()
                                                .map(line -> row(
                                                        name(line),
                                                        line,
                                                        query.period().name(),
                                                        Map.of("stage", line.named("stage", "")))))
                                .toList()),
                ages.warnings(),
                ages.source());
    }

    /** The two ages of all stages, period by period. */
    Exhibit course(List<Period> periods) {
        return new Exhibit(
                "open-age-course",
                courseFinding(periods),
                "Days since opening that half, and nine of ten, of the open tickets have not passed; %s; up to %s"
                        .formatted(PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                ages.lines().isEmpty() ? Optional.empty() : Optional.of(line(periods)),
                "",
                new Table(
                        "One row per period, newest first",
                        columns(Column.key("period", "Period")),
                        periods.reversed().stream()
                                .map(period -> whole(period.name())
                                        .map(line -> row(period.name(), line, period.name(), Map.of()))
                                        .orElseGet(() ->
                                                Row.of(period.name(), null, null, null, null, null, null, null, null)))
                                .toList()),
                ages.warnings(),
                ages.source());
    }

    private Optional<Line> whole(String period) {
        return ages.lines(period).stream()
                .filter(line -> line.named("split", "").equals("all"))
                .findFirst();
    }

    private List<Line> stages() {
        return ages.lines(query.period().name()).stream()
                .filter(line -> line.named("split", "").equals("stage"))
                .sorted(Comparator.comparingInt((Line line) -> place(line.named("stage", "")))
                        .thenComparing(line -> line.named("stage", "\uffff")))
                .toList();
    }

    private int place(String stage) {
        int place = journey.indexOf(stage);
        return place < 0 ? journey.size() : place;
    }

    private static String finding(Line whole) {
        if (whole.count("median_days") == 0) {
            return "Half of %s were opened on the last day, one in ten have waited %s or longer"
                    .formatted(
                            Numbers.counted(whole.count("open"), "open ticket"),
                            Numbers.counted(whole.count("ninety_days"), "day"));
        }
        return "Half of %s have waited %s or longer, one in ten %s or longer"
                .formatted(
                        Numbers.counted(whole.count("open"), "open ticket"),
                        Numbers.counted(whole.count("median_days"), "day"),
                        Numbers.whole(whole.count("ninety_days")));
    }

    private String courseFinding(List<Period> periods) {
        Optional<Line> now = whole(periods.getLast().name());
        Optional<Line> then = periods.size() < 2
                ? Optional.empty()
                : whole(periods.get(periods.size() - 2).name());
        if (now.isEmpty() || then.isEmpty()) {
            return "Ages of open tickets, as far as they are known";
        }
        long change = now.get().count("median_days") - then.get().count("median_days");
        if (change == 0) {
            return "Open tickets are as old as a period ago";
        }
        long half = now.get().count("median_days");
        return "Open tickets are %s than a period ago: half %s"
                .formatted(
                        change > 0 ? "older" : "younger",
                        half == 0
                                ? "were opened on the last day"
                                : "are %s old or older".formatted(Numbers.counted(half, "day")));
    }

    private Chart heat(List<Line> stages) {
        List<List<@Nullable Shade>> cells = new ArrayList<>();
        for (Line stage : stages) {
            List<@Nullable Shade> row = new ArrayList<>();
            for (String band : BANDS.keySet()) {
                long count = stage.count(column(band));
                row.add(new Shade(BigDecimal.valueOf(count), Numbers.whole(count), query.partial()));
            }
            cells.add(row);
        }
        return new Chart.Heat(
                "open tickets",
                "stage",
                stages.stream().map(WaitingExhibits::name).toList(),
                "age",
                List.copyOf(BANDS.values()),
                cells);
    }

    private Chart line(List<Period> periods) {
        return new Chart.Line(
                "days",
                periods.stream().map(Period::name).toList(),
                List.of(
                        series("nine of ten", "ninety_days", Tone.CONCERNING, periods),
                        series("half", "median_days", Tone.FIRST, periods)),
                Optional.empty());
    }

    private Series series(String name, String column, Tone tone, List<Period> periods) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        periods.forEach(period -> values.add(
                whole(period.name()).flatMap(line -> line.number(column)).orElse(null)));
        return new Series(name, tone, values, query.partial() ? 1 : 0);
    }

    private static List<Column> columns(Column first) {
        List<Column> columns = new ArrayList<>(List.of(first, Column.count("open", "Open")));
        BANDS.forEach((band, words) ->
                columns.add(Column.count(column(band), Character.toUpperCase(words.charAt(0)) + words.substring(1))));
        columns.add(Column.count("median_days", "Half, days"));
        columns.add(Column.count("ninety_days", "Nine of ten, days"));
        columns.add(Column.count("oldest_days", "Oldest, days"));
        return columns;
    }

    private static Row row(String name, Line line, String period, Map<String, String> where) {
        Row row = Row.of(
                name,
                line.exact("open"),
                line.exact("to_week"),
                line.exact("to_month"),
                line.exact("to_quarter"),
                line.exact("over_quarter"),
                line.exact("median_days"),
                line.exact("ninety_days"),
                line.exact("oldest_days"));
        row = row.to("open", new Drill(METRIC, period, where));
        for (String band : BANDS.keySet()) {
            Map<String, String> part = new TreeMap<>(where);
            part.put("band", band);
            row = row.to(column(band), new Drill(METRIC, period, part));
        }
        return row;
    }

    private static String name(Line line) {
        return line.named("stage", "no stage");
    }
}
