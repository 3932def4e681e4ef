package io.customerroom.walls.asset;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Period;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Step;
import io.customerroom.walls.exhibit.Direction;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Figure;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.Compared;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Reading.Line;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The best fifth of the customers: how many they are, what they carry, and who came into the group and went out of it. */
record TopExhibit(WallQuery query, CompanyCalendar calendar, Currency currency) {

    static final String METRIC = "top-customers";

    /** Parts in the order of the table, and the words for them. */
    private static final List<Map.Entry<String, String>> PARTS = List.of(
            Map.entry("stayed", "best now and before"),
            Map.entry("climbed", "came in: were here before, and not among the best"),
            Map.entry("came", "came in: were no customers at the end of the period before"),
            Map.entry("fell", "fell out: are still here"),
            Map.entry("left", "went out: are no longer customers"),
            Map.entry("others", "others, now and before"),
            Map.entry("without-cost", "cost not known"));

    Exhibit of(Reading now, Reading before, Reading yearAgo) {
        TopCustomers best = TopCustomers.of(now, query.period());
        Function<Period, Optional<TopCustomers>> at = period -> Optional.of(TopCustomers.of(
                        period.equals(query.period())
                                ? now
                                : period.equals(calendar.previous(query.period())) ? before : yearAgo,
                        period))
                .filter(TopCustomers::known);
        return new Exhibit(
                METRIC,
                title(best),
                "The best 20 %% of the customers by contribution of twelve months, customers and %s; %s; %s"
                        .formatted(currency.getCurrencyCode(), PeriodWords.population(query), PeriodWords.of(query)),
                best.known() ? figures(at) : List.of(),
                best.known() && best.customersBefore() > 0 ? Optional.of(chart(best)) : Optional.empty(),
                caption(best),
                new Table(
                        "One row per part of the customers",
                        List.of(
                                Column.key("part", "Customers who"),
                                Column.count("customers", "Customers"),
                                MoneyWords.column("contribution", "Contribution of twelve months", currency),
                                MoneyWords.column("before", "The same a period before", currency)),
                        PARTS.stream()
                                .map(part -> best.lines().stream()
                                        .filter(line -> line.named("part", "").equals(part.getKey()))
                                        .findFirst()
                                        .map(line -> row(part.getValue(), line))
                                        .orElse(null))
                                .filter(Objects::nonNull)
                                .toList()),
                now.warnings(),
                now.source());
    }

    private String title(TopCustomers best) {
        if (!best.known()) {
            return "No customer’s contribution is known";
        }
        String who = "The best %s".formatted(Numbers.counted(best.customers(), "customer"));
        return best.whole().signum() <= 0
                ? "%s %s %s; all together %s"
                        .formatted(
                                who,
                                best.customers() == 1 ? "leaves us" : "leave us",
                                MoneyWords.of(best.contribution(), currency),
                                MoneyWords.of(best.whole(), currency))
                : "%s %s %s %% of the contribution"
                        .formatted(who, best.customers() == 1 ? "carries" : "carry", share(best));
    }

    private static String share(TopCustomers best) {
        return Numbers.whole(best.contribution().movePointRight(2).divide(best.whole(), 0, RoundingMode.HALF_UP));
    }

    private List<Figure> figures(Function<Period, Optional<TopCustomers>> at) {
        Compared compared = Compared.of(calendar, query);
        return List.of(
                compared.figure(
                        "best",
                        "Best customers",
                        at.apply(query.period())
                                .map(best -> "of %s whose costs are known".formatted(Numbers.whole(best.counted())))
                                .orElse(""),
                        Direction.UP,
                        false,
                        at.andThen(best -> best.map(it -> BigDecimal.valueOf(it.customers()))),
                        Optional.of(new Drill(METRIC, query.period().name(), Map.of("best", "now")))),
                compared.figure(
                        "carried",
                        "Their contribution of twelve months, " + currency.getCurrencyCode(),
                        "",
                        Direction.UP,
                        false,
                        at.andThen(best -> best.map(TopCustomers::contribution)),
                        Optional.empty()));
    }

    private Chart chart(TopCustomers best) {
        return new Chart.Bridge(
                "customers",
                PeriodWords.of(calendar.previous(query.period())),
                BigDecimal.valueOf(best.customersBefore()),
                List.of(
                        new Step("climbed", BigDecimal.valueOf(best.count("climbed"))),
                        new Step("came", BigDecimal.valueOf(best.count("came"))),
                        new Step("fell out", BigDecimal.valueOf(-best.count("fell"))),
                        new Step("left us", BigDecimal.valueOf(-best.count("left")))),
                PeriodWords.of(query.period()),
                Direction.UP);
    }

    private static String caption(TopCustomers best) {
        if (!best.known()) {
            return "Contribution needs the cost of what was sold; see the guide’s page on mapping.";
        }
        String ties = best.onLastPlace() > 1
                ? " %s the last place, and all of them are in."
                        .formatted(Numbers.counted(best.onLastPlace(), "customer") + " share")
                : "";
        String unknown = best.count("without-cost") > 0
                ? " %s of unknown cost are in no place."
                        .formatted(Numbers.counted(best.count("without-cost"), "customer"))
                : "";
        return "One in five of those who are here at the end, rounded up; nobody who brings nothing." + ties + unknown;
    }

    private Row row(String words, Line line) {
        return Row.of(words, line.exact("customers"), line.exact("contribution"), line.exact("before"))
                .to(new Drill(METRIC, query.period().name(), Map.of("part", line.named("part", ""))));
    }
}
