package io.customerroom.statistics.control;

import java.util.Optional;

/**
 * The limits that a series' first values set, and how far they are to be trusted. Limits from 20 values are still a lottery: their rate of
 * false alarms varies widely from chart to chart, and settles from about 50 on.
 */
public sealed interface Baseline {

    /** Fewer known values, or fewer neighbours than that less one, set no limits. */
    int LEAST = 6;

    /** Limits from fewer values are preliminary. */
    int FIRM = 20;

    /** No more values than these set the limits, so that a later change does not hide in them. */
    int MOST = 50;

    Optional<Limits> limits();

    /** Limits from at least {@value #FIRM} values. */
    record Firm(Limits known) implements Baseline {

        @Override
        public Optional<Limits> limits() {
            return Optional.of(known);
        }
    }

    /** Limits from few values: shown, and marked as preliminary. */
    record Preliminary(Limits known) implements Baseline {

        @Override
        public Optional<Limits> limits() {
            return Optional.of(known);
        }
    }

    /** Too few values, or too few of them beside each other. */
    record TooFew(int n) implements Baseline {

        @Override
        public Optional<Limits> limits() {
            return Optional.empty();
        }

        public String reason() {
            return "limits need at least %d values beside each other; known so far: %d".formatted(LEAST, n);
        }
    }
}
