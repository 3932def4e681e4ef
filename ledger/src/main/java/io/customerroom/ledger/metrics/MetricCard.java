package io.customerroom.ledger.metrics;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A metric described, read alike by page, command line, export and meeting.
 *
 * @param question in plain words
 * @param grain what one row stands for: {@code period}, {@code customer}, …
 * @param direction which way is better
 * @param noData what an empty answer means
 * @param source the tables it reads, as its author states them
 * @param notComparableWhen when two readings must not be set side by side
 * @param dimensions by which it may be filtered and split
 * @param parameters further names a reader may bind; unbound they are null
 * @param definition whose switches settle those parameters that the reader leaves open: {@code contracts}
 * @param finish a step in Java after the text, for example {@code breach}; see {@link FinishingStep}
 */
public record MetricCard(
        String name,
        int version,
        String question,
        String unit,
        String grain,
        Direction direction,
        NoData noData,
        String source,
        String owner,
        String notComparableWhen,
        List<Dimension> dimensions,
        List<String> parameters,
        Optional<String> definition,
        Optional<String> finish) {

    /** Which way is better. */
    public enum Direction {
        UP,
        DOWN,
        NONE;

        /** As the card's text writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What an empty answer means. */
    public enum NoData {
        ZERO,
        NOTHING;

        /** As the card's text writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public MetricCard {
        dimensions = List.copyOf(dimensions);
        parameters = List.copyOf(parameters);
    }
}
