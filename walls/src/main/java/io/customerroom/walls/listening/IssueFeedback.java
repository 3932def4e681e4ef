package io.customerroom.walls.listening;

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
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What customers who answered or wrote say of one issue: feedback whose theme is the issue, in capital letters or not. */
final class IssueFeedback {

    static final String METRIC = "feedback-by-theme";

    private IssueFeedback() {}

    /**
     * @param feedback with the issue as its theme
     * @param periods that were read, oldest first, the view's one last
     */
    static Exhibit of(String issue, Reading feedback, List<Period> periods, WallQuery query) {
        List<Line> lines = feedback.lines().reversed();
        return new Exhibit(
                "feedback",
                title(feedback.lines(query.period().name())),
                "Answers to surveys and words of customers with this theme; %s; up to %s"
                        .formatted(PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                lines.isEmpty() ? Optional.empty() : Optional.of(chart(feedback, periods, query)),
                "",
                new Table(
                        "One row per period, survey and scale, newest first",
                        List.of(
                                Column.key("period", "Period"),
                                Column.key("survey", "Survey"),
                                Column.text("scale", "Scale"),
                                Column.count("answers", "Answers"),
                                Column.count("customers", "Customers"),
                                Column.amount("mean", "Mean score", 2)),
                        lines.stream().map(line -> row(issue, line)).toList()),
                lines.isEmpty() ? List.of() : feedback.warnings(), // the title says that there is nothing
                feedback.source());
    }

    private static String title(List<Line> now) {
        long answers = now.stream().mapToLong(line -> line.count("answers")).sum();
        return answers == 0
                ? "No answer of this period speaks of it"
                : "%s of this period %s of it"
                        .formatted(Numbers.counted(answers, "answer"), answers == 1 ? "speaks" : "speak");
    }

    private static Chart chart(Reading feedback, List<Period> periods, WallQuery query) {
        return new Chart.Line(
                "answers",
                periods.stream().map(Period::name).toList(),
                List.of(new Series(
                        "answers",
                        Tone.ORDINARY,
                        periods.stream()
                                .map(period -> BigDecimal.valueOf(feedback.lines(period.name()).stream()
                                        .mapToLong(line -> line.count("answers"))
                                        .sum()))
                                .toList(),
                        query.partial() ? 1 : 0)),
                Optional.empty());
    }

    private static Row row(String issue, Line line) {
        return Row.of(
                        line.exact("period"),
                        line.named("survey", "no survey"),
                        line.text("scale_min").isPresent()
                                        && line.text("scale_max").isPresent()
                                ? line.exact("scale_min") + " to " + line.exact("scale_max")
                                : null,
                        line.exact("answers"),
                        line.exact("customers"),
                        mean(line))
                .to(new Drill(METRIC, line.named("period", ""), Map.of("theme", issue)));
    }

    /** Null where no answer has a score. */
    private static @Nullable String mean(Line line) {
        long scored = line.count("scored");
        return scored == 0
                ? null
                : line.number("score_sum")
                        .map(sum -> sum.divide(BigDecimal.valueOf(scored), 4, RoundingMode.HALF_UP)
                                .toPlainString())
                        .orElse(null);
    }
}
