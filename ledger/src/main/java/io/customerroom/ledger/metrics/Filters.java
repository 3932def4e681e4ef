package io.customerroom.ledger.metrics;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * To which customers a question is narrowed. An empty text stands for customers without segment, site or channel.
 *
 * @param values per dimension the accepted ones, any of them
 */
public record Filters(Map<Dimension, List<String>> values) {

    public Filters {
        Map<Dimension, List<String>> copy = new EnumMap<>(Dimension.class);
        values.forEach((dimension, accepted) ->
                copy.put(dimension, accepted.stream().sorted().distinct().toList()));
        values = Collections.unmodifiableMap(copy);
    }

    public static Filters none() {
        return new Filters(Map.of());
    }

    public Filters and(Dimension dimension, String... accepted) {
        Map<Dimension, List<String>> more = new EnumMap<>(Dimension.class);
        more.putAll(values);
        more.put(dimension, List.of(accepted));
        return new Filters(more);
    }

    public Optional<List<String>> of(Dimension dimension) {
        return Optional.ofNullable(values.get(dimension));
    }
}
