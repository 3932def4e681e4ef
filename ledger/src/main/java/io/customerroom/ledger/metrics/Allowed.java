package io.customerroom.ledger.metrics;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.metrics.Metric.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What may be asked of a metric, as its card says. */
final class Allowed {

    private Allowed() {}

    /** Of an answer that is one text of the engine, rows can be taken one by one. */
    static void requireOneText(Metric metric, MetricQuery query, String instead) {
        if (query.by().isPresent() || (metric.card().finish().isPresent() && !query.rows())) {
            throw Failure.yours(
                    "PARQUET_NOT_OFFERED",
                    "This answer of '%s' is put together from several."
                            .formatted(metric.card().name()),
                    instead);
        }
    }

    /** Refused where a metric lists none. */
    static SqlText rowsOf(Metric metric) {
        return metric.rows()
                .orElseThrow(() -> Failure.yours(
                        "METRIC_HAS_NO_ROWS",
                        "'%s' does not list rows behind its figure."
                                .formatted(metric.card().name()),
                        "Ask without --rows."));
    }

    /** Refused: a dimension or a parameter that the card does not name, and values that its step does not take. */
    static void require(MetricCard card, MetricQuery query) {
        List<Dimension> asked = new ArrayList<>(query.filters().values().keySet());
        query.by().ifPresent(asked::add);
        for (Dimension dimension : asked) {
            if (!card.dimensions().contains(dimension)) {
                throw Failure.yours(
                        "DIMENSION_NOT_ALLOWED",
                        "'%s' cannot be told apart by %s.".formatted(card.name(), dimension.id()),
                        card.dimensions().isEmpty()
                                ? "It has no dimensions."
                                : "It knows "
                                        + card.dimensions().stream()
                                                .map(Dimension::id)
                                                .collect(Collectors.joining(", "))
                                        + ".");
            }
        }
        for (String parameter : query.parameters().keySet()) {
            boolean version =
                    parameter.equals(Settlement.DEFINITION) && card.definition().isPresent();
            if (!version && !card.parameters().contains(parameter)) {
                throw Failure.yours(
                        "PARAMETER_UNKNOWN",
                        "'%s' has no parameter '%s'.".formatted(card.name(), parameter),
                        "It has " + card.parameters() + ".");
            }
        }
        card.finish().flatMap(FinishingStep::named).ifPresent(step -> step.check(query.parameters()));
    }
}
