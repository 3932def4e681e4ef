package io.customerroom.ledger.metrics;

import java.util.List;

/**
 * What is left of an answer that was read row by row.
 *
 * @param definitions the ids in force, as {@link Answer} has them
 * @param warnings what must be said beside the figure
 * @param fingerprint SHA-256 of the text that ran and its parameters
 * @param hash that of the {@link Answer} which holds the same rows
 */
public record AnswerPapers(
        MetricCard metric, String definitions, List<String> warnings, String fingerprint, String hash) {

    public AnswerPapers {
        warnings = List.copyOf(warnings);
    }
}
