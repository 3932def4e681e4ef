package io.customerroom.walls.asset;

import io.customerroom.statistics.Interval;
import io.customerroom.walls.asset.GainedPlan.Step;
import io.customerroom.walls.asset.GainedPlan.Told;
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
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether more customers came than planned, and whether they are worth what was planned; and the alarm where they are not. */
record PlanExhibit(WallQuery query, Currency currency) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    Exhibit of(Told told, Reading newcomers) {
        Reading reading = told.reading().orElse(newcomers);
        List<Step> steps = told.steps();
        return new Exhibit(
                "volume-and-value",
                steps.isEmpty() ? "No plan is stated for the customers gained" : title(steps.getLast()),
                "Customers gained and their first month’s revenue beside the plan, %s; the year up to each period; %s; up to %s"
                        .formatted(currency.getCurrencyCode(), PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                steps.size() < 2 ? Optional.empty() : Optional.of(chart(steps)),
                steps.isEmpty()
                        ? "State goals for the customers gained and for their first month’s revenue, of the same period."
                        : items(told),
                new Table(
                        "One row per period, oldest first",
                        List.of(
                                Column.key("period", "Period"),
                                Column.count("planned", "Planned"),
                                Column.count("customers", "Gained"),
                                MoneyWords.column("planned_value", "Planned revenue", currency),
                                MoneyWords.column("value", "Revenue", currency),
                                Column.count("year_volume", "Year: % of the plan’s customers")
                                        .in("%"),
                                Column.count("year_value", "Year: % of the plan’s revenue")
                                        .in("%"),
                                MoneyWords.column("planned_per", "Year: planned per customer", currency),
                                MoneyWords.column("per_low", "Year: per customer, from", currency),
                                MoneyWords.column("per_high", "to", currency),
                                Column.text("verdict", "Year")),
                        steps.stream().map(PlanExhibit::row).toList()),
                reading.warnings(),
                reading.source());
    }

    private String title(Step step) {
        VolumeAndValue year = step.year();
        String numbers = "%s %% of the customers planned, %s %% of their value"
                .formatted(
                        percent(BigDecimal.valueOf(year.customers()), year.plannedCustomers()),
                        percent(year.value(), year.plannedValue()));
        return year.verdict() == VolumeAndValue.Verdict.ALARM
                ? "Volume above plan, value below plan: " + numbers
                : numbers;
    }

    /** What stands on the opening wall while an alarm is open: "Volume above plan, value below plan since …". */
    static List<String> notices(Told told, WallQuery query) {
        return told.items().stream()
                .filter(item -> item.loud(query.clocks().through()))
                .map(item -> {
                    VolumeAndValue year = told.steps().getLast().year();
                    return "Volume above plan, value below plan since %s: in the year up to %s %s %% of the customers planned brought %s %% of the value planned."
                            .formatted(
                                    PeriodWords.of(item.since()),
                                    PeriodWords.of(told.steps().getLast().period()),
                                    percent(BigDecimal.valueOf(year.customers()), year.plannedCustomers()),
                                    percent(year.value(), year.plannedValue()));
                })
                .toList();
    }

    private String items(Told told) {
        String items = told.items().stream()
                .map(item -> "%s to %s: %s%s"
                        .formatted(
                                PeriodWords.of(item.since()),
                                PeriodWords.of(item.latest()),
                                item.state(query.clocks().through()),
                                item.decision()
                                        .map(it -> " (" + it.reason() + ")")
                                        .orElse("")))
                .collect(Collectors.joining("; "));
        return items.isEmpty()
                ? "The alarm has not been raised. It needs %d customers and a value per customer below plan with its whole 95 %% interval."
                        .formatted(VolumeAndValue.LEAST)
                : "Alarm, one item while it lasts: " + items + ".";
    }

    private static Chart chart(List<Step> steps) {
        return new Chart.Line(
                "% of the plan, year up to the period",
                steps.stream().map(step -> step.period().name()).toList(),
                List.of(
                        new Series(
                                "customers",
                                Tone.FIRST,
                                steps.stream()
                                        .map(step -> share(
                                                BigDecimal.valueOf(step.year().customers()),
                                                step.year().plannedCustomers()))
                                        .toList(),
                                0),
                        new Series(
                                        "their value",
                                        Tone.CONCERNING,
                                        steps.stream()
                                                .map(step -> share(
                                                        step.year().value(),
                                                        step.year().plannedValue()))
                                                .toList(),
                                        0)
                                .within(Sure.at95(
                                        steps,
                                        step -> step.year()
                                                .shareOfPlan()
                                                .map(Sure::points)
                                                .orElse(null)))),
                Optional.of(WHOLE));
    }

    private static Row row(Step step) {
        VolumeAndValue alone = step.alone();
        VolumeAndValue year = step.year();
        Optional<Interval> per = year.perCustomer();
        return Row.of(
                        step.period().name(),
                        Contribution.exact(alone.plannedCustomers()),
                        Long.toString(alone.customers()),
                        Contribution.exact(alone.plannedValue()),
                        Contribution.exact(alone.value()),
                        exact(share(BigDecimal.valueOf(year.customers()), year.plannedCustomers())),
                        exact(share(year.value(), year.plannedValue())),
                        Contribution.exact(year.plannedPerCustomer().setScale(6, RoundingMode.HALF_UP)),
                        per.map(it -> rounded(it.low())).orElse(null),
                        per.map(it -> rounded(it.high())).orElse(null),
                        year.verdict().words())
                .to(new Drill(NewcomerExhibit.METRIC, step.period().name(), Map.of()));
    }

    private static String rounded(double value) {
        return Numbers.rounded(value, 6).toPlainString();
    }

    private static @Nullable String exact(@Nullable BigDecimal value) {
        return value == null ? null : Contribution.exact(value);
    }

    private static @Nullable BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0 ? null : part.multiply(WHOLE).divide(whole, 2, RoundingMode.HALF_UP);
    }

    private static String percent(BigDecimal part, BigDecimal whole) {
        @Nullable BigDecimal share = share(part, whole);
        return share == null ? "–" : Numbers.whole(share);
    }
}
