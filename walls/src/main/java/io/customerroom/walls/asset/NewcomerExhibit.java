package io.customerroom.walls.asset;

import io.customerroom.kernel.CompanyCalendar;
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
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the gained customers begin, beside those of earlier periods: what they bring in their first months, and how many are gone within half a year. */
record NewcomerExhibit(WallQuery query, CompanyCalendar calendar, Currency currency) {

    static final String METRIC = "gained-value";

    Exhibit of(Reading reading) {
        List<Line> lines = reading.lines();
        List<Line> followed =
                lines.stream().filter(NewcomerExhibit::allFollowed).toList();
        return new Exhibit(
                "newcomers",
                followed.isEmpty() ? "Nobody has been followed for half a year yet" : title(followed),
                "Customers gone within 183 days of coming, %%, and revenue of the first months per customer, %s; %s; gained up to %s"
                        .formatted(currency.getCurrencyCode(), PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                followed.size() < 2
                        ? Optional.empty()
                        : Optional.of(new Chart.Line(
                                "% gone within half a year",
                                followed.stream()
                                        .map(line -> line.named("period", ""))
                                        .toList(),
                                List.of(new Series(
                                        "gone within half a year",
                                        Tone.CONCERNING,
                                        followed.stream()
                                                .map(NewcomerExhibit::gone)
                                                .toList(),
                                        0)),
                                Optional.empty())),
                "Drawn are the periods whose customers have all been followed for half a year. Revenue stands where the months are over for all of them.",
                new Table(
                        "One row per period, oldest first",
                        List.of(
                                Column.key("period", "Gained in"),
                                Column.count("customers", "Customers gained"),
                                MoneyWords.column("first", "First month’s revenue per customer", currency),
                                MoneyWords.column("three", "Of three months", currency),
                                MoneyWords.column("six", "Of six months", currency),
                                Column.count("followed", "Followed for half a year"),
                                Column.count("left_early", "Gone within it"),
                                Column.amount("gone", "% gone", 1).in("%")),
                        lines.stream().map(this::row).toList()),
                reading.warnings(),
                reading.source());
    }

    private static boolean allFollowed(Line line) {
        return line.count("customers") > 0 && line.count("followed") == line.count("customers");
    }

    private static BigDecimal gone(Line line) {
        return BigDecimal.valueOf(line.count("left_early") * 100)
                .divide(BigDecimal.valueOf(line.count("followed")), 2, RoundingMode.HALF_UP);
    }

    private String title(List<Line> followed) {
        Line last = followed.getLast();
        return "Of the customers gained in %s %s %% were gone within half a year"
                .formatted(PeriodWords.of(calendar.parse(last.named("period", ""))), Numbers.fixed(gone(last), 1));
    }

    private Row row(Line line) {
        List<@Nullable String> values = new ArrayList<>();
        values.add(line.exact("period"));
        values.add(line.exact("customers"));
        values.add(per(line, "first_value", "customers"));
        values.add(line.count("customers_3") == line.count("customers") ? per(line, "value_3", "customers_3") : null);
        values.add(line.count("customers_6") == line.count("customers") ? per(line, "value_6", "customers_6") : null);
        values.add(line.exact("followed"));
        values.add(line.exact("left_early"));
        values.add(line.count("followed") == 0 ? null : Contribution.exact(gone(line)));
        String period = line.named("period", "");
        Row row = new Row(values, Optional.of(new Drill(METRIC, period, Map.of())), Map.of());
        return line.count("left_early") == 0
                ? row
                : row.to("left_early", new Drill(METRIC, period, Map.of("half_year", "left")));
    }

    private static String per(Line line, String money, String customers) {
        return Contribution.exact(line.number(money)
                .orElse(BigDecimal.ZERO)
                .divide(BigDecimal.valueOf(Math.max(1, line.count(customers))), 6, RoundingMode.HALF_UP));
    }
}
