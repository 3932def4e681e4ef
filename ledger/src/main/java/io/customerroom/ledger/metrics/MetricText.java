package io.customerroom.ledger.metrics;

import io.customerroom.kernel.Grain;
import io.customerroom.ledger.engine.Dialect;
import io.customerroom.ledger.metrics.Metric.SqlText;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One text of a metric, ready to run: scoped, rendered, with the names it may bind. */
record MetricText(ScopedText scoped, List<String> optional) {

    static final Set<String> PARAMETERS = Set.of("grain", "period_from", "period_to", "through");

    /** The periods asked for, by the first days of the first and the last one. */
    record Span(Grain grain, LocalDate from, LocalDate to, LocalDate through) {

        static Span anywhere() {
            return new Span(Grain.MONTH, LocalDate.EPOCH, LocalDate.EPOCH, LocalDate.EPOCH);
        }
    }

    static MetricText of(MetricCard card, SqlText text, Filters filters, Dialect dialect, RuleTables rules) {
        return new MetricText(ScopedText.of(text.sql(), filters, dialect, rules), card.parameters());
    }

    String sql() {
        return scoped.sql();
    }

    Map<String, @Nullable Object> parameters(Span span, Map<String, String> given) {
        Map<String, @Nullable Object> parameters = new HashMap<>(scoped.parameters());
        parameters.put("grain", span.grain().id());
        parameters.put("period_from", span.from());
        parameters.put("period_to", span.to());
        parameters.put("through", span.through());
        optional.forEach(name -> parameters.put(name, given.get(name)));
        return parameters;
    }
}
