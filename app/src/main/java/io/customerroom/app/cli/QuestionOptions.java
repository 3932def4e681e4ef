package io.customerroom.app.cli;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.metrics.Dimension;
import io.customerroom.ledger.metrics.MetricQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** Which part of a metric's answer is wanted. */
final class QuestionOptions {

    private static final Set<String> WALL_FILTERS = Set.of("segment", "site");

    @Option(
            names = "--period",
            paramLabel = "P",
            description = "2026-03, 2026-Q1, 2026, FY2026-Q1, FY2026, or a stretch: 2026-01..2026-06.")
    private Optional<String> period = Optional.empty();

    @Option(
            names = "--by",
            paramLabel = "DIM",
            description = "month (default), quarter, year, fiscal-quarter, fiscal-year; and segment, site or channel.")
    private List<String> by = List.of();

    @Option(
            names = "--where",
            paramLabel = "K=V",
            description = "Only this segment, site or channel; or a value of the metric's card.")
    private List<String> where = List.of();

    @Option(names = "--rows", description = "The customers and events behind the figure.")
    private boolean rows;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many rows; 0, the default, is all.")
    private int limit;

    MetricQuery query(String metric, CompanyCalendar calendar) {
        MetricQuery query = MetricQuery.of(metric, grain().orElse(Grain.MONTH));
        if (period.isPresent()) {
            query = within(query, calendar, period.get());
        }
        List<Dimension> dimensions = by.stream()
                .filter(word -> !isGrain(word))
                .map(QuestionOptions::dimension)
                .toList();
        if (dimensions.size() > 1) {
            throw Failure.yours(
                    "ONE_DIMENSION_AT_A_TIME",
                    "An answer is split by one dimension, not by %d.".formatted(dimensions.size()),
                    "Keep one, and narrow by the other with --where.");
        }
        if (!dimensions.isEmpty()) {
            query = query.by(dimensions.getFirst());
        }
        for (String condition : where) {
            query = narrowed(query, condition);
        }
        if (limit < 0) {
            throw Failure.yours("LIMIT_MALFORMED", "--limit is %d.".formatted(limit), "Use 0 or more.");
        }
        return rows ? query.rowsBehind(limit) : query.limitedTo(limit);
    }

    /** The view of a wall: its period, grain, segment and site. */
    Map<String, String> view() {
        Map<String, String> view = new TreeMap<>();
        period.ifPresent(word -> view.put("period", word));
        grain().ifPresent(grain -> view.put("grain", grain.id()));
        for (String condition : where) {
            String[] parts = condition.split("=", 2);
            String name = parts[0].strip();
            if (parts.length != 2 || !WALL_FILTERS.contains(name) || view.putIfAbsent(name, parts[1]) != null) {
                throw notForWalls("--where " + name);
            }
        }
        if (rows || limit != 0 || by.stream().anyMatch(word -> !isGrain(word))) {
            throw notForWalls(rows ? "--rows" : limit != 0 ? "--limit" : "--by");
        }
        return view;
    }

    private static Failure notForWalls(String option) {
        return Failure.yours(
                "OPTION_NOT_FOR_WALLS",
                "A wall knows no %s like this.".formatted(option),
                "It takes one --period, a length of period with --by, and one segment and one site with --where.");
    }

    private Optional<Grain> grain() {
        List<Grain> grains = new ArrayList<>();
        by.stream().filter(QuestionOptions::isGrain).map(Grain::of).forEach(grains::add);
        if (grains.size() > 1) {
            throw Failure.yours("ONE_GRAIN_AT_A_TIME", "--by names two lengths of period.", "Keep one of them.");
        }
        return grains.stream().findFirst();
    }

    /** A period alone is its own grain; with another grain it stands for the periods inside it. */
    private MetricQuery within(MetricQuery query, CompanyCalendar calendar, String written) {
        String[] ends = written.split("\\.\\.", 2);
        Period first = calendar.parse(ends[0].strip());
        Period last = ends.length == 2 ? calendar.parse(ends[1].strip()) : first;
        if (last.endsOn().isBefore(first.endsOn())) {
            throw Failure.yours(
                    "PERIOD_BACKWARDS",
                    "'%s' ends before it begins.".formatted(written),
                    "Write the earlier period first.");
        }
        Grain grain = grain().orElse(first.grain());
        return query.between(calendar.periodOf(grain, first.startsOn()), calendar.periodOf(grain, last.lastDay()));
    }

    private static MetricQuery narrowed(MetricQuery query, String condition) {
        String[] parts = condition.split("=", 2);
        if (parts.length != 2 || parts[0].isBlank()) {
            throw Failure.yours(
                    "CONDITION_MALFORMED", "'%s' is no condition.".formatted(condition), "Write it as segment=retail.");
        }
        String name = parts[0].strip();
        Optional<Dimension> dimension = Arrays.stream(Dimension.values())
                .filter(candidate -> candidate.id().equals(name))
                .findFirst();
        if (dimension.isEmpty()) {
            return query.with(name, value(name, parts[1]));
        }
        List<String> accepted =
                new ArrayList<>(query.filters().of(dimension.get()).orElseGet(List::of));
        accepted.add(parts[1]);
        return query.where(query.filters().and(dimension.get(), accepted.toArray(String[]::new)));
    }

    /** Customers are written c1z… everywhere outside the engine. */
    private static String value(String name, String written) {
        return name.equals("customer") ? Long.toString(CustomerId.parse(written).value()) : written;
    }

    private static boolean isGrain(String word) {
        return Arrays.stream(Grain.values()).anyMatch(grain -> grain.id().equals(word));
    }

    private static Dimension dimension(String word) {
        try {
            return Dimension.of(word);
        } catch (Failure e) {
            throw Failure.yours(
                    "DIMENSION_UNKNOWN",
                    "There is no dimension '%s'.".formatted(word),
                    "Use month, quarter, year, fiscal-quarter, fiscal-year, segment, site or channel.");
        }
    }
}
