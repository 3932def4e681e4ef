package io.customerroom.walls.asset;

import io.customerroom.ledger.goals.Aimed;
import io.customerroom.walls.exhibit.Direction;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Figure;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.Compared;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sales beside the customers, where a sales goal is stated: watched as closely, and after them. */
final class SalesExhibit {

    private SalesExhibit() {}

    static boolean wanted(List<GoalReading> goals) {
        return goals.stream().anyMatch(goal -> goal.goal().figure() == Aimed.REVENUE);
    }

    static Exhibit of(Reading revenue, WallQuery query, Compared compared, Currency currency, List<GoalReading> goals) {
        Figure figure = OpeningExhibit.withGoal(
                compared.figure(
                        "revenue",
                        "Sales, " + currency.getCurrencyCode(),
                        "",
                        Direction.UP,
                        false,
                        period -> revenue.lines(period.name()).stream()
                                .findFirst()
                                .flatMap(line -> line.number("revenue")),
                        Optional.of(new Drill("revenue", query.period().name(), Map.of()))),
                Aimed.REVENUE,
                goals);
        return new Exhibit(
                AssetWall.SALES,
                "Sales " + figure.shown(),
                "Sales to known and to unknown customers, %s; %s; %s"
                        .formatted(currency.getCurrencyCode(), PeriodWords.population(query), PeriodWords.of(query)),
                List.of(figure),
                Optional.empty(),
                "",
                new Table(
                        "One row per period, oldest first",
                        List.of(Column.key("period", "Period"), MoneyWords.column("revenue", "Sales", currency)),
                        revenue.lines().stream()
                                .map(line -> Row.of(
                                        line.exact("period"),
                                        Contribution.exact(
                                                line.number("revenue").orElse(BigDecimal.ZERO))))
                                .toList()),
                revenue.warnings(),
                revenue.source());
    }
}
