package io.customerroom.walls.asset;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Period;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which segments grow and which shrink, in customers and in value, against the end of the same period a year before. */
record SegmentGrowthExhibit(WallQuery query, CompanyCalendar calendar, Currency currency) {

    static final String METRIC = "value-by-segment";

    private static final int DRAWN = 12;
    private static final String NONE = "no segment";

    /** Customers and value at both ends; nobody and nothing where the segment was not there. */
    private record Grown(String segment, long customers, long before, BigDecimal value, BigDecimal valueBefore) {

        long more() {
            return customers - before;
        }

        BigDecimal moreValue() {
            return value.subtract(valueBefore);
        }
    }

    /** @param reading from the same period a year before to this one; empty where the history does not reach back a year */
    Optional<Exhibit> of(Reading reading) {
        Period yearAgo = calendar.sameLastYear(query.period());
        if (reading.lines(yearAgo.name()).isEmpty()) {
            return Optional.empty();
        }
        List<Grown> grown = grown(reading.lines(query.period().name()), reading.lines(yearAgo.name()));
        List<Grown> drawn = grown.stream().limit(DRAWN).toList();
        return Optional.of(new Exhibit(
                "segment-growth",
                title(grown),
                "Customers at the end of %s less those at the end of %s, by segment; %s"
                        .formatted(PeriodWords.of(query), PeriodWords.of(yearAgo), PeriodWords.population(query)),
                List.of(),
                Optional.of(new Chart.Bars(
                        "customers more or less than a year before",
                        true,
                        drawn.stream().map(Grown::segment).toList(),
                        List.of(new Series(
                                "customers",
                                Tone.FIRST,
                                drawn.stream()
                                        .map(one -> BigDecimal.valueOf(one.more()))
                                        .toList(),
                                0)))),
                drawn.size() < grown.size()
                        ? "%d of %d segments are drawn; all are in the table.".formatted(drawn.size(), grown.size())
                        : "A customer who changed the segment counts at each end where they were then.",
                new Table(
                        "One row per segment, the one that grew most first",
                        List.of(
                                Column.key("segment", "Segment"),
                                Column.count("customers", "Customers"),
                                Column.count("before", "A year before"),
                                Column.count("more", "More or less"),
                                MoneyWords.column("value", "Value", currency),
                                MoneyWords.column("value_before", "A year before", currency),
                                MoneyWords.column("more_value", "More or less", currency)),
                        grown.stream().map(this::row).toList()),
                reading.warnings(),
                reading.source()));
    }

    private static List<Grown> grown(List<Line> now, List<Line> before) {
        Map<String, Grown> segments = new TreeMap<>();
        now.forEach(line -> segments.put(
                name(line), new Grown(name(line), line.count("customers"), 0, value(line), BigDecimal.ZERO)));
        before.forEach(line -> segments.merge(
                name(line),
                new Grown(name(line), 0, line.count("customers"), BigDecimal.ZERO, value(line)),
                (one, then) ->
                        new Grown(one.segment(), one.customers(), then.before(), one.value(), then.valueBefore())));
        List<Grown> grown = new ArrayList<>(segments.values());
        grown.sort(Comparator.comparingLong(Grown::more).reversed().thenComparing(Grown::segment));
        return grown;
    }

    private static String title(List<Grown> grown) {
        Grown most = grown.getFirst();
        Grown least = grown.getLast();
        String first = "%s %s %s in a year"
                .formatted(most.segment(), most.more() < 0 ? "lost" : "grew by", customers(most.more()));
        return grown.size() < 2 || least.more() >= 0
                ? first
                : "%s, %s lost %s".formatted(first, least.segment(), Numbers.whole(Math.abs(least.more())));
    }

    private static String customers(long more) {
        return Numbers.counted(Math.abs(more), "customer");
    }

    private Row row(Grown one) {
        Row row = Row.of(
                one.segment(),
                Long.toString(one.customers()),
                Long.toString(one.before()),
                Long.toString(one.more()),
                Contribution.exact(one.value()),
                Contribution.exact(one.valueBefore()),
                Contribution.exact(one.moreValue()));
        return one.segment().equals(NONE) || one.customers() == 0
                ? row
                : row.to(new Drill(
                        "customer-math", query.period().name(), Map.of("part", "closing", "segment", one.segment())));
    }

    private static String name(Line line) {
        return line.named("segment", NONE);
    }

    private static BigDecimal value(Line line) {
        return line.number("value").orElse(BigDecimal.ZERO);
    }
}
