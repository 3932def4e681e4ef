package io.customerroom.walls.asset;

import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Tone;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.exhibit.Titles;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.walls.worth.Equities;
import io.customerroom.walls.worth.Misses;
import io.customerroom.walls.worth.Misses.By;
import io.customerroom.walls.worth.Misses.Group;
import io.customerroom.walls.worth.Misses.Strayed;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Whose purchases a forecast missed: kinds of customers, with what they bought and what was foretold of them. */
record MissesExhibit(WallQuery query) {

    /** @param states what customers were counted from */
    Exhibit of(Misses misses, Reading states) {
        By shown = misses.telling().orElse(By.SEGMENT);
        List<Group> kinds = misses.by(shown);
        if (kinds.size() < 2) {
            kinds = misses.by(By.FIRST_PURCHASE);
        }
        return new Exhibit(
                "worth-misses",
                title(misses),
                "Repeat purchases from %s to %s of customers who had bought by %s, by what was known of them then; %s; %s"
                        .formatted(
                                PeriodWords.day(misses.cut().plusDays(1)),
                                PeriodWords.day(misses.until()),
                                PeriodWords.day(misses.cut()),
                                PeriodWords.population(query),
                                PeriodWords.of(query)),
                List.of(),
                Optional.of(chart(kinds, misses.level())),
                caption(misses),
                new Table(
                        "One row per kind of customer; each of the three ways to tell them apart adds up to the last row",
                        List.of(
                                Column.key("kind", "Kind of customer"),
                                Column.count("customers", "Customers"),
                                Column.count("came", "Came"),
                                Column.amount("expected", "Foretold", 1),
                                Column.amount("low", "At least", 1),
                                Column.amount("high", "At most", 1),
                                Column.amount("difference", "More than foretold", 1)
                                        .in("%"),
                                Column.text("standing", "Beside chance")),
                        rows(misses)),
                states.warnings(),
                states.source());
    }

    private static String title(Misses misses) {
        return misses.strayed()
                .map(strayed -> "%s came %s than foretold, all others %s"
                        .formatted(who(strayed), words(strayed.share()), others(strayed)))
                .orElse("No kind of customer strays further from the forecast than the others");
    }

    private static String who(Strayed strayed) {
        String name = strayed.group().name();
        return switch (strayed.group().by()) {
            case SEGMENT -> name.isEmpty() ? "Those without a segment" : Titles.capital(name);
            case FIRST_PURCHASE -> "Those who first bought in " + name;
            case PURCHASES -> "Those who had " + name;
        };
    }

    private static String words(double share) {
        return "%s %% %s often"
                .formatted(Numbers.plain(Numbers.rounded(100 * Math.abs(share), 1), 1), share < 0 ? "less" : "more");
    }

    private static String others(Strayed strayed) {
        return Numbers.rounded(100 * strayed.others(), 1).signum() == 0 ? "as foretold" : words(strayed.others());
    }

    /** What it means, in the words of somebody who decides. */
    private static String caption(Misses misses) {
        String first = misses.strayed()
                .map(
                        strayed ->
                                "The forecast took these customers to go on as before, and they did not: something changed for them")
                .orElse(
                        "Where all kinds stray alike, the times changed for everybody, or the model is wrong; where none does, it was chance");
        return "%s. %d %% intervals hold chance and what the model cannot know; segments are those of today"
                .formatted(first, Math.round(100 * misses.level()));
    }

    private static Chart chart(List<Group> kinds, double level) {
        List<@Nullable BigDecimal> came = new ArrayList<>();
        List<@Nullable BigDecimal> foretold = new ArrayList<>();
        kinds.forEach(kind -> {
            came.add(BigDecimal.valueOf(kind.came()));
            foretold.add(Numbers.rounded(kind.expected().value(), 1));
        });
        return new Chart.Bars(
                "repeat purchases",
                false,
                kinds.stream()
                        .map(kind -> kind.by() == By.SEGMENT ? EquityExhibits.named(kind.name()) : kind.name())
                        .toList(),
                List.of(
                        new Series("came", Tone.FIRST, came, 0),
                        new Series("foretold", Tone.SECOND, foretold, 0)
                                .within(Sure.at(
                                        level,
                                        kinds.stream()
                                                .map(kind ->
                                                        Sure.of(kind.expected().interval()))
                                                .toList()))));
    }

    private List<Row> rows(Misses misses) {
        int months = Math.toIntExact(ChronoUnit.MONTHS.between(
                misses.cut().plusDays(1).withDayOfMonth(1),
                query.period().endsOn().withDayOfMonth(1)));
        List<Row> rows = new ArrayList<>();
        for (Group group : misses.groups()) {
            Row row = Row.of(
                    name(group),
                    Long.toString(group.customers()),
                    Long.toString(group.came()),
                    exact(group.expected().value()),
                    exact(group.expected().interval().low()),
                    exact(group.expected().interval().high()),
                    group.expected().value() > 0
                            ? exact(100 * group.excess() / group.expected().value())
                            : null,
                    standing(group));
            rows.add(group.by() == By.SEGMENT ? row.to(moves(months, Map.of("segment", group.name()))) : row);
        }
        rows.add(together(misses).to(moves(months, Map.of())));
        return rows;
    }

    private static String name(Group group) {
        return switch (group.by()) {
            case SEGMENT -> EquityExhibits.named(group.name());
            case FIRST_PURCHASE -> "first bought in " + group.name();
            case PURCHASES -> group.name() + " by then";
        };
    }

    private static String standing(Group group) {
        if (group.customers() == 0) {
            return "nobody";
        }
        return group.expected().holds(group.came())
                ? "as foretold"
                : group.excess() < 0 ? "fewer than foretold" : "more than foretold";
    }

    private static Row together(Misses misses) {
        List<Group> all = misses.by(By.PURCHASES);
        long came = all.stream().mapToLong(Group::came).sum();
        double expected =
                all.stream().mapToDouble(group -> group.expected().value()).sum();
        return Row.of(
                "together",
                Long.toString(all.stream().mapToLong(Group::customers).sum()),
                Long.toString(came),
                exact(expected),
                null,
                null,
                expected > 0 ? exact(100 * (came - expected) / expected) : null,
                "");
    }

    private Drill moves(int months, Map<String, String> where) {
        Map<String, String> all = new TreeMap<>(where);
        all.put("months", Integer.toString(months));
        return new Drill(Equities.MOVES, query.period().name(), all);
    }

    private static String exact(double value) {
        return Contribution.exact(Numbers.rounded(value, 1));
    }
}
