package io.customerroom.walls.reading;

import io.customerroom.kernel.Failure;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.metrics.Answer;
import io.customerroom.ledger.metrics.AnswerPapers;
import io.customerroom.ledger.metrics.Dimension;
import io.customerroom.ledger.metrics.Filters;
import io.customerroom.ledger.metrics.MetricCard;
import io.customerroom.ledger.metrics.MetricQuery;
import io.customerroom.ledger.metrics.Questions;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.reading.Reading.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads the walls' numbers from the build of the view's clocks. A filter that a metric does not know is left out, and the exhibit says so: a wall
 * does not fall silent because one of its metrics has no segments.
 */
public final class LedgerReadings implements Readings {

    private final Supplier<Questions> questions;
    private final Function<WallQuery, Optional<Build>> builds;

    /** @param builds the build a view is read from; empty where there is none */
    public LedgerReadings(Supplier<Questions> questions, Function<WallQuery, Optional<Build>> builds) {
        this.questions = questions;
        this.builds = builds;
    }

    @Override
    public Reading read(String metric, Period from, Period to, WallQuery query) {
        return read(metric, from, to, query, Map.of());
    }

    @Override
    public Reading part(String metric, Period from, Period to, WallQuery query, Map<String, String> parts) {
        return read(metric, from, to, query, parts);
    }

    @Override
    public Reading each(
            String metric, Period from, Period to, WallQuery query, Map<String, String> parts, Consumer<Line> take) {
        Questions asked = questions.get();
        MetricCard card = asked.catalogue().metric(metric).card();
        AnswerPapers papers = asked.each(build(query), question(card, from, to, query, parts), columns -> {
            Rows shape = new Rows(columns, List.of());
            return row -> take.accept(new Line(shape, row));
        });
        return new Reading(
                new Rows(List.of(), List.of()),
                warnings(papers.warnings(), card, query),
                new Exhibit.Source(
                        card.name() + "@" + card.version(), papers.definitions(), papers.fingerprint(), papers.hash()));
    }

    @Override
    public void lines(
            String metric, Period from, Period to, WallQuery query, Map<String, String> parts, Consumer<Line> take) {
        Questions asked = questions.get();
        MetricCard card = asked.catalogue().metric(metric).card();
        asked.lines(build(query), question(card, from, to, query, parts), columns -> {
            Rows shape = new Rows(columns, List.of());
            return row -> take.accept(new Line(shape, row));
        });
    }

    private Reading read(String metric, Period from, Period to, WallQuery query, Map<String, String> parts) {
        Questions asked = questions.get();
        MetricCard card = asked.catalogue().metric(metric).card();
        Answer answer = asked.ask(build(query), question(card, from, to, query, parts));
        return new Reading(
                answer.rows(),
                warnings(answer.warnings(), card, query),
                new Exhibit.Source(
                        card.name() + "@" + card.version(), answer.definitions(), answer.fingerprint(), answer.hash()));
    }

    private static MetricQuery question(
            MetricCard card, Period from, Period to, WallQuery query, Map<String, String> parts) {
        MetricQuery question = windowed(card, MetricQuery.of(card.name(), to.grain()), query)
                .between(from, to)
                .where(filters(card, query));
        for (Map.Entry<String, String> part : parts.entrySet()) {
            question = question.with(part.getKey(), part.getValue());
        }
        return question;
    }

    /** That the period runs is said once, by the wall, and not again by each of its exhibits. */
    private static List<String> warnings(List<String> said, MetricCard card, WallQuery query) {
        List<String> warnings = new ArrayList<>(said.stream()
                .filter(warning -> !warning.startsWith(query.period().name() + " is not over"))
                .toList());
        warnings.addAll(leftOut(card, query));
        return warnings;
    }

    private Build build(WallQuery query) {
        return builds.apply(query)
                .orElseThrow(() -> Failure.yours(
                        "LEDGER_NOT_FOUND", "No ledger has been built yet.", "Import data and build the ledger."));
    }

    /** The filters of a view that this metric knows. */
    public static Filters filters(MetricCard card, WallQuery query) {
        Filters filters = Filters.none();
        for (Map.Entry<String, String> entry : query.where().entrySet()) {
            Dimension dimension = Dimension.of(entry.getKey());
            if (card.dimensions().contains(dimension)) {
                filters = filters.and(dimension, entry.getValue());
            }
        }
        return filters;
    }

    /** The question with the view's window, where the metric knows windows. */
    public static MetricQuery windowed(MetricCard card, MetricQuery asked, WallQuery query) {
        return card.parameters().contains(Window.PARAMETER)
                ? asked.with(Window.PARAMETER, query.window().id())
                : asked;
    }

    private static List<String> leftOut(MetricCard card, WallQuery query) {
        return query.where().entrySet().stream()
                .filter(entry -> !card.dimensions().contains(Dimension.of(entry.getKey())))
                .map(entry -> "Not narrowed to %s %s: this metric does not know it."
                        .formatted(entry.getKey(), entry.getValue()))
                .toList();
    }
}
