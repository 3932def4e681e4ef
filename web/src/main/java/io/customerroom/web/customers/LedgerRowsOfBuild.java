package io.customerroom.web.customers;

import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.metrics.Answer;
import io.customerroom.ledger.metrics.Dimension;
import io.customerroom.ledger.metrics.KeptRows;
import io.customerroom.ledger.metrics.Metric;
import io.customerroom.ledger.metrics.MetricQuery;
import io.customerroom.ledger.metrics.Questions;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.walls.reading.LedgerReadings;
import io.customerroom.walls.reading.WallQuery;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rows of the build of the view's clocks. */
public final class LedgerRowsOfBuild implements LedgerRows {

    private final Questions questions;
    private final Function<WallQuery, Optional<Build>> builds;

    public LedgerRowsOfBuild(Questions questions, Function<WallQuery, Optional<Build>> builds) {
        this.questions = questions;
        this.builds = builds;
    }

    @Override
    public Listed behind(String metric, WallQuery query, Map<String, String> parts, RowScope scope, int limit) {
        return listed(asked(metric, query, parts, limit).within(scope), query);
    }

    @Override
    public void write(String metric, WallQuery query, Map<String, String> parts, RowScope scope, Path parquet) {
        questions.write(build(query), asked(metric, query, parts, 0).within(scope), parquet);
    }

    @Override
    public KeptRows keep(String metric, WallQuery query) {
        return questions.keep(build(query), asked(metric, query, Map.of(), 0));
    }

    private MetricQuery asked(String metric, WallQuery query, Map<String, String> parts, int limit) {
        Metric text = questions.catalogue().metric(metric);
        MetricQuery asked = LedgerReadings.windowed(
                        text.card(), MetricQuery.of(metric, query.period().grain()), query)
                .in(query.period())
                .where(LedgerReadings.filters(text.card(), query))
                .limitedTo(limit);
        if (text.rows().isPresent()) {
            asked = asked.rowsBehind(limit);
        }
        for (Map.Entry<String, String> part : parts.entrySet()) {
            asked = narrowed(text, asked, part.getKey(), part.getValue());
        }
        return asked;
    }

    /** A dimension becomes a filter, a parameter of the card is bound; anything else is refused by the question itself. */
    private static MetricQuery narrowed(Metric metric, MetricQuery query, String part, String value) {
        for (Dimension dimension : metric.card().dimensions()) {
            if (dimension.id().equals(part)) {
                return query.where(query.filters().and(dimension, value));
            }
        }
        return query.with(part, value);
    }

    @Override
    public Listed states(CustomerId customer, WallQuery query, RowScope scope) {
        return listed(
                MetricQuery.of("customers", query.period().grain())
                        .with("customer", Long.toString(customer.value()))
                        .within(scope),
                query);
    }

    @Override
    public Listed facts(CustomerId customer, WallQuery query, RowScope scope) {
        return listed(
                MetricQuery.of("customer-facts", query.period().grain())
                        .with("customer", Long.toString(customer.value()))
                        .within(scope),
                query);
    }

    @Override
    public Set<CustomerId> within(Set<CustomerId> customers, WallQuery query, RowScope scope) {
        return questions
                .within(
                        build(query),
                        scope,
                        customers.stream().map(CustomerId::value).collect(Collectors.toSet()))
                .stream()
                .map(CustomerId::new)
                .collect(Collectors.toSet());
    }

    private Listed listed(MetricQuery asked, WallQuery query) {
        Answer answer = questions.ask(build(query), asked);
        return new Listed(answer.rows(), answer.total(), answer.outside());
    }

    private Build build(WallQuery query) {
        return builds.apply(query)
                .orElseThrow(() -> Failure.yours(
                        "LEDGER_NOT_FOUND", "No ledger has been built yet.", "Import data and build the ledger."));
    }
}
