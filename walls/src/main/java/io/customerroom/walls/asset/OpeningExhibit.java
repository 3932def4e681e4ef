package io.customerroom.walls.asset;

import io.customerroom.kernel.Period;
import io.customerroom.ledger.goals.Aimed;
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
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The four large numbers of wall 1; the reasons beside them are an exhibit of their own. */
final class OpeningExhibit {

    private OpeningExhibit() {}

    static Exhibit of(Reading math, Reading recommenders, WallQuery query, Compared compared, List<GoalReading> goals) {
        Period period = query.period();
        Optional<Flow> flow = Flow.of(math, period);
        List<Figure> figures = Stream.of(
                        compared.figure(
                                "in",
                                "Customers in",
                                flow.map(OpeningExhibit::incomingParts).orElse(""),
                                Direction.UP,
                                false,
                                ofFlow(math, Flow::incoming),
                                drill(period, "in")),
                        compared.figure(
                                "out",
                                "Customers out",
                                flow.map(known -> "of %s at the start".formatted(Numbers.whole(known.opening())))
                                        .orElse(""),
                                Direction.DOWN,
                                false,
                                ofFlow(math, Flow::lost),
                                drill(period, "lost")),
                        compared.figure(
                                "net",
                                "Net",
                                flow.map(known -> Numbers.whole(known.closing()) + " customers now")
                                        .orElse(""),
                                Direction.UP,
                                true,
                                ofFlow(math, Flow::net),
                                drill(period, "moved")),
                        compared.figure(
                                "recommenders",
                                "Recommended us",
                                "customers who brought someone",
                                Direction.UP,
                                false,
                                other -> recommenders.lines(other.name()).stream()
                                        .findFirst()
                                        .flatMap(line -> line.number("recommenders")),
                                Optional.of(new Drill("recommenders", period.name(), Map.of()))))
                .map(figure -> aimed(figure, goals))
                .toList();
        return new Exhibit(
                "customer-math",
                AssetWall.sentence(flow, query),
                "Customers in, out and net; customers who recommended us; %s; %s"
                        .formatted(PeriodWords.population(query), PeriodWords.of(query)),
                figures,
                Optional.empty(),
                "",
                table(figures),
                math.warnings(),
                math.source());
    }

    private static Figure aimed(Figure figure, List<GoalReading> goals) {
        return switch (figure.id()) {
            case "in" -> withGoal(figure, Aimed.IN, goals);
            case "out" -> withGoal(figure, Aimed.OUT, goals);
            case "net" -> withGoal(figure, Aimed.NET, goals);
            default -> figure;
        };
    }

    /** The figure beside the goal of the nearest period; the others stand in the chapter of goals. */
    static Figure withGoal(Figure figure, Aimed aimed, List<GoalReading> goals) {
        return goals.stream()
                .filter(goal -> goal.goal().figure() == aimed)
                .findFirst()
                .map(goal -> figure.against(goal.aim()))
                .orElse(figure);
    }

    private static String incomingParts(Flow flow) {
        return "%s gained + %s regained".formatted(Numbers.whole(flow.gained()), Numbers.whole(flow.regained()));
    }

    private static Function<Period, Optional<BigDecimal>> ofFlow(Reading math, Function<Flow, Long> part) {
        return period -> Flow.of(math, period).map(part).map(Flow::value);
    }

    private static Optional<Drill> drill(Period period, String part) {
        return Optional.of(new Drill("customer-math", period.name(), Map.of("part", part)));
    }

    private static Table table(List<Figure> figures) {
        return new Table(
                "One row per opening figure",
                List.of(
                        Column.key("figure", "Figure"),
                        Column.count("value", "Now"),
                        Column.text("prior", "Period before"),
                        Column.text("last_year", "Same period last year")),
                figures.stream()
                        .map(figure -> Row.of(
                                figure.label(),
                                figure.value().map(BigDecimal::toPlainString).orElse(null),
                                figure.prior().map(Figure.Comparison::shown).orElse(null),
                                figure.lastYear().map(Figure.Comparison::shown).orElse(null)))
                        .toList());
    }
}
