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
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.walls.worth.Assumptions;
import io.customerroom.walls.worth.Equities;
import io.customerroom.walls.worth.LostRules;
import io.customerroom.walls.worth.LostRules.Month;
import io.customerroom.walls.worth.LostRules.Sum;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Who is lost without a contract: by the definition in force and by P(alive), by the month of the last purchase. */
record LostExhibit(WallQuery query, Currency currency, Assumptions assumptions) {

    private static final String LAPSE = "by the definition";

    Exhibit of(LostRules rules, Equities.Answer answer) {
        Sum all = rules.all();
        List<Month> months = rules.months().reversed();
        List<Row> rows = new ArrayList<>();
        rules.months().forEach(month -> rows.add(row(month)));
        rows.add(opened(Row.of(values("together", all, "")), all, Map.of()));
        return new Exhibit(
                "worth-lost",
                "%s lost by the definition, %s by P(alive), %s by both"
                        .formatted(
                                Numbers.counted(all.lapse(), "customer"),
                                Numbers.whole(all.alive()),
                                Numbers.whole(all.both())),
                "Customers without a contract who ever bought, by the month of their last purchase; %s; at the end of %s"
                        .formatted(PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                Optional.of(new Chart.Bars(
                        "customers lost",
                        false,
                        months.stream().map(LostExhibit::name).toList(),
                        List.of(
                                series(LAPSE, Tone.FIRST, months, Sum::lapse),
                                series("by P(alive)", Tone.SECOND, months, Sum::alive)))),
                caption(rules),
                new Table(
                        "One row per month of the last purchase, newest first",
                        List.of(
                                Column.key("month", "Bought last in"),
                                Column.count("customers", "Customers"),
                                Column.count("lapse", "Lost by the definition"),
                                Column.count("waiting", "Not decided"),
                                Column.count("alive", "Lost by P(alive)"),
                                Column.count("both", "By both"),
                                Column.count("gap", "By one alone"),
                                MoneyWords.column(
                                        "lapse_only", "Worth of those lost by the definition alone", currency),
                                MoneyWords.column("alive_only", "Worth of those lost by P(alive) alone", currency),
                                Column.text("decided", "Decided by the definition")),
                        rows),
                answer.period().moves().warnings(),
                assumptions.beside(answer.period().moves().source()));
    }

    private String caption(LostRules rules) {
        long open = rules.months().stream().filter(Month::open).count();
        return "The definition in force waits for the same silence of everybody; by P(alive) who is below %d %% is lost, and the rules differ on %s. %s%s"
                .formatted(
                        Math.round(100 * rules.below()),
                        Numbers.counted(rules.all().gap(), "customer"),
                        open == 0
                                ? "The definition has decided about everybody"
                                : "Of %s the definition has not decided yet about everybody"
                                        .formatted(Numbers.counted(open, "month")),
                        rules.aside() == 0
                                ? ""
                                : ". Left aside: %s under contract"
                                        .formatted(Numbers.counted(rules.aside(), "customer")));
    }

    private static Series series(String name, Tone tone, List<Month> months, ToLongFunction<Sum> count) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        months.forEach(month -> values.add(BigDecimal.valueOf(count.applyAsLong(month.sum()))));
        int open = 0;
        while (name.equals(LAPSE)
                && open < months.size()
                && months.get(months.size() - 1 - open).open()) {
            open++;
        }
        return new Series(name, tone, values, open);
    }

    private static String name(Month month) {
        return month.earlier() ? "earlier" : YearMonth.from(month.from()).toString();
    }

    private Row row(Month month) {
        Row row = opened(
                Row.of(values(name(month), month.sum(), month.open() ? "not yet" : "yes")),
                month.sum(),
                Map.of(
                        "last_from",
                        month.from().toString(),
                        "last_to",
                        month.to().toString()));
        if (month.sum().lapse() > 0) {
            row = row.to("lapse", drill(month, "not active"));
        }
        return month.open() ? row.to("waiting", drill(month, "active")) : row;
    }

    /** The counts that P(alive) is in lead to their customers, each with the own probability. */
    private Row opened(Row row, Sum sum, Map<String, String> last) {
        Row opened = row;
        for (Map.Entry<String, Long> count : Map.of("alive", sum.alive(), "both", sum.both(), "gap", sum.gap())
                .entrySet()) {
            if (count.getValue() > 0) {
                Map<String, String> where = new TreeMap<>(last);
                where.put("lost", count.getKey().equals("gap") ? "alone" : count.getKey());
                opened = opened.to(
                        count.getKey(),
                        new Drill(WorthExhibits.CUSTOMERS, query.period().name(), where));
            }
        }
        return opened;
    }

    private Drill drill(Month month, String standing) {
        Map<String, String> all = new TreeMap<>(Map.of("standing", standing));
        all.put("last_from", month.from().toString());
        all.put("last_to", month.to().toString());
        return new Drill(Equities.MOVES, query.period().name(), all);
    }

    private static @Nullable String[] values(String name, Sum sum, String decided) {
        return new @Nullable String[] {
            name,
            Long.toString(sum.customers()),
            Long.toString(sum.lapse()),
            Long.toString(sum.customers() - sum.lapse()),
            Long.toString(sum.alive()),
            Long.toString(sum.both()),
            Long.toString(sum.gap()),
            Contribution.exact(sum.lapseOnly()),
            Contribution.exact(sum.aliveOnly()),
            decided
        };
    }
}
