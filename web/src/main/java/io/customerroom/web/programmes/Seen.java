package io.customerroom.web.programmes;

import io.customerroom.kernel.CustomerId;
import io.customerroom.statistics.MatchedComparison;
import io.customerroom.statistics.MatchedComparison.Sample;
import io.customerroom.statistics.MatchedComparison.Stratum;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A customer before a programme and after it.
 *
 * @param stratum segment, tenth by value and tenure before it started
 * @param active whether still a customer
 * @param contribution since; null where costs are not known
 */
record Seen(
        CustomerId customer,
        String stratum,
        boolean active,
        @Nullable BigDecimal contribution) {

    /**
     * Two groups of customers set beside each other.
     *
     * @param mean of the first group, as far as others like them were found
     */
    record Beside(MatchedComparison comparison, double mean) {

        /** What the first group would have been like if it were like the others. */
        double others() {
            return mean - comparison.difference();
        }
    }

    /**
     * @param others empty for everybody else, inside strata
     * @return empty where too few stand beside each other
     */
    static Optional<Beside> compared(
            List<Seen> seen,
            Set<CustomerId> members,
            Optional<Set<CustomerId>> others,
            ToDoubleFunction<Seen> outcome) {
        Map<String, Sample> first = new TreeMap<>();
        Map<String, Sample> second = new TreeMap<>();
        for (Seen one : seen) {
            String stratum = others.isPresent() ? "" : one.stratum();
            if (members.contains(one.customer())) {
                first.merge(stratum, Sample.NONE.and(outcome.applyAsDouble(one)), Seen::sum);
            } else if (others.map(them -> them.contains(one.customer())).orElse(true)) {
                second.merge(stratum, Sample.NONE.and(outcome.applyAsDouble(one)), Seen::sum);
            }
        }
        double matched = 0;
        for (Map.Entry<String, Sample> entry : first.entrySet()) {
            matched += second.containsKey(entry.getKey()) ? entry.getValue().sum() : 0;
        }
        double total = matched;
        return MatchedComparison.of(first.entrySet().stream()
                        .map(entry -> new Stratum(entry.getValue(), second.getOrDefault(entry.getKey(), Sample.NONE)))
                        .toList())
                .map(comparison -> new Beside(comparison, total / comparison.matched()));
    }

    private static Sample sum(Sample one, Sample other) {
        return new Sample(one.n() + other.n(), one.sum() + other.sum(), one.squares() + other.squares());
    }
}
