package io.customerroom.walls.operations;

import io.customerroom.walls.reading.Reading;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many priority contacts stand where. A contact counts once, as its worst measure at its worst site stands.
 *
 * @param contacts all that were measured
 */
record Standings(Map<Standing, Long> counts, long contacts) {

    static Standings of(Reading reading) {
        Map<String, Standing> worst = new TreeMap<>();
        ContactMeasure.of(reading)
                .forEach(measure -> worst.merge(
                        measure.contact(), measure.standing(), (one, other) -> one.compareTo(other) < 0 ? one : other));
        Map<Standing, Long> counts = new EnumMap<>(Standing.class);
        worst.values().forEach(standing -> counts.merge(standing, 1L, Long::sum));
        return new Standings(counts, worst.size());
    }

    long count(Standing standing) {
        return counts.getOrDefault(standing, 0L);
    }

    /** Nothing where no contact was measured by then. */
    Optional<BigDecimal> value(Standing standing) {
        return contacts == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(count(standing)));
    }
}
