package io.customerroom.ledger.metrics;

import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A question put to a metric.
 *
 * @param grain the length of its periods
 * @param from the first period wanted; empty: the first there is
 * @param to the last period wanted; empty: the last there is
 * @param by splits the answer by this dimension, in a first column
 * @param rows asks for the customers and events behind the figure
 * @param limit at most so many rows; 0 is all
 * @param parameters further values the metric's card names
 * @param scope whose rows the reader may see; an answer that lists no customers is not narrowed by it
 */
public record MetricQuery(
        String metric,
        Grain grain,
        Optional<Period> from,
        Optional<Period> to,
        Optional<Dimension> by,
        Filters filters,
        boolean rows,
        int limit,
        Map<String, String> parameters,
        RowScope scope) {

    public MetricQuery {
        if (limit < 0) {
            throw new IllegalArgumentException("limit must not be negative, but was " + limit);
        }
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /** All periods of a grain. */
    public static MetricQuery of(String metric, Grain grain) {
        return new MetricQuery(
                metric,
                grain,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Filters.none(),
                false,
                0,
                Map.of(),
                RowScope.everything());
    }

    /** One period, in its own grain. */
    public MetricQuery in(Period period) {
        return between(period, period);
    }

    public MetricQuery between(Period first, Period last) {
        return new MetricQuery(
                metric,
                first.grain(),
                Optional.of(first),
                Optional.of(last),
                by,
                filters,
                rows,
                limit,
                parameters,
                scope);
    }

    public MetricQuery by(Dimension dimension) {
        return new MetricQuery(
                metric, grain, from, to, Optional.of(dimension), filters, rows, limit, parameters, scope);
    }

    public MetricQuery where(Filters narrowed) {
        return new MetricQuery(metric, grain, from, to, by, narrowed, rows, limit, parameters, scope);
    }

    /** The rows behind the figure, at most so many; 0 is all. */
    public MetricQuery rowsBehind(int atMost) {
        return new MetricQuery(metric, grain, from, to, by, filters, true, atMost, parameters, scope);
    }

    public MetricQuery limitedTo(int atMost) {
        return new MetricQuery(metric, grain, from, to, by, filters, rows, atMost, parameters, scope);
    }

    /** Of the customers listed, only those within. */
    public MetricQuery within(RowScope seen) {
        return new MetricQuery(metric, grain, from, to, by, filters, rows, limit, parameters, seen);
    }

    public MetricQuery with(String parameter, String value) {
        Map<String, String> more = new TreeMap<>(parameters);
        more.put(parameter, value);
        return withAll(more);
    }

    /** These parameters and no others. */
    MetricQuery withAll(Map<String, String> all) {
        return new MetricQuery(metric, grain, from, to, by, filters, rows, limit, all, scope);
    }
}
