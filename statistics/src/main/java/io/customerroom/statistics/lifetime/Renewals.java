package io.customerroom.statistics.lifetime;

import java.util.Map;
import java.util.TreeMap;

/**
 * Contracts that are renewed or not at the end of each period, counted by how long they lasted. Cohorts that began in different periods may be mixed:
 * what counts is the period of the contract, not of the calendar.
 *
 * <p>In the words of the papers: who is lost in period t has T = t; who stays after n periods has survived n chances to leave, T &gt; n.
 */
public final class Renewals {

    private final TreeMap<Integer, Double> lost;
    private final TreeMap<Integer, Double> staying;
    private final TreeMap<Integer, Double> joined;

    private Renewals(Builder builder) {
        lost = new TreeMap<>(builder.lost);
        staying = new TreeMap<>(builder.staying);
        joined = new TreeMap<>(builder.joined);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** One cohort: how many there were at the begin, how many after the first period, and so on; the last are still there. */
    public static Renewals cohort(long... survivors) {
        return builder().cohort(survivors).build();
    }

    /** Customers by the period in which they left, from 1. */
    Map<Integer, Double> lost() {
        return lost;
    }

    /** Customers still there by the periods they have completed. */
    Map<Integer, Double> staying() {
        return staying;
    }

    /** Customers by the periods they had already completed when records begin. */
    Map<Integer, Double> joined() {
        return joined;
    }

    double customers() {
        return sum(lost) + sum(staying);
    }

    double losses() {
        return sum(lost);
    }

    /** Periods begun by all of them within the records: the chances to leave. */
    double chances() {
        return lost.entrySet().stream()
                        .mapToDouble(e -> e.getKey() * e.getValue())
                        .sum()
                + staying.entrySet().stream()
                        .mapToDouble(e -> e.getKey() * e.getValue())
                        .sum()
                - joined.entrySet().stream()
                        .mapToDouble(e -> e.getKey() * e.getValue())
                        .sum();
    }

    private static double sum(Map<Integer, Double> counts) {
        return counts.values().stream().mapToDouble(count -> count).sum();
    }

    /** Collects customers in any order. */
    public static final class Builder {

        private final TreeMap<Integer, Double> lost = new TreeMap<>();
        private final TreeMap<Integer, Double> staying = new TreeMap<>();
        private final TreeMap<Integer, Double> joined = new TreeMap<>();

        private Builder() {}

        /** So many did not renew at the end of this period, the first being 1. */
        public Builder lost(int period, double customers) {
            return add(lost, period, 1, customers);
        }

        /** So many have completed this many periods and are there. */
        public Builder staying(int periods, double customers) {
            return add(staying, periods, 0, customers);
        }

        /**
         * So many of those told by the other verbs had already completed this many periods when records begin. Their like who left before is not recorded; without
         * this they would make everybody look loyal.
         */
        public Builder joined(int periods, double customers) {
            return add(joined, periods, 0, customers);
        }

        /** As {@link Renewals#cohort}. Refused where it grows. */
        public Builder cohort(long... survivors) {
            for (int t = 1; t < survivors.length; t++) {
                if (survivors[t] > survivors[t - 1]) {
                    throw new IllegalArgumentException("a cohort cannot grow, but after period %d it went from %d to %d"
                            .formatted(t, survivors[t - 1], survivors[t]));
                }
                lost(t, survivors[t - 1] - survivors[t]);
            }
            return staying(survivors.length - 1, survivors[survivors.length - 1]);
        }

        public Renewals build() {
            return new Renewals(this);
        }

        private Builder add(Map<Integer, Double> to, int period, int least, double customers) {
            if (period < least || !(customers >= 0 && customers < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "the period must be at least %d and the customers finite and not negative, but were %d, %s"
                                .formatted(least, period, customers));
            }
            if (customers > 0) {
                to.merge(period, customers, Double::sum);
            }
            return this;
        }
    }
}
