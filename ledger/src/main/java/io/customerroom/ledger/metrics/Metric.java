package io.customerroom.ledger.metrics;

import java.util.Optional;

/**
 * A card and its texts, as written.
 *
 * @param rows lists the customers and events behind the figure
 * @param builtIn false for the analyst's own
 */
public record Metric(MetricCard card, SqlText figure, Optional<SqlText> rows, boolean builtIn) {

    /**
     * A piece of a metric file.
     *
     * @param firstLine the line of the file on which it begins, from 1
     */
    public record SqlText(String file, int firstLine, String sql) {}
}
